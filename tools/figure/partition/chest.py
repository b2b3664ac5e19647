"""Regions of the chest and abdomen, in the chart seen from the front (|x|, y)."""

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import ellipse, line, outline
from tools.figure.partition.names import Place

PLACES = (
    Place("collarbone", "chest_front", "Clavicle", "Collarbone"),
    Place("chest_upper", "chest_front", "Infraclavicular region", "Chest, below the collarbone"),
    Place("chest_outer", "chest_front", "Anterior axillary fold", "Chest, beside the armpit"),
    Place("chest_lower", "chest_front", "Lower anterior ribs", "Chest, below the breast"),
    Place("breast", "breast", "Breast", "Breast"),
    Place("nipple", "breast", "Nipple and areola", "Nipple", small=True),
    Place("sternum", "sternum", "Sternum", "Breastbone", midline=True),
    Place("chest_side_upper", "chest_side", "Upper lateral chest wall", "Side of the chest, upper"),
    Place("chest_side_lower", "chest_side", "Lower lateral chest wall", "Side of the chest, lower"),
    Place("costal_margin", "costal_margin", "Costal margin", "Lower edge of the ribs"),
    Place("abdomen_upper", "abdomen_upper", "Epigastrium", "Upper belly"),
    Place("abdomen_mid", "abdomen_mid", "Umbilical region", "Around the belly button"),
    Place(
        "abdomen_lower_inner",
        "abdomen_lower",
        "Lower abdomen, inner part",
        "Lower belly, near the middle",
    ),
    Place(
        "abdomen_lower_outer",
        "abdomen_lower",
        "Iliac fossa",
        "Lower belly, outer part",
    ),
    Place("flank_front", "flank", "Front of the flank", "Waist, front part"),
    Place("flank_side", "flank", "Flank", "Side of the waist"),
    Place(
        "suprapubic", "suprapubic", "Suprapubic region", "Just above the pubic bone", midline=True
    ),
)

# Clavicle: a gentle S from the sternal end to the acromion; half its thickness is 0.1.
CLAVICLE = line((0.1, 5.42), (0.45, 5.46), (0.8, 5.5), (1.15, 5.56), (1.6, 5.62))
STERNUM_HALF_WIDTH = line((3.45, 0.05), (3.7, 0.14), (4.4, 0.16), (4.8, 0.19), (5.3, 0.27))
BREAST = outline(
    (0.1, 3.98), (0.32, 4.3), (0.72, 4.44), (1.1, 4.38), (1.34, 4.14), (1.36, 3.84),
    (1.14, 3.6), (0.76, 3.54), (0.34, 3.64),
)  # fmt: skip
NIPPLE = (1.02, 3.88)
# The pectoral border of the fold in front of the armpit.
FOLD = line((4.3, 0.98), (4.7, 1.0), (5.1, 1.1), (5.42, 1.26))
# Costal arch from the xiphoid down to the tenth rib.
COSTAL_ARCH = line(
    (0.0, 3.44), (0.12, 3.38), (0.3, 3.1), (0.55, 2.82), (0.8, 2.62), (1.05, 2.5), (1.35, 2.44),
)  # fmt: skip
# Lateral edge of the rectus sheath.
RECTUS_EDGE = line((0.3, 0.3), (0.8, 0.44), (1.4, 0.58), (2.2, 0.66), (3.0, 0.64))
NAVEL_CEILING = line((0.0, 2.4), (0.3, 2.41), (0.6, 2.44), (0.9, 2.48), (1.3, 2.42))
NAVEL_FLOOR = line((0.0, 1.52), (0.3, 1.53), (0.6, 1.57), (1.2, 1.56))
SUPRAPUBIC_CEILING = line((0.0, 0.98), (0.2, 0.95), (0.36, 0.84), (0.46, 0.68), (0.52, 0.45))

# Angle round the trunk where its side begins and ends, by height.
SIDE_FRONT = line((1.2, 56), (1.8, 60), (2.6, 66), (3.4, 66), (4.1, 60), (4.6, 54))
SIDE_BACK = line((1.2, 114), (1.9, 113), (2.6, 110), (3.4, 114), (4.0, 121), (4.6, 126))
SIDE_PARTING = line((40, 3.24), (70, 3.34), (95, 3.5), (130, 3.66))
SIDE_FLOOR = line((50, 2.46), (72, 2.35), (92, 2.33), (112, 2.44), (135, 2.56))


def claim_side(chart: Chart, side: Mask, angle: Floats) -> None:
    """Give the points between the front and back axillary lines to their regions."""
    chart.give("chest_side_upper", side & (chart.up > SIDE_PARTING(angle)))
    chart.give("chest_side_lower", side & (chart.up > SIDE_FLOOR(angle)))
    chart.give("flank_side", side)


def claim_front(chart: Chart, front: Mask) -> None:
    """Give the points of the front of the trunk above the groin to their regions."""
    away, up = chart.away, chart.up
    sternum = front & (away < STERNUM_HALF_WIDTH(up)) & (up > 3.45)
    chart.give("sternum", sternum)
    chart.give("collarbone", front & (up > CLAVICLE(away) - 0.11))
    chart.give("nipple", front & ellipse(away, up, NIPPLE, (0.14, 0.15)))
    chart.give("breast", front & BREAST(away, up))
    chart.give("chest_outer", front & (away > FOLD(up)) & (up > 4.0))
    chart.give("chest_upper", front & (up > 4.1))
    arch = COSTAL_ARCH(away)
    chart.give("chest_lower", front & (up > arch + 0.2))
    chart.give("costal_margin", front & (up > arch - 0.1))
    _claim_abdomen(chart, front)


def _claim_abdomen(chart: Chart, front: Mask) -> None:
    away, up = chart.away, chart.up
    rectus = away < RECTUS_EDGE(up)
    chart.give("abdomen_upper", front & (up > NAVEL_CEILING(away)))
    chart.give("abdomen_mid", front & rectus & (up > NAVEL_FLOOR(away)))
    chart.give("flank_front", front & (up > NAVEL_FLOOR(away)))
    chart.give("suprapubic", front & (up < SUPRAPUBIC_CEILING(away)))
    chart.give("abdomen_lower_inner", front & rectus)
    chart.give("abdomen_lower_outer", front)
