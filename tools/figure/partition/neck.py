"""Regions of the neck, down to the angle where it meets the shoulder."""

import numpy as np

from tools.figure.partition.chart import Chart, Floats, Mask
from tools.figure.partition.curves import line
from tools.figure.partition.names import Place

PLACES = (
    Place("neck_upper_back", "neck_upper_back", "Suboccipital region", "Just under the skull"),
    Place(
        "neck_back_upper", "neck_back", "Back of the neck, C2 to C4", "Back of the neck, upper half"
    ),
    Place(
        "neck_back_lower", "neck_back", "Back of the neck, C5 to C7", "Back of the neck, lower half"
    ),
    Place(
        "neck_sternomastoid",
        "neck_side",
        "Sternomastoid region",
        "Side of the neck, over the slanting muscle",
    ),
    Place(
        "neck_posterior_triangle",
        "neck_side",
        "Posterior triangle of the neck",
        "Side of the neck, behind the slanting muscle",
    ),
    Place("neck_throat", "neck_front", "Throat", "Front of the neck"),
    Place("neck_under_jaw", "neck_front", "Submandibular region", "Under the jaw"),
    Place(
        "neck_base_back",
        "neck_base",
        "Angle of the neck (upper trapezius)",
        "Where the neck meets the shoulder, back",
    ),
    Place(
        "neck_base_front",
        "neck_base",
        "Supraclavicular hollow",
        "Hollow above the collarbone",
    ),
)

# Border of the nape with the side of the neck: depth (z) of the edge of trapezius by height.
NAPE_EDGE = line((5.5, -0.02), (5.9, 0.02), (6.3, 0.06), (6.7, 0.12), (7.1, 0.2))
SUBOCCIPITAL_FLOOR = line((0.0, 6.62), (0.3, 6.64), (0.6, 6.72))
NAPE_PARTING = line((0.0, 6.2), (0.3, 6.21), (0.7, 6.25))

# The sternomastoid runs from the mastoid (z 0.3, y 6.8) to the jugular notch (z 0.65, y 5.5).
STERNOMASTOID_BACK = line((5.4, 0.47), (5.7, 0.4), (6.0, 0.31), (6.4, 0.22), (6.85, 0.14))
STERNOMASTOID_FRONT = line((5.4, 0.72), (5.7, 0.7), (6.0, 0.63), (6.4, 0.55), (6.85, 0.46))
# Half width of the throat between the two muscles, by height.
STERNOMASTOID_INNER = line((5.4, 0.1), (5.6, 0.15), (5.9, 0.28), (6.2, 0.36), (6.5, 0.3))
# Depth (z) of the ridge of the shoulder's slope; the hollow above the clavicle lies before it.
IN_FRONT = 0.26
# Upper edge of the clavicles with the jugular notch between them, by distance from the middle.
CLAVICLE_TOP = line((0.0, 5.36), (0.12, 5.39), (0.3, 5.5), (0.7, 5.58), (1.1, 5.66), (1.5, 5.72))
# Outer end of the angle of the neck on the slope of the shoulder: distance by height.
ROOT_OUTER = line((5.5, 0.6), (5.56, 0.82), (5.65, 0.94), (5.8, 1.0))
# Lower edge of the angle of the neck behind: from C7 outwards over the slope.
ROOT_FLOOR = line((0.24, 5.64), (0.45, 5.54), (0.7, 5.53), (1.0, 5.62))
JAW_SHADOW = line((0.5, 6.48), (0.7, 6.3), (0.85, 6.2), (1.0, 6.1))


def fall(chart: Chart) -> Floats:
    """Height above the sloping plane of the neck's root; positive on the neck, 0 at its edge."""
    root = 5.72 - 0.28 * chart.front
    return np.asarray(chart.up - root - 1.2 * (chart.away - 0.45), dtype=np.float64)


def neck_of(chart: Chart) -> Mask:
    """Points of the neck proper; the head must have been given away before."""
    root = 5.72 - 0.28 * chart.front
    # Behind, the neck ends in a bow under the spine of C7, in front at the clavicles.
    bow = root - 0.12 * (1 - np.clip(chart.away / 0.45, 0, 1) ** 2)
    floor = np.where(chart.front > IN_FRONT, CLAVICLE_TOP(chart.away), bow)
    return (fall(chart) > 0) & (chart.up > floor)


def claim(chart: Chart) -> None:
    """Give the points of the neck and of its root to their regions."""
    neck = neck_of(chart)
    away, up, front = chart.away, chart.up, chart.front
    nape = neck & (front < NAPE_EDGE(up))
    chart.give("neck_upper_back", nape & (up > SUBOCCIPITAL_FLOOR(away)))
    chart.give("neck_back_upper", nape & (up > NAPE_PARTING(away)))
    chart.give("neck_back_lower", nape)
    chart.give("neck_posterior_triangle", neck & (front < STERNOMASTOID_BACK(up)))
    chart.give("neck_sternomastoid", neck & (away > STERNOMASTOID_INNER(up)) & _lateral(chart))
    chart.give("neck_under_jaw", neck & (up > JAW_SHADOW(front)))
    chart.give("neck_throat", neck)
    _claim_root(chart)


def _claim_root(chart: Chart) -> None:
    root = (chart.away < ROOT_OUTER(chart.up)) & (chart.away > 0.24)
    in_front = chart.front > IN_FRONT
    chart.give("neck_base_back", root & ~in_front & (chart.up > ROOT_FLOOR(chart.away)))
    chart.give("neck_base_front", root & in_front & (chart.up > CLAVICLE_TOP(chart.away)))


def _lateral(chart: Chart) -> Mask:
    """Behind the line from the mastoid to the sternal end of the clavicle, or near the latter."""
    return (chart.front < STERNOMASTOID_FRONT(chart.up)) | (chart.up < 5.8)
