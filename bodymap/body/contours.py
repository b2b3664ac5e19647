"""Lines of equal height in a field (marching squares), and thinning them."""

from typing import Final

import numpy as np
import numpy.typing as npt

Line = npt.NDArray[np.float64]
_Whole = npt.NDArray[np.intp]

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)

# A square has corners a (top left), b, c, d clockwise, counted 1, 2, 4, 8 if they are high. Every
# piece runs from the side where the clockwise round goes down to the one where it goes up, so that
# the piece in the next square goes on from there. Two opposite high corners are joined if the
# middle of the square is high: those codes are 5 and 10, and 16 more where they are joined.
_PIECES: Final = {
    1: ((_TOP, _LEFT),),
    2: ((_RIGHT, _TOP),),
    3: ((_RIGHT, _LEFT),),
    4: ((_BOTTOM, _RIGHT),),
    5: ((_TOP, _LEFT), (_BOTTOM, _RIGHT)),
    6: ((_BOTTOM, _TOP),),
    7: ((_BOTTOM, _LEFT),),
    8: ((_LEFT, _BOTTOM),),
    9: ((_TOP, _BOTTOM),),
    10: ((_RIGHT, _TOP), (_LEFT, _BOTTOM)),
    11: ((_RIGHT, _BOTTOM),),
    12: ((_LEFT, _RIGHT),),
    13: ((_TOP, _RIGHT),),
    14: ((_LEFT, _TOP),),
    21: ((_TOP, _RIGHT), (_BOTTOM, _LEFT)),
    26: ((_LEFT, _TOP), (_RIGHT, _BOTTOM)),
}


def loops(field: npt.NDArray[np.floating], level: float) -> list[Line]:
    """Closed lines along which a field crosses a level.

    Args:
        field: Shape (rows, columns), below the level all along its border.
        level: More than 0.

    Returns:
        One array of shape (n, 2) per loop, x (column) and y (row), with pixel centres at whole
        numbers; the first point is not repeated. High parts lie on one side all along, so holes
        run the other way round.
    """
    begin, end = _sides(field, level)
    return _joined(begin, end, field, level)


def lines(
    field: npt.NDArray[np.floating], level: float, where: npt.NDArray[np.bool_]
) -> list[Line]:
    """Lines along which a field crosses a level within a part of it; open ones and closed ones.

    Args:
        field: Shape (rows, columns).
        level: Height of the lines.
        where: Shape (rows, columns); only squares with all four corners here are crossed.

    Returns:
        As `loops`; of an open line the first and the last point are its ends.
    """
    squares = where[:-1, :-1] & where[:-1, 1:] & where[1:, 1:] & where[1:, :-1]
    begin, end = _sides(field, level, squares)
    return _joined(begin, end, field, level)


def _sides(
    field: npt.NDArray[np.floating], level: float, squares: npt.NDArray[np.bool_] | None = None
) -> tuple[_Whole, _Whole]:
    """Numbers of the sides at which each piece of line begins and ends."""
    high = field >= level
    code = high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, 1:] + 8 * high[1:, :-1]
    crossed = (code > 0) & (code < 15)  # noqa: PLR2004 - all four high
    rows, columns = np.nonzero(crossed if squares is None else crossed & squares)
    code = code[rows, columns].astype(np.intp)
    middle = field[rows, columns] + field[rows, columns + 1]
    middle = middle + field[rows + 1, columns] + field[rows + 1, columns + 1]
    code[((code == 5) | (code == 10)) & (middle >= 4 * level)] += 16  # noqa: PLR2004 - see above
    size = field.size
    here = rows * field.shape[1] + columns
    # Sides by number: level ones by their left end, upright ones by their upper end after those.
    sides = np.stack([here, here + 1 + size, here + field.shape[1], here + size])
    begin, end = [], []
    for number, pieces in _PIECES.items():
        chosen = np.flatnonzero(code == number)
        for start, stop in pieces:
            begin.append(sides[start, chosen])
            end.append(sides[stop, chosen])
    return np.concatenate(begin), np.concatenate(end)


def enclosed_area(loop: Line) -> float:
    """Area inside a closed line, its sign telling which way round it runs."""
    x, y = loop.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def thinned(loop: Line, tolerance: float) -> _Whole:
    """Numbers of the points of a closed line to keep: none of the others is far from the line.

    Douglas and Peucker's way, on the two halves between the first point and the one farthest
    from it.

    Args:
        loop: Shape (n, 2).
        tolerance: How far is far, in the unit of the points.
    """
    if len(loop) < 4:  # noqa: PLR2004 - nothing to spare in a triangle
        return np.arange(len(loop))
    far = int(((loop - loop[0]) ** 2).sum(axis=1).argmax())
    line = np.vstack([loop, loop[:1]])
    keep = np.zeros(len(line), bool)
    keep[[0, far]] = True
    _keep_far(line, keep, [(0, far), (far, len(loop))], tolerance)
    return np.flatnonzero(keep[:-1])


def thinned_open(line: Line, tolerance: float) -> _Whole:
    """As `thinned`, of a line with two ends, which are kept."""
    keep = np.zeros(len(line), bool)
    keep[[0, -1]] = True
    _keep_far(line, keep, [(0, len(line) - 1)], tolerance)
    return np.flatnonzero(keep)


def _keep_far(
    line: Line, keep: npt.NDArray[np.bool_], open_parts: list[tuple[int, int]], tolerance: float
) -> None:
    """Mark the points to keep within parts of a line, in place."""
    while open_parts:
        first, last = open_parts.pop()
        if last - first < 2:  # noqa: PLR2004 - no point between them
            continue
        away = _distance(line[first + 1 : last], line[first], line[last])
        worst = int(away.argmax())
        if away[worst] > tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            open_parts += [(first, middle), (middle, last)]


def _distance(points: Line, start: Line, end: Line) -> Line:
    """Distance of points from a piece of line."""
    along = end - start
    length = float(along @ along)
    part = np.clip((points - start) @ along / length, 0, 1) if length else np.zeros(len(points))
    off = points - start - part[:, None] * along
    return np.asarray(np.hypot(off[:, 0], off[:, 1]), np.float64)


def _joined(
    begin: _Whole, end: _Whole, field: npt.NDArray[np.floating], level: float
) -> list[Line]:
    if begin.size == 0:
        return []
    order = np.argsort(begin)
    begin, end = begin[order], end[order]
    place = np.searchsorted(begin, end)
    meets = begin[np.minimum(place, begin.size - 1)] == end
    following = np.where(meets, place, -1).tolist()
    points = _crossings(begin, field, level)
    last = _crossings(end, field, level)
    # Open lines are followed from their beginnings, where no piece ends; the rest are loops.
    starts = np.flatnonzero(~np.isin(begin, end)).tolist()
    left = np.ones(len(following), bool).tolist()
    found = []
    for first in [*starts, *range(len(following))]:
        members = []
        at = first
        while at >= 0 and left[at]:
            left[at] = False
            members.append(at)
            at = following[at]
        if members:
            line = points[members]
            found.append(np.vstack([line, last[members[-1]]]) if at < 0 else line)
    return found


def _crossings(sides: _Whole, field: npt.NDArray[np.floating], level: float) -> Line:
    """Where the field crosses the level on each side, x and y."""
    size, width = field.size, field.shape[1]
    upright = sides >= size
    start = np.where(upright, sides - size, sides)
    flat = field.ravel().astype(np.float64)
    low, high = flat[start], flat[start + np.where(upright, width, 1)]
    part = (level - low) / (high - low)
    rows, columns = np.divmod(start, width)
    x = columns + np.where(upright, 0, part)
    y = rows + np.where(upright, part, 0)
    return np.stack([x, y], axis=1)
