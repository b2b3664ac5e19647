"""A drawing as plain values: what stands where, before anybody asks for SVG or PNG.

Both writers take the same values, so both show the same paths. Lengths are units of the drawing, x
to the right and y down; inside a `Group` they are units of the group.
"""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.body.showing import Box


class Anchor(StrEnum):
    """Which end of a line of text stands at its point; named as in SVG."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Text:
    """One line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = Anchor.START


@dataclass(frozen=True)
class Shape:
    """A path with its ink.

    Attributes:
        d: SVG path data of M, L, C and Z, absolute or relative.
        fill: Colour as `#rrggbb`, or None.
        opacity: Of the fill, 0 to 1.
        dotted: Whether the fill is dots instead of a surface.
        stroke: Colour of the line, or None.
        stroke_opacity: Of the line, 0 to 1.
        stroke_width: Of the line.
        dashes: Lengths of stroke and gap, or None for a whole line.
        name: What it is, kept as a class in the SVG.
    """

    d: str
    fill: str | None = None
    opacity: float = 1.0
    dotted: bool = False
    stroke: str | None = None
    stroke_opacity: float = 1.0
    stroke_width: float = 1.0
    dashes: tuple[float, float] | None = None
    name: str = ""


@dataclass(frozen=True)
class Bitmap:
    """A PNG picture stretched over a rectangle.

    Attributes:
        png: The file.
        x: Of its left edge.
        y: Of its upper edge.
        width: Units.
        height: Units.
        opacity: 0 to 1.
    """

    png: bytes
    x: float
    y: float
    width: float
    height: float
    opacity: float = 1.0


@dataclass(frozen=True)
class Group:
    """Parts in units of their own.

    Attributes:
        items: The parts, the lowest first.
        x: Where the group's origin is.
        y: As x.
        scale: Units of the surrounding drawing per unit of the group.
        within: Rectangle outside of which nothing shows, or None.
        inside: Path data outside of which nothing shows, or empty.
        name: What it is, kept as a class in the SVG.
    """

    items: tuple["Item", ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    within: Box | None = None
    inside: str = ""
    name: str = ""


Item = Text | Shape | Bitmap | Group


@dataclass(frozen=True)
class Drawing:
    """A whole drawing.

    Attributes:
        width: Units.
        height: Units.
        title: Short name, read aloud instead of the picture.
        description: What it shows, in words.
        items: The lowest first.
        paper: Colour of the ground, or None for a clear one.
    """

    width: float
    height: float
    title: str
    description: str
    items: tuple[Item, ...]
    paper: str | None = "#ffffff"


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle."""
    return f"M{x:g} {y:g}L{x + width:g} {y:g}L{x + width:g} {y + height:g}L{x:g} {y + height:g}Z"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """Path data of a straight line."""
    return f"M{x0:g} {y0:g}L{x1:g} {y1:g}"
