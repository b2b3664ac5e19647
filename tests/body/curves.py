"""Points along the curves of SVG path data."""

import re

import numpy as np

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def polygons(path: str, steps: int = 8) -> list[np.ndarray]:
    """Points along every closed curve of a path of the form `Mx y c ... Z`."""
    out = []
    for part in path.split("Z")[:-1]:
        start, curve = part.removeprefix("M").split("c")
        at = np.array(list(map(float, start.split())))
        points = []
        t = np.arange(steps)[:, None] / steps
        for c1, c2, end in np.array(list(map(float, NUMBER.findall(curve)))).reshape(-1, 3, 2):
            points.append(at + 3 * (1 - t) ** 2 * t * c1 + 3 * (1 - t) * t**2 * c2 + t**3 * end)
            at = at + end
        out.append(np.concatenate(points))
    return out
