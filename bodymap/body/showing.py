"""Which views show an area best, and which piece of a view tells where it is."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from bodymap.body.area import SurfaceArea, of_regions
from bodymap.body.figure import Figure
from bodymap.body.locating import project
from bodymap.body.views import BACKGROUND, View

LEAST_GAIN: Final = 0.05
"""Share of all that is wanted that a view must add to be worth a picture."""
LEAST_TALL: Final = 260
"""Height, in view units, of the smallest piece of a main view that still tells where one is."""
_MARGIN: Final = 1.15
_CLOSER: Final = 1.25
"""How much more a close-up is worth than a main view that shows as much."""
_WELL: Final = 0.6
"""How large a view shows a place that is seen well there, by where it is seen best."""
_AT_ALL: Final = 0.25
"""How large a view shows a place that is seen there at all; 1 is a cell seen straight on."""
_MUCH: Final = 0.1
"""Share of all that is wanted for which a place need not be seen from where it is seen well."""
_CHART_CELL: Final = 0.5
"""What a cell of a chart weighs, in cm2; there all weigh the same."""
_HEAD_AND_NECK: Final = frozenset({"head", "neck"})

Weights = npt.NDArray[np.float32]


class Box(NamedTuple):
    """A piece of a view in view units; it may reach beyond the view."""

    x: float
    y: float
    width: float
    height: float


def best_views(
    figure: Figure,
    wanted: Sequence[tuple[SurfaceArea, float]],
    *,
    place: int | None = None,
    most: int = 3,
) -> tuple[View, ...]:
    """Views that together show some areas best, the most telling first.

    Each area counts by its weight, each cell by its share of its area and by how large a view shows
    it. A close-up is preferred where it shows as much as a main view.

    Args:
        figure: The figure.
        wanted: Areas with their weights.
        place: A cell that one of the views looks at from where it is seen well.
        most: How many views at most.

    Returns:
        At least one view.
    """
    weight = np.zeros(figure.cell_count, np.float32)
    for area, share in wanted:
        size = np.where(figure.area_cm2[area.cells] > 0, figure.area_cm2[area.cells], _CHART_CELL)
        weight[area.cells] += share * size / max(float(size.sum()), 1e-9)
    cells = np.flatnonzero(weight)
    views, shown = tuple(figure.views.values()), _shown(figure)[:, cells]
    chosen = _greedy(shown, weight[cells], most)
    if place is not None and len(chosen) == most:
        other = np.where(cells == place, 0, weight[cells])
        without = _greedy(shown, other, most)
        more = (shown[without].max(axis=0) - shown[chosen].max(axis=0)) @ other
        if more > _MUCH * weight.sum() and _shown(figure)[without, place].max() >= _AT_ALL:
            return tuple(views[each] for each in without)
    kept = [views[each] for each in chosen]
    if place is not None:
        kept = _with_place(figure, kept, place, most)
    return tuple(kept) or views[:1]


def _greedy(shown: Weights, weight: Weights, most: int) -> list[int]:
    """Numbers of views, each the one that adds most to those before it."""
    seen = np.zeros(weight.size, np.float32)
    chosen: list[int] = []
    while len(chosen) < most and weight.size:
        gains = np.maximum(shown - seen, 0) @ weight
        best = int(gains.argmax())
        if gains[best] <= LEAST_GAIN * float(weight.sum()):
            break
        chosen.append(best)
        seen = np.maximum(seen, shown[best])
    return chosen


def _with_place(figure: Figure, chosen: list[View], place: int, most: int) -> list[View]:
    views, shown = tuple(figure.views.values()), _shown(figure)[:, place]
    if any(shown[views.index(view)] >= _WELL * shown.max() > 0 for view in chosen):
        return chosen
    if shown.max() > 0:
        best = views[int(shown.argmax())]
    elif any(project(figure, place, view.id) is not None for view in chosen):
        return chosen
    else:  # it goes with a neighbour
        best = next((v for v in views if project(figure, place, v.id) is not None), views[0])
    return [*chosen[: most - 1], best]


def facing(figure: Figure, views: Sequence[View], cell: int) -> View:
    """The one of some views that shows a cell largest; the first if none shows it."""
    every = tuple(figure.views.values())
    shown = _shown(figure)[:, cell]
    return max(views, key=lambda view: float(shown[every.index(view)]))


def piece(
    view: View,
    cells: npt.NDArray[np.integer],
    points: Sequence[tuple[float, float]] = (),
    *,
    ratio: float,
    tall: float = LEAST_TALL,
) -> Box:
    """The piece of a view about some cells and points; a close-up is shown whole.

    Args:
        view: The view.
        cells: Cell numbers.
        points: Further places to show, in view units.
        ratio: Width of the piece by its height.
        tall: Least height of a piece of a main view, in view units.

    Returns:
        A box of that ratio; it leaves the view only where the view is too narrow for it.
    """
    wanted = np.zeros(BACKGROUND + 1, np.bool_)
    wanted[cells] = True
    shown = wanted[view.cells]
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    xs = [*columns[:1].tolist(), *columns[-1:].tolist(), *(x for x, _ in points)]
    ys = [*rows[:1].tolist(), *rows[-1:].tolist(), *(y for _, y in points)]
    if view.group != "main" or not xs:
        xs, ys = [0, view.width], [0, view.height]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if view.group == "main":
        high = max(_MARGIN * high, _MARGIN * wide / ratio, tall)
    else:
        high = max(high, wide / ratio)
    width = high * ratio
    x = _kept((min(xs) + max(xs) - width) / 2, width, view.width)
    y = _kept((min(ys) + max(ys) - high) / 2, high, view.height)
    return Box(x, y, width, high)


def _kept(start: float, length: float, whole: float) -> float:
    """A start from which a length lies within the whole, or in its middle if it is longer."""
    if length >= whole:
        return (whole - length) / 2
    return min(max(start, 0.0), whole - length)


@lru_cache(maxsize=8)
def _shown(figure: Figure) -> Weights:
    """How well each view shows each cell: 1 for a typical cell seen straight on.

    Returns:
        Shape (views, cell_count).
    """
    head = of_regions(
        figure, (r.id for r in figure.regions.values() if r.group in _HEAD_AND_NECK)
    ).mask
    rows = []
    for view in figure.views.values():
        size = np.minimum(view.pixels[: figure.cell_count] / view.cell_side**2, 1)
        if view.group == "head":  # it cuts the shoulders off
            size = size * head
        rows.append(size if view.group == "main" else size * _CLOSER)
    return np.asarray(rows, np.float32)
