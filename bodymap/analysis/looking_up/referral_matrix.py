"""All referral patterns as one sparse matrix over the cells, made once per atlas.

Compressed rows in plain NumPy: the cells of each row one after another, and where each row begins.
A sum over every row of anything that is known per cell is then one gather and one `reduceat`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Self
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, Extent, FrequencyLevel, Muscle, TriggerPoint, typical_referral
from bodymap.body import Figure, Laterality

SIDES: Final = (Laterality.RIGHT, Laterality.LEFT, Laterality.BILATERAL)
"""Sides of the muscle a pattern is kept for; BILATERAL is both muscles of the pair together."""

ZONES: Final = (*Extent, "local")
"""Zones of a pattern: the two extents, then the skin round the mark outside of both."""

PRIOR: Final = {
    FrequencyLevel.VERY_COMMON: 1.0,
    FrequencyLevel.COMMON: 0.8,
    FrequencyLevel.LESS_COMMON: 0.6,
    FrequencyLevel.RARE: 0.3,
}
"""What a fit counts, by how often trigger points are found in the muscle: a rank by experts.

The numbers are our own choice; no rates were measured.
"""

Sums = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PartsByRegion:
    """How patterns lie over regions: an entry for each pattern, side and region that it reaches.

    Attributes:
        of_cell: `(cells of the body,)`, number of each one's region.
        region: `(entries,)`, number of the region.
        pattern: `(entries,)`, side times the number of trigger points, and the trigger point.
        spot: Per cell of the matrix, its entry times the number of zones, and its zone.
    """

    of_cell: npt.NDArray[np.intp]
    region: npt.NDArray[np.intp]
    pattern: npt.NDArray[np.intp]
    spot: npt.NDArray[np.intp]

    @classmethod
    def of(
        cls,
        region: npt.NDArray[np.intp],
        cells: npt.NDArray[np.intp],
        starts: npt.NDArray[np.intp],
    ) -> Self:
        """Group the cells of a matrix by region."""
        points = (len(starts) - 1) // (len(SIDES) * len(ZONES))
        side, zone, point = np.unravel_index(
            np.repeat(np.arange(len(starts) - 1), np.diff(starts)),
            (len(SIDES), len(ZONES), points),
        )
        count = int(region.max()) + 1
        keys, entry = np.unique(
            (side * points + point) * count + region[cells], return_inverse=True
        )
        return cls(region, keys % count, keys // count, entry * len(ZONES) + zone)


@dataclass(frozen=True, eq=False)
class ReferralMatrix:
    """The patterns of an atlas.

    Attributes:
        body: Figure on which the cells were taken; their numbers hold for all its figures.
        points: Trigger points in the order of the atlas; rows are (side, zone, trigger point).
        muscles: The muscle of each.
        prior: `(n,)`, what a fit of each counts, by `PRIOR`.
        of_muscle: Per muscle, the number of its first trigger point; its others follow.
        twins: Per trigger point, the numbers of those with the very same zones, itself included.
        cells: Cell numbers of all rows.
        starts: `(rows + 1,)`: row i spans `cells[starts[i]:starts[i + 1]]`.
        by_region: The same cells by region.
    """

    body: Figure
    points: tuple[TriggerPoint, ...]
    muscles: tuple[Muscle, ...]
    prior: Sums
    of_muscle: npt.NDArray[np.intp]
    twins: tuple[tuple[int, ...], ...]
    cells: npt.NDArray[np.intp]
    starts: npt.NDArray[np.intp]
    by_region: PartsByRegion
    _filled: npt.NDArray[np.intp]
    _totals: "WeakKeyDictionary[Figure, Sums]" = field(default_factory=WeakKeyDictionary)
    _parts: "WeakKeyDictionary[Figure, tuple[Sums, Sums]]" = field(
        default_factory=WeakKeyDictionary
    )

    @classmethod
    def of(cls, atlas: Atlas) -> Self:
        """Make the matrix (about 50 ms); `matrix_of` keeps it."""
        points = tuple(atlas.trigger_points.values())
        rows = list(_rows(points))
        starts = np.cumsum([0, *(row.size for row in rows)]).astype(np.intp)
        body = points[0].referral.essential.body
        muscles = tuple(atlas.muscle_of(point.id) for point in points)
        cells = np.concatenate(rows)
        region = body.cell_table.region.astype(np.intp)
        return cls(
            body=body,
            points=points,
            muscles=muscles,
            prior=np.array([PRIOR[muscle.frequency.level] for muscle in muscles]),
            of_muscle=np.array(
                [n for n, muscle in enumerate(muscles) if not n or muscles[n - 1] is not muscle]
            ),
            twins=_twins(rows, len(points)),
            cells=cells,
            starts=starts,
            by_region=PartsByRegion.of(region, cells, starts),
            _filled=np.flatnonzero(np.diff(starts)),
        )

    def sums(self, values: npt.NDArray[np.float64]) -> Sums:
        """Sum of a quantity over every row.

        Args:
            values: Shape (cell_count,).

        Returns:
            Shape (sides, zones, trigger points) in the order of `SIDES` and `ZONES`.
        """
        sums = np.zeros(len(self.starts) - 1)
        # reduceat gives nonsense for empty rows, so these are left out
        sums[self._filled] = np.add.reduceat(values[self.cells], self.starts[self._filled])
        return sums.reshape(len(SIDES), len(ZONES), len(self.points))

    def totals(self, body: Figure) -> Sums:
        """Weight of every row on a figure, shape as `sums`; made once per figure."""
        if body not in self._totals:
            self._totals[body] = self.sums(cell_weights(body))
        return self._totals[body]

    def parts(self, body: Figure) -> tuple[Sums, Sums]:
        """Weight of every zone within every region, and of the regions; made once per figure.

        Returns:
            Shapes (entries of `by_region`, zones) and (regions,).
        """
        if body not in self._parts:
            weights, by_region = cell_weights(body), self.by_region
            size = len(by_region.region) * len(ZONES)
            parts = np.bincount(by_region.spot, weights[self.cells], size).astype(np.float64)
            regions = np.bincount(by_region.of_cell, weights).astype(np.float64)
            self._parts[body] = parts.reshape(-1, len(ZONES)), regions
        return self._parts[body]


_KNOWN: "WeakKeyDictionary[Atlas, ReferralMatrix]" = WeakKeyDictionary()


def matrix_of(atlas: Atlas) -> ReferralMatrix:
    """The matrix of an atlas, made when it is first needed and kept as long as the atlas is."""
    if atlas not in _KNOWN:
        _KNOWN[atlas] = ReferralMatrix.of(atlas)
    return _KNOWN[atlas]


def _rows(points: tuple[TriggerPoint, ...]) -> Iterator[npt.NDArray[np.intp]]:
    none = np.empty(0, np.intp)
    for side in SIDES:
        typical = [
            typical_referral(point, side)
            if point.only_on is None or point.only_on == side.lower()
            else None
            for point in points
        ]
        for extent in Extent:
            for both in typical:
                yield none if both is None else getattr(both, extent).cells.astype(np.intp)
        for point, both in zip(points, typical, strict=True):
            pattern = both and both.essential | both.spillover
            local = point.referral.local(side) - pattern if pattern else None
            yield local.cells.astype(np.intp) if local else none


def _twins(rows: list[npt.NDArray[np.intp]], count: int) -> tuple[tuple[int, ...], ...]:
    """Numbers of the same pattern; those on the one side only are no twins of those on both.

    Only the two extents are compared: what hurts round the mark is no part of a pattern.
    """
    alike: dict[tuple[bytes, ...], list[int]] = {}
    kept = [k for k in range(len(SIDES) * len(ZONES)) if ZONES[k % len(ZONES)] in tuple(Extent)]
    keys = [tuple(rows[k * count + number].tobytes() for k in kept) for number in range(count)]
    for number, key in enumerate(keys):
        alike.setdefault(key, []).append(number)
    return tuple(tuple(alike[key]) if any(key) else (i,) for i, key in enumerate(keys))
