"""The piece of skin between lines, and how far its cells are from its edges."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from bodymap.body import Patch
from tools.atlas.muscle_layer.skin import Skin

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_ALONG: Final = 65
"""Points of every line, evenly along it."""
_CURVE_CM: Final = 0.6
"""Lines and gaps between lines are halved until their pieces are shorter than this."""
_GRAIN_CM: Final = 0.12
"""Distance of the points that cells are compared with."""
_OFF_CM: Final = 0.7
"""A cell that lies farther above or below them is on another fold of the skin."""
_STEEPEST: Final = 0.2
"""Cosine of the angle between the skin of a cell and the skin below the points."""
_AROUND_CM: Final = 1.9
"""So far round the piece cells know how far from its edges they are: about two large cells."""
_STENCIL: Final = 4
_TIP_CM: Final = 0.5
"""An edge shorter than this is a tip."""
_FAR_CM: Final = 2.4
"""Distances from an edge are not told beyond this."""
_EXACT_CM: Final = 0.8
_MOST_POINTS, _MOST_LINES = 600, 200


def patch(lines: Sequence[Floats], skin: Skin, around: Skin) -> tuple[Patch, float]:
    """Piece of skin between lines.

    Args:
        lines: Each (k, 3), k >= 2, on the skin, from origin to insertion; at least two.
        skin: Of the parts of the body it lies on.
        around: All of the skin.

    Returns:
        The piece, and its middle width in cm.
    """
    rails = np.stack([evenly(smooth(line, skin), _ALONG) for line in lines])
    rails = skin.onto(rails.reshape(-1, 3)).reshape(rails.shape)
    while _widest(rails) > _CURVE_CM and len(rails) < _MOST_LINES:
        rails = _halved(rails, skin)
    grid = _refined(rails)
    width = np.median(np.linalg.norm(np.diff(grid, axis=0), axis=2).sum(axis=0))
    return _measured(grid, skin, around), float(width)


def smooth(line: Floats, skin: Skin) -> Floats:
    """A smooth curve on the skin through the points of a line."""
    curve = line
    while _longest(curve) > _CURVE_CM and len(curve) < _MOST_POINTS:
        curve = _halved(curve, skin)
    return curve


def evenly(curve: Floats, count: int) -> Floats:
    """`count` points at even distances along a curve."""
    steps = np.linalg.norm(np.diff(curve, axis=0), axis=1)
    at = np.r_[0, np.cumsum(steps)]
    wanted = np.linspace(0, at[-1], count)
    return np.stack([np.interp(wanted, at, curve[:, axis]) for axis in range(3)], axis=1)


def _halved(points: Floats, skin: Skin) -> Floats:
    """One step of four-point subdivision along the first axis, the new points taken to the skin."""
    before = np.concatenate([2 * points[:1] - points[1:2], points[:-2]])
    after = np.concatenate([points[2:], 2 * points[-1:] - points[-2:-1]])
    new = (9 * (points[:-1] + points[1:]) - before - after) / 16
    new = skin.onto(new.reshape(-1, 3)).reshape(new.shape)
    found = np.empty((2 * len(points) - 1, *points.shape[1:]))
    found[::2], found[1::2] = points, new
    return found


def _longest(curve: Floats) -> float:
    return float(np.linalg.norm(np.diff(curve, axis=0), axis=1).max())


def _widest(rails: Floats) -> float:
    return float(np.linalg.norm(np.diff(rails, axis=0), axis=2).max())


def _refined(rails: Floats) -> Floats:
    """The same grid with points `_GRAIN_CM` apart, straight between the given ones."""
    grid = rails
    for axis in (0, 1):
        step = np.linalg.norm(np.diff(grid, axis=axis), axis=2).max()
        count = (grid.shape[axis] - 1) * max(1, int(np.ceil(step / _GRAIN_CM))) + 1
        place = np.linspace(0, grid.shape[axis] - 1, count)
        low = np.minimum(place.astype(int), grid.shape[axis] - 2)
        part = (place - low).reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
        grid = np.take(grid, low, axis) * (1 - part) + np.take(grid, low + 1, axis) * part
    return np.asarray(grid)


def _measured(grid: Floats, below: Skin, skin: Skin) -> Patch:
    """Cells on and round a grid, (across, along, 3), with their distances from its edges."""
    rows, columns = grid.shape[:2]
    flat = grid.reshape(-1, 3)
    low, high = flat.min(axis=0) - _AROUND_CM, flat.max(axis=0) + _AROUND_CM
    near = np.flatnonzero(((skin.points >= low) & (skin.points <= high)).all(axis=1))
    away, which = (np.asarray(q) for q in cKDTree(flat).query(skin.points[near]))
    normal = below.normals[below.tree.query(flat[which])[1]]
    above = np.abs(((skin.points[near] - flat[which]) * normal).sum(axis=1))
    tilt = (normal * skin.normals[near]).sum(axis=1)
    same = (away < _AROUND_CM) & (tilt > _STEEPEST) & (above < _OFF_CM + away / 3)
    order = np.flatnonzero(same)[np.argsort(skin.cells[near[same]])]
    near, which = near[order], which[order]
    row, column = np.divmod(which, columns)
    within = (row > 0) & (row < rows - 1) & (column > 0) & (column < columns - 1)
    within &= away[order] ** 2 - above[order] ** 2 < (2 * _GRAIN_CM) ** 2
    sides = (grid, grid[::-1], grid.transpose(1, 0, 2), grid.transpose(1, 0, 2)[::-1])
    edges = np.stack([_inside_cm(side, skin.points[near], within, below) for side in sides], axis=1)
    steps = np.linalg.norm(np.diff(grid, axis=0), axis=2)
    gone = np.concatenate([np.zeros((1, columns)), np.cumsum(steps, axis=0)])
    share = gone[row, column] / np.maximum(gone[-1, column], 1e-6)
    return Patch(skin.cells[near], edges.astype(np.float32), share.astype(np.float32))


def _inside_cm(grid: Floats, points: Floats, within: npt.NDArray[np.bool_], below: Skin) -> Floats:
    """How far points are on the inner side of the first row of a grid, cut off at `_FAR_CM`.

    Args:
        grid: (m, k, 3); its first row is the edge, which goes on straight at both ends.
        points: (n, 3).
        within: (n,) those known to lie on the grid.
        below: The skin it lies on.
    """
    edge = grid[0]
    inward = grid[min(_STENCIL, len(grid) - 1)] - edge
    whole = grid[len(grid) // 2] - edge
    normal = below.normals[below.tree.query(edge)[1]]
    if _length(edge) < _TIP_CM:  # a tip: the edge runs square to the way into the grid
        tangent = np.cross(normal, whole)
    else:
        reach = np.arange(len(edge))
        after = np.minimum(reach + _STENCIL, len(edge) - 1)
        tangent = edge[after] - edge[np.maximum(reach - _STENCIL, 0)]
    tangent = _unit(tangent)
    square = np.cross(normal, tangent)
    turn = np.sign(((square * inward).sum(axis=1) + (square * whole).sum(axis=1)).sum()) or 1.0
    square = _unit(square * turn)
    on = np.arange(1, int(_FAR_CM / _GRAIN_CM) + 1)[:, None] * _GRAIN_CM
    line = np.concatenate([edge[0] - on * tangent[0], edge, edge[-1] + on * tangent[-1]])
    count = len(on)
    square = np.concatenate(
        [np.repeat(square[:1], count, 0), square, np.repeat(square[-1:], count, 0)]
    )
    away, which = cKDTree(line).query(points)
    signed = ((points - line[which]) * square[which]).sum(axis=1)
    far = np.where(signed < 0, -away, away)
    found = np.where(away < _EXACT_CM, signed, far)
    found = np.where(away > _FAR_CM, _FAR_CM, found)
    return np.where(within, np.abs(found), found)


def _length(curve: Floats) -> float:
    return float(np.linalg.norm(np.diff(curve, axis=0), axis=1).sum())


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1), 1e-9)[:, None])
