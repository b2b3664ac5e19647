"""Regions of the upper and lower back, in the chart seen from behind (|x|, y)."""

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import line, outline
from tools.figure.partition.names import Place

PLACES = (
    Place(
        "trapezius_ridge", "suprascapular", "Top of the shoulder (trapezius)", "Top of the shoulder"
    ),
    Place(
        "scapula_supraspinous",
        "suprascapular",
        "Supraspinous fossa",
        "Shoulder blade, above its ridge",
    ),
    Place(
        "scapula_infraspinous", "scapula", "Infraspinous fossa", "Shoulder blade, below its ridge"
    ),
    Place(
        "scapula_lateral_border",
        "scapula",
        "Lateral border of the scapula",
        "Outer edge of the shoulder blade",
    ),
    Place(
        "scapula_superior_angle",
        "scapula_medial_border",
        "Superior angle of the scapula",
        "Upper inner corner of the shoulder blade",
    ),
    Place(
        "scapula_medial_border",
        "scapula_medial_border",
        "Medial border of the scapula",
        "Inner edge of the shoulder blade",
    ),
    Place(
        "scapula_inferior_angle",
        "scapula_inferior_angle",
        "Inferior angle of the scapula",
        "Lower tip of the shoulder blade",
    ),
    Place(
        "thoracic_midline_t1_t4",
        "thoracic_midline",
        "Spinous processes T1 to T4",
        "Over the spine, upper back",
        midline=True,
    ),
    Place(
        "thoracic_midline_t5_t8",
        "thoracic_midline",
        "Spinous processes T5 to T8",
        "Over the spine, between the shoulder blades",
        midline=True,
    ),
    Place(
        "thoracic_midline_t9_t12",
        "thoracic_midline",
        "Spinous processes T9 to T12",
        "Over the spine, middle of the back",
        midline=True,
    ),
    Place(
        "paraspinal_t1_t4",
        "interscapular",
        "Paraspinal region T1 to T4",
        "Beside the spine, upper back",
    ),
    Place(
        "paraspinal_t5_t8",
        "interscapular",
        "Paraspinal region T5 to T8",
        "Beside the spine, between the shoulder blades",
    ),
    Place(
        "interscapular",
        "interscapular",
        "Interscapular region (rhomboids)",
        "Between the spine and the shoulder blade",
    ),
    Place(
        "paraspinal_t9_t12",
        "mid_back",
        "Paraspinal region T9 to T12",
        "Beside the spine, middle of the back",
    ),
    Place(
        "mid_back_outer",
        "mid_back",
        "Back below the scapula",
        "Back, just below the shoulder blade",
    ),
    Place(
        "lower_ribs_back",
        "lower_ribs_back",
        "Lower posterior ribs",
        "Over the lower ribs at the back",
    ),
    Place(
        "lumbar_midline_l1_l3",
        "lumbar_midline",
        "Spinous processes L1 to L3",
        "Over the spine, upper part of the lower back",
        midline=True,
    ),
    Place(
        "lumbar_midline_l4_l5",
        "lumbar_midline",
        "Spinous processes L4 and L5",
        "Over the spine, lowest part of the back",
        midline=True,
    ),
    Place(
        "lumbar_paraspinal_l1_l3",
        "lumbar_paraspinal",
        "Paraspinal region L1 to L3",
        "Beside the spine, upper part of the lower back",
    ),
    Place(
        "lumbar_paraspinal_l4_l5",
        "lumbar_paraspinal",
        "Paraspinal region L4 and L5",
        "Beside the spine, lowest part of the back",
    ),
    Place(
        "lumbar_outer",
        "lumbar_paraspinal",
        "Lateral lumbar region (quadratus lumborum)",
        "Lower back, outer part",
    ),
)

# Height of the vertebral levels at the mid-line; bands sag a little to the sides.
T4_T5, T8_T9, T12_L1, L3_L4 = 4.66, 3.74, 2.78, 2.1

SPINE_HALF_WIDTH = line((1.4, 0.13), (2.8, 0.12), (4.5, 0.11), (5.7, 0.13))
# Outer edge of the erector spinae: widest over the lower ribs and loin.
ERECTOR_EDGE = line((1.5, 0.36), (2.1, 0.47), (2.7, 0.46), (3.4, 0.4), (4.2, 0.32), (5.6, 0.3))
# Medial border of the scapula, root of its spine at y 4.95.
MEDIAL_BORDER = line((3.7, 0.84), (4.1, 0.74), (4.5, 0.665), (4.95, 0.63), (5.2, 0.68))
# Spine of the scapula, from its root to the acromion.
SCAPULAR_SPINE = line((0.5, 4.93), (0.8, 5.0), (1.1, 5.11), (1.4, 5.25), (1.7, 5.38))
TRAPEZIUS_CREST = line((0.3, 5.52), (0.7, 5.43), (1.0, 5.41), (1.3, 5.44), (1.6, 5.5))
SCAPULA = outline(
    (0.66, 5.3), (0.56, 5.0), (0.62, 4.5), (0.74, 4.0), (0.92, 3.76), (1.1, 3.92), (1.3, 4.2),
    (1.46, 4.4), (1.75, 4.6), (1.8, 5.2), (1.5, 5.5), (1.0, 5.45),
)  # fmt: skip
SUPERIOR_ANGLE = outline(
    (0.54, 5.2), (0.62, 5.38), (0.8, 5.37), (0.9, 5.22), (0.78, 5.07), (0.6, 5.03),
)  # fmt: skip
INFERIOR_ANGLE = outline(
    (0.7, 4.02), (0.77, 3.8), (0.93, 3.69), (1.09, 3.82), (1.14, 4.06), (0.92, 4.16),
)  # fmt: skip
# Inner edge of teres minor and major along the lateral border, by height.
LATERAL_STRIP = line((3.9, 0.98), (4.2, 1.06), (4.5, 1.2), (4.8, 1.36), (5.0, 1.48), (5.2, 1.75))
# Twelfth rib, from the spine downwards to the side.
TWELFTH_RIB = line((0.1, 2.8), (0.4, 2.76), (0.8, 2.58), (1.2, 2.46), (1.5, 2.44))
BELOW_SCAPULA = line((0.3, 3.36), (0.7, 3.3), (1.1, 3.36), (1.5, 3.5))


def claim(chart: Chart, back: Mask) -> None:
    """Give the points of the back above the iliac crest to their regions."""
    away, up = chart.away, chart.up
    level = up + 0.16 * away  # bands slope with the ribs
    _claim_spine(chart, back, level)
    _claim_scapula(chart, back)
    beside_spine = back & (away < ERECTOR_EDGE(up))
    chart.give("paraspinal_t1_t4", beside_spine & (level > T4_T5))
    chart.give("paraspinal_t5_t8", beside_spine & (level > T8_T9))
    chart.give("paraspinal_t9_t12", beside_spine & (up > TWELFTH_RIB(away)))
    chart.give("lumbar_paraspinal_l1_l3", beside_spine & (level > L3_L4))
    chart.give("lumbar_paraspinal_l4_l5", beside_spine)
    chart.give("interscapular", back & (away < MEDIAL_BORDER(up)) & (level > T8_T9 + 0.15))
    chart.give("mid_back_outer", back & (up > BELOW_SCAPULA(away)))
    chart.give("lower_ribs_back", back & (up > TWELFTH_RIB(away)))
    chart.give("lumbar_outer", back)


def _claim_spine(chart: Chart, back: Mask, level: Floats) -> None:
    spine = back & (chart.away < SPINE_HALF_WIDTH(chart.up))
    chart.give("thoracic_midline_t1_t4", spine & (level > T4_T5))
    chart.give("thoracic_midline_t5_t8", spine & (level > T8_T9))
    chart.give("thoracic_midline_t9_t12", spine & (level > T12_L1))
    chart.give("lumbar_midline_l1_l3", spine & (level > L3_L4))
    chart.give("lumbar_midline_l4_l5", spine)


def _claim_scapula(chart: Chart, back: Mask) -> None:
    away, up = chart.away, chart.up
    beyond = away > 0.62 + 0.4 * (up - 5.4)
    chart.give("trapezius_ridge", back & (up > TRAPEZIUS_CREST(away)) & beyond)
    chart.give("scapula_superior_angle", back & SUPERIOR_ANGLE(away, up))
    chart.give("scapula_inferior_angle", back & INFERIOR_ANGLE(away, up))
    near_border = abs(away - MEDIAL_BORDER(up)) < 0.1
    chart.give("scapula_medial_border", back & near_border & (up > 3.9) & (up < 5.2))
    blade = back & SCAPULA(away, up)
    chart.give("scapula_supraspinous", blade & (up > SCAPULAR_SPINE(away)))
    chart.give("scapula_lateral_border", blade & (away > LATERAL_STRIP(up)))
    chart.give("scapula_infraspinous", blade)
    # What is left above the scapula belongs to the crest.
    chart.give("trapezius_ridge", back & (up > 5.2) & beyond)
