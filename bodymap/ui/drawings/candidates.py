"""What comes of a drawing: safety first, then the trigger points that could refer there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.looking_up.look_up import Candidate, LookUp
from bodymap.analysis.red_flag_questions import RedFlagQuestion, cues_for
from bodymap.atlas import RedFlag
from bodymap.body import Laterality
from bodymap.exchange.pain_words import CUE
from bodymap.records import PainDrawing
from bodymap.ui import links
from bodymap.ui.fields import opened
from bodymap.ui.session import Workspace
from bodymap.ui.treatments import safety
from bodymap.ui.wording import plain

SHOWN: Final = 6
"""So many candidates are told; a longer list helps nobody."""
SIDES: Final[Mapping[Laterality, str]] = {
    Laterality.LEFT: "left",
    Laterality.RIGHT: "right",
    Laterality.BILATERAL: "either side",
}
Action = Callable[[Candidate], None]
"""Shows what can be done with a candidate."""


def safety_first(
    workspace: Workspace, drawing: PainDrawing, asked: Sequence[RedFlagQuestion] = ()
) -> None:
    """What was answered with yes, and the questions for safety that were not answered.

    Args:
        workspace: Where the questions are.
        drawing: Holds the answers.
        asked: Questions about the places that are marked, to be asked now where they were not.
    """
    atlas = workspace.atlas()
    known = atlas.red_flags
    yes = [known[name] for name, applies in drawing.red_flags.items() if applies and name in known]
    if yes:
        safety.what_to_do(atlas, yes)
    left = _left(workspace, drawing, asked)
    if not yes and (drawing.red_flags or not left):
        _answered(workspace, drawing)
    if not left:
        return
    label = f"Questions for safety, not answered yet ({len(left)})"
    inside = opened(label, key=f"ask-{drawing.id}", quiet=True)
    if inside is not None:
        inside.caption("About the places that are marked; the most pressing first.")
        for flag in left:
            inside.write(f"- {plain(flag.question)}")


def _answered(workspace: Workspace, drawing: PainDrawing) -> None:
    """How safety was asked for, where nothing was answered with yes."""
    if not drawing.red_flags:
        st.caption("The questions for safety were not answered.")
        return
    atlas = workspace.atlas()
    words = {f"{CUE}{cue.id}": cue.words for cue in atlas.cues.values()}
    cues = {words[name]: is_so for name, is_so in drawing.red_flags.items() if name in words}
    ticked = "; ".join(word for word, is_so in cues.items() if is_so)
    if ticked:
        asked = any(name in atlas.red_flags for name in drawing.red_flags)
        then = "No to every question about it" if asked else "The questions about it are open"
        st.caption(plain(f"For safety, ticked: {ticked}. {then}."))
    elif cues:
        st.caption(plain(f"For safety, asked in these words, none ticked: {'; '.join(cues)}."))


def _left(
    workspace: Workspace, drawing: PainDrawing, asked: Sequence[RedFlagQuestion]
) -> list[RedFlag]:
    """Questions that were neither answered nor said no to by the words that stand for them."""
    said = {
        question.flag.id
        for cue in cues_for(asked, workspace.atlas())
        if drawing.red_flags.get(f"{CUE}{cue.cue.id}") is False
        for question in cue.questions
    }
    done = said | drawing.red_flags.keys()
    return [question.flag for question in asked if question.flag.id not in done]


def draw(found: LookUp, action: Action | None = None) -> None:
    """The candidates in their order, each with its reasons and the way to what is known of it.

    Args:
        found: What the look-up found; it never tells one alone.
        action: Shows what can be done with each, beside its name.
    """
    st.caption(plain(found.caution))
    for number, each in enumerate(found, start=1):
        with st.container(border=True, key=f"card-candidate-{number}", gap="xsmall"):
            with st.container(horizontal=True, horizontal_alignment="distribute"):
                _name(number, each)
                if action is not None:
                    action(each)
            st.caption(plain(" ".join(reason.text for reason in each.reasons)))


def _name(number: int, each: Candidate) -> None:
    """The trigger point, and the way to what is known of it."""
    name = f"{each.muscle.name}, {each.trigger_point.name}"
    links.way(
        "explore",
        plain(f"{number}. {name} ({SIDES[each.laterality]})"),
        key=f"candidate-{number}",
        muscle=each.muscle.id,
        point=each.trigger_point.id,
        side="left" if each.laterality is Laterality.LEFT else "right",
    )
