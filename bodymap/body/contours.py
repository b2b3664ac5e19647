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
    high = field >= level
    code = high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, 1:] + 8 * high[1:, :-1]
    rows, columns = np.nonzero((code > 0) & (code < 15))  # noqa: PLR2004 - all four high
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
    return _joined(np.concatenate(begin), np.concatenate(end), field, level)


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
    open_parts = [(0, far), (far, len(loop))]
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
    return np.flatnonzero(keep[:-1])


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
    order = np.argsort(begin)
    begin, end = begin[order], end[order]
    following = np.searchsorted(begin, end).tolist()
    points = _crossings(begin, field, level)
    left = np.ones(len(following), bool).tolist()
    found = []
    for first in range(len(following)):
        members = []
        at = first
        while left[at]:
            left[at] = False
            members.append(at)
            at = following[at]
        if members:
            found.append(points[members])
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
