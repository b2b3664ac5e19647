"""After rounds: how the last one went, how the learner stands, and results to take away."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from bodymap.analysis.looking_up.reasons import percent
from bodymap.analysis.practice import Wanted
from bodymap.analysis.practice.standing import Tally, by_group, missed_most
from bodymap.atlas import Atlas
from bodymap.records.practice import (
    MOST_ANSWERS,
    Answer,
    Difficulty,
    Exercise,
    Learner,
    Round,
)
from bodymap.services.practising import practice as services
from bodymap.services.practising.results import results_csv
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.practise import words
from bodymap.ui.practise.desk import Desk
from bodymap.ui.wording import plain

LEAST_FOR_PERCENT: Final = 10
"""A share of fewer answers would sound surer than it is."""


def round_done(desk: Desk, learner: Learner, done: Round) -> None:
    """How a round went, and where to go from here."""
    atlas = desk.workspace.atlas()
    right = sum(answer.right for answer in done.answers)
    st.markdown(f"# Round done: {right} of {len(done.answers)} right")
    answers = [a for a in done.answers if a.trigger_point in atlas.trigger_points]
    st.table(
        {
            "Trigger point": [
                plain(words.of_point(a.trigger_point, atlas, a.laterality)) for a in answers
            ],
            "Result": [plain(result(a, atlas)) for a in answers],
        },
        hide_index=True,
    )
    with st.container(horizontal=True):
        missed = tuple(services.missed_again(learner))
        if missed:
            st.button(
                "Practise what was missed",
                key="practise-again",
                type="primary",
                on_click=desk.start,
                args=(Wanted(done.exercise, Difficulty.ALL, None, len(missed), missed),),
            )
        count = len(done.questions)
        st.button(
            "Another round like this",
            key="practise-more",
            type="secondary" if missed else "primary",
            on_click=desk.start,
            args=(Wanted(done.exercise, done.difficulty, done.group, count),),
        )
        st.button("Choose something else", key="practise-other", on_click=desk.leave, args=(done,))


def result(answer: Answer, atlas: Atlas) -> str:
    """One answer in a few words."""
    verdict = words.verdict(answer)
    if answer.exercise is Exercise.RECOGNISE:
        if answer.right and not answer.fits_equally:
            return verdict
        return f"{verdict}: {words.name_of_said(answer, atlas)}"
    if answer.exercise is Exercise.DRAW:
        found, beyond = answer.share_found or 0.0, answer.share_beyond or 0.0
        return f"{verdict}: {percent(found)} found, {percent(beyond)} beyond"
    if answer.other_side:
        return f"{verdict}: on the other side"
    if answer.distance_cm is None:
        return verdict if answer.right else f"{verdict}: far away"
    return f"{verdict}: {words.centimetres(answer.distance_cm)} away"


def progress(desk: Desk, learner: Learner) -> None:
    """How the learner stands, and what is missed most."""
    atlas = desk.workspace.atlas()
    st.markdown(f"## Progress of {plain(learner.name)}")
    if not learner.answers:
        st.write("No answers yet. After the first round you see here how you stand.")
        return
    rows = by_group(learner.answers, atlas)
    st.table(
        {
            "Part of the body": [plain(atlas.groups[group].plain_label) for group in rows],
            **{
                words.SHORT[exercise]: [told(row.get(exercise, Tally())) for row in rows.values()]
                for exercise in words.SHORT
            },
        },
        hide_index=True,
    )
    _missed(desk, learner)
    if learner.dropped:
        st.caption(
            f"The last {MOST_ANSWERS} answers are kept; {learner.dropped} older ones have left."
        )


def told(tally: Tally) -> str:
    """Right answers of all; in percent too where there are enough of them."""
    if not tally.asked:
        return "not asked yet"
    said = f"{tally.right} of {tally.asked} right"
    if tally.asked < LEAST_FOR_PERCENT:
        return said
    return f"{said} ({percent(tally.right / tally.asked)})"


def _missed(desk: Desk, learner: Learner) -> None:
    st.markdown("## What you miss most")
    atlas = desk.workspace.atlas()
    missed = missed_most(learner.answers, atlas)
    if not missed:
        st.write("Nothing yet: what was asked at least twice and not always right comes here.")
        return
    st.markdown(
        "\n".join(
            f"- {plain(words.of_point(m.trigger_point, atlas))}: "
            f"{words.SHORT[m.exercise].lower()}, {m.right} of {m.asked} right"
            for m in missed
        )
    )
    exercise = missed[0].exercise
    only = tuple(m.trigger_point for m in missed if m.exercise is exercise)
    st.button(
        "Practise these",
        key="practise-missed",
        on_click=desk.start,
        args=(Wanted(exercise, Difficulty.ALL, None, len(only), only),),
    )


def export(desk: Desk, learner: Learner) -> None:
    """Results as CSV, of one and of all."""
    atlas = desk.workspace.atlas()
    today = f"{in_practice(datetime.now(UTC)):%Y-%m-%d}"
    with st.container(horizontal=True, key="practise-export"):
        if learner.answers:
            st.download_button(
                "My results (CSV)",
                lambda: _for_spreadsheets([learner], atlas),
                file_name=f"bodymap-practice-{today}.csv",
                mime="text/csv",
                key="practise-csv",
                on_click="ignore",
            )
        if len(desk.learners) > 1 and any(each.answers for each in desk.learners):
            st.download_button(
                f"Results of all {len(desk.learners)} learners (CSV)",
                lambda: _for_spreadsheets(desk.learners, atlas),
                file_name=f"bodymap-practice-class-{today}.csv",
                mime="text/csv",
                key="practise-csv-all",
                on_click="ignore",
            )


def _for_spreadsheets(learners: Sequence[Learner], atlas: Atlas) -> str:
    """Results by name; the mark at the start tells spreadsheets that the text is UTF-8."""
    return "\ufeff" + results_csv(sorted(learners, key=lambda each: each.name), atlas)
