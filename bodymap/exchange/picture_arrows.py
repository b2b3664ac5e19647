"""Arrows of a picture: from cell to cell, numbered where they begin."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from bodymap.body import Body
from bodymap.body.strokes import Point
from bodymap.exchange.drawing import Anchor, Group, Item, Shape, Text

Ends = tuple[int, int]
"""Cells in which an arrow begins and ends."""

_DOT: Final = 11.0
"""Radius of a dot, in units of the drawing."""
_INK, _HALO = "#16201f", "#ffffff"
_ROUND: Final = 0.5523
"""Handle of a quarter circle drawn as a cubic curve, in radii."""


def arrows_in(
    body: Body, view_id: str, views: Sequence[str], arrows: Sequence[Ends], unit: float
) -> Iterator[Item]:
    """What one view of a picture shows of its arrows, in view units.

    An arrow is drawn in the first view that shows both its ends. Where none does, it is a dot with
    its number at each end, in the first view that shows it; the end is the light one.

    Args:
        body: The figure.
        view_id: The view.
        views: All views of the picture, this one included.
        arrows: The arrows.
        unit: View units for one unit of the drawing.

    Raises:
        UnknownCell: An arrow begins or ends in none of this body.
    """
    for number, ends in enumerate(arrows, start=1):
        seen = {view: tuple(body.project(cell, view) for cell in ends) for view in views}
        whole = next((view for view in views if None not in seen[view]), None)
        start, end = seen[view_id]
        if whole == view_id and start and end:
            yield from _line(start, end, unit)
            yield _dot(start, number, _INK, _HALO, unit)
        elif whole is None:
            first = [next((view for view in views if seen[view][i]), None) for i in (0, 1)]
            if start and first[0] == view_id:
                yield _dot(start, number, _INK, _HALO, unit)
            if end and first[1] == view_id:
                yield _dot(end, number, _HALO, _INK, unit)


def _line(start: Point, end: Point, unit: float) -> Iterator[Shape]:
    """A line with a head, light round dark, so that it shows on any colour."""
    (x, y), (to_x, to_y) = start, end
    along, head = math.atan2(to_y - y, to_x - x), 2 * _DOT * unit
    (ax, ay), (bx, by) = (
        (to_x - head * math.cos(along + turn), to_y - head * math.sin(along + turn))
        for turn in (0.45, -0.45)
    )
    tip = f"{to_x:.1f} {to_y:.1f}"
    d = f"M{x:.1f} {y:.1f}L{tip}M{ax:.1f} {ay:.1f}L{tip}L{bx:.1f} {by:.1f}"
    for colour, width, name in ((_HALO, 9, "halo"), (_INK, 4, "arrow")):
        yield Shape(d, stroke=colour, stroke_width=width * unit, name=name)


def _dot(at: Point, number: int, fill: str, ink: str, unit: float) -> Group:
    r, k = _DOT, _ROUND * _DOT
    circle = (
        f"M{r:g} 0C{r:g} {k:g} {k:g} {r:g} 0 {r:g}C{-k:g} {r:g} {-r:g} {k:g} {-r:g} 0"
        f"C{-r:g} {-k:g} {-k:g} {-r:g} 0 {-r:g}C{k:g} {-r:g} {r:g} {-k:g} {r:g} 0Z"
    )
    shape = Shape(circle, fill=fill, stroke=ink, stroke_width=2)
    text = Text(0, 5.5, str(number), 16, ink, bold=True, anchor=Anchor.MIDDLE)
    return Group((shape, text), x=at[0], y=at[1], scale=unit, name="dot")
