"""Which region a surface point belongs to."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tools.figure.partition import coarse
from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.names import Place, regions_of

SIDED = """temple parietal occiput eye cheek jaw ear neck_side nape trapezius shoulder_front
shoulder_back axilla
chest_upper chest_lower ribs_front ribs_side abdomen_upper abdomen_lower flank groin hip buttock
scapula interscapular mid_back lumbar crown forehead neck_front
arm_front arm_back elbow_front elbow_back forearm_front forearm_back wrist_front wrist_back palm
hand_back thumb index middle ring little
thigh_front thigh_outer thigh_inner thigh_back knee_front knee_back shin leg_outer calf ankle heel
foot_top foot_sole toes""".split()
MID = "nose mouth chin sternum pubis perineum sacrum".split()
PLACES = [Place(n, n, n, "head", midline=True) for n in MID] + [
    Place(n, n, n, "head") for n in SIDED
]
REGIONS = regions_of(PLACES)
MAX_SIDED = 260


def bone_groups(bones: Sequence[str]) -> dict[str, list[int]]:
    """Sort the bones of the skinning weights into the groups that `label` needs.

    Args:
        bones: bone names in the order of the weight columns.

    Returns:
        Group name to column numbers; the group's weight is the sum over them.
    """
    fingers = ("thumb", "index", "middle", "ring", "little")
    arm_parts = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
    groups = {
        "arm": [i for i, b in enumerate(bones) if any(part in b for part in arm_parts)],
        "toes": [i for i, b in enumerate(bones) if b.startswith("toe")],
        "great_toe": [i for i, b in enumerate(bones) if b.startswith("toe1")],
    }
    for number, finger in enumerate(fingers, start=1):
        groups[finger] = [i for i, b in enumerate(bones) if b.startswith(f"finger{number}")]
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
    numbers: dict[str, tuple[int, int]] = {}
    for number, region in enumerate(REGIONS):
        right, left = numbers.get(region.base, (number, number))
        numbers[region.base] = (right, number) if region.laterality == "LEFT" else (number, left)
    chart = Chart(points_dm, weights, ear, eyeball, numbers)
    coarse.claim(chart)
    return chart.given
