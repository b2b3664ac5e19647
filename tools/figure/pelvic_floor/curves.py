"""Smooth closed curves through authored points."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Points = Sequence[tuple[float, float]]
_STEPS = 16


def _spline(p: Floats) -> Floats:
    """Centripetal Catmull-Rom: through every point, no loops where points lie close together.

    Args:
        p: (n, 2) with one extra point before the first and after the last.
    """
    t = np.r_[0, np.cumsum(np.sqrt(np.linalg.norm(np.diff(p, axis=0), axis=1)))]
    out = []
    for i in range(1, len(p) - 2):
        u = np.linspace(t[i], t[i + 1], _STEPS, endpoint=False)[:, None]
        t0, t1, t2, t3 = t[i - 1 : i + 3]
        a1 = ((t1 - u) * p[i - 1] + (u - t0) * p[i]) / (t1 - t0)
        a2 = ((t2 - u) * p[i] + (u - t1) * p[i + 1]) / (t2 - t1)
        a3 = ((t3 - u) * p[i + 1] + (u - t2) * p[i + 2]) / (t3 - t2)
        b1 = ((t2 - u) * a1 + (u - t0) * a2) / (t2 - t0)
        b2 = ((t3 - u) * a2 + (u - t1) * a3) / (t3 - t1)
        out.append(((t2 - u) * b1 + (u - t1) * b2) / (t2 - t1))
    return np.concatenate(out)


def through(points: npt.ArrayLike) -> Floats:
    """Open curve through points, (n, 2); it meets the mid-line at a right angle."""
    p = np.asarray(points, np.float64)
    return np.vstack([_spline(np.vstack([_before(p), p, _before(p[::-1])])), p[-1:]])


def _before(p: Floats) -> Floats:
    return np.asarray(p[1] * [-1, 1] if p[0, 0] == 0 else 2 * p[0] - p[1])


def loop(points: Points) -> Floats:
    """Closed curve through points, (n, 2)."""
    p = np.array(points, np.float64)
    return _spline(np.vstack([p[-1:], p, p[:2]]))


def half(points: Points) -> Floats:
    """Left half of a symmetric closed curve.

    Args:
        points: from the mid-line round one side back to the mid-line; the first and the last
            have distance 0.

    Returns:
        (n, 2) closed polygon: the curve, which crosses the mid-line at a right angle, and the
        piece of the mid-line between its ends, moved beyond it so that no pixel is missed.
    """
    p = np.array(points, np.float64)
    mirror = np.array([-1.0, 1.0])
    curve = _spline(np.vstack([p[1:2] * mirror, p, p[-2:-1] * mirror]))
    beyond = np.array([[-2.0, p[-1, 1]], [-2.0, p[0, 1]]])
    return np.vstack([curve, p[-1:], beyond])


def ellipse(middle: tuple[float, float], radii: tuple[float, float]) -> Floats:
    """Closed polygon, (n, 2)."""
    angle = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    return np.stack(
        [middle[0] + radii[0] * np.cos(angle), middle[1] + radii[1] * np.sin(angle)], axis=1
    )
