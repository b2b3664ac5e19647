"""Extent of brush strokes against exact geometry.

Exact: the very disc moved along the very line, each pixel of the view taken by the part of it that
lies within (sampled 12 by 12), and the surface that the pixel shows: that of its cell, with the
hidden cells that follow it, evenly over the cell's pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body import Body
from bodymap.body.views import BACKGROUND
from tools.validation.simulated import SEED

SAMPLES: Final = 12
RADII: Final = (6.0, 9.0, 12.0, 24.0)
VIEWS: Final = ("front", "back", "left", "right")

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke and its extent, percent of the body surface."""

    radius: float
    painted: float
    exact: float

    @property
    def error(self) -> float:
        """Percent points of the body surface."""
        return self.painted - self.exact


def strokes(body: Body, *, count: int) -> Iterator[Stroke]:
    """Random strokes of 2 to 6 points anywhere on the main views, `count` of each radius."""
    for view in VIEWS:
        per_pixel = _surface_of_pixels(body, view)
        shown = body.view(view)
        inside = np.argwhere(shown.cells < BACKGROUND)
        for radius in RADII:
            for number in range(count):
                seed = [SEED, 99, VIEWS.index(view), int(radius), number]
                rng = np.random.default_rng(seed)
                row, column = inside[rng.integers(len(inside))]
                steps = rng.normal(size=(rng.integers(1, 6), 2)) * 20
                points = np.cumsum(np.concatenate([[[column + 0.5, row + 0.5]], steps]), axis=0)
                area = body.paint(view, [points.tolist()], radius=radius)
                exact = float((_covered(points, radius, shown.cells.shape) * per_pixel).sum())
                yield Stroke(radius, 100 * area.share, 100 * exact / body.total_cm2)


def _surface_of_pixels(body: Body, view: str) -> Floats:
    """Surface that each pixel shows, cm2."""
    shown = body.view(view)
    table = body.cell_table
    follows = table.follows[shown.group].astype(np.intp)
    everyone = np.arange(body.cell_count)
    visible = shown.pixels[: body.cell_count] > 0
    leader = np.where(visible, everyone, np.where(follows < BACKGROUND, follows, everyone))
    surface = np.bincount(leader, weights=body.area_cm2, minlength=body.cell_count)
    pixels = np.maximum(shown.pixels[: body.cell_count], 1)
    per_cell = np.append(np.where(visible, surface / pixels, 0), np.zeros(65_536))
    return np.asarray(per_cell[shown.cells], np.float64)


def _covered(points: Floats, radius: float, shape: tuple[int, ...]) -> Floats:
    """Part of each pixel within the radius of the line through the points."""
    covered = np.zeros(shape)
    low = np.maximum(np.floor(points.min(axis=0) - radius).astype(int) - 1, 0)
    high = np.ceil(points.max(axis=0) + radius).astype(int) + 1
    high = np.minimum(high, [shape[1], shape[0]])
    if (high <= low).any():
        return covered
    offsets = (np.arange(SAMPLES) + 0.5) / SAMPLES
    x = (np.arange(low[0], high[0])[:, None] + offsets).ravel()
    y = (np.arange(low[1], high[1])[:, None] + offsets).ravel()
    near = np.zeros((y.size, x.size), np.bool_)
    for start, end in pairwise(points):
        along = end - start
        length = float(along @ along)
        at = ((x - start[0]) * along[0])[None, :] + ((y - start[1]) * along[1])[:, None]
        at = np.clip(at / length, 0, 1) if length else np.zeros_like(at)
        away = (x[None, :] - start[0] - at * along[0]) ** 2
        away += (y[:, None] - start[1] - at * along[1]) ** 2
        near |= away <= radius**2
    height, width = high[1] - low[1], high[0] - low[0]
    part = near.reshape(height, SAMPLES, width, SAMPLES).mean(axis=(1, 3))
    covered[low[1] : high[1], low[0] : high[0]] = part
    return covered
