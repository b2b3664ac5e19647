"""The body that a person draws their pain on, and what is done on it as service calls."""

from dataclasses import replace
from typing import Final

from bodymap.analysis.arrows_in_words import arrow_in_words
from bodymap.body import Body
from bodymap.canvas import (
    AddArrow,
    AddStroke,
    Arrow,
    CanvasData,
    Operation,
    Redo,
    RemoveMark,
    StrokeLayer,
    Texts,
    Tool,
    Undo,
    body_canvas,
)
from bodymap.errors import StoreError
from bodymap.records import PainArrow, PainDrawing
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.undo import undoable
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.mark import elsewhere
from bodymap.ui.mark.desk import Desk
from bodymap.ui.operation_log import Heard
from bodymap.ui.problems import in_words
from bodymap.ui.steps_in_words import step_in_words

BRUSHES: Final = (7, 13, 24)
"""Radii in view units: a fingertip, a palm's edge, a hand."""
_TOOLS: Final = (Tool.BRUSH, Tool.ERASE, Tool.REGION, Tool.ARROW, Tool.MOVE)
_TEXTS: Final = Texts(
    name="Body to draw on",
    list_title="How to draw",
    list_empty=(
        "Draw where it hurts. Region fills a whole part. Turn the body for back and sides. Two "
        "fingers zoom in, to draw a small place more exactly."
    ),
    enter="Enter draws or fills at the cross-hair with the tool chosen",
)


def draw(desk: Desk, drawing: PainDrawing, *, left_handed: bool) -> None:
    """Show the body; what is done on it is kept before the page is drawn again."""
    body = desk.body(drawing)

    def perform(operation: Operation, request_id: str) -> None:
        match operation:
            case AddStroke():
                desk.draw(operation, body, request_id=request_id)
            case AddArrow():
                desk.set_arrow(_arrow(operation, body), body, request_id=request_id)
            case RemoveMark():
                desk.remove_arrow(operation.mark_id, request_id=request_id)
            case Undo():
                desk.step_back(request_id)
            case Redo():
                desk.step_again(request_id)

    heard = Heard(drawing.id, body, perform, desk.known_as)

    def take(message: object) -> None:
        desk.window.problem = None
        try:
            heard.take(message)
        except StoreError as error:
            desk.window.problem = in_words(error)

    data = canvas_data(desk, drawing, body, heard)
    data = replace(data, left_handed=left_handed, under=elsewhere.under(drawing, body))
    body_canvas(data, key=f"mark-canvas-{drawing.id}", on_operations=take)


def canvas_data(desk: Desk, drawing: PainDrawing, body: Body, heard: Heard) -> CanvasData:
    """Everything the body shows."""
    at_hand = drawing.mark(desk.window.at_hand or "")
    steps = undoable(DRAWINGS, desk.editing())
    return CanvasData(
        log=drawing.id,
        figure=drawing.figure,
        figure_url=f"figure/{body.version}/",
        views=MAIN_VIEWS,
        insets=insets(body),
        tools=_TOOLS,
        plain=True,
        brushes=BRUSHES,
        editable=drawing.is_open,
        pressure=True,
        drawn=layers(drawing),
        arrows=_arrows(drawing, body),
        intensity=at_hand.intensity.nrs if at_hand and at_hand.intensity else None,
        undo=step_in_words(steps.undo),
        redo=step_in_words(steps.redo),
        acknowledged=heard.acknowledged,
        refusals=heard.refusals,
        client=desk.window.client_id,
        texts=_TEXTS,
    )


def layers(drawing: PainDrawing) -> tuple[StrokeLayer, ...]:
    """The strokes of every pain made on this figure, each in the colour of its intensity."""
    return tuple(
        StrokeLayer(
            layer.view,
            tuple(stroke.on_body() for stroke in layer.strokes),
            mark.intensity.nrs if mark.intensity else None,
        )
        for mark in drawing.marks
        if mark.drawing is not None and mark.drawing.figure == drawing.figure
        for layer in mark.drawing.views
    )


def _arrows(drawing: PainDrawing, body: Body) -> tuple[Arrow, ...]:
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
            label=arrow_in_words(arrow, body),
        )
        for arrow in drawing.arrows
        if arrow.figure == drawing.figure
    )


def _arrow(arrow: AddArrow, body: Body) -> PainArrow:
    return PainArrow(
        id=arrow.arrow_id,
        figure=body.figure,
        body_version=body.version,
        view=arrow.view,
        x=arrow.x,
        y=arrow.y,
        to_view=arrow.to_view,
        to_x=arrow.to_x,
        to_y=arrow.to_y,
    )
