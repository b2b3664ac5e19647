"""The clickable body: one Streamlit component for assessing, drawing and teaching."""

from bodymap.canvas.component import body_canvas, slide_show
from bodymap.canvas.data import (
    CanvasData,
    Inset,
    Mark,
    MarkTone,
    StrokeLayer,
    Texts,
    Tool,
    Zone,
    ZoneExtent,
)
from bodymap.canvas.log import Acknowledged, Received, receive
from bodymap.canvas.operations import (
    AddPoint,
    AddStroke,
    LookAt,
    MoveMark,
    Operation,
    PickRegion,
    PressKey,
    Redo,
    RemoveMark,
    SelectMark,
    Undo,
    Vocabulary,
)
from bodymap.canvas.slides import (
    Reveal,
    Slide,
    SlideShow,
    SlideView,
    Step,
)
from bodymap.canvas.turner import Turner, Turns, turner

__all__ = [
    "Acknowledged",
    "AddPoint",
    "AddStroke",
    "CanvasData",
    "Inset",
    "LookAt",
    "Mark",
    "MarkTone",
    "MoveMark",
    "Operation",
    "PickRegion",
    "PressKey",
    "Received",
    "Redo",
    "RemoveMark",
    "Reveal",
    "SelectMark",
    "Slide",
    "SlideShow",
    "SlideView",
    "Step",
    "StrokeLayer",
    "Texts",
    "Tool",
    "Turner",
    "Turns",
    "Undo",
    "Vocabulary",
    "Zone",
    "ZoneExtent",
    "body_canvas",
    "receive",
    "slide_show",
    "turner",
]
