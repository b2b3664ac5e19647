"""Which region a surface point belongs to."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tools.figure.partition import arm, back, chest, foot, hand, head, leg, neck, pelvis
from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.frames import trunk_angle
from tools.figure.partition.names import regions_of
from tools.figure.partition.sites import GROUP_OF_SITE, sites_of

PLACES = (
    *head.PLACES,
    *neck.PLACES,
    *arm.SHOULDER_PLACES,
    *back.PLACES,
    *pelvis.PLACES,
    *chest.PLACES,
    *arm.ARM_PLACES,
    *hand.PLACES,
    *leg.PLACES,
    *foot.PLACES,
)
REGIONS = regions_of((GROUP_OF_SITE[place.site], place) for place in PLACES)
SITES = sites_of(PLACES)

# A finer partition would leave pieces too small to point at.
MAX_SIDED = 260

FINGERS = ("thumb", "index", "middle", "ring", "little")
ARM_BONES = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")


def bone_groups(bones: Sequence[str]) -> dict[str, list[int]]:
    """Sort the bones of the skinning weights into the groups that `label` needs.

    Args:
        bones: bone names in the order of the weight columns.

    Returns:
        Group name to column numbers; the group's weight is the sum over them.
    """
    groups = {
        "arm": [i for i, name in enumerate(bones) if any(part in name for part in ARM_BONES)],
        "toes": [i for i, name in enumerate(bones) if name.startswith("toe")],
        "great_toe": [i for i, name in enumerate(bones) if name.startswith("toe1")],
    }
    for number, finger in enumerate(FINGERS, start=1):
        groups[finger] = [i for i, name in enumerate(bones) if name.startswith(f"finger{number}")]
    return groups


def label(
    points_dm: Floats, weights: Mapping[str, Floats], ear: Floats, eyeball: Mask
) -> NDArray[np.int64]:
    """Number (position in `REGIONS`) of the region of each surface point.

    Args:
        points_dm: (n, 3) canonical positions, decimetres; x patient's left, y up, z front.
        weights: (n,) summed skinning weights for every group of `bone_groups`.
        ear: (n,) from 0 to 1, how far the point belongs to an outer ear.
        eyeball: (n,) true on the eyeballs.

    Returns:
        (n,) numbers; every point has one.
    """
    chart = Chart(points_dm, weights, ear, eyeball, _numbers())
    in_arm = arm.arm_of(chart)
    arm.claim(chart, in_arm & (chart.up < 6.0))
    hand.claim(chart, in_arm)
    head.claim(chart)
    neck.claim(chart)
    foot.claim(chart)
    angle = trunk_angle(chart)
    pelvis.claim_bones(chart, angle)
    behind = angle > 90
    below = chart.up < pelvis.leg_ceiling(chart, angle)
    pelvis.claim_buttocks(chart, behind & (chart.up < pelvis.CREST(angle)) & (chart.up > -0.9))
    leg.claim(chart, below)
    above_crest = chart.up > 1.2
    side = above_crest & (angle > chest.SIDE_FRONT(chart.up)) & (angle < chest.SIDE_BACK(chart.up))
    chest.claim_side(chart, side & (chart.up < 4.7), angle)
    back.claim(chart, behind)
    chest.claim_front(chart, np.ones_like(behind))
    return chart.given


def _numbers() -> dict[str, tuple[int, int]]:
    """Region numbers (right, left) by base id; twice the same on the mid-line."""
    numbers: dict[str, tuple[int, int]] = {}
    for number, region in enumerate(REGIONS):
        right, left = numbers.get(region.base, (number, number))
        numbers[region.base] = (right, number) if region.laterality == "LEFT" else (number, left)
    return numbers
