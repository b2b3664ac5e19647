"""How fast the body answers, beside what it must reach: `python -m tests.benchmarks.body_speed`.

Best of several runs of each, on the shipped neutral figure; a drawing is five brush strokes of 40
points and one outline of 60, as a person makes in about a minute.
"""

import math
import platform
import sys
import timeit
from collections.abc import Callable

import numpy as np

from bodymap.body import Body, Stroke, SurfaceArea


def drawing() -> list[Stroke]:
    turns = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    loop = tuple((265 + 45 * math.cos(t), 330 + 60 * math.sin(t)) for t in turns)
    brushes = [
        Stroke("BRUSH", tuple((200 + 9 * k + 2 * i, 230 + 60 * k + i) for i in range(40)))
        for k in range(5)
    ]
    return [*brushes, Stroke("OUTLINE", loop)]


def milliseconds(call: Callable[[], object], number: int) -> float:
    call()
    return min(timeit.repeat(call, number=number, repeat=7)) / number * 1000


def rows() -> list[tuple[str, float, float | None]]:
    """What is measured, milliseconds, and what it has to be within (None: no promise)."""
    body, strokes = Body.load(), drawing()
    area = body.paint("back", strokes)
    other = body.paint("back", strokes[:2])
    path = "back"

    def extent() -> object:
        return area.cm2, area.share, area.by_region()

    one = SurfaceArea.from_bytes
    return [
        ("open the body", milliseconds(Body.load, 2), 500),
        ("one brush stroke -> area", milliseconds(lambda: body.paint(path, strokes[:1]), 50), 2),
        ("six strokes -> area", milliseconds(lambda: body.paint(path, strokes), 50), 2),
        (f"extent and regions ({len(area)} cells)", milliseconds(extent, 200), 0.1),
        ("side of an area", milliseconds(lambda: area.laterality, 200), None),
        ("hit", milliseconds(lambda: body.hit(path, 250, 330), 2000), None),
        ("overlap of two areas", milliseconds(lambda: area & other, 200), None),
        ("mirror", milliseconds(area.mirrored, 200), None),
        ("cell into another view", milliseconds(lambda: body.project(1234, "left"), 100), None),
        ("nearest cell to a place", milliseconds(lambda: body.nearest((4, 9, 5)), 50), None),
        ("trace to an SVG path", milliseconds(lambda: body.trace(area, path), 5), None),
        ("store and read back", milliseconds(lambda: one(area.to_bytes(), body), 100), None),
    ]


def main() -> None:
    versions = f"Python {platform.python_version()}, NumPy {np.__version__}"
    sys.stdout.write(f"{versions}, {platform.machine()}\n")
    for what, took, goal in rows():
        limit = "" if goal is None else f"  must {goal:g} ms{'' if took <= goal else '  MISSED'}"
        sys.stdout.write(f"{what:42}{took:9.4f} ms{limit}\n")


if __name__ == "__main__":
    main()
