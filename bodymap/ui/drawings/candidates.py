"""What comes of a drawing: safety first, then the trigger points that could refer there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.looking_up.look_up import Candidate, LookUp
from bodymap.analysis.looking_up.reasons import percent
from bodymap.analysis.red_flag_questions import RedFlagQuestion
from bodymap.analysis.safety_steps import SafetyQuestions, open_steps, said_yes
from bodymap.atlas import RedFlag
from bodymap.body import Laterality
from bodymap.records import PainDrawing
from bodymap.ui import links
from bodymap.ui.fields import opened
from bodymap.ui.safety import asking
from bodymap.ui.safety.who import who_is_asked
from bodymap.ui.session import Workspace
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
    """How the questions for safety were answered, and those that are open, to be asked now.

    What a yes asks for stands at the top of the page, not here.

    Args:
        workspace: Where the questions are.
        drawing: Holds the answers.
        asked: Questions about the places that are marked.
    """
    atlas = workspace.atlas()
    person = who_is_asked(workspace, drawing.figure, drawing.person_id)
    questions = SafetyQuestions(asked, atlas, person)
    given = drawing.red_flags
    left = [ask for step in open_steps(questions.steps(given), given) for ask in step.asks]
    st.caption(_answered(drawing, said_yes(given, atlas), left=bool(left)))
    if not left:
        return
    label = f"Questions for safety, not answered yet ({len(left)})"
    inside = opened(label, key=f"ask-{drawing.id}", quiet=True)
    if inside is not None:
        with inside:
            asking.passed(f"drawing-{drawing.id}", questions)


def _answered(drawing: PainDrawing, yes: Sequence[RedFlag], *, left: bool) -> str:
    if not drawing.red_flags:
        return "The questions for safety were not answered."
    if yes:
        return "For safety, answered with yes: see the top of the page."
    return "For safety, no to all that was answered." if left else "For safety, no to all."


def draw(
    found: LookUp, action: Action | None = None, standing: Callable[[Candidate], str] | None = None
) -> None:
    """The candidates in their order as a short table, each with its reasons one tap away.

    Args:
        found: What the look-up found; it never tells one alone.
        action: Shows what can be done with each, at the end of its row.
        standing: Says of each whether it was found already; None where nobody examines.
    """
    st.caption(plain(found.caution))
    for number, each in enumerate(found, start=1):
        with st.container(key=f"candidate-row-{number}", gap="xsmall"):
            _name(number, each)
            told = [f"{percent(each.pain_covered)} of the pain"]
            told.append(f"{percent(each.pattern_present)} of its pattern")
            if standing is not None:
                told.append(standing(each))
            st.caption(plain(" · ".join(told)))
            with st.container(horizontal=True, gap="xsmall", key=f"candidate-acts-{number}"):
                _why(number, each)
                if action is not None:
                    action(each)


def _why(number: int, each: Candidate) -> None:
    why = opened("Why", key=f"candidate-why-{number}", quiet=True)
    if why is not None:
        why.write(plain(" ".join(reason.text for reason in each.reasons)))


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
