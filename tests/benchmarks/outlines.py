"""The figure's regions as polygons, for the alternatives that know no smooth paths."""

import json
import re
from functools import cache
from itertools import pairwise
from typing import Any

from shapely import LineString

from bodymap import files

VIEWS = ("front", "back")
GAP = 30
STEPS_PER_CURVE = 4
TOLERANCE = 0.3
"""View units that a polygon may lie beside the curve: less than half a pixel on screen."""

Point = tuple[float, float]
_PART = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    points = []
    for step in range(1, STEPS_PER_CURVE + 1):
        t = step / STEPS_PER_CURVE
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            (
                a * start[0] + b * one[0] + c * two[0] + d * end[0],
                a * start[1] + b * one[1] + c * two[1] + d * end[1],
            )
        )
    return points


def rings(path: str) -> list[list[Point]]:
    """Closed polygons of SVG path data (absolute M, L, C, Z), simplified to `TOLERANCE`."""
    parts = iter(_PART.findall(path))
    found: list[list[Point]] = []
    command = ""
    for part in parts:
        if part in "MLCZ":
            command = part
            if command == "Z" or not command:
                continue
            x = float(next(parts))
        else:
            x = float(part)
        point = (x, float(next(parts)))
        if command == "M":
            found.append([point])
            command = "L"
        elif command == "L":
            found[-1].append(point)
        elif command == "C":
            two = (float(next(parts)), float(next(parts)))
            end = (float(next(parts)), float(next(parts)))
            found[-1].extend(_curve(found[-1][-1], point, two, end))
    return [_simple(ring) for ring in found]


def _simple(ring: list[Point]) -> list[Point]:
    line = LineString([*ring, ring[0]]).simplify(TOLERANCE)
    return [(round(x, 1), round(y, 1)) for x, y in line.coords]


@cache
def main_views() -> dict[str, dict[str, Any]]:
    """The main views of the neutral figure as their file has them."""
    shipped = json.loads(files.assets("body", "neutral.main.json").read_text("utf-8"))
    views: dict[str, dict[str, Any]] = shipped["views"]
    return views


@cache
def view_starts() -> dict[str, int]:
    """Where each view begins, in view units, when they stand in a row."""
    starts, x = {}, 0
    for view in VIEWS:
        starts[view] = x
        x += main_views()[view]["width"] + GAP
    return starts


@cache
def regions(view: str) -> dict[str, list[list[Point]]]:
    """Polygons of each region that a main view draws."""
    drawn = main_views()[view]["regions"]
    return {name: rings(region["d"]) for name, region in drawn.items()}


def area(ring: list[Point]) -> float:
    """Area of a closed polygon in square view units."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2
