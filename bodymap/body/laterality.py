"""Which side of the patient: of a point and of an area.

Left and right are always the patient's own, never the picture's. Positions are in centimetres with
x positive to the patient's left and x = 0 on the mid-plane.
"""

from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt

MIDLINE_POINT_CM: Final = 1.0
"""A point at most this far from the mid-plane is on the midline."""

MIDLINE_AREA_CM: Final = 3.0
"""An area on both sides that reaches no farther than this from the mid-plane is on the midline."""

BOTH_SIDES_SHARE: Final = 0.10
"""An area with at least this share of itself on each side is on both sides."""


class Laterality(StrEnum):
    """Side of the patient."""

    LEFT = "LEFT"
    RIGHT = "RIGHT"
    BILATERAL = "BILATERAL"
    MIDLINE = "MIDLINE"

    def mirrored(self) -> "Laterality":
        """The side seen in a mirror: LEFT and RIGHT change places, the others stay."""
        return _MIRRORED.get(self, self)

    @property
    def sign(self) -> int:
        """+1 for LEFT and -1 for RIGHT, as x grows to the patient's left; else 0."""
        return (self is Laterality.LEFT) - (self is Laterality.RIGHT)

    @property
    def suffix(self) -> str:
        """End of a region id on this side: `.left`, `.right` or nothing."""
        return f".{self.lower()}" if self in _MIRRORED else ""


_MIRRORED: Final = {Laterality.LEFT: Laterality.RIGHT, Laterality.RIGHT: Laterality.LEFT}


def laterality_of_point(x_cm: float) -> Laterality:
    """Side of a point `x_cm` left of the mid-plane; MIDLINE within `MIDLINE_POINT_CM` of it."""
    if abs(x_cm) <= MIDLINE_POINT_CM:
        return Laterality.MIDLINE
    return Laterality.LEFT if x_cm > 0 else Laterality.RIGHT


def laterality_of_cells(
    sign: npt.NDArray[np.int8],
    weight: npt.NDArray[np.float64],
    x_cm: npt.NDArray[np.floating],
) -> Laterality | None:
    """Side of a set of cells.

    BILATERAL if each side holds at least `BOTH_SIDES_SHARE` of the weight, unless the set lies
    wholly within `MIDLINE_AREA_CM` of the mid-plane, which is MIDLINE. Otherwise its one side;
    MIDLINE also where neither side holds that share.

    Args:
        sign: Shape (n,), +1 left, -1 right, 0 neither.
        weight: Shape (n,), what each cell counts for, such as its area in cm2; at least 0.
        x_cm: Shape (n,), distance of each cell left of the mid-plane.

    Returns:
        The side, or None for no cells.
    """
    if sign.size == 0:
        return None
    total = float(weight.sum())
    if total <= 0:
        weight, total = np.ones(sign.shape), float(sign.size)
    left = float(weight[sign > 0].sum()) / total
    right = float(weight[sign < 0].sum()) / total
    if min(left, right) >= BOTH_SIDES_SHARE:
        near = float(np.abs(x_cm).max()) <= MIDLINE_AREA_CM
        return Laterality.MIDLINE if near else Laterality.BILATERAL
    if max(left, right) < BOTH_SIDES_SHARE:
        return Laterality.MIDLINE
    return Laterality.LEFT if left > right else Laterality.RIGHT
