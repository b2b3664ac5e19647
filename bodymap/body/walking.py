"""How far two cells of the skin lie apart for somebody who walks along it.

Cells are joined to those up to three steps across their sides away, about twenty-four, so that a
path has sixteen directions to choose from. Having few directions, a path is a little too long: at
most 2.8 % on a flat grid (a sixteenth of a turn has a half-angle of 13.3 degrees), and never
shorter than the straight line. `tests/body/test_walking.py` measures it on planes and cylinders.

The shortest ways grow from the start in waves: every cell whose way became shorter offers its
neighbours a way through it, many cells at a time.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt

NO_CELL: Final = -1
_STEPS: Final = 3
_SIDES: Final = 4

_Cells = npt.NDArray[np.intp]
_Lengths = npt.NDArray[np.float64]


class Ground:
    """What can be walked on."""

    def __init__(self, beside: _Cells, places: _Lengths) -> None:
        """Join cells to those around them.

        Args:
            beside: `(cells, 4)`, the cell across each side of a cell; -1 where there is none.
            places: `(cells, 3)`, where each is, cm.
        """
        self.beside, self.places = beside, places
        # Filled where somebody walks; all of it takes a second.
        most = sum(_SIDES * (_SIDES - 1) ** ring for ring in range(_STEPS))
        self._there = np.empty((len(beside), most), np.int32)
        self._length = np.empty((len(beside), most))
        self._known = np.zeros(len(beside), bool)
        self._most_steps = 0

    def steps_from(self, cells: _Cells) -> tuple[npt.NDArray[np.int32], _Lengths]:
        """Cells within reach of one step of each of some cells, and how far they are, cm.

        Both have a row for each cell, all of the same length; where there is no further cell the
        step leads to the cell itself and is infinitely long.
        """
        new = cells[~self._known[cells]]
        if new.size:
            self._there[new], self._length[new] = self._looked_round(new)
            steps = int(np.isfinite(self._length[new]).sum(axis=1).max())
            self._most_steps = max(self._most_steps, steps)
            self._known[new] = True
        upto = slice(0, self._most_steps)
        return self._there[cells, upto], self._length[cells, upto]

    def _looked_round(self, cells: _Cells) -> tuple[npt.NDArray[np.int32], _Lengths]:
        itself = cells[:, None]
        rim = reached = itself
        for _ in range(_STEPS):
            rim = np.where(rim[..., None] == NO_CELL, NO_CELL, self.beside[rim])
            rim = rim.reshape(len(cells), -1)
            reached = np.hstack([reached, rim])
        reached.sort(axis=1)
        away = (reached != NO_CELL) & (reached != itself)
        away[:, 1:] &= reached[:, 1:] != reached[:, :-1]
        order = np.argsort(~away, axis=1, kind="stable")[:, : self._there.shape[1]]
        away, reached = (np.take_along_axis(each, order, axis=1) for each in (away, reached))
        there = np.where(away, reached, itself)
        length = np.linalg.norm(self.places[there] - self.places[:, None][cells], axis=2)
        return there.astype(np.int32), np.where(away, length, inf)


def neighbours(faces: npt.NDArray[np.integer]) -> npt.NDArray[np.intp]:
    """`(cells, 4)`: the cell across each side of a cell, -1 across an open edge.

    Neighbours of the skin itself, whatever is seen of it. Which cells a *picture* shows beside each
    other is another question (`bodymap.analysis.cell_graph`): half of those pairs meet at a corner
    only, and a sixth are eight steps apart or more, over a fold or the rim of an eye.

    A corner of a face is bounded by its vertex, the middles of the two edges there, and the middle
    of the face.
    """
    count, vertices = len(faces), int(faces.max()) + 1
    faces = faces.astype(np.intp)
    edges = np.stack([faces, np.roll(faces, -1, 1)], -1).reshape(-1, 2)
    edge = _numbered(edges)
    middle = edge.reshape(count, _SIDES) + vertices
    centre = np.arange(count) + middle.max() + 1
    quads = np.concatenate(
        [np.stack([faces[:, k], middle[:, k], centre, middle[:, k - 1]], 1) for k in range(_SIDES)]
    )
    return _across(quads)


def _across(quads: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    ends = np.stack([quads, np.roll(quads, -1, 1)], -1).reshape(-1, 2)
    edge = _numbered(ends)
    owner = np.repeat(np.arange(len(quads)), _SIDES)
    order = np.argsort(edge, kind="stable")
    edge = edge[order]
    paired = np.flatnonzero(edge[:-1] == edge[1:])
    first, second = order[paired], order[paired + 1]
    across = np.full(len(ends), NO_CELL, np.intp)
    across[first], across[second] = owner[second], owner[first]
    across[ends[:, 0] == ends[:, 1]] = NO_CELL
    return across.reshape(-1, _SIDES)


def _numbered(ends: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """A number for each edge, the same for those between the same two vertices."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    _, numbers = np.unique(low * (high.max() + 1) + high, return_inverse=True)
    return numbers


def walk_cm(ground: Ground, start: int, end: int, at_most_cm: float) -> float | None:
    """Length of the shortest path from one cell to another.

    Args:
        ground: What can be walked on.
        start: A cell of it.
        end: Another, or the same.
        at_most_cm: Give up on paths longer than this.

    Returns:
        Centimetres; None if they lie farther apart, or are not joined.
    """
    straight = np.linalg.norm(ground.places - ground.places[end], axis=1)
    walked = float(around_cm(ground, [start], at_most_cm - straight)[end])
    return walked if np.isfinite(walked) else None


MOST_REACHED: Final = 2500
"""So many cells are reached at most: face and fingers have small cells, and small muscles."""


def reach_cm(ground: Ground, start: int, at_most_cm: float) -> _Lengths:
    """Length of the shortest path from one cell to every cell, cm; the start has 0.

    Args:
        ground: What can be walked on.
        start: A cell of it.
        at_most_cm: Farther cells are infinitely far; so are those beyond the nearest
            `MOST_REACHED`.
    """
    return around_cm(ground, [start], at_most_cm, most=MOST_REACHED)


def around_cm(
    ground: Ground,
    starts: Sequence[int] | _Cells,
    at_most_cm: float | _Lengths,
    *,
    most: int | None = None,
) -> _Lengths:
    """Length of the shortest path from the nearest of some cells to every cell, cm.

    Args:
        ground: What can be walked on.
        starts: Cells of it; each has 0.
        at_most_cm: Cells that are farther are infinitely far; one number, or one for each cell.
        most: Only the nearest so many cells are reached; the others are infinitely far.
    """
    farthest = np.broadcast_to(at_most_cm, len(ground.beside))
    away = np.full(len(ground.beside), inf)
    rim = np.array(starts, np.intp)
    away[rim] = 0.0
    sure = wave = _wave_cm(ground.steps_from(rim)[1])
    while rim.size:
        now = rim[away[rim] <= sure]
        if not now.size:  # every way up to here is the shortest
            if most is not None and np.count_nonzero(away <= sure) >= most:
                break
            sure = float(away[rim].min()) + wave
            continue
        offered, step = ground.steps_from(now)
        length = away[now, None] + step
        shorter = (length < away[offered]) & (length <= farthest[offered])
        offered, length = offered[shorter], length[shorter]
        np.minimum.at(away, offered, length)
        rim = np.unique(np.concatenate([rim[away[rim] > sure], offered]))
    if most is not None and np.count_nonzero(away < inf) > most:
        away[away > np.partition(away, most - 1)[most - 1]] = inf
    return away


def _wave_cm(steps: _Lengths) -> float:
    """How far ways grow before the nearest cells are looked at again."""
    known = steps[np.isfinite(steps)]
    return float(known.max()) if known.size else inf
