"""What to do after a yes: at the top, in sight on every later step, with a number to call."""

from collections.abc import Mapping, Sequence

import streamlit as st

from bodymap.analysis.safety_steps import SafetyAsk, said_yes
from bodymap.atlas import AdviceLevel, Atlas, RedFlag
from bodymap.ui import statements
from bodymap.ui.safety import emergency_number
from bodymap.ui.wording import plain
from bodymap.wording import Words
from bodymap.wording.safety import advice_in_words, asked_in_words, why_in_words


def draw(atlas: Atlas, answers: Mapping[str, bool], say: Words) -> bool:
    """Show the advice of the most pressing yes, and what was said yes to; False where nothing was.

    No condition is named. Why each is asked, and who says so, is one tap away.
    """
    yes = said_yes(answers, atlas)
    if not yes:
        return False
    number = emergency_number.number()
    level = yes[0].advice_level
    with st.container(key="safety-advice"):
        show = st.error if level is AdviceLevel.EMERGENCY else st.warning
        said = say.lines(dict.fromkeys(_said(yes, answers, say)))
        said_yes_to = say("safety-said-yes", said=plain(said))
        show(
            f"**{plain(advice_in_words(level, atlas, say, number))}**  \n{said_yes_to}",
            icon=":material/emergency_home:",
        )
        with st.container(horizontal=True, key="safety-advice-more"):
            if number and level is AdviceLevel.EMERGENCY:
                dialled = "".join(letter for letter in number if letter in "+0123456789")
                st.link_button(say("safety-call", number=number), f"tel:{dialled}", type="primary")
            _why(atlas, yes, say)
    return True


def _said(yes: Sequence[RedFlag], answers: Mapping[str, bool], say: Words) -> list[str]:
    """What was said yes to, in the words it was asked in, the most pressing first."""
    said = []
    for flag in yes:
        signs = [SafetyAsk(sign.id, sign.words) for sign in flag.asked if answers.get(sign.id)]
        asks = signs or [SafetyAsk(flag.id, flag.question)]
        said += [asked_in_words(ask, say) for ask in asks]
    return said


def _why(atlas: Atlas, yes: Sequence[RedFlag], say: Words) -> None:
    with st.popover(say("safety-why"), type="tertiary"):
        for flag in yes:
            question, why = why_in_words(flag, say)
            st.write(f"**{plain(question)}** {plain(why)}")
            statements.cited(atlas, flag.sources, flag.certainty, flag.kind)
