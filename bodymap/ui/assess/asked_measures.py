"""Outcome measures at a visit: answers one tap each, the score as it is published."""

from functools import partial
from typing import Final

import streamlit as st

from bodymap.analysis.over_time.scores import SCORINGS, Scoring, score
from bodymap.records import Assessment
from bodymap.records.outcome_measure import LEAST, MOST_ACTIVITIES, Instrument, OutcomeMeasure
from bodymap.records.outcome_measure import MOST as MOST_OF
from bodymap.services.visits import measuring
from bodymap.services.visits.measuring import measure_of
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
            measure = measure_of(assessment, instrument)
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


def _activities(beside: Beside | None) -> tuple[str, ...]:
    """What was named last time, to be rated again."""
    last = measure_of(beside.last.visit, Instrument.PSFS) if beside else None
    return last.activities if last else ()


def _answers(
    desk: Desk, instrument: Instrument, scoring: Scoring, measure: OutcomeMeasure | None
) -> None:
    low, high = LEAST.get(instrument, 0), MOST_OF.get(instrument, 10)
    words = {value: str(value) for value in range(low, high + 1)}
    for number, asks in enumerate(scoring.asks):
        was = measure.answers[number] if measure else None
        choice(
            asks,
            words,
            name=widget_key(desk.log, f"nrs-{instrument.value.lower()}-{number}"),
            value=was,
            hand_on=partial(answer, desk, instrument, number, was),
            stretched=True,
        )


def answer(
    desk: Desk, instrument: Instrument, number: int, was: int | None, value: int | None
) -> Assessment | None:
    """Record one answer of an instrument, in place of what was shown."""
    return desk.attempt(
        desk.keeping(measuring.answer_measure),
        editing=desk.editing(),
        instrument=instrument,
        number=number,
        value=value,
        was=was,
        new_id=desk.ports.ids.new(),
    )


def _psfs(desk: Desk, measure: OutcomeMeasure | None, earlier: tuple[str, ...]) -> None:
    rated = dict(zip(measure.activities, measure.answers, strict=True)) if measure else {}
    for activity, rating in rated.items():
        choice(
            plain(activity),
            _RATED,
            name=widget_key(desk.log, f"nrs-psfs-{activity}"),
            value=rating,
            hand_on=partial(rate, desk, activity, rating),
            stretched=True,
        )
        st.button(
            f"Remove {plain(activity)}",
            key=widget_key(desk.log, f"psfs-remove-{activity}"),
            type="tertiary",
            on_click=pressed(remove_activity),
            args=(desk, activity),
        )
    for activity in earlier:
        if activity not in rated:
            st.button(
                f"As last time: {plain(activity)}",
                key=widget_key(desk.log, f"psfs-again-{activity}"),
                on_click=pressed(name_activity),
                args=(desk, activity),
            )
    if len(rated) < MOST_ACTIVITIES:
        key = widget_key(desk.log, "psfs-activity")
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
            typed = st.text_input("An activity that is difficult", key=key)
            st.button(
                "Add it",
                key=widget_key(desk.log, "psfs-add"),
                on_click=pressed(_name_typed),
                args=(desk, typed, key),
            )


def rate(desk: Desk, activity: str, was: int | None, value: int | None) -> Assessment | None:
    """Rate an activity, in place of what was shown."""
    return desk.attempt(
        desk.keeping(measuring.rate_activity),
        editing=desk.editing(),
        activity=activity,
        value=value,
        was=was,
    )


def name_activity(desk: Desk, activity: str) -> Assessment | None:
    """Add an activity that the person named; it is rated next."""
    return desk.attempt(
        desk.keeping(measuring.name_activity),
        editing=desk.editing(),
        activity=activity,
        new_id=desk.ports.ids.new(),
    )


def remove_activity(desk: Desk, activity: str) -> Assessment | None:
    """Remove an activity with its rating."""
    return desk.attempt(
        desk.keeping(measuring.remove_activity), editing=desk.editing(), activity=activity
    )


def _name_typed(desk: Desk, activity: str, key: str) -> None:
    if activity.strip() and name_activity(desk, activity) is not None:
        st.session_state[key] = ""


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
                    on_click=pressed(remove_score),
                    args=(desk, each.id),
                )
    name_key, score_key, most_key = keys = tuple(
        widget_key(desk.log, f"measure-{part}") for part in ("name", "score", "most")
    )
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        name = st.text_input("Its name", key=name_key, placeholder="such as NDI")
        score = st.number_input("Score", value=None, key=score_key, width=110)
        most = st.number_input("Out of", value=None, key=most_key, width=110, min_value=0.0)
        st.button(
            "Add score",
            key=widget_key(desk.log, "measure-add"),
            on_click=pressed(add_score),
            args=(desk, name, score, most, keys),
        )


def add_score(
    desk: Desk, name: str, score: float | None, most: float | None, keys: tuple[str, ...]
) -> Assessment | None:
    """Record the score of an instrument that is not asked here; then its fields are empty."""
    kept = desk.attempt(
        desk.keeping(measuring.add_score),
        editing=desk.editing(),
        name=name,
        score=score,
        most=most or None,
        new_id=desk.ports.ids.new(),
    )
    if kept is not None:
        for key, empty in zip(keys, ("", None, None), strict=True):
            st.session_state[key] = empty
    return kept


def remove_score(desk: Desk, measure_id: str) -> Assessment | None:
    """Remove a score that was typed in."""
    return desk.attempt(
        desk.keeping(measuring.remove_score), editing=desk.editing(), measure_id=measure_id
    )
