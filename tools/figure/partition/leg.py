"""Regions of the thigh, knee and lower leg, by angle round the leg and height."""

import numpy as np

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import line
from tools.figure.partition.frames import leg_angle
from tools.figure.partition.names import Place

PLACES = (
    Place("thigh_front", "thigh_front", "Anterior thigh", "Front of the thigh"),
    Place("thigh_back", "thigh_back", "Posterior thigh", "Back of the thigh"),
    Place("thigh_inner", "thigh_inner", "Medial thigh", "Inner thigh"),
    Place("thigh_outer", "thigh_outer", "Lateral thigh", "Outer thigh"),
    Place("knee_front", "knee_front", "Patella", "Front of the knee"),
    Place("knee_inner", "knee_inner", "Medial knee", "Inner knee"),
    Place("knee_outer", "knee_outer", "Lateral knee", "Outer knee"),
    Place("knee_back", "knee_back", "Popliteal fossa", "Back of the knee"),
    Place("calf", "calf", "Calf", "Calf"),
    Place("shin", "shin", "Shin", "Shin"),
    Place("leg_outer", "leg_outer", "Lateral lower leg", "Outer lower leg"),
    Place("leg_inner", "leg_inner", "Medial lower leg", "Inner lower leg"),
    Place("achilles", "achilles", "Achilles tendon", "Achilles tendon"),
)

# Front of the inner thigh: sartorius, from high on the groin down to the inner knee.
SARTORIUS = line((-3.2, -72), (-2.4, -60), (-1.6, -46), (-0.85, -32), (-0.6, -42), (-0.3, -80))
HAMSTRINGS_INNER = line((-3.2, -114), (-2.0, -126), (-1.0, -130), (-0.3, -122))
# Iliotibial tract.
TRACT_FRONT = line((-3.2, 62), (-2.0, 54), (-1.0, 54), (0.0, 58))
TRACT_BACK = line((-3.2, 112), (-2.0, 118), (-1.0, 122), (0.0, 124))

# The knee by angle: its upper edge arches over the patella, the fossa is a lozenge behind.
KNEE_TOP = line(
    (-180, -2.86), (-140, -3.02), (-90, -2.96), (-40, -2.78), (0, -2.7), (40, -2.78),
    (90, -2.96), (140, -3.02), (180, -2.86),
)  # fmt: skip
KNEE_END = line(
    (-180, -3.92), (-140, -3.78), (-90, -3.84), (-40, -3.82), (0, -3.98), (40, -3.84),
    (90, -3.8), (140, -3.74), (180, -3.92),
)  # fmt: skip
KNEE_FRONT_HALF_ANGLE = line(
    (-3.98, 14), (-3.88, 30), (-3.65, 46), (-3.3, 54), (-2.98, 47), (-2.8, 32), (-2.68, 8),
)  # fmt: skip
KNEE_BACK_FROM = line((-3.95, 146), (-3.4, 124), (-2.85, 140))

# Lower leg: the tibia's front edge drifts inwards, the calf's bellies end in the tendon.
SHIN_INNER = line((-7.0, -38), (-6.2, -34), (-5.0, -27), (-4.3, -28), (-3.8, -38))
SHIN_OUTER = line((-7.0, 34), (-6.2, 24), (-5.0, 21), (-4.3, 26), (-3.8, 38))
CALF_OUTER_FROM = line(
    (-6.05, 180), (-5.92, 160), (-5.65, 130), (-5.2, 114), (-4.6, 108), (-3.9, 108),
)  # fmt: skip
CALF_INNER_FROM = line(
    (-6.25, -180), (-6.1, -160), (-5.8, -128), (-5.3, -110), (-4.7, -102), (-3.9, -104),
)  # fmt: skip
TENDON_HALF_ANGLE = line(
    (-7.7, 36), (-7.0, 36), (-6.3, 36), (-6.0, 30), (-5.8, 19), (-5.64, 8), (-5.54, 0),
)  # fmt: skip


def claim(chart: Chart, leg: Mask) -> None:
    """Give the points between groin and ankle to their regions."""
    angle, up = leg_angle(chart), chart.up
    _claim_lower_leg(chart, leg & (up < KNEE_END(angle)), angle)
    _claim_knee(chart, leg & (up < KNEE_TOP(angle)), angle)
    front = (angle > SARTORIUS(up)) & (angle < TRACT_FRONT(up))
    chart.give("thigh_front", leg & front)
    chart.give("thigh_outer", leg & (angle > 0) & (angle < TRACT_BACK(up)))
    chart.give("thigh_inner", leg & (angle < 0) & (angle > HAMSTRINGS_INNER(up)))
    chart.give("thigh_back", leg)


def _claim_knee(chart: Chart, knee: Mask, angle: Floats) -> None:
    turn = np.abs(angle)
    chart.give("knee_front", knee & (turn < KNEE_FRONT_HALF_ANGLE(chart.up)))
    chart.give("knee_back", knee & (turn > KNEE_BACK_FROM(chart.up)))
    chart.give("knee_outer", knee & (angle > 0))
    chart.give("knee_inner", knee)


def _claim_lower_leg(chart: Chart, leg: Mask, angle: Floats) -> None:
    up = chart.up
    tendon = 180 - np.abs(angle) < TENDON_HALF_ANGLE(up)
    chart.give("achilles", leg & tendon)
    chart.give("shin", leg & (angle > SHIN_INNER(up)) & (angle < SHIN_OUTER(up)))
    chart.give("calf", leg & (angle > CALF_OUTER_FROM(up)))
    chart.give("calf", leg & (angle < CALF_INNER_FROM(up)))
    chart.give("leg_outer", leg & (angle > 0))
    chart.give("leg_inner", leg)
