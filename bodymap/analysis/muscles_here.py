"""Which muscles lie in a place of the body, by where the muscle layer draws them."""

from dataclasses import dataclass
from typing import Final

from bodymap.atlas import Atlas, Muscle
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Laterality, SurfaceArea

LEAST_SHARE: Final = 0.05
"""A muscle that takes less of the place than this only touches it."""


@dataclass(frozen=True)
class LiesHere:
    """A muscle that lies in a place.

    Attributes:
        muscle: The muscle.
        laterality: Its side.
        deep: Whether all of it is drawn as lying below others.
        share: Part of the place that it takes, 0 to 1, deep parts counted too.
    """

    muscle: Muscle
    laterality: Laterality
    deep: bool
    share: float


def muscles_here(layer: MuscleLayer, atlas: Atlas, place: SurfaceArea) -> tuple[LiesHere, ...]:
    """Muscles that lie in a place, those at the surface first, then by how much they take of it.

    Raises:
        AtlasOfOtherBody: The layer does not belong to the body of the place.
    """
    depths = {piece.muscle: piece.depth for piece in layer.pieces if piece.depth is not Depth.DEEP}
    found = [
        LiesHere(atlas.muscles[muscle], laterality, muscle not in depths, share)
        for muscle, laterality, share in layer.lying_in(place)
        if share >= LEAST_SHARE
    ]
    return tuple(sorted(found, key=lambda here: (here.deep, -here.share, here.muscle.id)))
