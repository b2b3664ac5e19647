"""Third step: questions for safety about what was marked. A yes says what to do at once."""

import streamlit as st

from bodymap.analysis.look_up import red_flags_of
from bodymap.analysis.red_flag_questions import RedFlagQuestion
from bodymap.records import PainDrawing
from bodymap.ui.mark.desk import Desk
from bodymap.ui.treatments import safety


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask; the answers are kept with the drawing, for the person who treats."""
    atlas = desk.workspace.atlas()
    questions = _questions(desk, drawing)
    given = {flag_id for flag_id, applies in drawing.red_flags.items() if applies}
    yes = [question.flag for question in questions if question.flag.id in given]
    st.write("Tick what is true for you. If nothing is, go on.")
    if yes:
        safety.what_to_do(atlas, yes)

    def answered(now: frozenset[str]) -> None:
        answers = {question.flag.id: question.flag.id in now for question in questions}
        desk.attempt(desk.answer, answers)

    safety.ask(drawing.id, questions, given, answered)


def gone_through(desk: Desk, drawing: PainDrawing) -> None:
    """Keep that every question was asked: what was not ticked was answered with no."""
    asked = (question.flag.id for question in _questions(desk, drawing))
    answers = {flag_id: drawing.red_flags.get(flag_id, False) for flag_id in asked}
    desk.attempt(desk.answer, answers)


def _questions(desk: Desk, drawing: PainDrawing) -> tuple[RedFlagQuestion, ...]:
    return red_flags_of(drawing.area(desk.body(drawing)), desk.workspace.atlas())
