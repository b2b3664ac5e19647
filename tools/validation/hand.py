"""The same intention drawn twice by a simulated hand: how well extent and place agree.

A simulation of the instrument, not of people: people also change their mind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas
from bodymap.body import Body, SurfaceArea
from tools.validation.simulated import SEED

Floats = npt.NDArray[np.float64]

BRUSHES: Final = (6.0, 12.0, 24.0)
"""Radii of the brush, view units."""

VIEWS: Final = ("front", "back")
_LEAST_PIXELS: Final = 400
_STEP: Final = 4.0
_SMOOTH: Final = 6


@dataclass(frozen=True, slots=True)
class Screen:
    """A device on which one draws.

    Attributes:
        name: For the table.
        units_per_mm: View units for one millimetre of the screen.
        aim_mm: Standard deviation of where the whole drawing comes to lie, each way.
        tremor_mm: Standard deviation of single points around the intended way, smoothed along it.
        gap: Distance between two passes of the brush, in its radius.
    """

    name: str
    units_per_mm: float
    aim_mm: float
    tremor_mm: float
    gap: float = 1.4


SCREENS: Final = (
    Screen("phone (1000 units = 110 mm)", 1000 / 110, aim_mm=1.0, tremor_mm=0.7),
    Screen("desktop (1000 units = 210 mm)", 1000 / 210, aim_mm=1.0, tremor_mm=0.7),
    Screen("phone, zoomed in to twice the size", 1000 / 220, aim_mm=1.0, tremor_mm=0.7),
    Screen("phone, a hand that does not tremble", 1000 / 110, aim_mm=1.0, tremor_mm=0.0),
)
"""The figure about as large as the pages show it, and the same hand; its errors are assumed."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two drawings of the same intentions agree.

    Attributes:
        icc: Of extent: two-way random effects, absolute agreement, single drawing (Shrout and
            Fleiss, Psychol Bull 1979;86:420-428: ICC(2,1)).
        jaccard: Mean overlap by surface.
        jaccard_sd: Its standard deviation.
        meant: Mean overlap of one drawing with the area that was meant.
        size: Median extent of a drawing, in that of the area that was meant.
        count: Number of intentions.
    """

    icc: float
    jaccard: float
    jaccard_sd: float
    meant: float
    size: float
    count: int


def intentions(atlas: Atlas, body: Body, count: int) -> list[tuple[str, npt.NDArray[np.bool_]]]:
    """Areas that somebody could want to draw: essential zones, each in the view that shows most.

    Args:
        atlas: The patterns.
        body: The figure.
        count: So many, spread evenly over the atlas.

    Returns:
        View id and its pixels, True where the area lies.
    """
    found = []
    for point in atlas.trigger_points.values():
        mask = np.append(point.referral.essential.on(body).mask, np.zeros(65_536, np.bool_))
        shown = {view: mask[body.view(view).cells] for view in VIEWS}
        best = max(shown, key=lambda view: int(shown[view].sum()))
        if shown[best].sum() >= _LEAST_PIXELS:
            found.append((best, shown[best]))
    step = max(1, len(found) // count)
    return found[::step][:count]


def agreement(atlas: Atlas, body: Body, screen: Screen, brush: float, *, count: int) -> Agreement:
    """Draw each intention twice and compare, the drawings and each with what was meant."""
    drawn = list(_drawn_twice(intentions(atlas, body, count), body, screen, brush))
    weights = cell_weights(body)

    def overlap(one: SurfaceArea, other: SurfaceArea) -> float:
        return float(weights[(one & other).cells].sum() / weights[(one | other).cells].sum())

    sizes = np.array([[one.share, other.share] for _, one, other in drawn])
    twice = [overlap(one, other) for _, one, other in drawn]
    return Agreement(
        icc=icc(sizes),
        jaccard=float(np.mean(twice)),
        jaccard_sd=float(np.std(twice)),
        meant=float(np.mean([overlap(meant, each) for meant, *both in drawn for each in both])),
        size=float(np.median(sizes / np.array([[meant.share] for meant, _, _ in drawn]))),
        count=len(drawn),
    )


def icc(sizes: Floats) -> float:
    """ICC(2,1) of a table with a row per subject and a column per repetition."""
    n, k = sizes.shape
    mean = sizes.mean()
    rows = k * ((sizes.mean(axis=1) - mean) ** 2).sum() / (n - 1)
    columns = n * ((sizes.mean(axis=0) - mean) ** 2).sum() / (k - 1)
    rest = sizes - sizes.mean(axis=1, keepdims=True) - sizes.mean(axis=0, keepdims=True) + mean
    error = (rest**2).sum() / ((n - 1) * (k - 1))
    return float((rows - error) / (rows + (k - 1) * error + k * (columns - error) / n))


def _drawn_twice(
    wanted: Sequence[tuple[str, npt.NDArray[np.bool_]]], body: Body, screen: Screen, brush: float
) -> Iterator[tuple[SurfaceArea, SurfaceArea, SurfaceArea]]:
    """What was meant, as its view shows it, and two drawings of it."""
    for number, (view, pixels) in enumerate(wanted):
        rng = np.random.default_rng([SEED, 77, SCREENS.index(screen), int(brush), number])
        way = _way(pixels, brush, screen.gap)
        one, other = (_painted(way, view, body, screen, brush, rng) for _ in range(2))
        cells, whole = body.view(view).cells, body.view(view).pixels
        seen = np.bincount(cells[pixels], minlength=whole.size)
        meant = body.cells(np.flatnonzero((seen > 0) & (2 * seen >= whole)))
        if one and other and meant:
            yield meant, one, other


def _way(pixels: npt.NDArray[np.bool_], brush: float, gap: float) -> list[Floats]:
    """Passes of the brush over an area, from side to side and down."""
    passes = []
    rows = np.flatnonzero(pixels.any(axis=1))
    top, bottom = rows[0] + brush * 0.7, rows[-1] - brush * 0.7
    for y in np.arange(top, max(bottom, top) + 0.1, brush * gap):
        row = min(max(round(y), rows[0]), rows[-1])
        columns = np.flatnonzero(pixels[row])
        if columns.size:
            first, last = columns[0] + brush * 0.7, columns[-1] - brush * 0.7
            middle = (columns[0] + columns[-1]) / 2
            first, last = min(first, middle), max(last, middle)
            x = np.arange(first, last + _STEP, _STEP)
            passes.append(np.stack([x, np.full_like(x, y)], axis=1))
    return passes


def _painted(  # noqa: PLR0917 - a hand at a screen
    way: list[Floats],
    view: str,
    body: Body,
    screen: Screen,
    brush: float,
    rng: np.random.Generator,
) -> SurfaceArea:
    aim = rng.normal(size=2) * screen.aim_mm * screen.units_per_mm
    strokes = []
    for points in way:
        noise = rng.normal(size=(len(points) + _SMOOTH - 1, 2))
        window = np.ones(_SMOOTH) / np.sqrt(_SMOOTH)
        smooth = np.stack([np.convolve(noise[:, i], window, "valid") for i in range(2)], axis=1)
        strokes.append((points + aim + smooth * screen.tremor_mm * screen.units_per_mm).tolist())
    return body.paint(view, strokes, radius=brush)
