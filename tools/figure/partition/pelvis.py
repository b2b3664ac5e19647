"""Regions of the buttocks, hips, groin and the bones of the pelvis."""

import numpy as np

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import ellipse, line, outline
from tools.figure.partition.names import Place

PLACES = (
    Place(
        "iliac_crest_back", "iliac_crest", "Posterior iliac crest", "Top edge of the hip bone, back"
    ),
    Place(
        "iliac_crest_side", "iliac_crest", "Lateral iliac crest", "Top edge of the hip bone, side"
    ),
    Place("sacroiliac", "sacroiliac", "Sacroiliac region", "Dimple at the back of the pelvis"),
    Place("sacrum", "sacrum", "Sacrum", "Flat bone at the base of the spine", midline=True),
    Place("coccyx", "coccyx", "Coccyx", "Tailbone", midline=True, small=True),
    Place(
        "buttock_upper_inner", "buttock_upper", "Upper inner buttock", "Buttock, upper inner part"
    ),
    Place(
        "buttock_upper_outer",
        "buttock_upper",
        "Upper outer buttock (gluteus medius)",
        "Buttock, upper outer part",
    ),
    Place(
        "buttock_mid_inner",
        "buttock_mid",
        "Inner mid buttock (piriformis)",
        "Buttock, middle, near the cleft",
    ),
    Place("buttock_mid_outer", "buttock_mid", "Outer mid buttock", "Buttock, middle, outer part"),
    Place("buttock_lower", "buttock_lower", "Lower buttock", "Buttock, lower part"),
    Place("gluteal_fold", "buttock_lower", "Gluteal fold", "Crease under the buttock"),
    Place("sit_bone", "sit_bone", "Ischial tuberosity", "Sit bone"),
    Place("groin_outer", "groin", "Inguinal region", "Groin, outer part"),
    Place("groin_inner", "groin", "Inner groin (adductor origin)", "Groin, inner part"),
    Place("pubic_bone", "pubic_bone", "Pubic bone", "Pubic bone", midline=True),
    Place(
        "perineum_skin",
        "perineum",
        "Between the legs",
        "Between the legs",
        midline=True,
        small=True,
    ),
    Place("hip_side", "hip_outer", "Lateral hip (gluteus medius)", "Side of the hip"),
    Place("hip_trochanter", "hip_outer", "Greater trochanter", "Bony bump at the side of the hip"),
    Place("hip_front", "hip_front", "Front of the hip", "Front of the hip"),
    Place("hip_back", "hip_back", "Back of the hip joint", "Back of the hip joint"),
)

# Iliac crest: height by angle round the trunk, from the ASIS over the top to the PSIS.
CREST = line(
    (40, 1.24), (52, 1.38), (66, 1.66), (82, 1.84), (100, 1.9), (118, 1.88), (134, 1.78),
    (150, 1.62), (162, 1.5), (180, 1.44),
)  # fmt: skip
CREST_HALF_HEIGHT = line((44, 0.04), (60, 0.14), (120, 0.16), (150, 0.14), (180, 0.1))

# Inguinal ligament in the front chart: from the pubic tubercle to the ASIS, sagging a little.
INGUINAL = line((0.0, 0.02), (0.12, 0.1), (0.5, 0.5), (0.85, 0.92), (1.12, 1.26), (1.5, 1.75))
CROTCH_HALF_WIDTH = line((-0.62, 0.08), (-0.45, 0.15), (-0.3, 0.21), (0.0, 0.21))
GLUTEAL_FOLD = line(
    (0.0, -0.2), (0.25, -0.34), (0.6, -0.42), (0.95, -0.41), (1.3, -0.33), (1.8, -0.2),
)  # fmt: skip

# The fold runs out towards the outer side.
FOLD_HALF_HEIGHT = line((0.1, 0.02), (0.3, 0.12), (0.8, 0.11), (1.2, 0.07), (1.45, 0.0))

SACRUM_HALF_WIDTH = line((0.62, 0.08), (0.85, 0.2), (1.1, 0.28), (1.35, 0.32), (1.6, 0.3))
COCCYX_HALF_WIDTH = line((0.24, 0.03), (0.4, 0.09), (0.62, 0.14), (0.8, 0.2))
SACRUM_CEILING = line((0.0, 1.58), (0.2, 1.54), (0.35, 1.46))
SACROILIAC = outline(
    (0.24, 1.6), (0.4, 1.67), (0.56, 1.56), (0.57, 1.34), (0.47, 1.12), (0.34, 1.04), (0.23, 1.14)
)
UPPER_BUTTOCK_FLOOR = line(
    (0.1, 0.76), (0.26, 0.9), (0.5, 0.94), (0.8, 1.0), (1.2, 0.96), (1.6, 0.8)
)
MID_BUTTOCK_FLOOR = line((0.0, 0.1), (0.4, 0.22), (0.8, 0.27), (1.2, 0.22), (1.4, 0.24), (1.6, 0.4))
BUTTOCK_MERIDIAN = line((-0.5, 0.7), (0.2, 0.86), (0.8, 0.86), (1.3, 0.76), (1.8, 0.6))
# Where buttock turns into outer thigh behind the trochanter: height by angle round the trunk.
BUTTOCK_EDGE = line((88, 0.8), (100, 0.4), (112, 0.0), (122, -0.5))
SIT_BONE = (0.5, -0.13)
HIP_BACK = outline(
    (1.06, 0.45), (1.14, 0.66), (1.3, 0.74), (1.5, 0.6), (1.62, 0.3), (1.5, -0.02),
    (1.28, -0.04), (1.1, 0.12),
)  # fmt: skip
# Lower edge of the front of the hip, below the ASIS.
HIP_FRONT_FLOOR = line((0.8, 0.7), (0.95, 0.36), (1.15, 0.14), (1.35, 0.12), (1.6, 0.25))
# Groin in the front chart: along the ligament, and over the tendons of the adductors.
GROIN_OUTER = outline(
    (0.36, 0.5), (0.52, 0.8), (0.8, 1.1), (1.08, 1.27), (1.1, 1.12), (0.98, 0.84), (0.8, 0.54),
    (0.62, 0.26), (0.4, 0.14),
)  # fmt: skip
GROIN_INNER = outline(
    (0.34, 0.34), (0.5, 0.3), (0.66, 0.2), (0.74, -0.1), (0.68, -0.45), (0.5, -0.7),
    (0.28, -0.74), (0.08, -0.6), (0.1, -0.2), (0.2, 0.1),
)  # fmt: skip
# Side of the hip in the chart (angle, y).
TROCHANTER = ((96, 0.22), (23, 0.46))
HIP_SIDE = outline(
    (57, 1.44), (68, 1.72), (84, 1.86), (104, 1.88), (117, 1.5), (124, 0.9), (121, 0.36),
    (96, 0.2), (76, 0.25), (65, 0.75),
)  # fmt: skip


def leg_ceiling(chart: Chart, angle: Floats) -> Floats:
    """Height of the upper end of the leg: inguinal ligament, trochanter, gluteal fold."""
    back_of_thigh = np.maximum(GLUTEAL_FOLD(chart.away), BUTTOCK_EDGE(angle))
    return np.where(angle > 90, back_of_thigh, INGUINAL(chart.away))


def claim_bones(chart: Chart, angle: Floats) -> None:
    """Give the points over pubis, hips, groin, crest and sacrum to their regions."""
    away, up, front = chart.away, chart.up, chart.front
    behind = angle > 90
    between = (up < -0.02) & (up > -0.62) & (front > -0.4) & (front < 1.0)
    chart.give("perineum_skin", between & (away < CROTCH_HALF_WIDTH(up)))
    low = up < 2.4
    crest = np.abs(up - CREST(angle)) < CREST_HALF_HEIGHT(angle)
    pelvic = low & (up > -0.9)
    chart.give("sacroiliac", pelvic & behind & SACROILIAC(away, up))
    chart.give("sacrum", _sacrum(chart) & pelvic & behind)
    chart.give(
        "coccyx", pelvic & behind & (away < COCCYX_HALF_WIDTH(up)) & (up < 0.8) & (up > 0.24)
    )
    chart.give("iliac_crest_back", crest & (angle > 112) & low)
    chart.give("iliac_crest_side", crest & (angle > 44) & low)
    chart.give("hip_trochanter", pelvic & ellipse(angle, up, *TROCHANTER))
    chart.give("hip_back", pelvic & behind & HIP_BACK(away, up))
    chart.give("hip_side", pelvic & HIP_SIDE(angle, up))
    _claim_groin(chart, pelvic & ~behind)
    below_crest = up < np.minimum(CREST(angle), INGUINAL(away) + 0.05)
    chart.give(
        "hip_front",
        pelvic & ~behind & below_crest & (up > HIP_FRONT_FLOOR(away)) & (away > 0.8),
    )


def claim_buttocks(chart: Chart, behind: Mask) -> None:
    """Give the points between iliac crest and gluteal fold to their regions."""
    away, up = chart.away, chart.up
    below = up - GLUTEAL_FOLD(away)
    chart.give("sit_bone", behind & ellipse(away, up, SIT_BONE, (0.26, 0.2)))
    chart.give("gluteal_fold", behind & (np.abs(below - 0.02) < FOLD_HALF_HEIGHT(away)))
    inner = away < BUTTOCK_MERIDIAN(up)
    chart.give("buttock_upper_inner", behind & inner & (up > UPPER_BUTTOCK_FLOOR(away)))
    chart.give("buttock_upper_outer", behind & (up > UPPER_BUTTOCK_FLOOR(away)))
    chart.give("buttock_mid_inner", behind & inner & (up > MID_BUTTOCK_FLOOR(away)))
    chart.give("buttock_mid_outer", behind & (up > MID_BUTTOCK_FLOOR(away)))
    chart.give("buttock_lower", behind & (below > 0))


def _sacrum(chart: Chart) -> Mask:
    narrow = chart.away < SACRUM_HALF_WIDTH(chart.up)
    return narrow & (chart.up > 0.66) & (chart.up < SACRUM_CEILING(chart.away))


def _claim_groin(chart: Chart, front: Mask) -> None:
    away, up = chart.away, chart.up
    bone = (up < 0.36 - 0.5 * away**2) & (up > -0.3) & (up - INGUINAL(away) > -0.14)
    chart.give("pubic_bone", front & bone & (away < 0.42))
    chart.give("groin_outer", front & GROIN_OUTER(away, up))
    chart.give("groin_inner", front & GROIN_INNER(away, up))
