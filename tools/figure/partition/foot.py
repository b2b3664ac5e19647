"""Regions of the ankle and foot."""

import numpy as np

from tools.figure.partition.chart import Chart, Mask
from tools.figure.partition.curves import line
from tools.figure.partition.frames import leg_angle
from tools.figure.partition.names import Place

PLACES = (
    Place("ankle_front", "ankle_front", "Anterior ankle", "Front of the ankle"),
    Place("ankle_inner", "ankle_inner", "Medial ankle", "Inner ankle"),
    Place("ankle_outer", "ankle_outer", "Lateral ankle", "Outer ankle"),
    Place("heel", "heel", "Heel", "Heel"),
    Place("foot_top", "foot_top", "Dorsum of the foot", "Top of the foot"),
    Place("foot_sole", "foot_sole", "Sole, middle of the foot", "Sole of the foot"),
    Place("foot_instep", "foot_instep", "Instep", "Inner arch of the foot"),
    Place("foot_ball", "foot_ball", "Metatarsal heads", "Ball of the foot"),
    Place("foot_outer", "foot_outer", "Lateral border of the foot", "Outer edge of the foot"),
    Place("great_toe", "great_toe", "Great toe", "Big toe", small=True),
    Place("lesser_toes", "lesser_toes", "Lesser toes", "Other toes", small=True),
)

ANKLE_TOP = line((-180, -7.0), (-90, -6.9), (0, -7.0), (90, -6.9), (180, -7.0))
# Lower edge of the ankle by depth: from the heel's top under the malleoli up over the instep.
ANKLE_FLOOR = line(
    (-0.4, -7.5), (-0.1, -7.56), (0.2, -7.66), (0.45, -7.68), (0.7, -7.6), (1.0, -7.3),
)  # fmt: skip
HEEL_FRONT = line((-8.3, 0.36), (-8.05, 0.34), (-7.8, 0.16), (-7.6, 0.02), (-7.4, -0.3))
# Height of the border between the upper side of the foot and its edges, by depth.
INNER_EDGE_TOP = line((0.0, -7.66), (0.4, -7.7), (0.8, -7.86), (1.1, -8.04), (1.25, -8.15))
OUTER_EDGE_TOP = line((0.0, -7.8), (0.5, -7.9), (1.0, -7.98), (1.6, -8.05))
SOLE_TOP = line((0.0, -8.08), (0.5, -8.0), (1.0, -8.06), (1.4, -8.1))
# Seen from below (|x|, z): middle of the foot, borders of the arch and of the outer edge.
MIDDLE = line((-0.2, 1.37), (0.6, 1.37), (1.2, 1.4), (1.8, 1.38))
ARCH_OUTER = line((0.2, 1.22), (0.6, 1.3), (1.0, 1.18), (1.2, 1.05))
OUTER_STRIP = line((0.2, 1.58), (0.6, 1.58), (1.0, 1.63), (1.3, 1.7))
BALL_BACK = line((0.9, 1.12), (1.1, 1.18), (1.4, 1.14), (1.8, 1.0))


def claim(chart: Chart) -> None:
    """Give the points below the lower leg to their regions."""
    angle, up, front, away = leg_angle(chart), chart.up, chart.front, chart.away
    foot = up < ANKLE_TOP(angle)
    chart.give("great_toe", chart.weights["great_toe"] > 0.5)
    chart.give("lesser_toes", chart.weights["toes"] > 0.5)
    chart.give("heel", foot & (front < HEEL_FRONT(up)) & (up < -7.5))
    tendon = (np.abs(angle) > 148) & (up > -7.62)
    chart.give("achilles", foot & tendon)
    ankle = foot & (up > ANKLE_FLOOR(front))
    chart.give("ankle_front", ankle & (np.abs(angle) < 44))
    chart.give("ankle_outer", ankle & (angle > 0))
    chart.give("ankle_inner", ankle)
    _claim_sole(chart, foot & (up < SOLE_TOP(front)))
    inner = away < MIDDLE(front)
    chart.give("foot_instep", foot & inner & (up < INNER_EDGE_TOP(front)))
    chart.give("foot_outer", foot & ~inner & (up < OUTER_EDGE_TOP(front)))
    chart.give("foot_top", foot)


def _claim_sole(chart: Chart, sole: Mask) -> None:
    away, front = chart.away, chart.front
    chart.give("foot_ball", sole & (front > BALL_BACK(away)))
    chart.give("foot_outer", sole & (away > OUTER_STRIP(front)))
    chart.give("foot_instep", sole & (away < ARCH_OUTER(front)))
    chart.give("foot_sole", sole)
