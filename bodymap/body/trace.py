"""From cells to a smooth SVG path in one view. Pure and deterministic.

The cells are blurred by about one cell and cut at one half, so that no edge of a cell is seen; the
outline of that is followed (marching squares), thinned and drawn as cubic curves.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body import contours
from bodymap.body.area import SurfaceArea
from bodymap.body.figure import Figure
from bodymap.body.views import BACKGROUND, View

Field = npt.NDArray[np.float32]
Line = npt.NDArray[np.float64]

_BLUR_CELLS: Final = 1.0
"""Standard deviation of the blur, in sides of a typical cell."""
_RIM_PIXELS: Final = 0.8
"""Standard deviation of the blur that rounds the staircase of the figure's own rim."""
_TOLERANCE: Final = 0.25
"""How far, in view units, the thinned line may leave the followed one."""
_REACH: Final = 3.0
"""How many times longer than the piece before a piece may be and still curve over a third."""
_LEAST: Final = 2.0
"""Loops around less than this, in square view units, are dropped beside larger ones."""


def traced(figure: Figure, area: SurfaceArea, view_id: str) -> str:
    """SVG path data (`d`) of an area in a view, in view units, without cell edges.

    Fill it by either rule. Empty if the view shows nothing of the area.

    Raises:
        UnknownView: This figure has no such view.
    """
    return trace(figure.view(view_id), area.mask)


def traces(figure: Figure, area: SurfaceArea) -> dict[str, str]:
    """SVG path data of an area by view, for every view that shows some of it."""
    paths = {view_id: traced(figure, area, view_id) for view_id in figure.views} if area else {}
    return {view_id: path for view_id, path in paths.items() if path}


def trace(view: View, mask: npt.NDArray[np.bool_]) -> str:
    """SVG path data of some cells in a view.

    Args:
        view: Where they are shown.
        mask: Shape (cell_count,), True for the cells.

    Returns:
        `d` of a closed path in view units, for either fill rule; empty if the view shows none.
    """
    field, x0, y0 = blurred(view, mask)
    if field.size == 0:
        return ""
    # A set smaller than a cell never reaches one half, and is drawn all the same.
    loops = contours.loops(field, min(0.5, float(field.max()) / 2))
    return path_of_loops(loops, np.array((x0 + 0.5, y0 + 0.5)))


def path_of_loops(loops: list[Line], offset: Line, least_share: float = 0.0) -> str:
    """Closed smooth curves along dense closed lines; specks beside larger loops are dropped.

    Args:
        loops: Each (n, 2), x and y, in view units.
        offset: (2,) added to all of them.
        least_share: Loops around less than this part of the largest are specks too.
    """
    sizes = [abs(contours.enclosed_area(loop)) for loop in loops]
    largest = max(sizes, default=0)
    least = max(min(_LEAST, largest), least_share * largest)
    return "".join(
        _path(loop + offset) for loop, size in zip(loops, sizes, strict=True) if size >= least
    )


def blurred(view: View, mask: npt.NDArray[np.bool_]) -> tuple[Field, int, int]:
    """How much of the surroundings of each pixel belongs to some cells, 0 to 1.

    Beside the figure nothing is known, so only the figure's own pixels are weighed and the rim of
    the figure stays the rim of the field.

    Returns:
        The field about the cells, 0 along its border, and column and row of its first pixel in the
        view. An empty field if the view shows none of the cells.
    """
    table = np.zeros(BACKGROUND + 1, bool)
    table[: mask.size] = mask
    chosen = table[view.cells]
    rows, columns = np.flatnonzero(chosen.any(axis=1)), np.flatnonzero(chosen.any(axis=0))
    if rows.size == 0:
        return np.zeros((0, 0), np.float32), 0, 0
    sigma = _BLUR_CELLS * view.cell_side
    margin = 1 + int(np.ceil(3 * max(sigma, _RIM_PIXELS)))
    y0, y1 = int(rows[0]) - margin, int(rows[-1]) + 1 + margin
    x0, x1 = int(columns[0]) - margin, int(columns[-1]) + 1 + margin
    part = chosen[max(y0, 0) : y1, max(x0, 0) : x1]
    around = view.cells[max(y0, 0) : y1, max(x0, 0) : x1] != BACKGROUND
    frame = np.zeros((2, y1 - y0, x1 - x0), np.float32)
    top, left = max(-y0, 0), max(-x0, 0)
    frame[:, top : top + part.shape[0], left : left + part.shape[1]] = part, around
    weight = gaussian(frame, sigma)
    field = weight[0] / np.maximum(weight[1], np.float32(1e-3))
    field = np.minimum(field, gaussian(frame[1], _RIM_PIXELS))
    field[[0, -1]] = 0
    field[:, [0, -1]] = 0
    return field, x0, y0


def gaussian(image: Field, sigma: float) -> Field:
    """Blur the last two axes with a bell of standard deviation `sigma` pixels; zero outside."""
    reach = max(int(np.ceil(3 * sigma)), 1)
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    bell = (bell / bell.sum()).astype(np.float32)
    for axis in (-1, -2):
        length = image.shape[axis]
        wide = np.moveaxis(image, axis, -1)
        wide = np.pad(wide, [(0, 0)] * (wide.ndim - 1) + [(reach, reach)])
        total = np.zeros_like(np.moveaxis(image, axis, -1))
        for shift, part in enumerate(bell):
            total += part * wide[..., shift : shift + length]
        image = np.moveaxis(total, -1, axis)
    return image


def _path(line: Line) -> str:
    """Closed smooth curve along a dense line, as relative cubic curves in tenths of a unit."""
    kept = contours.thinned(line, _TOLERANCE)
    points = line[kept]
    # The dense line knows its direction at every corner that is kept.
    slope = (np.roll(line, -2, axis=0) - np.roll(line, 2, axis=0))[kept]
    slope /= np.maximum(np.hypot(slope[:, 0], slope[:, 1])[:, None], 1e-9)
    step = np.roll(points, -1, axis=0) - points
    length = np.hypot(step[:, 0], step[:, 1])[:, None]
    # Long handles beside a short piece, as at a corner, would make the long piece bulge.
    before, after = np.roll(length, 1, axis=0), np.roll(length, -1, axis=0)
    leave = points + slope * np.minimum(length, _REACH * before) / 3
    arrive = np.roll(slope, -1, axis=0) * np.minimum(length, _REACH * after) / 3
    arrive = np.roll(points, -1, axis=0) - arrive
    stops = np.rint(np.stack([leave, arrive, np.roll(points, -1, axis=0)], axis=1) * 10)
    start = np.rint(points * 10)
    moves = (stops - start[:, None]).astype(int).reshape(-1, 6).tolist()
    x, y = start[0].astype(int).tolist()
    curves = " ".join(" ".join(f"{value / 10:g}" for value in move) for move in moves)
    return f"M{x / 10:g} {y / 10:g}c{curves}Z"
