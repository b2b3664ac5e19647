"""The body that a person draws their pain on, and what is done on it as service calls."""

from dataclasses import replace
from typing import Final

from bodymap.analysis.read_back import read_back
from bodymap.body import Body
from bodymap.canvas import (
    AddArrow,
    AddStroke,
    Arrow,
    CanvasData,
    Operation,
    Redo,
    RemoveMark,
    SelectMark,
    StrokeLayer,
    Subject,
    Texts,
    Tool,
    Undo,
    body_canvas,
)
from bodymap.errors import StoreError
from bodymap.records import PainDrawing, PainMark
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.undo import undoable
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.language import words
from bodymap.ui.mark import elsewhere
from bodymap.ui.mark.desk import Desk
from bodymap.ui.operation_log import OperationLog, full_step_name, step_names
from bodymap.ui.problems import in_words
from bodymap.ui.steps_in_words import drawing_step_in_words
from bodymap.wording import Words
from bodymap.wording.arrows import arrow_in_words
from bodymap.wording.pain import places_in_words

BRUSHES: Final = (7, 13, 24)
"""Radii in view units: a fingertip, a palm's edge, a hand."""
_TOOLS: Final = (Tool.BRUSH, Tool.ERASE, Tool.REGION, Tool.ARROW, Tool.MOVE)


def _texts(say: Words) -> Texts:
    """What the body says of this task; the rest it says in the same language by itself."""
    return Texts(
        name=say("mark-body"),
        your_left=say("view-your-left"),
        your_right=say("view-your-right"),
        list_title=say("mark-marked"),
        list_empty=say("mark-nothing-marked"),
        how=say("mark-how"),
        how_touch=say("mark-how-touch"),
        strengths=say("mark-strengths"),
        enter=say("mark-enter"),
        arrows_title=say("mark-moves"),
        subjects_title=say("mark-pain-drawn"),
        subject=say("pain-one"),
        subject_inside=say("pain-inside"),
        another=say("mark-another"),
        another_hint=say("mark-draw-next"),
    )


def draw(desk: Desk, drawing: PainDrawing, *, left_handed: bool) -> None:
    """Show the body; what is done on it is kept before the page is drawn again."""
    body = desk.body(drawing)
    log = operations(desk, body)

    def take(message: object) -> None:
        desk.window.problem = None
        try:
            log.take(message)
        except StoreError as error:
            desk.window.problem = in_words(error, words())

    data = canvas_data(desk, drawing, body, log)
    data = replace(data, left_handed=left_handed, under=elsewhere.under(drawing))
    key = f"mark-canvas-{drawing.id}"
    log.sent_by(key)
    body_canvas(data, key=key, on_operations=take)


def operations(desk: Desk, body: Body) -> OperationLog:
    """The log of what is done on the body of a drawing, each operation as a service call."""

    def perform(operation: Operation, request_id: str) -> None:
        match operation:
            case AddStroke():
                desk.draw(operation, request_id=request_id)
            case AddArrow():
                desk.add_arrow(operation, request_id=request_id)
            case RemoveMark():
                desk.remove_any(operation.mark_id, request_id)
            case SelectMark():
                desk.take(operation.mark_id, request_id, seen_on=operation.figure)
            case Undo():
                desk.step_back(request_id, full_step_name(operation.step, request_id))
            case Redo():
                desk.step_again(request_id, full_step_name(operation.step, request_id))

    return OperationLog(
        desk.drawing_id,
        body,
        perform,
        figures=desk.workspace.body,
        known_as=desk.known_as,
        remember_refused=desk.remember_refused,
        say=words(),
    )


def canvas_data(desk: Desk, drawing: PainDrawing, body: Body, log: OperationLog) -> CanvasData:
    """Everything the body shows."""
    say = words()
    at_hand = drawing.mark(desk.window.at_hand or "")
    steps = undoable(DRAWINGS, desk.editing())
    return CanvasData(
        log=drawing.id,
        figure=drawing.figure,
        figure_url=f"figure/{body.version}/",
        views=MAIN_VIEWS,
        insets=insets(body, say),
        tools=_TOOLS,
        plain=True,
        brushes=BRUSHES,
        editable=drawing.is_open,
        pressure=True,
        drawn=layers(drawing),
        subjects=tuple(
            _subject(number, mark, body, say) for number, mark in enumerate(drawing.marks, start=1)
        ),
        selected=at_hand.id if at_hand else None,
        arrows=_arrows(drawing, body, say),
        intensity=at_hand.intensity.nrs if at_hand and at_hand.intensity else None,
        undo=drawing_step_in_words(steps.undo, say),
        redo=drawing_step_in_words(steps.redo, say),
        undo_steps=step_names(steps.undo_steps, desk.window.client_id),
        redo_steps=step_names(steps.redo_steps, desk.window.client_id),
        acknowledged=log.acknowledged,
        refusals=log.refusals,
        client=desk.window.client_id,
        texts=_texts(say),
        language=say.language.code,
    )


def _subject(number: int, mark: PainMark, body: Body, say: Words) -> Subject:
    """A pain with what it covers, in words and by region."""
    area = mark.area(body)
    return Subject(
        mark.id,
        say("mark-pain", number=number),
        mark.intensity.nrs if mark.intensity else None,
        places=places_in_words(read_back(area).places, words=say),
        regions=tuple(area.by_region()),
    )


def layers(drawing: PainDrawing) -> tuple[StrokeLayer, ...]:
    """The strokes of every pain made on this figure, each in the colour of its intensity."""
    return tuple(
        StrokeLayer(
            layer.view,
            tuple(stroke.on_body() for stroke in layer.strokes),
            mark.intensity.nrs if mark.intensity else None,
            mark.id,
        )
        for mark in drawing.marks
        if mark.drawing is not None and mark.drawing.figure == drawing.figure
        for layer in mark.drawing.views
    )


def _arrows(drawing: PainDrawing, body: Body, say: Words) -> tuple[Arrow, ...]:
    """The arrows made on this figure, named in words."""
    return tuple(
        Arrow(
            id=arrow.id,
            view=arrow.view,
            x=arrow.x,
            y=arrow.y,
            to_view=arrow.to_view,
            to_x=arrow.to_x,
            to_y=arrow.to_y,
            label=arrow_in_words(arrow, body, say),
        )
        for arrow in drawing.arrows
        if arrow.figure == drawing.figure
    )
