"""Smooth borders: open lines and closed outlines drawn through a few named landmarks."""

from collections.abc import Callable

import numpy as np
import shapely
from scipy.interpolate import PchipInterpolator

from tools.figure.partition.chart import Floats, Mask

STEPS_PER_KNOT = 16


def line(*knots: tuple[float, float]) -> Callable[[Floats], Floats]:
    """Smooth line through knots (place, value), without overshoot and level beyond its ends."""
    places, values = np.array(knots, dtype=np.float64).T
    through = PchipInterpolator(places, values)

    def at(place: Floats) -> Floats:
        inside = np.clip(place, places[0], places[-1])
        return np.asarray(through(inside), dtype=np.float64)

    return at


def outline(*knots: tuple[float, float]) -> Callable[[Floats, Floats], Mask]:
    """Closed smooth outline (Catmull-Rom) through knots of a flat chart.

    Returns:
        A function of the two chart coordinates, true inside.
    """
    polygon = shapely.Polygon(_rounded(np.array(knots, dtype=np.float64))).buffer(0)
    shapely.prepare(polygon)
    low_u, low_v, high_u, high_v = polygon.bounds

    def contains(u: Floats, v: Floats) -> Mask:
        near = (u >= low_u) & (u <= high_u) & (v >= low_v) & (v <= high_v)
        found = np.zeros(len(u), dtype=np.bool_)
        found[near] = shapely.contains_xy(polygon, u[near], v[near])
        return found

    return contains


def _rounded(knots: Floats) -> Floats:
    before, after, beyond = (np.roll(knots, shift, axis=0) for shift in (1, -1, -2))
    t = np.linspace(0, 1, STEPS_PER_KNOT, endpoint=False)[:, None, None]
    points = 0.5 * (
        2 * knots
        + (after - before) * t
        + (2 * before - 5 * knots + 4 * after - beyond) * t**2
        + (3 * knots - before - 3 * after + beyond) * t**3
    )
    return np.asarray(points.transpose(1, 0, 2).reshape(-1, 2), dtype=np.float64)


def ellipse(u: Floats, v: Floats, centre: tuple[float, float], radii: tuple[float, float]) -> Mask:
    """Points inside an upright ellipse of a flat chart."""
    inside = ((u - centre[0]) / radii[0]) ** 2 + ((v - centre[1]) / radii[1]) ** 2 < 1
    return np.asarray(inside, dtype=np.bool_)
