"""Axes of the limbs, along and round which points of muscle shapes are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class LimbAxis:
    """A straight axis through a limb.

    Attributes:
        start: Landmarks in the middle of which it begins; there the share is 0.
        end: Landmarks in the middle of which it ends; there the share is 1.
        parts: Parts of the body whose skin is meant.
        ahead: Where 0 degrees are: `front`, or `above` on the foot.
    """

    start: tuple[str, ...]
    end: tuple[str, ...]
    parts: frozenset[str]
    ahead: str = "front"


LIMBS: Final[Mapping[str, LimbAxis]] = MappingProxyType(
    {
        "upper_arm": LimbAxis(
            ("front_armpit_fold", "back_armpit_fold", "shoulder_outer_middle"),
            ("lateral_epicondyle", "medial_epicondyle"),
            frozenset({"arm", "shoulder"}),
        ),
        "forearm": LimbAxis(
            ("lateral_epicondyle", "medial_epicondyle"),
            ("radial_styloid", "ulnar_styloid"),
            frozenset({"arm", "hand"}),
        ),
        "hand": LimbAxis(
            ("wrist_crease_middle", "wrist_back_middle"),
            ("palm_middle", "middle_knuckle", "middle_knuckle"),
            frozenset({"arm", "hand"}),
        ),
        "thigh": LimbAxis(
            ("greater_trochanter", "groin_crease_inner"),
            ("lateral_femoral_epicondyle", "medial_femoral_epicondyle"),
            frozenset({"leg", "hip", "trunk"}),
        ),
        "lower_leg": LimbAxis(
            ("lateral_femoral_epicondyle", "medial_femoral_epicondyle"),
            ("lateral_malleolus", "medial_malleolus"),
            frozenset({"leg", "foot"}),
        ),
        "foot": LimbAxis(
            ("heel_back",),
            ("ball_middle", "toe_roots_top"),
            frozenset({"foot", "leg"}),
            ahead="above",
        ),
    }
)
"""By name. Round a limb, 0 degrees is ahead, 90 the outer side, 180 behind, -90 the inner side."""
