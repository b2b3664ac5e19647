"""Which muscles to offer for a place: those whose typical trigger points are near, then the rest.

An offer, not a finding: trigger points can lie anywhere in a muscle, and which muscle it is, the
examiner decides.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.analysis.whereabouts import Whereabouts, distances, whereabouts
from bodymap.atlas import Atlas, FrequencyLevel, Muscle, TriggerPoint
from bodymap.body import Body, Laterality

NEAR_CM: Final = 8.0
"""A typical trigger point at most this far away, in a straight line, makes its muscle a near one.

Twice the reach of an examining thumb on a large muscle; our own choice, without a publication.
"""

_BY_FREQUENCY: Final = {level: rank for rank, level in enumerate(FrequencyLevel)}


@dataclass(frozen=True, slots=True)
class OfferedMuscle:
    """A muscle that may be the one under the finger.

    Attributes:
        muscle: The muscle.
        trigger_point: Its typical trigger point nearest to the place; its first where none can be
            measured to.
        laterality: Side of that muscle: the side of the place; MIDLINE where the place lies on the
            midline, so that both sides come into question.
        distance_cm: From the place to that trigger point in a straight line on this figure; `None`
            where a distance has no meaning (pelvic-floor chart, inside the body).
        lies_here: Whether the muscle belongs to the part of the body the place lies in.
    """

    muscle: Muscle
    trigger_point: TriggerPoint
    laterality: Laterality
    distance_cm: float | None
    lies_here: bool


def offered_muscles(atlas: Atlas, body: Body, cell: int) -> tuple[OfferedMuscle, ...]:
    """Muscles for a place, the likeliest first.

    First those with a typical trigger point within `NEAR_CM`, nearest first; then the others that
    lie in this part of the body, nearest first. Muscles at an equal distance follow how often they
    have trigger points. Trigger points across a gap of air (a thigh beside a hand) do not count.

    Args:
        atlas: The muscles to choose from.
        body: The figure that was pointed at.
        cell: The place.

    Raises:
        UnknownCell: The body has no such cell.
    """
    here = whereabouts(atlas, body, cell)
    away = distances(atlas, body, here)
    offers, row = [], 0
    for muscle in atlas.muscles.values():
        points = muscle.trigger_points
        span = away[row : row + len(points)]
        row += len(points)
        offer = _offer(muscle, span, here)
        if offer is not None:
            offers.append((_order(offer, float(span.min())), offer))
    offers.sort(key=lambda pair: pair[0])
    return tuple(offer for _, offer in offers)


def _offer(muscle: Muscle, away: np.ndarray, here: Whereabouts) -> OfferedMuscle | None:
    lies_here = not here.groups.isdisjoint(muscle.regions)
    nearest = int(away.argmin())
    if not lies_here and away[nearest] > NEAR_CM:
        return None
    measured = here.measured and bool(np.isfinite(away[nearest]))
    return OfferedMuscle(
        muscle=muscle,
        trigger_point=muscle.trigger_points[nearest],
        laterality=here.laterality,
        distance_cm=float(away[nearest]) if measured else None,
        lies_here=lies_here,
    )


def _order(offer: OfferedMuscle, away: float) -> tuple[bool, float, int, str]:
    return (
        away > NEAR_CM,
        away,
        _BY_FREQUENCY[offer.muscle.frequency.level],
        offer.muscle.name,
    )
