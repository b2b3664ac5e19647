"""Whose typical referral reaches a place: trigger points with a zone over it, essential first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.analysis.looking_up.fit import (
    ENOUGH_OF_A_REGION,
    LOCAL_WEIGHT,
    SPILLOVER_WEIGHT,
)
from bodymap.analysis.looking_up.referral_matrix import PRIOR
from bodymap.atlas import Atlas, Extent, FrequencyLevel, Muscle, TriggerPoint
from bodymap.body import Figure, Laterality, SurfaceArea

LEAST_OF_PLACE: Final = 0.05
"""A zone that covers a smaller part of the place only touches its edge, unless most of it is there.

Borders of zones are typical, not exact; our own choice, without a publication.
"""
LEAST_OF_ZONE: Final = 0.5
"""A small zone counts if so much of it lies in the place, however large the place is."""

LIES_THERE: Final = 0.2
"""A muscle lies at a place if the skin round its marks takes so much of it."""
_ELSEWHERE: Final = 0.7
"""What a muscle that lies elsewhere counts beside one that lies there; our own choice."""

_BY_FREQUENCY: Final = {level: rank for rank, level in enumerate(FrequencyLevel)}
_SIDES: Final = (Laterality.RIGHT, Laterality.LEFT)


@dataclass(frozen=True, slots=True)
class RefersHere:
    """A trigger point that typically refers to a place.

    Attributes:
        muscle: Its muscle.
        trigger_point: The trigger point.
        laterality: Side of the muscle, the patient's; BILATERAL where either side refers there.
        extent: Whether the place is where it is mainly felt, or by some.
        share: Part of the place that the zone covers, 0 to 1.
    """

    muscle: Muscle
    trigger_point: TriggerPoint
    laterality: Laterality
    extent: Extent
    share: float


def who_refers_here(atlas: Atlas, place: SurfaceArea) -> tuple[RefersHere, ...]:
    """Trigger points whose typical zones cover a place, the likeliest first.

    Essential zones come before spillover; within each the muscle that is likelier by how much of
    the place its trigger points cover together, by how often they are found in it, and by whether
    it lies there itself. A trigger point is told once: by its essential zone where that reaches
    the place.

    Args:
        atlas: The patterns.
        place: Any area; empty areas have nobody referring to them.

    Raises:
        AtlasOfOtherBody: The area's body numbers its cells differently from the atlas.
    """
    if not place:
        return ()
    found: list[RefersHere] = []
    weight = _weights(place)
    likely: dict[str, float] = {}
    for muscle in atlas.muscles.values():
        here = [
            each
            for point in muscle.trigger_points
            for each in _of_point(muscle, point, place.body, weight)
        ]
        if here:
            likely[muscle.id] = _likely(muscle, here, place.body, weight)
            found += here
    found.sort(key=lambda each: _order(each, likely[each.muscle.id]))
    return tuple(found)


def _likely(
    muscle: Muscle, here: list[RefersHere], body: Figure, weight: npt.NDArray[np.float64]
) -> float:
    """How likely a muscle is among those that refer to a place, 0 to 1; only for the order.

    As in the look-up, a third of a place is as good as all of it, any trigger point could be the
    one, and a muscle counts by how often trigger points are found in it.
    """
    none_of_them = 1.0
    for each in here:
        extent = 1.0 if each.extent is Extent.ESSENTIAL else SPILLOVER_WEIGHT
        none_of_them *= 1 - extent * min(each.share / ENOUGH_OF_A_REGION, 1.0)
    round_marks = max(
        float(weight[point.referral.local(side, body).cells].sum())
        for point in muscle.trigger_points
        for side in _SIDES
    )
    none_of_them *= 1 - LOCAL_WEIGHT * min(round_marks / ENOUGH_OF_A_REGION, 1.0)
    lies_there = round_marks >= LIES_THERE
    return PRIOR[muscle.frequency.level] * (1 - none_of_them) * (1 if lies_there else _ELSEWHERE)


def _weights(place: SurfaceArea) -> npt.NDArray[np.float64]:
    """`(cell_count,)`: each cell's part of the place; by number where it has no surface."""
    weight = np.zeros(place.body.cell_count)
    weight[place.cells] = place.body.area_cm2[place.cells]
    if not weight.any():
        weight[place.cells] = 1.0
    share: npt.NDArray[np.float64] = weight / weight.sum()
    return share


def _of_point(
    muscle: Muscle, point: TriggerPoint, body: Figure, weight: npt.NDArray[np.float64]
) -> Iterator[RefersHere]:
    for extent in Extent:
        cells = point.referral.area(extent, Laterality.RIGHT, body).cells.astype(np.intp)
        shares = {}
        for side in _SIDES:
            if point.only_on in {None, side.value.lower()}:
                there = cells if side is Laterality.RIGHT else body.cell_table.mirror[cells]
                covered = _covered(there, weight)
                if covered:
                    shares[side] = covered
        if not shares:
            continue
        side = Laterality.BILATERAL if len(shares) > 1 else next(iter(shares))
        if len(shares) > 1 and min(shares.values()) < max(shares.values()) / 2:
            side = max(shares, key=shares.__getitem__)
        yield RefersHere(muscle, point, side, extent, max(shares.values()))
        return


def _covered(cells: npt.NDArray[np.integer], weight: npt.NDArray[np.float64]) -> float:
    """Part of the place that a zone covers; 0 where it only touches the edge."""
    if not cells.size:
        return 0.0
    share = float(weight[cells].sum())
    inside = float(np.count_nonzero(weight[cells])) / cells.size
    return share if share >= LEAST_OF_PLACE or inside >= LEAST_OF_ZONE else 0.0


def _order(found: RefersHere, likely: float) -> tuple[bool, float, int, str, float, str]:
    return (
        found.extent is not Extent.ESSENTIAL,
        -round(likely, 2),
        _BY_FREQUENCY[found.muscle.frequency.level],
        found.muscle.name,
        -round(found.share, 2),
        found.trigger_point.id,
    )
