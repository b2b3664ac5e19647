"""Questions that stand in front of treatments for a part of the body; a yes stops the way."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.red_flag_questions import RedFlagQuestion
from bodymap.atlas import AdviceLevel, Atlas, RedFlag
from bodymap.ui.wording import plain

_FIRST: Final = (AdviceLevel.EMERGENCY, AdviceLevel.URGENT, AdviceLevel.SEE_CLINICIAN)


def passed(atlas: Atlas, region: str, questions: Sequence[RedFlagQuestion]) -> bool:
    """Ask, and say whether the way is free: every question was read and none answered yes."""
    st.header("First, a few questions for safety")
    st.caption(plain(atlas.red_flag_accuracy.text))
    yes = [
        question.flag
        for question in questions
        if st.checkbox(plain(question.flag.question), key=_key(region, question.flag))
    ]
    if yes:
        _stop(atlas, yes)
        return False
    none = st.checkbox("None of these applies", key=f"none:{region}")
    if not none:
        st.info("Tick what applies, or that none of these does. Then the treatments are shown.")
    return none


def _key(region: str, flag: RedFlag) -> str:
    return f"flag:{region}:{flag.id}"


def _stop(atlas: Atlas, yes: Sequence[RedFlag]) -> None:
    """What to do, the most pressing first; no condition is named and no number is given."""
    level = next(each for each in _FIRST if any(flag.advice_level is each for flag in yes))
    show = st.error if level is AdviceLevel.EMERGENCY else st.warning
    show(plain(atlas.advice[level] + "."), icon=":material/emergency_home:")
    for flag in yes:
        st.write(f"{plain(flag.question)} {plain(flag.why)}")
        titles = "; ".join(atlas.sources[source].title for source in flag.sources)
        st.caption(plain(f"{titles}; certainty {flag.certainty.value}"))
    st.write("Treatments for this part of the body are not shown while one of these applies.")
