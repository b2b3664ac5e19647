"""Regions of the head and face."""

import numpy as np

from tools.figure.partition.chart import Chart, Mask
from tools.figure.partition.curves import line, outline
from tools.figure.partition.frames import head_azimuth, head_elevation
from tools.figure.partition.names import Place

PLACES = (
    Place("head_vertex", "head_vertex", "Vertex", "Top of the head"),
    Place("head_forehead", "head_forehead", "Forehead", "Forehead"),
    Place("head_eyebrow", "head_eyebrow", "Supraorbital region", "Eyebrow", small=True),
    Place("head_temple", "head_temple", "Temple", "Temple"),
    Place("head_side", "head_side", "Parietal region", "Side of the head above the ear"),
    Place("head_occiput_upper", "head_occiput", "Upper occiput", "Back of the head, upper part"),
    Place("head_occiput_lower", "head_occiput", "Lower occiput", "Back of the head, lower part"),
    Place("head_mastoid", "head_mastoid", "Mastoid", "Bone behind the ear", small=True),
    Place("eye", "eye", "Eye and orbit", "Eye", small=True),
    Place("ear", "ear", "Ear", "Ear", small=True),
    Place("jaw_joint", "jaw_joint", "Temporomandibular joint", "Jaw joint", small=True),
    Place("jaw_angle", "jaw", "Angle of the jaw (masseter)", "Corner of the jaw"),
    Place("jaw_body", "jaw", "Body of the mandible", "Lower jaw"),
    Place("cheekbone", "cheek", "Cheekbone and upper jaw", "Cheekbone"),
    Place("cheek", "cheek", "Cheek", "Cheek"),
    Place("nose", "nose", "Nose", "Nose", midline=True),
    Place("mouth", "tongue", "Mouth and lips", "Mouth", midline=True, small=True),
    Place("chin", "chin", "Chin", "Chin", midline=True, small=True),
)

# Lower edge of the head by depth (z): superior nuchal line, mastoid tip, edge of the jaw.
HEAD_FLOOR = line(
    (-0.45, 7.06), (-0.15, 6.98), (0.2, 6.84), (0.42, 6.78), (0.58, 6.68), (0.72, 6.54),
    (1.0, 6.38), (1.3, 6.24), (1.6, 6.2),
)  # fmt: skip

# Half width of the nose by height: root, bridge, wings, base.
NOSE_HALF_WIDTH = line((6.86, 0.19), (6.96, 0.21), (7.1, 0.15), (7.3, 0.085), (7.5, 0.1))

# Face seen from the front (|x|, y): the brow follows the upper rim of the orbit.
EYE = outline(
    (0.13, 7.36), (0.22, 7.45), (0.37, 7.48), (0.5, 7.41), (0.5, 7.31), (0.36, 7.24),
    (0.2, 7.27),
)  # fmt: skip
BROW = outline(
    (0.06, 7.46), (0.1, 7.56), (0.3, 7.64), (0.48, 7.61), (0.575, 7.49), (0.56, 7.38),
    (0.47, 7.40), (0.36, 7.44), (0.2, 7.42),
)  # fmt: skip
LIPS = outline(
    (-0.36, 6.69), (-0.2, 6.8), (0.0, 6.82), (0.2, 6.8), (0.36, 6.69), (0.2, 6.575),
    (0.0, 6.55), (-0.2, 6.575),
)  # fmt: skip
CHIN = outline(
    (-0.27, 6.36), (-0.22, 6.49), (0.0, 6.55), (0.22, 6.49), (0.27, 6.36), (0.24, 6.1),
    (-0.24, 6.1),
)  # fmt: skip

# Side of the head in profile (z, y).
MASTOID = outline(
    (0.4, 7.12), (0.42, 6.9), (0.36, 6.76), (0.24, 6.74), (0.14, 6.9), (0.14, 7.1),
    (0.22, 7.24), (0.34, 7.24),
)  # fmt: skip
JAW_JOINT = outline(
    (0.66, 7.25), (0.78, 7.28), (0.9, 7.21), (0.93, 7.09), (0.84, 6.98), (0.68, 6.97),
    (0.55, 7.05), (0.55, 7.18),
)  # fmt: skip
MASSETER = outline(
    (0.5, 7.1), (0.84, 7.04), (0.98, 6.97), (1.0, 6.8), (0.94, 6.6), (0.86, 6.3), (0.6, 6.4),
    (0.4, 6.8),
)  # fmt: skip
# The temporal line rises from the cheekbone's frontal process, arches over the ear and ends there.
TEMPLE = outline(
    (1.13, 7.52), (1.06, 7.66), (0.94, 7.8), (0.8, 7.84), (0.68, 7.74), (0.62, 7.56),
    (0.6, 7.36), (0.7, 7.26), (0.9, 7.24), (1.08, 7.28), (1.14, 7.38),
)  # fmt: skip
PARIETAL = outline(
    (0.92, 7.78), (0.8, 8.0), (0.5, 8.12), (0.2, 8.08), (-0.02, 7.9), (-0.1, 7.66),
    (-0.02, 7.44), (0.14, 7.28), (0.4, 7.2), (0.7, 7.3), (0.8, 7.5),
)  # fmt: skip

# Height of the line from the wing of the nose to the jaw joint, by depth (z).
UNDER_CHEEKBONE = line((0.8, 7.02), (1.0, 6.97), (1.2, 6.93), (1.4, 6.9))
# Upper edge of the lower jaw's body, by depth (z).
JAW_EDGE = line((0.8, 6.7), (1.0, 6.63), (1.2, 6.56), (1.45, 6.5))
# The crown's edge: hairline in front, elevation by azimuth.
CROWN = line(
    (0, 35), (16, 36.5), (34, 44), (50, 50), (75, 50), (110, 48), (150, 45.5), (172, 42.3),
    (180, 42),
)  # fmt: skip
OCCIPUT_PARTING = line((-0.5, 7.54), (-0.3, 7.48), (0.0, 7.34), (0.2, 7.27))


def head_of(chart: Chart) -> Mask:
    """Points above the neck."""
    floor = HEAD_FLOOR(chart.front)
    return (chart.up > floor) | ((chart.front > 1.32) & (chart.up > 6.0))


def claim(chart: Chart) -> None:
    """Give the points of the head to their regions."""
    head = head_of(chart)
    away, up, front = chart.away, chart.up, chart.front
    chart.give("mouth", _mouth_lining(chart))
    chart.give("ear", head & (chart.ear > 0.9) & (away > 0.5))
    _claim_face(chart, head & (head_azimuth(chart) < 75))
    side = away > 0.35
    chart.give("head_mastoid", head & side & MASTOID(front, up))
    chart.give("jaw_joint", head & side & JAW_JOINT(front, up))
    chart.give("head_temple", head & side & TEMPLE(front, up))
    azimuth, elevation = head_azimuth(chart), head_elevation(chart)
    chart.give("head_vertex", head & (elevation > CROWN(azimuth)))
    chart.give("head_side", head & side & PARIETAL(front, up))
    chart.give("jaw_angle", head & side & MASSETER(front, up))
    lower_face = head & (front > 0.5) & (up < 7.42)
    chart.give("cheekbone", lower_face & (up > UNDER_CHEEKBONE(front)))
    chart.give("cheek", lower_face & (up > JAW_EDGE(front)) & (front > 0.75))
    chart.give("jaw_body", lower_face)
    chart.give("head_forehead", head & (front > 0.6))
    chart.give("head_occiput_upper", head & (up > OCCIPUT_PARTING(front)))
    chart.give("head_occiput_lower", head)


def _mouth_lining(chart: Chart) -> Mask:
    """Lining of mouth and gullet: deeper than any skin of the face, narrower than the neck."""
    deep = (chart.front > 0.25) & (chart.front < 1.27 - 1.3 * chart.away**2)
    return deep & (chart.away < 0.37) & (chart.up > 6.44) & (chart.up < 7.2)


def _claim_face(chart: Chart, face: Mask) -> None:
    away, up, front = chart.away, chart.up, chart.front
    nose = (up > 6.86 + 0.03 * np.cos(away * 12)) & (up < 7.44) & (away < NOSE_HALF_WIDTH(up))
    chart.give("eye", chart.eyeball)
    # Lining behind the lids.
    chart.give("eye", face & (front < 1.2) & (away < 0.46) & (up > 7.2) & (up < 7.5))
    chart.give("nose", face & nose & (front > 1.15))
    chart.give("eye", face & EYE(away, up) & (front > 0.8))
    chart.give("head_eyebrow", face & BROW(away, up) & (front > 0.8))
    chart.give("mouth", face & LIPS(away, up) & (front > 0.95))
    chart.give("chin", face & CHIN(away, up) & (front > 0.9))
