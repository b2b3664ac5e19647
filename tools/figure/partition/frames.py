"""Coordinates that follow the body: round the head, the trunk and the limbs.

Lengths are decimetres of the canonical pose, angles are degrees: 0 faces the front, 90 the
outer side of the body or limb, 180 the back and -90 the inner side of a limb.
"""

from dataclasses import dataclass

import numpy as np

from tools.figure.partition.chart import Chart, Floats
from tools.figure.partition.curves import line

# Joint centres of the left arm (|x|, y, z).
SHOULDER = np.array((1.69, 4.94, 0.19))
ELBOW = np.array((2.39, 2.63, 0.24))
WRIST = np.array((3.29, 0.43, 0.43))

# Depth (z) of the axis of trunk and leg, and sideways place (|x|) of the leg's, by height (y).
AXIS_DEPTH = line(
    (-8.0, 0.3), (-7.4, 0.2), (-4.0, 0.15), (-3.4, 0.35), (-2.0, 0.42), (-1.0, 0.42),
    (0.0, 0.3), (1.0, 0.25), (2.0, 0.45), (3.0, 0.45), (4.0, 0.4), (5.0, 0.2), (6.0, 0.3),
)  # fmt: skip
LEG_AWAY = line((-7.5, 1.3), (-4.8, 1.33), (-3.4, 1.2), (-2.0, 1.1), (-0.5, 0.95))

# Half width and half depth of the trunk by height, so that 90 degrees is its side line.
TRUNK_HALF_WIDTH = line(
    (-1.0, 1.75), (0.0, 1.72), (1.0, 1.55), (2.0, 1.33), (3.0, 1.32), (4.0, 1.45), (5.0, 1.5),
    (5.6, 1.4),
)  # fmt: skip
TRUNK_HALF_DEPTH = line(
    (-1.0, 0.9), (0.0, 1.05), (1.0, 1.05), (2.0, 0.9), (3.0, 0.95), (4.0, 1.1), (5.0, 0.95),
    (6.0, 0.8),
)  # fmt: skip

HEAD_AXIS_DEPTH = 0.45
HEAD_CENTRE_HEIGHT = 7.42


@dataclass(frozen=True, eq=False)
class Limb:
    """Place along one bone (0 at its upper, 1 at its lower joint) and angle round it."""

    along: Floats
    angle: Floats


def bone(chart: Chart, upper: Floats, lower: Floats) -> Limb:
    """Coordinates round the bone from joint centre `upper` to `lower`, given as (|x|, y, z)."""
    axis = lower - upper
    length = float(np.linalg.norm(axis))
    axis = axis / length
    forward = np.array((0.0, 0.0, 1.0)) - axis[2] * axis
    forward /= np.linalg.norm(forward)
    outward = np.cross(forward, axis)
    offset = np.stack([chart.away, chart.up, chart.front], axis=1) - upper
    angle = np.degrees(np.arctan2(offset @ outward, offset @ forward))
    return Limb(along=offset @ axis / length, angle=angle)


def trunk_angle(chart: Chart) -> Floats:
    """Angle round the trunk, 0 to 180 degrees."""
    sideways = chart.away / TRUNK_HALF_WIDTH(chart.up)
    forwards = (chart.front - AXIS_DEPTH(chart.up)) / TRUNK_HALF_DEPTH(chart.up)
    return np.asarray(np.degrees(np.arctan2(sideways, forwards)), dtype=np.float64)


def leg_angle(chart: Chart) -> Floats:
    """Angle round the leg, -180 to 180 degrees."""
    sideways = chart.away - LEG_AWAY(chart.up)
    forwards = chart.front - AXIS_DEPTH(chart.up)
    return np.asarray(np.degrees(np.arctan2(sideways, forwards)), dtype=np.float64)


def head_azimuth(chart: Chart) -> Floats:
    """Angle round the upright axis of the skull, 0 to 180 degrees."""
    forwards = chart.front - HEAD_AXIS_DEPTH
    return np.asarray(np.degrees(np.arctan2(chart.away, forwards)), dtype=np.float64)


def head_elevation(chart: Chart) -> Floats:
    """Angle above the level of the skull's centre, -90 to 90 degrees."""
    out = np.hypot(chart.away, chart.front - HEAD_AXIS_DEPTH)
    return np.asarray(np.degrees(np.arctan2(chart.up - HEAD_CENTRE_HEIGHT, out)), dtype=np.float64)
