"""The wording of places: areas, directions and the sentence that joins them."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from bodymap.body.laterality import Laterality
from bodymap.body.regions import Region

PHRASES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "above": ("above", "above"),
        "below": ("below", "below"),
        "outward": ("outward", "outward of"),
        "inward": ("inward", "inward of"),
        "left": ("to the left", "to the left of"),
        "right": ("to the right", "to the right of"),
        "front": ("in front", "in front of"),
        "behind": ("behind", "behind"),
        "handward": ("towards the hand", "towards the hand from"),
        "shoulderward": ("towards the shoulder", "towards the shoulder from"),
        "thumb_side": ("to the thumb side", "to the thumb side of"),
        "little_finger_side": ("to the little-finger side", "to the little-finger side of"),
        "palmward": ("to the palm side", "to the palm side of"),
        "backward": ("to the back-of-hand side", "to the back-of-hand side of"),
        "fingerward": ("towards the fingertips", "towards the fingertips from"),
        "wristward": ("towards the wrist", "towards the wrist from"),
        "toeward": ("towards the toes", "towards the toes from"),
        "heelward": ("towards the heel", "towards the heel from"),
        "little_toe_side": ("to the little-toe side", "to the little-toe side of"),
        "great_toe_side": ("to the big-toe side", "to the big-toe side of"),
    }
)
"""Per direction: its words before another distance, and before the landmark."""

_AREAS: Final = (
    ("upper_arm", "upper arm"),
    ("elbow", "elbow"),
    ("forearm", "forearm"),
    ("wrist", "wrist"),
    ("thumb", "thumb"),
    ("finger_", "hand"),
    ("thigh", "thigh"),
    ("knee", "knee"),
    ("ankle", "ankle"),
    ("heel", "heel"),
    ("calf", "lower leg"),
    ("shin", "lower leg"),
    ("leg_", "lower leg"),
    ("achilles", "lower leg"),
    ("great_toe", "big toe"),
    ("lesser_toes", "lesser toes"),
    ("cheek", "face"),
    ("eye", "face"),
    ("nose", "nose"),
    ("mouth", "mouth"),
    ("chin", "chin"),
    ("jaw", "jaw"),
    ("ear", "ear"),
)
"""Areas smaller than the group of a region, by the beginning of its base id."""

_CODE: Final = re.compile(r"[A-Z]\d+$")


def area_name(region: Region) -> str:
    """Area of a region without its side, such as "upper back"."""
    for beginning, smaller in _AREAS:
        if region.base.startswith(beginning):
            return smaller
    return "buttock" if region.group == "buttocks" else region.group.replace("_", " ")


def area_of(region: Region, laterality: Laterality) -> str:
    """Area of a region with its side, such as "right upper back"."""
    name = area_name(region)
    if laterality.sign:
        return f"{laterality.lower()} {name}"
    return f"{name}, midline"


def chart_area_of(region: Region, laterality: Laterality) -> str:
    """Region of a drawn chart with its side, by its own name."""
    name = region.label[:1].lower() + region.label[1:]
    return f"{laterality.lower()} {name}" if laterality.sign else name


def named(label: str) -> str:
    """A landmark in a sentence: "the acromion", but "C7"."""
    return label if _CODE.fullmatch(label) else f"the {label}"


def sentence(area: str, label: str, offsets: Iterable[tuple[str, float]]) -> str:
    """The words of a place.

    Args:
        area: Such as "right upper back".
        label: Of the landmark.
        offsets: At most two directions with centimetres.
    """
    given = list(offsets)
    if not given:
        return f"{area}, at {named(label)}"
    last = len(given) - 1
    steps = [f"{cm:g} cm {PHRASES[word][n == last]}" for n, (word, cm) in enumerate(given)]
    return f"{area}, about {' and '.join(steps)} {named(label)}"
