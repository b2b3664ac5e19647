"""Parts of the body that groups of regions belong to, and where its landmarks are."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body.figure import Figure
from bodymap.errors import UnknownLandmark

PART_OF_GROUP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "head": "head",
        "neck": "neck",
        "shoulder": "shoulder",
        "chest": "trunk",
        "abdomen": "trunk",
        "upper_back": "trunk",
        "lower_back": "trunk",
        "pelvis": "trunk",
        "buttocks": "trunk",
        "hip": "hip",
        "arm": "arm",
        "hand": "hand",
        "leg": "leg",
        "foot": "foot",
    }
)
"""Part of the body that a group of regions belongs to."""


def left_cm(figure: Figure, landmark_id: str) -> npt.NDArray[np.float64]:
    """Where a landmark of the left half, or on the midline, is: (3,), cm.

    Raises:
        UnknownLandmark: There is no such landmark.
    """
    if landmark_id not in figure.landmarks:
        raise UnknownLandmark(landmark_id, figure.landmarks)
    landmark = figure.landmarks[landmark_id]
    cell = landmark.cells["left" if landmark.paired else "midline"]
    place = np.array(figure.xyz_cm[cell], np.float64)
    if not landmark.paired:
        place[0] = 0.0
    return place
