"""Regions of the hand, below the wrist."""

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import line, outline
from tools.figure.partition.frames import WRIST
from tools.figure.partition.names import Place

PLACES = (
    Place("hand_back", "hand_back", "Dorsum of the hand", "Back of the hand"),
    Place("hand_palm", "hand_palm", "Palm", "Palm"),
    Place("thumb_base", "thumb_web", "Thenar eminence", "Ball of the thumb"),
    Place("thumb_web", "thumb_web", "First web space", "Web between thumb and index finger"),
    Place("thumb", "thumb", "Thumb", "Thumb", small=True),
    Place("finger_index", "finger_index", "Index finger", "Index finger", small=True),
    Place("finger_middle", "finger_middle", "Middle finger", "Middle finger", small=True),
    Place("finger_ring", "finger_ring", "Ring finger", "Ring finger", small=True),
    Place("finger_little", "finger_little", "Little finger", "Little finger", small=True),
)

FINGERS = ("thumb", "index", "middle", "ring", "little")
MIDDLE_KNUCKLE = (3.59, -0.54, 0.58)

# The hand seen from the front (|x|, y). Skin crease round the ball of the thumb.
THENAR = outline(
    (3.34, 0.4), (3.5, 0.1), (3.6, -0.1), (3.8, -0.14), (4.1, 0.1), (4.0, 0.5), (3.6, 0.6)
)
WEB = outline(
    (3.42, 0.3), (3.52, 0.02), (3.64, -0.26), (3.9, -0.36), (4.2, 0.1), (4.0, 0.5), (3.6, 0.6)
)
# Crease at the root of the thumb's first phalanx.
THUMB_ROOT = line((-0.3, 3.72), (0.0, 3.8), (0.3, 3.9))


def claim(chart: Chart, arm: Mask) -> None:
    """Give the points of the arm nobody has taken (those below the wrist) to their regions."""
    away, up = chart.away, chart.up
    chart.give("thumb", arm & (chart.weights["thumb"] > 0.5) & (away > THUMB_ROOT(up)))
    for finger in FINGERS[1:]:
        chart.give(f"finger_{finger}", arm & (chart.weights[finger] > 0.5))
    palmar = arm & (chart.front > _middle_depth(chart) + 0.02)
    chart.give("thumb_base", palmar & THENAR(away, up))
    chart.give("hand_palm", palmar)
    chart.give("thumb_web", arm & WEB(away, up))
    chart.give("hand_back", arm)


def _middle_depth(chart: Chart) -> Floats:
    """Depth of the plane through wrist and middle knuckle, which parts palm from back."""
    share = (WRIST[1] - chart.up) / (WRIST[1] - MIDDLE_KNUCKLE[1])
    return WRIST[2] + share * (MIDDLE_KNUCKLE[2] - WRIST[2])
