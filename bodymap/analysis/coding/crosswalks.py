"""Which regions of the figure stand for which published code. These crosswalks are ours.

No published crosswalk between the schemes was found. Each entry says from which regions a label is
made; a `*` stands for any ending. What a scheme has no code for is named in no entry.
"""

from typing import Final, NamedTuple

VERSION: Final = "bodymap crosswalk 1"
"""Told with every coding: the assignment of regions to codes is this program's own."""


class SplitLabel(NamedTuple):
    """A label that depends on what one sees: from the front, or from behind.

    Of a hand: palm, or back; of a foot: top, or sole.
    """

    front: str
    back: str


_FACE = "eye ear jaw_* cheek* nose mouth chin head_mastoid head_eyebrow"
_HEAD = "head_* eye ear jaw_* cheek* nose mouth chin"
_BACK_UPPER = "scapula_infraspinous scapula_lateral_border scapula_superior_angle "
_BACK_UPPER += "scapula_medial_border scapula_inferior_angle interscapular "
_BACK_UPPER += "thoracic_midline_t1_t4 thoracic_midline_t5_t8 paraspinal_t1_t4 paraspinal_t5_t8"
_BACK_MIDDLE = "thoracic_midline_t9_t12 paraspinal_t9_t12 mid_back_outer lower_ribs_back"
_SHOULDER = "trapezius_ridge scapula_supraspinous acromion shoulder_* axilla"
_CHEST = "chest_* breast nipple sternum costal_margin collarbone"
_LUMBAR = "lumbar_* iliac_crest_back sacroiliac sacrum"
_BUTTOCK = "buttock_* gluteal_fold sit_bone coccyx"
_HIP = "hip_* iliac_crest_side"
_LOWER_LEG = "calf shin leg_*"
_ANKLE = "ankle_* achilles"
_FOOT = "heel foot_* great_toe lesser_toes"
_HAND = "hand_* thumb* finger_*"
_FLOOR = "pubic_bone_* sit_bone_tuberosity coccyx_tip pelvic_floor_* perineum_body "
_FLOOR += "anus_rectum_sphincter genitals_* vagina_opening testicle_scrotum"

CHOIR: Final[dict[SplitLabel, str]] = {
    SplitLabel("Cranium", "Cranium"): "head_vertex head_forehead head_side head_temple "
    "head_occiput_upper",
    SplitLabel("Face", "Head"): f"{_FACE} head_occiput_lower",
    SplitLabel("Neck", "Neck"): "neck_*",
    SplitLabel("Shoulder", "Shoulder"): _SHOULDER,
    SplitLabel("Chest", "Upper Back"): f"chest_upper chest_outer chest_lower chest_side_upper "
    f"breast nipple sternum collarbone {_BACK_UPPER}",
    SplitLabel("Chest", "Middle Back"): f"chest_side_lower costal_margin {_BACK_MIDDLE}",
    SplitLabel("Abdomen", "Lower Back"): f"abdomen_* flank_* {_LUMBAR}",
    SplitLabel("Bicep", "Bicep"): "upper_arm_*",
    SplitLabel("Elbow", "Elbow"): "elbow_*",
    SplitLabel("Forearm", "Forearm"): "forearm_*",
    SplitLabel("Wrist", "Wrist"): "wrist_*",
    SplitLabel("Hand", "Hand"): _HAND,
    SplitLabel("Hip", "Hip"): f"{_HIP} groin_outer",
    SplitLabel("Pubic", "Buttocks"): f"suprapubic groin_inner pubic_bone perineum_skin {_FLOOR}",
    SplitLabel("Hip", "Buttocks"): _BUTTOCK,
    SplitLabel("Upper Leg", "Upper Leg"): "thigh_*",
    SplitLabel("Knee", "Knee"): "knee_*",
    SplitLabel("Lower Leg", "Lower Leg"): _LOWER_LEG,
    SplitLabel("Ankle", "Ankle"): _ANKLE,
    SplitLabel("Foot", "Foot"): _FOOT,
}
"""CHOIR body map: structures as seen from the front, and from behind."""

MICHIGAN: Final[dict[str, str]] = {
    "Head": "head_vertex head_forehead head_temple head_side head_occiput_* head_mastoid ear",
    "Face": "head_eyebrow eye cheek* nose mouth",
    "Jaw": "jaw_* chin",
    "Neck": "neck_*",
    "Shoulder": _SHOULDER,
    "Chest/breast": _CHEST,
    "Upper back": f"{_BACK_UPPER} {_BACK_MIDDLE}",
    "Lower back": _LUMBAR,
    "Abdomen": "abdomen_* flank_*",
    "Pelvis": f"suprapubic pubic_bone perineum_skin {_FLOOR}",
    "Groin": "groin_*",
    "Hip": _HIP,
    "Buttocks": _BUTTOCK,
    "Upper arm": "upper_arm_*",
    "Elbow": "elbow_*",
    "Lower arm": "forearm_*",
    "Wrist/hand": f"wrist_* {_HAND}",
    "Upper leg": "thigh_*",
    "Knee": "knee_*",
    "Lower leg": _LOWER_LEG,
    "Ankle/foot": f"{_ANKLE} {_FOOT}",
}

WPI: Final[dict[str, str]] = {
    "Jaw": "jaw_* chin",
    "Neck": "neck_*",
    "Shoulder girdle": f"{_SHOULDER} collarbone",
    "Chest": "chest_* breast nipple sternum costal_margin",
    "Upper back": f"{_BACK_UPPER} {_BACK_MIDDLE}",
    "Lower back": _LUMBAR,
    "Abdomen": "abdomen_* flank_* suprapubic",
    "Hip (buttock, trochanter)": f"{_HIP} {_BUTTOCK}",
    "Upper arm": "upper_arm_*",
    "Lower arm": "elbow_* forearm_*",
    "Upper leg": "thigh_*",
    "Lower leg": f"knee_* {_LOWER_LEG}",
}
"""Widespread pain index; it leaves out head, wrist and hand, groin, ankle and foot."""

MYPAIN: Final[dict[str, str]] = {
    "Head": _HEAD,
    "Neck": "neck_*",
    "Shoulders": _SHOULDER,
    "Arms": "upper_arm_* elbow_* forearm_*",
    "Hands": f"wrist_* {_HAND}",
    "Upper back": f"{_BACK_UPPER} {_BACK_MIDDLE}",
    "Lower back": _LUMBAR,
    "Abdomen": "abdomen_* flank_*",
    "Pelvis": f"suprapubic pubic_bone perineum_skin groin_* {_FLOOR}",
    "Hips": f"{_HIP} {_BUTTOCK}",
    "Upper legs": "thigh_*",
    "Knees": "knee_*",
    "Lower legs": _LOWER_LEG,
    "Feet": f"{_ANKLE} {_FOOT}",
}
"""MyPAIN has no site for the chest."""

EVERYWHERE: Final = "Everywhere"
"""The MyPAIN site that is marked where all others are."""
