"""Simulated drawings of a pattern: a part of it, moved, with rough edges and unrelated pain."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from bodymap.analysis.weights import cell_weights
from bodymap.analysis.whereabouts import CHART_HEIGHT_CM
from bodymap.body import Body, SurfaceArea

SEED: Final = 20261122
"""First number of every seed; the others are level, row of the pattern and repetition."""

_ROUNDING_CM: Final = 1e-9
"""A cell that nothing moves lies on itself but for this."""
_WAVES: Final = 6
_AWAY_CM: Final = 1_000.0


@dataclass(frozen=True, slots=True)
class Level:
    """How far a drawing departs from the pattern.

    Attributes:
        name: For the tables.
        kept: Part of the pattern that is felt, by weight, around a random place of its essential
            zone.
        shift_cm: How far all of it is moved, in a random direction.
        rough_cm: Standard deviation of the displacement of its edge, along a few random waves.
        unrelated: Weight of an unrelated round area anywhere on the skin, as a part of the drawing.
        scale: How many times as wide and as high it is drawn.
    """

    name: str
    kept: float
    shift_cm: float
    rough_cm: float
    unrelated: float
    scale: float = 1.0


LEVELS: Final = (
    Level("mild", kept=1.0, shift_cm=1.0, rough_cm=0.3, unrelated=0.0),
    Level("middle", kept=0.7, shift_cm=2.0, rough_cm=0.6, unrelated=0.15),
    Level("strong", kept=0.4, shift_cm=3.0, rough_cm=1.0, unrelated=0.3),
)


class Simulator:
    """Draws patterns on one figure.

    Args:
        body: The figure.
    """

    def __init__(self, body: Body) -> None:
        self._body = body
        self._weights = cell_weights(body)

    def draw(
        self, essential: SurfaceArea, spillover: SurfaceArea, level: Level, seed: tuple[int, ...]
    ) -> SurfaceArea:
        """One drawing of a pattern; the same seed gives the same drawing.

        Where so little is left that nothing is drawn, the whole pattern is.
        """
        rng = np.random.default_rng([SEED, *seed])
        whole = essential | spillover
        cells = whole.cells.astype(np.intp)
        placed = cells[self._is_placed[cells]]
        drawn = np.zeros(self._body.cell_count, np.bool_)
        if placed.size:
            core = essential.cells[self._is_placed[essential.cells]]
            middle = rng.choice(core if core.size else placed)
            drawn = self._moved(self._part(placed, middle, level.kept), level, rng)
        # places inside have no edge and no way: each is felt or not
        inside = cells[~self._is_placed[cells]]
        drawn[inside[rng.random(inside.size) < level.kept]] = True
        self._add_unrelated(drawn, level, rng)
        return self._body.cells(np.flatnonzero(drawn)) if drawn.any() else whole

    def _part(
        self, cells: npt.NDArray[np.intp], middle: int, share: float
    ) -> npt.NDArray[np.bool_]:
        """The cells nearest to one of them, up to a share of their weight."""
        order = cells[np.linalg.norm(self._places[cells] - self._places[middle], axis=1).argsort()]
        weight = np.cumsum(self._weights[order])
        count = int(np.searchsorted(weight, share * weight[-1])) + 1
        kept = np.zeros(self._body.cell_count, np.bool_)
        kept[order[:count]] = True
        return kept

    def _moved(
        self, kept: npt.NDArray[np.bool_], level: Level, rng: np.random.Generator
    ) -> npt.NDArray[np.bool_]:
        """Cells that come to lie on what is kept when the drawing is moved back."""
        way = rng.normal(size=3)
        way *= level.shift_cm / np.linalg.norm(way)
        waves, phase = rng.normal(size=(_WAVES, 3)), rng.uniform(0, 2 * np.pi, _WAVES)
        # so that each coordinate is displaced by `rough_cm / sqrt(3)` (standard deviation)
        height = rng.normal(size=(_WAVES, 3)) * level.rough_cm * np.sqrt(2 / _WAVES / 3)
        middle = self._places[kept].mean(axis=0)
        wider = max(0.0, level.scale - 1) * np.ptp(self._places[kept], axis=0).max()
        reach = level.shift_cm + 3 * level.rough_cm + 1 + wider
        low, high = self._places[kept].min(axis=0) - reach, self._places[kept].max(axis=0) + reach
        places = self._places[self._with_place]
        near = self._with_place[((places >= low) & (places <= high)).all(axis=1)]
        meant = middle + (self._places[near] - middle) / level.scale
        source = meant - way - np.cos(self._places[near] @ waves.T + phase) @ height
        away, row = self._tree.query(source)
        drawn = np.zeros(self._body.cell_count, np.bool_)
        hit = kept[self._with_place[row]] & (away <= level.shift_cm + level.rough_cm + _ROUNDING_CM)
        drawn[near[hit]] = True
        return drawn

    def _add_unrelated(
        self, drawn: npt.NDArray[np.bool_], level: Level, rng: np.random.Generator
    ) -> None:
        weight = level.unrelated * float(self._weights[drawn].sum())
        if weight:
            skin = np.arange(self._body.cell_table.mesh_count)
            middle = int(rng.integers(skin.size))
            order = np.linalg.norm(self._places[skin] - self._places[middle], axis=1).argsort()
            count = int(np.searchsorted(np.cumsum(self._weights[order]), weight)) + 1
            drawn[order[:count]] = True

    @cached_property
    def _places(self) -> npt.NDArray[np.float64]:
        """Where each cell is, cm; charts lie far apart, each as if `CHART_HEIGHT_CM` high."""
        places = self._body.xyz_cm.astype(np.float64)
        places[self._body.cell_table.mesh_count :] = np.nan
        for number, view in enumerate(self._body.views.values(), start=1):
            if view.group == "pelvic_floor":
                rows, columns = np.nonzero(view.cells < self._body.cell_count)
                cells = view.cells[rows, columns]
                count = np.bincount(cells, minlength=len(places))
                shown = count > 0
                scale = CHART_HEIGHT_CM / view.height
                x = np.bincount(cells, columns, len(places))[shown] / count[shown] * scale
                y = np.bincount(cells, rows, len(places))[shown] / count[shown] * scale
                places[shown] = np.stack([number * _AWAY_CM + x, -y, np.zeros_like(x)], axis=1)
        return places

    @cached_property
    def _is_placed(self) -> npt.NDArray[np.bool_]:
        return np.isfinite(self._places[:, 0])

    @cached_property
    def _with_place(self) -> npt.NDArray[np.intp]:
        return np.flatnonzero(self._is_placed)

    @cached_property
    def _tree(self) -> cKDTree:
        return cKDTree(self._places[self._with_place])
