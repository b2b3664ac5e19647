"""Regions of the shoulder cap and the arm down to the wrist."""

import numpy as np

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import line
from tools.figure.partition.frames import ELBOW, SHOULDER, WRIST, Limb, bone
from tools.figure.partition.names import Place

SHOULDER_PLACES = (
    Place("acromion", "acromion", "Acromion", "Point of the shoulder"),
    Place("shoulder_front", "shoulder_front", "Anterior deltoid", "Front of the shoulder"),
    Place("shoulder_side", "shoulder_side", "Middle deltoid", "Side of the shoulder"),
    Place("shoulder_back", "shoulder_back", "Posterior deltoid", "Back of the shoulder"),
    Place("axilla", "axilla", "Axilla", "Armpit"),
)
ARM_PLACES = (
    Place("upper_arm_front", "upper_arm_front", "Anterior upper arm", "Front of the upper arm"),
    Place("upper_arm_back", "upper_arm_back", "Posterior upper arm", "Back of the upper arm"),
    Place("upper_arm_outer", "upper_arm_outer", "Lateral upper arm", "Outer upper arm"),
    Place("upper_arm_inner", "upper_arm_inner", "Medial upper arm", "Inner upper arm"),
    Place("elbow_outer", "elbow_outer", "Lateral epicondyle", "Outer elbow"),
    Place("elbow_inner", "elbow_inner", "Medial epicondyle", "Inner elbow"),
    Place("elbow_back", "elbow_back", "Olecranon", "Point of the elbow"),
    Place("elbow_front", "elbow_front", "Antecubital fossa", "Inner crease of the elbow"),
    Place("forearm_front", "forearm_front", "Volar forearm", "Palm side of the forearm"),
    Place("forearm_back", "forearm_back", "Dorsal forearm", "Back of the forearm"),
    Place("forearm_thumb_side", "forearm_thumb_side", "Radial forearm", "Forearm, thumb side"),
    Place(
        "forearm_little_finger_side",
        "forearm_little_finger_side",
        "Ulnar forearm",
        "Forearm, little-finger side",
    ),
    Place("wrist_front", "wrist_front", "Volar wrist", "Palm side of the wrist"),
    Place("wrist_back", "wrist_back", "Dorsal wrist", "Back of the wrist"),
)

# Groove between deltoid and chest, and its match behind: |x| by height.
DELTOID_FRONT_EDGE = line((4.3, 1.56), (4.6, 1.5), (4.9, 1.4), (5.2, 1.3), (5.5, 1.26), (5.8, 1.3))
DELTOID_BACK_EDGE = line(
    (4.3, 1.52), (4.6, 1.5), (4.9, 1.46), (5.15, 1.4), (5.35, 1.42), (5.8, 1.5),
)  # fmt: skip

# Lower edge of the deltoid by angle round the arm: a V whose tip is its insertion, outside.
DELTOID_TIP = line(
    (-180, 0.16), (-90, 0.1), (-10, 0.12), (30, 0.2), (60, 0.36), (85, 0.47), (110, 0.38),
    (145, 0.22), (180, 0.16),
)  # fmt: skip
# Partings of the deltoid: angle by place along the arm; they run together at the tip.
DELTOID_FRONT_PARTING = line((-0.3, 30), (0.0, 38), (0.3, 58), (0.47, 82))
DELTOID_BACK_PARTING = line((-0.3, 140), (0.0, 130), (0.3, 112), (0.47, 88))

# Angles between the faces of the upper arm, by place along it.
UPPER_FRONT_OUTER = line((0.1, 40), (0.5, 46), (0.9, 50))
UPPER_OUTER_BACK = line((0.1, 125), (0.5, 122), (0.9, 118))
UPPER_FRONT_INNER = line((0.1, -36), (0.5, -42), (0.9, -46))
UPPER_INNER_BACK = line((0.1, -130), (0.5, -124), (0.9, -116))

# Where the elbow begins on the upper arm and ends on the forearm, by angle.
ELBOW_TOP = line(
    (-180, 0.8), (-166, 0.81), (-125, 0.89), (-80, 0.85), (-25, 0.91), (0, 0.92), (25, 0.91),
    (80, 0.85), (125, 0.89), (166, 0.81), (180, 0.8),
)  # fmt: skip
ELBOW_END = line(
    (-180, 0.09), (-166, 0.085), (-125, 0.05), (-75, 0.12), (-20, 0.185), (0, 0.2), (20, 0.185),
    (75, 0.12), (125, 0.05), (166, 0.085), (180, 0.09),
)  # fmt: skip
WRIST_TOP = line(
    (-180, 0.872), (-165, 0.873), (-90, 0.9), (0, 0.86), (90, 0.9), (165, 0.873), (180, 0.872),
)  # fmt: skip
WRIST_END = line(
    (-180, 1.063), (-165, 1.062), (-90, 1.03), (0, 1.07), (90, 1.03), (165, 1.062),
    (180, 1.063),
)  # fmt: skip


def arm_of(chart: Chart) -> Mask:
    """Points of the shoulder cap, arm and hand."""
    edge = np.where(
        chart.front > SHOULDER[2], DELTOID_FRONT_EDGE(chart.up), DELTOID_BACK_EDGE(chart.up)
    )
    cap = (chart.up > 4.45) & (chart.up < 6.0)
    return np.where(cap, chart.away > edge, chart.weights["arm"] > 0.5) & (chart.up < 6.0)


def claim(chart: Chart, arm: Mask) -> None:
    """Give the points of the shoulder cap and of the arm above the hand to their regions."""
    upper, fore = bone(chart, SHOULDER, ELBOW), bone(chart, ELBOW, WRIST)
    _claim_joints(chart)
    arm = arm & (fore.along < WRIST_END(fore.angle))
    wrist = arm & (fore.along > WRIST_TOP(fore.angle))
    chart.give("wrist_front", wrist & (np.abs(fore.angle) < 88))
    chart.give("wrist_back", wrist)
    _claim_forearm(chart, arm & (fore.along > ELBOW_END(fore.angle)), fore)
    elbow = arm & (upper.along > ELBOW_TOP(upper.angle))
    _claim_elbow(chart, elbow, upper.angle)
    _claim_upper_arm(chart, arm & (upper.along > DELTOID_TIP(upper.angle)), upper)
    round_arm = np.where(upper.angle < -90, upper.angle + 360, upper.angle)
    chart.give("shoulder_front", arm & (round_arm < DELTOID_FRONT_PARTING(upper.along)))
    chart.give("shoulder_side", arm & (round_arm < DELTOID_BACK_PARTING(upper.along)))
    chart.give("shoulder_back", arm)


def _claim_joints(chart: Chart) -> None:
    hollow = (
        ((chart.away - 1.48) / 0.26) ** 2
        + ((chart.up - 4.34) / 0.4) ** 2
        + ((chart.front - 0.22) / 0.46) ** 2
    )
    chart.give("axilla", hollow < 1)
    tip = (
        ((chart.away - 1.62) / 0.27) ** 2
        + ((chart.up - 5.5) / 0.25) ** 2
        + ((chart.front - 0.02) / 0.32) ** 2
    )
    chart.give("acromion", tip < 1)


def _claim_upper_arm(chart: Chart, arm: Mask, limb: Limb) -> None:
    angle, along = limb.angle, limb.along
    front = (angle < UPPER_FRONT_OUTER(along)) & (angle > UPPER_FRONT_INNER(along))
    chart.give("upper_arm_front", arm & front)
    chart.give("upper_arm_outer", arm & (angle > 0) & (angle < UPPER_OUTER_BACK(along)))
    chart.give("upper_arm_inner", arm & (angle < 0) & (angle > UPPER_INNER_BACK(along)))
    chart.give("upper_arm_back", arm)


def _claim_elbow(chart: Chart, elbow: Mask, angle: Floats) -> None:
    chart.give("elbow_front", elbow & (np.abs(angle) < 48))
    chart.give("elbow_outer", elbow & (angle > 0) & (angle < 132))
    chart.give("elbow_inner", elbow & (angle < 0) & (angle > -132))
    chart.give("elbow_back", elbow)


def _claim_forearm(chart: Chart, forearm: Mask, limb: Limb) -> None:
    angle = limb.angle
    chart.give("forearm_front", forearm & (np.abs(angle + 4) < 48))
    chart.give("forearm_thumb_side", forearm & (angle > 0) & (angle < 128))
    chart.give("forearm_little_finger_side", forearm & (angle < 0) & (angle > -132))
    chart.give("forearm_back", forearm)
