"""Surface points that are being given to regions, first come first served."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

UNGIVEN = -1


@dataclass(eq=False)
class Chart:
    """Points of the body in the canonical anatomical pose and the region given to each so far.

    Attributes:
        points_dm: (n, 3) positions in decimetres; x to the patient's left, y up, z to the front.
        weights: skinning weight of each bone group, (n,) from 0 to 1; see `bone_groups`.
        ear: (n,) from 0 to 1, how far the point belongs to an outer ear.
        eyeball: (n,) true on the eyeballs.
        numbers: base id to (number on the patient's right, number on the left).
        given: (n,) region number, or `UNGIVEN`.
    """

    points_dm: Floats
    weights: Mapping[str, Floats]
    ear: Floats
    eyeball: Mask
    numbers: Mapping[str, tuple[int, int]]
    given: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        self.given = np.full(len(self.points_dm), UNGIVEN, dtype=np.int64)
        # Everything is a function of the distance from the mid-plane, so both sides are mirrors.
        self.away: Floats = np.abs(self.points_dm[:, 0])
        self.up: Floats = self.points_dm[:, 1]
        self.front: Floats = self.points_dm[:, 2]
        self.is_left: Mask = self.points_dm[:, 0] >= 0

    def give(self, base: str, where: Mask) -> None:
        """Give the points of `where` that nobody has taken yet to region `base`."""
        taken = where & (self.given == UNGIVEN)
        right, left = self.numbers[base]
        self.given[taken] = np.where(self.is_left[taken], left, right)
