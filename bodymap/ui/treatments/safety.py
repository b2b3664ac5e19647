"""Questions that stand in front of self-care and treatment of a place; a yes stops the way.

What was answered is kept while the window is open, so that reading on does not ask again and a yes
stays a yes; it is never written down.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.red_flag_questions import RedFlagQuestion
from bodymap.atlas import AdviceLevel, Atlas, RedFlag
from bodymap.ui.statements import cited
from bodymap.ui.wording import plain

_ANSWERS: Final = "safety-answers"
_NONE: Final = "none"
_HEADINGS: Final = {
    AdviceLevel.EMERGENCY: "With any of these, help is needed at once",
    AdviceLevel.URGENT: "With any of these, be seen today",
    AdviceLevel.SEE_CLINICIAN: "With any of these, see a doctor soon",
}


def passed(atlas: Atlas, place: str, questions: Sequence[RedFlagQuestion]) -> bool:
    """Ask, and say whether the way is free: every question was read and none answered yes.

    Args:
        atlas: What a yes asks for.
        place: What they are asked for; answers are kept for each place.
        questions: The most pressing first.
    """
    given = _given(place)
    if _NONE in given:
        with st.container(horizontal=True, vertical_alignment="center", key="safety-done"):
            st.caption("You ticked that none of the questions for safety applies.")
            st.button("Ask again", key=f"ask-again:{place}", on_click=given.clear, type="tertiary")
        return True
    st.header("First, a few questions for safety")
    st.write("Tick what is true for you. If none is, say so at the end.")
    yes = [question.flag for question in questions if question.flag.id in given]
    if yes:
        what_to_do(atlas, yes)
        st.write(
            "What comes next is not shown while one of these is ticked. Take the tick away if it "
            "was a mistake."
        )

    def answered(now: frozenset[str]) -> None:
        given.clear()
        given.update(now)

    ask(place, questions, given, answered)
    st.caption(plain(atlas.red_flag_accuracy.text))
    if yes:
        return False
    st.button(
        "None of these applies",
        key=f"none:{place}",
        type="primary",
        on_click=given.add,
        args=(_NONE,),
    )
    st.info("What you came for is shown once you have answered.")
    return False


def _given(place: str) -> set[str]:
    answers: dict[str, set[str]] = st.session_state.setdefault(_ANSWERS, {})
    return answers.setdefault(place, set())


def ask(
    place: str,
    questions: Sequence[RedFlagQuestion],
    given: Collection[str],
    answered: Callable[[frozenset[str]], object],
) -> None:
    """Ask the questions, those that are pressing under a heading that says so.

    Args:
        place: What they are asked for; names their widgets.
        questions: The most pressing first.
        given: Ids of those that apply.
        answered: Told the ids of those that apply now.
    """
    for level, heading in _HEADINGS.items():
        of_level = [q.flag for q in questions if q.flag.advice_level is level]
        if of_level:
            with st.container(border=True, key=f"card-safety-{level.value}"):
                st.markdown(f"## {heading}")
                for flag in of_level:
                    _question(place, flag, given, answered)


def _question(
    place: str,
    flag: RedFlag,
    given: Collection[str],
    answered: Callable[[frozenset[str]], object],
) -> None:
    key = f"flag:{place}:{flag.id}"

    def ticked() -> None:
        now = {flag.id} if st.session_state[key] else set()
        answered(frozenset({*given} - {flag.id} | now))

    st.checkbox(plain(flag.question), value=flag.id in given, key=key, on_change=ticked)


def what_to_do(atlas: Atlas, yes: Sequence[RedFlag]) -> None:
    """What to do, the most pressing first; no condition is named and no number is given."""
    level = next(each for each in _HEADINGS if any(flag.advice_level is each for flag in yes))
    show = st.error if level is AdviceLevel.EMERGENCY else st.warning
    show(plain(atlas.advice[level] + "."), icon=":material/emergency_home:")
    with st.container(border=True, key="card-safety-yes"):
        for flag in yes:
            st.write(f"**{plain(flag.question)}** {plain(flag.why)}")
            cited(atlas, flag.sources, flag.certainty, flag.kind)
