"""Directions at a part of the body: along it, across it, and out of its surface."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Words = tuple[tuple[str, str], tuple[str, str], tuple[str, str]]

ALONG_ACROSS_DEPTH: Final = ((0, 1), (0, 2), (1, 2))

STANDING: Final[Words] = (("above", "below"), ("outward", "inward"), ("front", "behind"))
ON_THE_MIDLINE: Final[Words] = (("above", "below"), ("left", "right"), ("front", "behind"))
UPPER_ARM: Final[Words] = (("handward", "shoulderward"), ("outward", "inward"), ("front", "behind"))
FOREARM: Final[Words] = (
    ("handward", "shoulderward"),
    ("thumb_side", "little_finger_side"),
    ("palmward", "backward"),
)
HAND: Final[Words] = (
    ("fingerward", "wristward"),
    ("thumb_side", "little_finger_side"),
    ("palmward", "backward"),
)
FOOT: Final[Words] = (
    ("toeward", "heelward"),
    ("little_toe_side", "great_toe_side"),
    ("above", "below"),
)


@dataclass(frozen=True, eq=False)
class Frame:
    """Three directions at right angles, with their words.

    Attributes:
        axes: (3, 3), a unit vector per row in x (patient's left), y (up), z (front).
        words: Per axis, the word for its own direction and for the opposite one.
    """

    axes: Floats
    words: Words

    def axis_of(self, direction: str) -> tuple[int, int]:
        """Axis and sign of a word.

        Raises:
            ValueError: The word has no meaning at this part of the body.
        """
        for axis, (ahead, back) in enumerate(self.words):
            if direction in {ahead, back}:
                return axis, 1 if direction == ahead else -1
        raise ValueError(f"{direction!r} is no direction here; there are {self.words}.")


def frame_at(
    region_base: str, part: str, places: Mapping[str, Floats], sign: int, *, midline: bool
) -> Frame:
    """Directions for a place of a region.

    Args:
        region_base: Base id of the region.
        part: Part of the body, a value of `PART_OF_GROUP`.
        places: (3,) in cm of the landmarks of the patient's left and of the midline.
        sign: +1 for the patient's left, -1 for the right.
        midline: Whether the distances are from a landmark on the midline.
    """
    mirror = np.array([sign, 1, 1])
    if part == "arm":
        ends = places["acromion"], _middle(places, "wrist_crease_middle", "wrist_back_middle")
        words = FOREARM if region_base.startswith(("forearm", "wrist")) else UPPER_ARM
        return Frame(_limb(*ends, places) * mirror, words)
    if part == "hand":
        wrist = _middle(places, "wrist_crease_middle", "wrist_back_middle")
        return Frame(_limb(wrist, places["middle_knuckle"], places) * mirror, HAND)
    if part == "foot":
        return Frame(np.array([[0.0, 0, 1], [sign, 0, 0], [0, 1, 0]]), FOOT)
    if midline:
        return Frame(np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 1]]), ON_THE_MIDLINE)
    return Frame(np.array([[0.0, 1, 0], [sign, 0, 0], [0, 0, 1]]), STANDING)


def _middle(places: Mapping[str, Floats], one: str, other: str) -> Floats:
    return (places[one] + places[other]) / 2


def _limb(start: Floats, end: Floats, places: Mapping[str, Floats]) -> Floats:
    """Axes of the left arm or hand: away from the trunk, to the thumb side, to the palm side."""
    along = (end - start) / np.linalg.norm(end - start)
    across = places["radial_styloid"] - places["ulnar_styloid"]
    across = across - along * (across @ along)
    across = across / np.linalg.norm(across)
    # in anatomical position the palm looks to the front
    out = np.cross(along, across)
    return np.stack([along, across, out if out[2] > 0 else -out])
