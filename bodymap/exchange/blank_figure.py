"""A blank figure to print and draw on, with room for a name and a date."""

from collections.abc import Sequence
from enum import StrEnum
from html import escape
from typing import Final

from bodymap.atlas.citing import NOTICE
from bodymap.body import Body
from bodymap.exchange import fonts, panels
from bodymap.exchange.drawing import Drawing, Item, Shape, Text, line
from bodymap.exchange.panels import Frame
from bodymap.exchange.sheet import MARGIN_MM, MILLIMETRES, Paper, page
from bodymap.exchange.svg import to_svg


class Part(StrEnum):
    """What a blank sheet shows."""

    BODY = "body"
    SIDES = "sides"
    HEAD = "head"
    HANDS = "hands"
    FEET = "feet"
    PELVIC_FLOOR = "pelvic_floor"


PARTS: Final = {
    Part.BODY: "front and back",
    Part.SIDES: "both sides",
    Part.HEAD: "head",
    Part.HANDS: "hands",
    Part.FEET: "feet",
    Part.PELVIC_FLOOR: "pelvic floor",
}
_ROWS: Final = {
    Part.BODY: (("front", "back"),),
    Part.SIDES: (("right", "left"),),
    Part.HEAD: (("head_front", "head_back"), ("head_right", "head_left")),
    Part.HANDS: (
        ("hand_palm.right", "hand_palm.left"),
        ("hand_back.left", "hand_back.right"),
    ),
    Part.FEET: (
        ("foot_top.right", "foot_top.left", "foot_sole.left", "foot_sole.right"),
        ("foot_inner.right", "foot_inner.left"),
        ("foot_outer.right", "foot_outer.left"),
    ),
    Part.PELVIC_FLOOR: (("pelvic_floor_female",), ("pelvic_floor_male",)),
}
_UNITS_PER_MM: Final = 5.0
_GAP, _ROW_GAP = 30.0, 74.0
_NOTE_LINE: Final = 46.0
_RELIEF: Final = 0.6
_STYLE: Final = """
svg { width: 100%; }
h1 { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }
"""
_ASK: Final = "Shade where you feel pain, and put an X where it is worst."


def blank_figure(body: Body, part: Part = Part.BODY, paper: Paper = Paper.A4) -> Drawing:
    """A sheet with a figure and nothing on it; the drawing is as large as the paper prints.

    Args:
        body: The figure.
        part: What of it.
        paper: What it is printed on.
    """
    wide, high = (_UNITS_PER_MM * (mm - 2 * MARGIN_MM) for mm in MILLIMETRES[paper])
    high -= 2 * _UNITS_PER_MM  # browsers round up, and a second page would be empty
    notice = fonts.wrapped(NOTICE, 14, wide)
    foot = high - 20 * len(notice)
    items: list[Item] = [
        *_head(wide),
        *_figures(body, part, wide, 150, foot - 20),
        *(Text(0, foot + 20 * n + 8, text, 14, panels.MUTED) for n, text in enumerate(notice)),
    ]
    title = f"Blank body chart, {PARTS[part]}, {body.figure} figure"
    return Drawing(wide, high, title, "To print and draw on.", tuple(items))


def _head(wide: float) -> list[Item]:
    lines = {"Name": (0.0, 0.58 * wide), "Date": (0.62 * wide, wide)}
    items: list[Item] = [Text(0, 92, _ASK, 19, panels.INK)]
    for name, (start, end) in lines.items():
        items.append(Text(start, 40, name, 19, panels.INK, bold=True))
        items.append(Shape(line(start + 58, 42, end, 42), stroke=panels.MUTED, stroke_width=1.2))
    return items


def _figures(body: Body, part: Part, wide: float, top: float, bottom: float) -> list[Item]:
    """Rows of views as large as they fit; what room is left below gets lines for notes."""
    rows = [[body.view(view_id) for view_id in row] for row in _rows(body, part)]
    room = (bottom - top - _ROW_GAP * (len(rows) - 1) - 24) / len(rows)
    items: list[Item] = []
    y = top
    for row in rows:
        broad = sum(view.width / view.height for view in row)
        tall = min(room, (wide - _GAP * (len(row) - 1)) / broad)
        gap = (wide - tall * broad) / len(row)
        x = gap / 2
        for view in row:
            frame = Frame(x, y, tall, panels.whole(view), "your", skin="#ffffff", relief=_RELIEF)
            items.append(panels.panel(body, view, frame))
            x += frame.width + gap
        y += tall + _ROW_GAP
    return items + _notes(wide, y, bottom)


def _rows(body: Body, part: Part) -> Sequence[Sequence[str]]:
    """Views of a part; of the pelvic floor the figure's own chart, or both where it has no sex."""
    rows = _ROWS[part]
    own = [row for row in rows if row == (f"{part}_{body.figure}",)]
    return own or rows


def _notes(wide: float, top: float, bottom: float) -> list[Item]:
    if bottom - top < 2 * _NOTE_LINE:
        return []
    rows = range(round(top + _NOTE_LINE), round(bottom), round(_NOTE_LINE))
    lines = [Shape(line(0, y, wide, y), stroke=panels.RIM, stroke_width=1) for y in rows]
    return [Text(0, top, "Notes", 19, panels.INK, bold=True), *lines]


def blank_page(body: Body, part: Part = Part.BODY, paper: Paper = Paper.A4) -> str:
    """The sheet as a page to print."""
    drawing = blank_figure(body, part, paper)
    content = f"<h1>{escape(drawing.title)}</h1>{to_svg(drawing)}"
    return page(drawing.title, content, style=_STYLE, paper=paper)
