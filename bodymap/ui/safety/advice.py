"""What to do after a yes: at the top, in sight on every later step, with a number to call."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.safety_steps import said_yes
from bodymap.atlas import AdviceLevel, Atlas, RedFlag
from bodymap.ui import statements
from bodymap.ui.safety import emergency_number
from bodymap.ui.wording import plain

NO_NUMBER: Final = "your local emergency number"
"""Stands in the advice where the practice's own number is said, if one is set."""


def in_words(advice: str, number: str) -> str:
    """The advice as a sentence, with the number to call if there is one."""
    return f"{advice.replace(NO_NUMBER, number) if number else advice}."


def draw(atlas: Atlas, answers: Mapping[str, bool]) -> bool:
    """The advice of the most pressing yes, and what was said yes to; False where nothing was.

    No condition is named. Why each is asked, and who says so, is one tap away.
    """
    yes = said_yes(answers, atlas)
    if not yes:
        return False
    number = emergency_number.number()
    level = yes[0].advice_level
    with st.container(key="safety-advice"):
        show = st.error if level is AdviceLevel.EMERGENCY else st.warning
        said = "; ".join(dict.fromkeys(_said(yes, answers)))
        show(
            f"**{plain(in_words(atlas.advice[level], number))}**  \nYou said yes to: {plain(said)}",
            icon=":material/emergency_home:",
        )
        with st.container(horizontal=True, key="safety-advice-more"):
            if number and level is AdviceLevel.EMERGENCY:
                dialled = "".join(letter for letter in number if letter in "+0123456789")
                st.link_button(f"Call {number}", f"tel:{dialled}", type="primary")
            _why(atlas, yes)
    return True


def _said(yes: Sequence[RedFlag], answers: Mapping[str, bool]) -> list[str]:
    """What was said yes to, in the words it was asked in, the most pressing first."""
    said = []
    for flag in yes:
        signs = [sign.words for sign in flag.asked if answers.get(sign.id)]
        said += [
            words.replace("{over}", "").replace("{limb}", "arm or leg")
            for words in (signs or [flag.question])
        ]
    return said


def _why(atlas: Atlas, yes: Sequence[RedFlag]) -> None:
    with st.popover("Why this is asked", type="tertiary"):
        for flag in yes:
            st.write(f"**{plain(flag.question)}** {plain(flag.why)}")
            statements.cited(atlas, flag.sources, flag.certainty, flag.kind)
