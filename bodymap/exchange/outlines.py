"""SVG path data as polygons, for painters that know no curves."""

import re
from typing import Final

import numpy as np
import numpy.typing as npt

Line = npt.NDArray[np.float64]

_TOKEN: Final = re.compile(r"[MLCZmlcz]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_NUMBERS: Final = {"M": 2, "L": 2, "C": 6}
_STEPS: Final = 6
"""Pieces per curve: the curves of a figure are a few units long."""
_AT: Final = (np.arange(1, _STEPS + 1) / _STEPS)[:, None]


def polygons(d: str) -> list[Line]:
    """Lines of a path of M, L, C and Z, absolute or relative, each of shape (n, 2)."""
    tokens = _TOKEN.findall(d)
    found: list[list[Line]] = []
    here = start = np.zeros(2)
    command, at = "M", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
            if command in "Zz":
                found[-1].append(start[None])
                here = start
                continue
        take = _NUMBERS[command.upper()]
        given = np.array(tokens[at : at + take], np.float64).reshape(-1, 2)
        at += take
        points = given + here if command.islower() else given
        if command in "Mm":
            start = points[0]
            found.append([points])
            command = "L" if command == "M" else "l"
        elif command in "Ll":
            found[-1].append(points)
        else:
            found[-1].append(_curve(here, *points))
        here = points[-1]
    return [np.concatenate(pieces) for pieces in found]


def _curve(a: Line, b: Line, c: Line, d: Line) -> Line:
    """Points of a cubic curve, its start left out."""
    t, u = _AT, 1 - _AT
    return np.asarray(u**3 * a + 3 * u**2 * t * b + 3 * u * t**2 * c + t**3 * d)


def dashed(line: Line, on: float, off: float) -> list[Line]:
    """Pieces of a line: `on` long, `off` apart."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    pieces = []
    for begin in np.arange(0, along[-1], on + off):
        end = min(begin + on, along[-1])
        inside = (along > begin) & (along < end)
        places = np.concatenate([[begin], along[inside], [end]])
        pieces.append(np.stack([np.interp(places, along, line[:, i]) for i in (0, 1)], axis=1))
    return pieces
