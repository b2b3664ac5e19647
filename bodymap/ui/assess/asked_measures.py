"""Outcome measures at a visit: answers one tap each, the score as it is published."""

from functools import partial
from typing import Any, Final

import streamlit as st

from bodymap.analysis.over_time.scores import SCORINGS, Scoring, score
from bodymap.records import Assessment
from bodymap.records.outcome_measure import (
    ANSWERS,
    LEAST,
    MOST_ACTIVITIES,
    Instrument,
    OutcomeMeasure,
)
from bodymap.records.outcome_measure import MOST as MOST_OF
from bodymap.services.visits.measuring import record_measure, remove_measure
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.last_time import Beside
from bodymap.ui.fields import choice, pressed, unfolded, widget_key
from bodymap.ui.wording import plain

_RATED: Final = {nrs: str(nrs) for nrs in range(11)}


def draw(desk: Desk, assessment: Assessment, beside: Beside | None) -> None:
    """Draw the card; what is inside is made when somebody looks."""
    if not assessment.is_open and not assessment.measures:
        return
    # The title stays as it is: with another one the card would fold while somebody answers.
    card = unfolded("Outcome measures", key="outcome-measures")
    if card is None:
        if assessment.measures:
            st.caption(plain("; ".join(in_words(each) for each in assessment.measures)))
        return
    with card:
        if not assessment.is_open:
            for each in assessment.measures:
                st.markdown(f"- {plain(in_words(each))}")
            return
        for instrument, scoring in SCORINGS.items():
            measure = _asked(assessment, instrument)
            st.markdown(f"**{scoring.name}**")
            if instrument is Instrument.PSFS:
                _psfs(desk, measure, _activities(beside))
            else:
                _answers(desk, instrument, scoring, measure)
            source = f" {scoring.source}." if scoring.source else ""
            st.caption(f"{scoring.rule[:1].upper()}{scoring.rule[1:]}.{source}")
        _others(desk, assessment)
        st.caption("Bodymap keeps answers; the questions stand on the sheet that you use.")


def in_words(measure: OutcomeMeasure) -> str:
    """Name and score, or the answers where there is no score."""
    if measure.instrument is Instrument.OTHER:
        most = "" if measure.most is None else f" of {measure.most:g}"
        return f"{measure.name} {measure.score:g}{most}"
    scoring = SCORINGS[measure.instrument]
    found = score(measure)
    if found is not None:
        return f"{scoring.name} {round(found, 1):g}"
    given = (
        f"{what.lower()} {answer}"
        for what, answer in zip(scoring.asks, measure.answers, strict=False)
        if answer is not None
    )
    return f"{scoring.name} {', '.join(given) or 'without a score'}"


def _asked(assessment: Assessment, instrument: Instrument) -> OutcomeMeasure | None:
    return next((each for each in assessment.measures if each.instrument is instrument), None)


def _activities(beside: Beside | None) -> tuple[str, ...]:
    """What was named last time, to be rated again."""
    last = _asked(beside.last.visit, Instrument.PSFS) if beside else None
    return last.activities if last else ()


def _answers(
    desk: Desk, instrument: Instrument, scoring: Scoring, measure: OutcomeMeasure | None
) -> None:
    low, high = LEAST.get(instrument, 0), MOST_OF.get(instrument, 10)
    words = {value: str(value) for value in range(low, high + 1)}
    for number, asks in enumerate(scoring.asks):
        choice(
            asks,
            words,
            name=f"nrs-{instrument.value.lower()}-{number}-{desk.log[-8:]}",
            value=measure.answers[number] if measure else None,
            hand_on=partial(answer, desk, instrument, measure, number),
            stretched=True,
        )


def answer(
    desk: Desk,
    instrument: Instrument,
    measure: OutcomeMeasure | None,
    number: int,
    value: int | None,
) -> Assessment | None:
    """Record one answer of an instrument; the last one taken away removes it."""
    answers = list(measure.answers if measure else (None,) * ANSWERS[instrument])
    answers[number] = value
    return _keep(desk, measure, instrument=instrument, answers=tuple(answers))


def _keep(desk: Desk, was: OutcomeMeasure | None, **fields: Any) -> Assessment | None:
    """Record a measure; one in which nothing is said any more is removed."""
    return desk.attempt(_kept, desk, was, fields)


def _kept(desk: Desk, was: OutcomeMeasure | None, fields: dict[str, Any]) -> Assessment:
    said = any(each is not None for each in fields["answers"]) or fields.get("activities")
    if was is not None and not said:
        return desk.kept(remove_measure(desk.editing(), was=was))
    measure_id = was.id if was else desk.ports.ids.new()
    measure = OutcomeMeasure.checked({"id": measure_id} | fields)
    return desk.kept(record_measure(desk.editing(), measure=measure, was=was))


def _psfs(desk: Desk, measure: OutcomeMeasure | None, earlier: tuple[str, ...]) -> None:
    activities = measure.activities if measure else ()
    if measure is not None:
        for number, activity in enumerate(activities):
            choice(
                plain(activity),
                _RATED,
                name=f"nrs-psfs-{number}-{desk.log[-8:]}",
                value=measure.answers[number],
                hand_on=partial(_rate, desk, measure, number),
                stretched=True,
            )
    for activity in earlier:
        if activity not in activities:
            st.button(
                f"As last time: {plain(activity)}",
                key=f"psfs-again-{activity}",
                on_click=pressed(name_activity),
                args=(desk, measure, activity),
            )
    if len(activities) < MOST_ACTIVITIES:
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
            typed = st.text_input("An activity that is difficult", key="psfs-activity")
            st.button(
                "Add it",
                key="psfs-add",
                on_click=pressed(_name_typed),
                args=(desk, measure, typed),
            )


def _rate(desk: Desk, measure: OutcomeMeasure, number: int, value: int | None) -> object | None:
    answers = (*measure.answers[:number], value, *measure.answers[number + 1 :])
    activities = measure.activities
    return _keep(desk, measure, instrument=Instrument.PSFS, answers=answers, activities=activities)


def name_activity(desk: Desk, measure: OutcomeMeasure | None, activity: str) -> Assessment | None:
    """Add an activity that the person named; it is rated next."""
    activities = (*(measure.activities if measure else ()), activity)
    answers = (*(measure.answers if measure else ()), None)
    return _keep(desk, measure, instrument=Instrument.PSFS, answers=answers, activities=activities)


def _name_typed(desk: Desk, measure: OutcomeMeasure | None, activity: str) -> None:
    if activity.strip() and name_activity(desk, measure, activity) is not None:
        st.session_state["psfs-activity"] = ""


def _others(desk: Desk, assessment: Assessment) -> None:
    """Scores of other instruments, typed in with their names."""
    st.markdown("**Another one**")
    for each in assessment.measures:
        if each.instrument is Instrument.OTHER:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.write(plain(in_words(each)))
                st.button(
                    "Remove",
                    key=widget_key(each.id, "measure-remove"),
                    on_click=pressed(_remove),
                    args=(desk, each),
                )
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        name = st.text_input("Its name", key="measure-name", placeholder="such as NDI")
        typed = st.number_input("Score", value=None, key="measure-score", width=110)
        most = st.number_input("Out of", value=None, key="measure-most", width=110, min_value=0.0)
        st.button(
            "Add score",
            key="measure-add",
            on_click=pressed(add_score),
            args=(desk, name, typed, most),
        )


def add_score(desk: Desk, name: str, typed: float | None, most: float | None) -> Assessment | None:
    """Record the score of an instrument that is not asked here."""
    fields = {"instrument": Instrument.OTHER, "name": name, "score": typed, "most": most or None}
    kept = desk.attempt(_added, desk, fields)
    if kept is not None:
        for part, empty in (("name", ""), ("score", None), ("most", None)):
            st.session_state[f"measure-{part}"] = empty
    return kept


def _added(desk: Desk, fields: dict[str, Any]) -> Assessment:
    measure = OutcomeMeasure.checked({"id": desk.ports.ids.new()} | fields)
    return desk.kept(record_measure(desk.editing(), measure=measure, was=None))


def _remove(desk: Desk, measure: OutcomeMeasure) -> Assessment | None:
    return desk.attempt(desk.keeping(remove_measure), editing=desk.editing(), was=measure)
