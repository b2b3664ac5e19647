"""How alike two referral patterns are: which of them nobody could tell apart by the pain alone.

Patterns are compared for muscles of the same side. A cell counts with its weight, once where both
patterns have it essential, half where it is spillover in one of them; what they share is divided by
what they cover together. So 1 is the same pattern and 0 nothing in common.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, Extent, Muscle
from bodymap.body import Body

SAME: Final = 0.65
"""From here on two patterns count as one: both answers are right.

Borders of zones are typical, not exact; our own choice, without a publication.
"""
ALIKE: Final = 0.3
"""From here on two patterns are look-alikes; our own choice."""
SPILLOVER_WEIGHT: Final = 0.5

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Likeness:
    """The likeness of all patterns with one another.

    Attributes:
        atlas: The patterns.
        places: `(n, 3)`, where each trigger point lies, cm, not a number for one on a chart.
        table: `(n, n)`, 0 to 1, in the order of `atlas.trigger_points`.
    """

    atlas: Atlas
    places: Floats
    table: Floats

    @classmethod
    def of(cls, atlas: Atlas, body: Body) -> "Likeness":
        """Compare all patterns of an atlas; about a quarter of a second.

        Raises:
            AtlasOfOtherBody: The body numbers its cells differently from the atlas.
        """
        points = list(atlas.trigger_points.values())
        core = [point.referral.area(Extent.ESSENTIAL, body=body).cells for point in points]
        rim = [point.referral.area(Extent.SPILLOVER, body=body).cells for point in points]
        whole = [np.concatenate(pair) for pair in zip(core, rim, strict=True)]
        weight = cell_weights(body)
        shared = (1 - SPILLOVER_WEIGHT) * _shared(core, weight)
        shared += SPILLOVER_WEIGHT * _shared(whole, weight)
        size = shared.diagonal()
        together = size[:, None] + size[None, :] - shared
        with np.errstate(invalid="ignore"):
            table = np.where(together > 0, shared / together, 0)
        places = body.xyz_cm[atlas.place_cells].astype(np.float32)
        places[atlas.place_cells >= body.cell_table.mesh_count] = np.nan
        return cls(atlas, places, np.clip(table, 0, 1).astype(np.float32))

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {point: row for row, point in enumerate(self.atlas.trigger_points)}

    def between(self, one: str, other: str) -> float:
        """Likeness of two trigger points' patterns, 0 to 1."""
        return float(self.table[self._rows[one], self._rows[other]])

    def with_muscle(self, point: str, muscle: Muscle) -> float:
        """Likeness with the most alike pattern of a muscle."""
        return max(self.between(point, each.id) for each in muscle.trigger_points)

    def most_alike(self, point: str, muscle: Muscle) -> str:
        """The trigger point of a muscle whose pattern is most like this one."""
        return max(muscle.trigger_points, key=lambda each: self.between(point, each.id)).id

    def apart_cm(self, point: str, muscle: Muscle) -> float:
        """Straight way to the nearest trigger point of a muscle; infinite from or to a chart."""
        rows = [self._rows[each.id] for each in muscle.trigger_points]
        away = np.linalg.norm(self.places[rows] - self.places[self._rows[point]], axis=1)
        return float(np.nan_to_num(away, nan=np.inf).min())

    def fit_equally(self, point: str) -> tuple[str, ...]:
        """Ids of other muscles with a pattern that cannot be told from this one."""
        own = self.atlas.muscle_of(point).id
        return tuple(
            muscle.id
            for muscle in self.atlas.muscles.values()
            if muscle.id != own and self.with_muscle(point, muscle) >= SAME
        )

    def has_look_alike(self, point: str) -> bool:
        """Whether another muscle refers much like this trigger point."""
        own = self.atlas.muscle_of(point).id
        return any(
            self.with_muscle(point, muscle) >= ALIKE
            for muscle in self.atlas.muscles.values()
            if muscle.id != own
        )


def _shared(
    areas: Sequence[npt.NDArray[np.uint16]], weight: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """`(n, n)`: weight of the cells that each two areas share.

    Counted cell by cell: as a product of matrices it would be slower and use all processors.
    """
    cells = np.concatenate(areas).astype(np.intp)
    owner = np.repeat(np.arange(len(areas)), [area.size for area in areas])
    weights = weight[cells]
    shared = np.zeros((len(areas), len(areas)))
    for row, area in enumerate(areas):
        held = np.zeros(weight.size, bool)
        held[area] = True
        shared[row] = np.bincount(owner, weights * held[cells], minlength=len(areas))
    return shared
