"""Bodies small enough to stand in a row of many: front and back, pain and findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body import Figure, SurfaceArea
from bodymap.body.contours import loops, thinned
from bodymap.body.locating import project
from bodymap.body.pain_colours import pain_colour
from bodymap.body.views import BACKGROUND

_VIEWS: Final = ("front", "back")
_STEP: Final = 8
"""View units to one point of the small picture; a body is then 125 points high."""
_SKIN, _LINE, _DOT, _HALO = "#efe6d8", "#8a7f70", "#2b211c", "#ffffff"
_GAP: Final = 3
_THIN: Final = 0.5
"""How far, in points, a thinned outline may leave the followed one."""
_Points = npt.NDArray[np.uint16]


@dataclass(frozen=True)
class Dot:
    """A finding on a small body.

    Attributes:
        cell: Where.
        filled: Whether it is solid, as an active trigger point is; else a ring.
    """

    cell: int
    filled: bool


@dataclass(frozen=True)
class TinyBody:
    """What one small body shows.

    Attributes:
        layers: Areas, each with its pain, 0 to 10 or None.
        dots: Findings.
    """

    layers: Sequence[tuple[SurfaceArea, int | None]] = ()
    dots: Sequence[Dot] = ()


def size_of(figure: Figure) -> tuple[int, int]:
    """Width and height of `silhouette` and `tiny_marks`."""
    shapes = [cells.shape for cells in _points(figure).values()]
    return sum(wide + _GAP for _, wide in shapes) - _GAP, max(high for high, _ in shapes)


def silhouette(figure: Figure) -> str:
    """SVG of the figure alone, front beside back, on which the marks of `tiny_marks` lie."""
    parts = {
        view: f'<path d="{_outline(cells != BACKGROUND)}" fill="{_SKIN}" stroke="{_LINE}" '
        'stroke-width=".7"/>'
        for view, cells in _points(figure).items()
    }
    return _beside(figure, parts)


def tiny_marks(figure: Figure, shown: TinyBody) -> str:
    """SVG of pain and findings; the stronger pain on top, what was not rated in grey-blue."""
    layers = sorted(shown.layers, key=lambda layer: -1 if layer[1] is None else layer[1])
    parts = {
        view: "".join(_painted(area, nrs, cells) for area, nrs in layers)
        + "".join(_dot(figure, view, dot) for dot in shown.dots)
        for view, cells in _points(figure).items()
    }
    return _beside(figure, parts)


def _points(figure: Figure) -> dict[str, _Points]:
    middle = slice(_STEP // 2, None, _STEP)
    return {view: figure.view(view).cells[middle, middle] for view in _VIEWS}


def _beside(figure: Figure, parts: Mapping[str, str]) -> str:
    """The views beside each other, as one picture."""
    groups, left, height = [], 0, 0
    for view, cells in _points(figure).items():
        groups.append(f'<g transform="translate({left} 0)">{parts[view]}</g>')
        left += cells.shape[1] + _GAP
        height = max(height, cells.shape[0])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left - _GAP} {height}" '
        f'width="{left - _GAP}" height="{height}">{"".join(groups)}</svg>'
    )


def _painted(area: SurfaceArea, nrs: int | None, cells: _Points) -> str:
    path = _rows(np.isin(cells, area.cells))
    return f'<path d="{path}" fill="{pain_colour(nrs)}"/>' if path else ""


def _outline(mask: npt.NDArray[np.bool_]) -> str:
    """Path data of a smooth line round the points of a mask."""
    lines = loops(np.pad(mask.astype(np.float32), 1), 0.5)
    return "".join(
        "M" + "L".join(f"{x - 0.5:.1f} {y - 0.5:.1f}" for x, y in line[thinned(line, _THIN)]) + "z"
        for line in lines
    )


def _rows(mask: npt.NDArray[np.bool_]) -> str:
    """Path data of the points of a mask, row by row: so small, that looks as good, and is quick."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, begins = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    return "".join(
        f"M{x} {y}h{wide}v1h-{wide}z"
        for y, x, wide in zip(rows.tolist(), begins.tolist(), (ends - begins).tolist(), strict=True)
    )


def _dot(figure: Figure, view: str, dot: Dot) -> str:
    point = project(figure, dot.cell, view)
    if point is None:
        return ""
    look = (
        f'fill="{_DOT}" stroke="{_HALO}" stroke-width=".8"'
        if dot.filled
        else f'fill="{_HALO}" stroke="{_DOT}" stroke-width="1.4"'
    )
    return f'<circle cx="{point[0] / _STEP:.1f}" cy="{point[1] / _STEP:.1f}" r="3" {look}/>'
