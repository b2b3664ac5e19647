"""Which pixels a brush or a closed line covers. A pixel is covered if its centre is.

One sweep for both: per row the places where a shape begins and ends are counted up and down, and
one running sum along the rows tells what is inside. Work grows with the number of rows crossed.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


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
    of, row = _rows(np.ceil(top - 0.5), np.floor(bottom - 0.5), box)
    (ax, ay), (bx, by), r, y = start[of].T, end[of].T, radius[of], row + 0.5
    left_a, right_a = _disc(ax, y - ay, r)
    left_b, right_b = _disc(bx, y - by, r)
    left_c, right_c = _band(ax, y - ay, bx - ax, by - ay, r)
    # The swept shape is convex, so the hull of the three pieces in a row is the row of the shape.
    left = np.minimum(np.minimum(left_a, left_b), left_c)
    right = np.maximum(np.maximum(right_a, right_b), right_c)
    first = np.clip(np.ceil(left - 0.5), box.x0, box.x1)
    last = np.clip(np.floor(right - 0.5) + 1, box.x0, box.x1)
    some = last > first
    covered: Mask = _running(row[some], first[some], row[some], last[some], box) > 0
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
    of, row = _rows(first, last, box)
    slope = (bx - ax)[of] / (by - ay)[of]
    column = np.clip(np.ceil(ax[of] + (row + 0.5 - ay[of]) * slope - 0.5), box.x0, box.x1)
    down = (by > ay)[of]
    inside: Mask = _running(row[down], column[down], row[~down], column[~down], box) != 0
    return inside


def _rows(
    first: npt.NDArray[np.float64], last: npt.NDArray[np.float64], box: Box
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Every row of every shape: which shape, and the row; rows outside the box left out."""
    low = np.clip(first, box.y0, box.y1).astype(np.intp)
    high = np.clip(last + 1, box.y0, box.y1).astype(np.intp)
    counts = np.maximum(high - low, 0)
    of = np.repeat(np.arange(counts.size), counts)
    before = np.cumsum(counts) - counts
    return of, np.arange(of.size) + np.repeat(low - before, counts)


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


def _running(
    row_up: npt.NDArray[np.intp],
    up: Points,
    row_down: npt.NDArray[np.intp],
    down: Points,
    box: Box,
) -> npt.NDArray[np.int64]:
    """Running sum along the rows of +1 at each `up` column and -1 at each `down` column."""
    height, width = box.shape
    size = height * (width + 1)

    def count(row: npt.NDArray[np.intp], column: Points) -> npt.NDArray[np.intp]:
        where = (row - box.y0) * (width + 1) + column.astype(np.intp) - box.x0
        return np.bincount(where, minlength=size)

    change = (count(row_up, up) - count(row_down, down)).reshape(height, width + 1)
    return np.cumsum(change, axis=1)[:, :width]


_TINY = 1e-9
_ALL = np.array([[-np.inf], [np.inf]])
