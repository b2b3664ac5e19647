"""Cases drawn by hand from descriptions in the textbook, not from the zones of the atlas.

Each says in own words where Travell and Simons (Myofascial Pain and Dysfunction: The Trigger Point
Manual) describe the pain of a muscle; the regions were chosen from those words alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bodymap.analysis.looking_up.look_up import look_up
from bodymap.atlas import Atlas
from bodymap.body import Body


@dataclass(frozen=True, slots=True)
class Case:
    """One description.

    Attributes:
        muscle: Id of the muscle that it is of.
        words: Where the pain is described.
        regions: What was drawn from the words.
    """

    muscle: str
    words: str
    regions: tuple[str, ...]


CASES: Final = (
    Case(
        "trapezius_upper",
        "up the side of the neck, behind the ear, to the temple",
        ("neck_posterior_triangle.left", "head_mastoid.left", "head_temple.left"),
    ),
    Case(
        "sternocleidomastoid",
        "over the eye, the cheek and the back of the head, and the forehead of the other side",
        ("head_eyebrow.right", "cheek.right", "head_occiput_lower.right", "head_forehead.left"),
    ),
    Case(
        "suboccipitals",
        "a band deep in the head from the back of the skull to the eye",
        ("head_occiput_upper.left", "head_side.left", "head_temple.left"),
    ),
    Case(
        "temporalis",
        "the temple, along the eyebrow, and the upper teeth",
        ("head_temple.right", "head_eyebrow.right"),
    ),
    Case(
        "masseter",
        "the jaw, the cheek and over the eyebrow",
        ("jaw_body.left", "jaw_angle.left", "cheek.left", "head_eyebrow.left"),
    ),
    Case(
        "levator_scapulae",
        "the angle of the neck, spilling along the inner edge of the shoulder blade",
        ("neck_base_back.right", "scapula_superior_angle.right", "scapula_medial_border.right"),
    ),
    Case(
        "scalenes",
        "the chest, the inner edge of the shoulder blade, and down the arm to thumb and index",
        (
            "chest_upper.left",
            "scapula_medial_border.left",
            "upper_arm_outer.left",
            "forearm_thumb_side.left",
            "thumb.left",
            "finger_index.left",
        ),
    ),
    Case(
        "infraspinatus",
        "deep in the front of the shoulder, down the front and outer side of the upper arm",
        ("shoulder_front.right", "upper_arm_front.right", "upper_arm_outer.right"),
    ),
    Case(
        "subscapularis",
        "the back of the shoulder, and a band round the wrist",
        ("shoulder_back.left", "wrist_back.left", "wrist_front.left"),
    ),
    Case(
        "supraspinatus",
        "the outer side of the shoulder and down to the outer elbow",
        ("shoulder_side.right", "upper_arm_outer.right", "elbow_outer.right"),
    ),
    Case(
        "extensor_carpi_radialis",
        "the outer elbow and the back of the wrist and hand",
        ("elbow_outer.right", "wrist_back.right", "hand_back.right"),
    ),
    Case(
        "quadratus_lumborum",
        "over the joint of the sacrum and the lower buttock",
        ("sacroiliac.left", "buttock_lower.left"),
    ),
    Case(
        "iliopsoas",
        "up and down beside the lumbar spine on one side, and the front of the thigh",
        ("lumbar_paraspinal_l1_l3.right", "lumbar_paraspinal_l4_l5.right", "thigh_front.right"),
    ),
    Case(
        "gluteus_minimus",
        "the lower outer buttock, the outer thigh and leg down to the ankle",
        ("buttock_lower.left", "thigh_outer.left", "leg_outer.left", "ankle_outer.left"),
    ),
    Case(
        "piriformis",
        "beside the sacrum, the buttock and the back of the hip",
        (
            "sacroiliac.right",
            "buttock_mid_inner.right",
            "buttock_mid_outer.right",
            "hip_back.right",
        ),
    ),
    Case(
        "vastus_medialis",
        "the front of the knee on its inner side",
        ("knee_front.left", "knee_inner.left"),
    ),
    Case(
        "gastrocnemius",
        "the instep of the foot, the inner calf and behind the knee",
        ("foot_instep.right", "calf.right", "knee_back.right"),
    ),
    Case(
        "soleus",
        "the heel, below and behind, and the tendon above it",
        ("heel.right", "achilles.right"),
    ),
    Case(
        "tibialis_anterior",
        "the front of the ankle and the big toe",
        ("ankle_front.left", "great_toe.left"),
    ),
    Case(
        "peroneals",
        "round the outer ankle and the outer side of the foot",
        ("ankle_outer.right", "foot_outer.right"),
    ),
)


def ranks(atlas: Atlas, body: Body) -> Iterator[tuple[Case, int | None, str]]:
    """Each case with the place of its muscle in the list and who stands first.

    The place is None if the muscle is not among the twelve that are told.
    """
    for case in CASES:
        found = look_up(body.fill(case.regions), atlas)
        place = next((n for n, c in enumerate(found, 1) if c.muscle.id == case.muscle), None)
        yield case, place, found[0].muscle.name
