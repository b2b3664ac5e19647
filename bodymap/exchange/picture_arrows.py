"""Arrows of a small picture: from cell to cell, numbered where they begin."""

import math
from collections.abc import Sequence
from typing import Final

from bodymap.body import Figure
from bodymap.body.locating import project
from bodymap.body.strokes import Point

_DOT: Final = 17
_INK, _HALO = "#16201f", "#ffffff"


def arrows_in(
    figure: Figure, view_id: str, views: Sequence[str], arrows: Sequence[tuple[int, int]]
) -> str:
    """SVG of what one view of a picture shows of its arrows.

    An arrow is drawn in the first view that shows both its ends. Where none does, it is a dot with
    its number at each end, in the first view that shows it; the end is the light one.

    Args:
        figure: The figure.
        view_id: The view.
        views: All views of the picture, this one included.
        arrows: Cells in which each begins and ends.

    Raises:
        UnknownCell: An arrow begins or ends in none of this body.
    """
    drawn = []
    for number, ends in enumerate(arrows, start=1):
        seen = {view: tuple(project(figure, cell, view) for cell in ends) for view in views}
        whole = next((view for view in views if None not in seen[view]), None)
        start, end = seen[view_id]
        if whole == view_id and start and end:
            drawn += [_line(start, end), _dot(start, number, _INK, _HALO)]
        elif whole is None:
            first = [next((view for view in views if seen[view][i]), None) for i in (0, 1)]
            if start and first[0] == view_id:
                drawn.append(_dot(start, number, _INK, _HALO))
            if end and first[1] == view_id:
                drawn.append(_dot(end, number, _HALO, _INK))
    return "".join(drawn)


def _line(start: Point, end: Point) -> str:
    """A line with a head, light round dark, so that it shows on any colour."""
    (x, y), (to_x, to_y) = start, end
    along = math.atan2(to_y - y, to_x - x)
    (ax, ay), (bx, by) = (
        (to_x - 2 * _DOT * math.cos(along + turn), to_y - 2 * _DOT * math.sin(along + turn))
        for turn in (0.45, -0.45)
    )
    tip = f"{to_x:.0f} {to_y:.0f}"
    d = f"M{x:.0f} {y:.0f}L{tip}M{ax:.0f} {ay:.0f}L{tip}L{bx:.0f} {by:.0f}"
    return "".join(
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
        for colour, width in ((_HALO, 14), (_INK, 6))
    )


def _dot(at: Point, number: int, fill: str, ink: str) -> str:
    x, y = at
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{_DOT}" fill="{fill}" stroke="{ink}" '
        f'stroke-width="3"/><text x="{x:.0f}" y="{y + 8:.0f}" font-size="24" fill="{ink}" '
        f'font-family="sans-serif" font-weight="700" text-anchor="middle">{number}</text>'
    )
