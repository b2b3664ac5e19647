"""Which pixels a brush or a closed line covers. A pixel is covered if its centre is.

One sweep for both: per row the places where a shape begins and ends are counted up and down, and
one running sum along the rows tells what is inside. Work grows with the number of rows crossed.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
_Whole = npt.NDArray[np.intp]


class Box(NamedTuple):
    """Pixels of a picture: columns x0 to x1 and rows y0 to y1, the ends not included."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns, (0, 0) where it is empty."""
        return (max(self.y1 - self.y0, 0), max(self.x1 - self.x0, 0))

    @property
    def slices(self) -> tuple[slice, slice]:
        """Where it lies in an array of rows and columns."""
        return (slice(self.y0, self.y1), slice(self.x0, self.x1))


def box_around(points: Points, margin: float, frame: Box) -> Box:
    """Box of all pixels within `margin` of the points, cut to a frame; may be empty.

    Args:
        points: Shape (n, 2), x and y in pixels, n > 0.
        margin: Pixels.
        frame: What it is cut to.
    """
    low = np.floor(points.min(axis=0) - margin)
    high = np.ceil(points.max(axis=0) + margin)
    x0, x1 = np.clip((low[0], high[0]), frame.x0, frame.x1).astype(int).tolist()
    y0, y1 = np.clip((low[1], high[1]), frame.y0, frame.y1).astype(int).tolist()
    return Box(x0, y0, x1, y1)


def brushed(start: Points, end: Points, radius: Points, box: Box) -> Mask:
    """Pixels covered by discs, each moved in a straight line.

    Args:
        start: Shape (n, 2), where each disc starts, in pixels.
        end: Shape (n, 2), where it ends; may be the same place.
        radius: Shape (n,), in pixels.
        box: Pixels that are wanted.

    Returns:
        Shape of the box.
    """
    top = np.minimum(start[:, 1], end[:, 1]) - radius
    bottom = np.maximum(start[:, 1], end[:, 1]) + radius
    change = _Change(box)
    for of, row in _rows(np.ceil(top - 0.5), np.floor(bottom - 0.5), box):
        (ax, ay), (bx, by), r, y = start[of].T, end[of].T, radius[of], row + 0.5
        left_a, right_a = _disc(ax, y - ay, r)
        left_b, right_b = _disc(bx, y - by, r)
        left_c, right_c = _band(ax, y - ay, bx - ax, by - ay, r)
        # The swept shape is convex: the hull of its three pieces in a row is the row of the shape.
        left = np.minimum(np.minimum(left_a, left_b), left_c)
        right = np.maximum(np.maximum(right_a, right_b), right_c)
        first = np.clip(np.ceil(left - 0.5), box.x0, box.x1)
        last = np.clip(np.floor(right - 0.5) + 1, box.x0, box.x1)
        some = last > first
        change.up(row[some], first[some])
        change.down(row[some], last[some])
    covered: Mask = change.running() > 0
    return covered


def enclosed(points: Points, box: Box) -> Mask:
    """Pixels inside a closed line by the non-zero rule: circled twice is inside, not a hole.

    Args:
        points: Shape (n, 2), corners in pixels; the last is joined to the first.
        box: Pixels that are wanted.

    Returns:
        Shape of the box.
    """
    (ax, ay), (bx, by) = points.T, np.roll(points, -1, axis=0).T
    # Half-open at the lower end, so that a corner is crossed once, not twice.
    first, last = np.ceil(np.minimum(ay, by) - 0.5), np.ceil(np.maximum(ay, by) - 0.5) - 1
    change = _Change(box)
    for of, row in _rows(first, last, box):
        slope = (bx - ax)[of] / (by - ay)[of]
        column = np.clip(np.ceil(ax[of] + (row + 0.5 - ay[of]) * slope - 0.5), box.x0, box.x1)
        down = (by > ay)[of]
        change.up(row[down], column[down])
        change.down(row[~down], column[~down])
    inside: Mask = change.running() != 0
    return inside


def _rows(first: Points, last: Points, box: Box) -> Iterator[tuple[_Whole, _Whole]]:
    """Every row of every shape inside the box: which shape, and the row.

    In bounded portions, so that no drawing, however long and broad, asks for much memory.
    """
    low = np.clip(first, box.y0, box.y1).astype(np.intp)
    high = np.clip(last + 1, box.y0, box.y1).astype(np.intp)
    counts = np.maximum(high - low, 0)
    portion = max(_ROWS_AT_ONCE // max(box.shape[0], 1), 1)
    for begin in range(0, counts.size, portion):
        part = slice(begin, begin + portion)
        of = np.repeat(np.arange(counts.size)[part], counts[part])
        before = np.cumsum(counts[part]) - counts[part]
        yield of, np.arange(of.size) + np.repeat(low[part] - before, counts[part])


def _disc(x: Points, dy: Points, r: Points) -> tuple[Points, Points]:
    """Where the rows cut discs about x: from and to; inf and -inf where they miss."""
    inside = r * r - dy * dy
    half = np.sqrt(np.maximum(inside, 0))
    return np.where(inside >= 0, x - half, np.inf), np.where(inside >= 0, x + half, -np.inf)


def _band(x: Points, dy: Points, vx: Points, vy: Points, r: Points) -> tuple[Points, Points]:
    """Where the rows cut the rectangles between start and end discs; inf and -inf where not."""
    length = np.hypot(vx, vy)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ux, uy = vx / length, vy / length
        along = np.sort([-uy * dy / ux, (length - uy * dy) / ux], axis=0)
        across = np.sort([(ux * dy - r) / uy, (ux * dy + r) / uy], axis=0)
    # A level or upright move leaves one of the two without limits in its row.
    upright, level = np.abs(ux) < _TINY, np.abs(uy) < _TINY
    along[:, upright] = _ALL
    across[:, level] = _ALL
    left, right = np.maximum(along[0], across[0]), np.minimum(along[1], across[1])
    within = np.where(upright, (dy * uy >= 0) & (dy * uy <= length), np.abs(dy) <= r)
    some = (length > 0) & (left <= right) & (within | ~(upright | level))
    return np.where(some, x + left, np.inf), np.where(some, x + right, -np.inf)


class _Change:
    """Where, row by row, shapes begin and end."""

    def __init__(self, box: Box) -> None:
        self._box = box
        height, width = box.shape
        self._change = np.zeros(height * (width + 1), np.intp)

    def up(self, row: _Whole, column: Points) -> None:
        """One more shape from each of these columns on."""
        self._change += self._count(row, column)

    def down(self, row: _Whole, column: Points) -> None:
        """One shape less from each of these columns on."""
        self._change -= self._count(row, column)

    def running(self) -> _Whole:
        """How many shapes cover each pixel, shape of the box."""
        height, width = self._box.shape
        return np.cumsum(self._change.reshape(height, width + 1), axis=1)[:, :width]

    def _count(self, row: _Whole, column: Points) -> _Whole:
        width = self._box.shape[1] + 1
        where = (row - self._box.y0) * width + column.astype(np.intp) - self._box.x0
        return np.bincount(where, minlength=self._change.size)


_TINY = 1e-9
_ALL = np.array([[-np.inf], [np.inf]])
_ROWS_AT_ONCE = 1 << 18
