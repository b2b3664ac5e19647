"""Regions of the hand, below the wrist."""

import numpy as np

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import outline
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

FINGERS = ("index", "middle", "ring", "little")
MIDDLE_KNUCKLE = (3.59, -0.54, 0.58)

# The hand seen from the front (|x|, y). Skin crease round the ball of the thumb.
THENAR = outline(
    (3.34, 0.4), (3.5, 0.1), (3.6, -0.1), (3.8, -0.14), (4.1, 0.1), (4.0, 0.5), (3.6, 0.6),
)  # fmt: skip
WEB = outline(
    (3.42, 0.3), (3.52, 0.02), (3.64, -0.26), (3.9, -0.36), (4.2, 0.1), (4.0, 0.5), (3.6, 0.6),
)  # fmt: skip
# The thumb beyond its first joint (|x|, y): its direction, and the slope of its web's edge.
THUMB_JOINT = (3.83, 0.02)
THUMB_DIRECTION = (0.79, -0.61)
WEB_SLOPE = -3.0
WEB_CORNER = (3.83, -0.07)


def claim(chart: Chart, arm: Mask) -> None:
    """Give the points of the arm nobody has taken (those below the wrist) to their regions."""
    away, up = chart.away, chart.up
    for finger in FINGERS:
        chart.give(f"finger_{finger}", arm & (chart.weights[finger] > 0.5))
    chart.give("thumb", arm & _in_thumb(away, up))
    palmar = arm & (chart.front > _middle_depth(chart) + 0.02)
    chart.give("thumb_base", palmar & THENAR(away, up))
    chart.give("hand_palm", palmar)
    chart.give("thumb_web", arm & WEB(away, up))
    chart.give("hand_back", arm)


def _in_thumb(away: Floats, up: Floats) -> Mask:
    along = (away - THUMB_JOINT[0]) * THUMB_DIRECTION[0] + (up - THUMB_JOINT[1]) * THUMB_DIRECTION[
        1
    ]
    over_web = up > WEB_CORNER[1] + WEB_SLOPE * (away - WEB_CORNER[0])
    return (along > 0) & over_web


def _middle_depth(chart: Chart) -> Floats:
    """Depth of the plane through wrist and middle knuckle, which parts palm from back."""
    share = (WRIST[1] - chart.up) / (WRIST[1] - MIDDLE_KNUCKLE[1])
    return np.asarray(WRIST[2] + share * (MIDDLE_KNUCKLE[2] - WRIST[2]), dtype=np.float64)
