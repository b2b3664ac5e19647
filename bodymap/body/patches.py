"""Pieces of the surface that know how far each of their cells is from their edges.

An outline made of cells is as coarse as they are. Distances from the edges, smooth across cells,
tell where an edge runs within them, and lines of equal share between two edges run along a piece
like fibres. Pure and deterministic.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body import contours
from bodymap.body.trace import path_of_loops
from bodymap.body.views import BACKGROUND, View

Field = npt.NDArray[np.float32]

_BLUR_CELLS: Final = 1.1
"""Half width of the blur that makes distances smooth across cells, in sides of a cell."""
_RIM_PIXELS: Final = 1
"""The same for the staircase of the rim of what is shown, in pixels."""
_OPEN: Final = 0.5
_FIBRE_TOLERANCE: Final = 0.35
"""How far, in view units, a thinned fibre may leave the followed one."""
_SPECK: Final = 0.05
"""What is seen of a piece apart, smaller than this part of the rest, is a speck."""
_LEAST_FIBRE: Final = 6
"""Pieces of a fibre with fewer points than this are left out."""
_MARGIN_CM: Final = 0.12
"""Fibres end so far before an edge."""


@dataclass(frozen=True, eq=False)
class Patch:
    """A piece of the surface between four edges.

    Attributes:
        cells: (n,) cell numbers on it and round it.
        edges_cm: (n, 4) float32: how far a cell is inside the first and the last side, the
            beginning and the end; less than 0 beyond, and not told where it is far.
        share: (n,) float32: 0 at the first side to 1 at the last, the same along a fibre.
    """

    cells: npt.NDArray[np.integer]
    edges_cm: Field
    share: Field

    @property
    def inside(self) -> npt.NDArray[np.integer]:
        """Numbers of the cells that lie on it."""
        return self.cells[(self.edges_cm > 0).all(axis=1)]


@dataclass(frozen=True, eq=False)
class Drawn:
    """A piece in one view.

    Attributes:
        outline: SVG path data of a closed path, in view units; empty if the view shows none of it.
        fibres: SVG path data of open lines along it.
    """

    outline: str
    fibres: str


def draw(view: View, patch: Patch, fibres: int) -> Drawn:
    """Outline and fibres of a piece in a view.

    Args:
        view: Where it is shown.
        patch: The piece.
        fibres: Number of strips that its fibres divide it into.
    """
    edges, share, shown, rim, (x0, y0) = _fields(view, patch)
    if edges.size == 0:
        return Drawn("", "")
    depth = edges.min(axis=0)
    field = np.minimum(np.clip(_OPEN + depth / 2, 0, 1), rim)
    field[[0, -1]] = 0
    field[:, [0, -1]] = 0
    offset = np.array((x0 + 0.5, y0 + 0.5))
    outline = path_of_loops(contours.loops(field, _OPEN), offset, _SPECK)
    if not outline:
        return Drawn("", "")
    where = shown & (depth > _MARGIN_CM) & (field > _OPEN)
    lines = [
        line + offset
        for number in range(1, fibres)
        for line in contours.lines(share, number / fibres, where)
        if len(line) >= _LEAST_FIBRE
    ]
    return Drawn(outline, "".join(_polyline(line) for line in lines))


def _fields(
    view: View, patch: Patch
) -> tuple[Field, Field, npt.NDArray[np.bool_], Field, tuple[int, int]]:
    """Distances by pixel about the piece, which pixels show it, and the rim of what is shown."""
    boxes = view.boxes[patch.inside]
    boxes = boxes[boxes[:, 0] <= boxes[:, 1]]
    if boxes.size == 0:
        empty = np.zeros((0, 0), np.float32)
        return empty, empty, empty.astype(bool), empty, (0, 0)
    reach = max(1, round(_BLUR_CELLS * view.cell_side))
    margin = 2 + 2 * reach
    y0, y1 = int(boxes[:, 0].min()) - margin, int(boxes[:, 1].max()) + 1 + margin
    x0, x1 = int(boxes[:, 2].min()) - margin, int(boxes[:, 3].max()) + 1 + margin
    row_of = np.full(BACKGROUND + 1, -1, np.int32)
    row_of[patch.cells] = np.arange(len(patch.cells))
    which = np.full((y1 - y0, x1 - x0), -1, np.int32)
    part = row_of[view.cells[max(y0, 0) : y1, max(x0, 0) : x1]]
    top, left = max(-y0, 0), max(-x0, 0)
    which[top : top + part.shape[0], left : left + part.shape[1]] = part
    shown = which >= 0
    layers = np.zeros((6, *which.shape), np.float32)
    layers[:4, shown] = patch.edges_cm[which[shown]].T
    layers[4, shown] = patch.share[which[shown]]
    layers[5] = shown
    blurred = smoothed(layers, reach)
    known = blurred[:5] / np.maximum(blurred[5], np.float32(1e-3))
    known[:4, blurred[5] < 1e-3] = -1  # noqa: PLR2004 - nothing near
    return known[:4], known[4], shown, smoothed(layers[5:], _RIM_PIXELS)[0], (x0, y0)


def smoothed(image: Field, reach: int) -> Field:
    """Mean over a square of `2 reach + 1` pixels, taken twice, on the last two axes; zero outside.

    Much quicker than a bell, and as smooth as a line drawn through it needs.
    """
    side = 2 * reach + 1
    for axis in (-1, -2):
        for _ in range(2):
            wide = [(0, 0)] * image.ndim
            wide[axis] = (reach + 1, reach)
            total = np.cumsum(np.pad(image, wide), axis=axis, dtype=np.float32)
            count = total.shape[axis]
            ahead = np.take(total, np.arange(side, count), axis)
            behind = np.take(total, np.arange(count - side), axis)
            image = (ahead - behind) / np.float32(side)
    return image


def _polyline(line: contours.Line) -> str:
    """An open line as relative straight pieces in tenths of a unit."""
    points = np.rint(line[contours.thinned_open(line, _FIBRE_TOLERANCE)] * 10).astype(int)
    x, y = points[0].tolist()
    steps = np.diff(points, axis=0).tolist()
    return f"M{x / 10:g} {y / 10:g}l" + " ".join(f"{a / 10:g} {b / 10:g}" for a, b in steps)
