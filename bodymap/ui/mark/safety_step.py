"""Third step: signs of danger for what was marked. A yes says what to do at once.

Some thirty questions stand in front of a place, three minutes of reading. A person first sees a few
words for each kind of them; only what is tapped is asked about. What is kept says which was which.
"""

from typing import Any, Final

import streamlit as st

from bodymap.analysis.looking_up.look_up import red_flags_of
from bodymap.analysis.red_flag_questions import CueForPlace, RedFlagQuestion, cues_for
from bodymap.exchange.pain_words import CUE
from bodymap.records import PainDrawing
from bodymap.ui.fields import choices, widget_key
from bodymap.ui.mark.desk import Desk
from bodymap.ui.treatments import safety

NONE: Final = "None"
"""The way on for whom nothing holds: an answer, and the next step."""


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask; the answers are kept with the drawing, for the person who treats."""
    cues = _cues(desk, drawing)
    ticked = _ticked(cues, drawing)
    choices(
        "Tap what is true for you",
        {cue.cue.id: cue.cue.words for cue in cues},
        name=widget_key(drawing.id, "cues"),
        value=[cue.cue.id for cue in ticked],
        hand_on=lambda chosen: _tick(desk, cues, chosen),
        titled=True,
    )
    questions = _questions(desk, drawing, ticked)
    if not questions:
        return
    given = {flag_id for flag_id, applies in drawing.red_flags.items() if applies}
    yes = [question.flag for question in questions if question.flag.id in given]
    if yes:
        safety.what_to_do(desk.workspace.atlas(), yes)
    st.write("Now tick what is true for you. If nothing is, go on.")

    def answered(now: frozenset[str]) -> None:
        answers = {question.flag.id: question.flag.id in now for question in questions}
        desk.attempt(desk.answer, {**drawing.red_flags, **answers})

    safety.ask(drawing.id, questions, given, answered)


def nothing_holds(drawing: PainDrawing) -> bool:
    """Whether nothing is tapped, so that going on means "none"."""
    return not any(applies for name, applies in drawing.red_flags.items() if name.startswith(CUE))


def gone_through(desk: Desk, drawing: PainDrawing) -> PainDrawing | None:
    """Keep that all was asked: what was not ticked was answered with no. None if it is not kept."""
    cues = _cues(desk, drawing)
    ticked = _ticked(cues, drawing)
    answers = {f"{CUE}{cue.cue.id}": cue in ticked for cue in cues}
    for question in _questions(desk, drawing, ticked):
        answers[question.flag.id] = drawing.red_flags.get(question.flag.id, False)
    return desk.attempt(desk.answer, answers)


def _cues(desk: Desk, drawing: PainDrawing) -> tuple[CueForPlace, ...]:
    atlas = desk.workspace.atlas()
    return cues_for(red_flags_of(drawing.area(desk.body(drawing)), atlas), atlas)


def _ticked(cues: tuple[CueForPlace, ...], drawing: PainDrawing) -> tuple[CueForPlace, ...]:
    return tuple(cue for cue in cues if drawing.red_flags.get(f"{CUE}{cue.cue.id}"))


def _tick(desk: Desk, cues: tuple[CueForPlace, ...], chosen: list[Any]) -> object | None:
    """Keep what is tapped; an answer to a question that is not asked any more goes with it."""
    ticked = tuple(cue for cue in cues if cue.cue.id in chosen)
    drawing = desk.attempt(desk.open)
    if drawing is None or ticked == _ticked(cues, drawing):
        return drawing  # a page that is left says once more what stands: "no" to the rest must stay
    asked = {question.flag.id for question in _questions(desk, drawing, ticked)}
    answers = {name: is_so for name, is_so in drawing.red_flags.items() if name in asked}
    return desk.attempt(desk.answer, {f"{CUE}{cue.cue.id}": True for cue in ticked} | answers)


def _questions(
    desk: Desk, drawing: PainDrawing, ticked: tuple[CueForPlace, ...]
) -> tuple[RedFlagQuestion, ...]:
    """What is asked of whom these hold, the most pressing first, each once."""
    wanted = {question.flag.id for cue in ticked for question in cue.questions}
    asked = red_flags_of(drawing.area(desk.body(drawing)), desk.workspace.atlas())
    return tuple(question for question in asked if question.flag.id in wanted)
