"""How far two cells of the skin lie apart for somebody who walks along it.

Cells are joined to those up to three steps across their sides away, about twenty-four, so that a
path has sixteen directions to choose from; the way is found by A* with the straight line as the
lower bound, which is exact for these steps. Having few directions, a path is a little too long: at
most 2.8 % on a flat grid (a sixteenth of a turn has a half-angle of 13.3 degrees), and never
shorter than the straight line. `tests/body/test_walking.py` measures it on planes and cylinders.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import dist, inf
from typing import Final

import numpy as np
import numpy.typing as npt

NO_CELL: Final = -1
_STEPS: Final = 3
_SIDES: Final = 4

Place = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class Ground:
    """What can be walked on.

    Attributes:
        beside: For each cell, the cells across its sides.
        places: For each cell, where it is, cm.
    """

    beside: list[tuple[int, ...]]
    places: list[Place]
    _reached: dict[int, tuple[tuple[int, float], ...]] = field(default_factory=dict)

    def steps_from(self, cell: int) -> tuple[tuple[int, float], ...]:
        """Cells within reach of one step, each with its distance in cm."""
        known = self._reached.get(cell)
        if known is None:
            known = self._reached[cell] = self._look_round(cell)
        return known

    def _look_round(self, cell: int) -> tuple[tuple[int, float], ...]:
        seen = {cell}
        rim = seen
        for _ in range(_STEPS):
            rim = {there for here in rim for there in self.beside[here]} - seen
            seen = seen | rim
        here = self.places[cell]
        return tuple((there, dist(here, self.places[there])) for there in sorted(seen - {cell}))


def ground(faces: npt.NDArray[np.integer], places: list[Place]) -> Ground:
    """The cells of the skin as something to walk on.

    Args:
        faces: `(f, 4)`, vertices of each face of the mesh; cell `k * f + i` is the corner of face
            `i` at its `k`-th vertex. A triangle names one vertex twice.
        places: Of the cells, cm.
    """
    beside: list[tuple[int, ...]] = [
        tuple(cell for cell in row if cell != NO_CELL) for row in neighbours(faces).tolist()
    ]
    return Ground(beside, places)


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
    _, edge = np.unique(np.sort(edges, 1), axis=0, return_inverse=True)
    middle = edge.reshape(count, _SIDES) + vertices
    centre = np.arange(count) + middle.max() + 1
    quads = np.concatenate(
        [np.stack([faces[:, k], middle[:, k], centre, middle[:, k - 1]], 1) for k in range(_SIDES)]
    )
    return _across(quads)


def _across(quads: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    ends = np.stack([quads, np.roll(quads, -1, 1)], -1).reshape(-1, 2)
    _, edge = np.unique(np.sort(ends, 1), axis=0, return_inverse=True)
    owner = np.repeat(np.arange(len(quads)), _SIDES)
    order = np.argsort(edge.ravel(), kind="stable")
    edge = edge.ravel()[order]
    paired = np.flatnonzero(edge[:-1] == edge[1:])
    first, second = order[paired], order[paired + 1]
    across = np.full(len(ends), NO_CELL, np.intp)
    across[first], across[second] = owner[second], owner[first]
    across[ends[:, 0] == ends[:, 1]] = NO_CELL
    return across.reshape(-1, _SIDES)


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
    goal = ground.places[end]
    walked = {start: 0.0}
    done: set[int] = set()
    waiting = [(dist(ground.places[start], goal), start)]
    while waiting:
        least, here = heapq.heappop(waiting)
        if least > at_most_cm:
            return None
        if here == end:
            return walked[end]
        if here in done:
            continue
        done.add(here)
        so_far = walked[here]
        for there, step in ground.steps_from(here):
            length = so_far + step
            if length < walked.get(there, inf):
                walked[there] = length
                heapq.heappush(waiting, (length + dist(ground.places[there], goal), there))
    return None


MOST_REACHED: Final = 2500
"""So many cells are reached at most: face and fingers have small cells, and small muscles."""


def reach_cm(ground: Ground, start: int, at_most_cm: float) -> dict[int, float]:
    """Length of the shortest path from one cell to every cell around it, cm; the start has 0.

    Args:
        ground: What can be walked on.
        start: A cell of it.
        at_most_cm: Farther cells are left out; so are those beyond the nearest `MOST_REACHED`.
    """
    return around_cm(ground, [start], at_most_cm, most=MOST_REACHED)


def around_cm(
    ground: Ground, starts: Iterable[int], at_most_cm: float, *, most: float = inf
) -> dict[int, float]:
    """Length of the shortest path from the nearest of some cells to every cell around them, cm.

    Args:
        ground: What can be walked on.
        starts: Cells of it; each has 0.
        at_most_cm: Farther cells are left out.
        most: So many cells are reached at most.
    """
    walked = dict.fromkeys(starts, 0.0)
    reached: dict[int, float] = {}
    waiting = [(0.0, start) for start in walked]
    while waiting and len(reached) < most:
        so_far, here = heapq.heappop(waiting)
        if here in reached:
            continue
        reached[here] = so_far
        for there, step in ground.steps_from(here):
            length = so_far + step
            if length <= at_most_cm and length < walked.get(there, inf):
                walked[there] = length
                heapq.heappush(waiting, (length, there))
    return reached
