"""Third step: signs of danger for what was marked, a few questions at a time.

What is kept says what was asked and what was not: who goes on without an answer leaves the
questions open, for the person who treats them to ask.
"""

from typing import Final

import streamlit as st

from bodymap.analysis.looking_up.look_up import red_flags_of
from bodymap.analysis.safety_steps import SafetyQuestions, SafetyStep
from bodymap.records import PainDrawing
from bodymap.ui.fields import widget_key
from bodymap.ui.language import words
from bodymap.ui.mark.desk import Desk
from bodymap.ui.safety import asking
from bodymap.ui.safety.who import who_is_asked

PART: Final = "part"
"""Names in the address which of the steps is shown, from 1."""


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask; the answers are kept with the drawing, for the person who treats."""
    steps = _questions(desk, drawing).steps(drawing.red_flags)
    at = _at(len(steps))
    say = words()
    when = say("safety-when")
    many = say("mark-part", at=at + 1, of=len(steps)) if len(steps) > 1 else ""
    st.caption(f"{many} {when}".strip())
    asking.draw(
        steps[at],
        drawing.red_flags,
        key=widget_key(drawing.id, "safety"),
        say=say,
        kept=lambda step, chosen: desk.attempt(_keep, desk, step, chosen),
    )


def next_part(desk: Desk, drawing: PainDrawing) -> bool:
    """Go on to the next questions; False after the last."""
    return _go(_at(0) + 1, len(_questions(desk, drawing).steps(drawing.red_flags)))


def part_before() -> bool:
    """Go back to the questions before; False at the first."""
    return _go(_at(0) - 1, _at(0))


def _go(part: int, count: int) -> bool:
    if 0 <= part < count:
        st.query_params[PART] = str(part + 1)
        return True
    st.query_params.pop(PART, None)
    return False


def _at(count: int) -> int:
    """Which step is shown; `count` bounds it, none where it is 0."""
    asked = st.query_params.get(PART, "")
    part = int(asked) - 1 if asked.isdecimal() and int(asked) else 0
    return min(part, count - 1) if count else part


def _keep(desk: Desk, step: SafetyStep, chosen: frozenset[str]) -> PainDrawing:
    drawing = desk.open()
    return desk.answer(_questions(desk, drawing).answered(step, chosen, drawing.red_flags))


def _questions(desk: Desk, drawing: PainDrawing) -> SafetyQuestions:
    atlas = desk.workspace.atlas()
    questions = red_flags_of(drawing.area(desk.body(drawing)), atlas)
    person = who_is_asked(desk.workspace, drawing.figure, drawing.person_id)
    return SafetyQuestions(questions, atlas, person)
