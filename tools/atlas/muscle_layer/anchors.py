"""From a point in anatomical words to a place on the skin of the patient's right half."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from bodymap.atlas.limbs import LIMBS
from bodymap.atlas.muscle_shapes import Point
from bodymap.atlas.placing import resolve, skin_of
from bodymap.body import Body
from bodymap.body.placing import left_cm
from tools.atlas.muscle_layer.skin import Skin

Floats = npt.NDArray[np.float64]

CORE: Final = frozenset({"head", "neck", "shoulder", "trunk", "hip"})
"""Parts that heights are measured on."""

_UP: Final = np.array([0.0, 1.0, 0.0])
_FRONT: Final = np.array([0.0, 0.0, 1.0])
_SLICE_CM: Final = 0.8
_WIDE_CM: Final = 12.0
_NEAREST: Final = 4


class _Axis(NamedTuple):
    """A line with directions along it and ahead of it, unit vectors square to each other."""

    start: Floats
    along: Floats
    front: Floats


class Anchors:
    """Finds points of muscle lines on one body."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.skin = Skin.of(body)
        self._left = skin_of(body)
        self._core = self.skin.only(CORE)
        self._limb_skin = {name: self.skin.only(limb.parts) for name, limb in LIMBS.items()}

    def landmark(self, name: str) -> Floats:
        """Where a landmark of the right half is, cm.

        Raises:
            UnknownLandmark: There is no such landmark.
        """
        return np.asarray(left_cm(self.body, name) * [-1, 1, 1])

    def find(self, point: Point) -> Floats:
        """Place of a point on the skin, (3,) cm, x at most 0.

        Raises:
            UnknownLandmark: It names a landmark that there is not.
        """
        found = self._find(point)
        found[0] = min(found[0], 0.0)
        return found

    def _find(self, point: Point) -> Floats:
        match point:
            case str() as name:
                return self.landmark(name)
            case (str() as limb, float() | int() as along, float() | int() as degrees):
                return self._on_limb(limb, along, degrees)
            case (str() as start, str() as end, float() | int() as share):
                way = self.landmark(start) * (1 - share) + self.landmark(end) * share
                return np.asarray(self.skin.onto(way[None])[0])
            case (str() as name, float() | int() as degrees):
                return self._round(float(self.landmark(name)[1]), degrees)
            case (str() as low, str() as high, float() | int() as share, degrees):
                y = self.landmark(low)[1] * (1 - share) + self.landmark(high)[1] * share
                return self._round(float(y), degrees)
            case place:
                cell = self.body.cell_table.mirror[resolve(self.body, place, self._left)]
                return np.array(self.body.xyz_cm[cell], np.float64) * [-1, 1, 1]

    def _round(self, y: float, degrees: float) -> Floats:
        """At a height, round the upright axis through the middle of the body there."""
        points = self._core.points
        middle = (np.abs(points[:, 1] - y) < _SLICE_CM) & (np.abs(points[:, 0]) < 2 * _SLICE_CM)
        z = points[middle, 2]
        start = np.array([0.0, y, (z.min() + z.max()) / 2])
        return _met(self._core, _Axis(start, _UP, _FRONT), 0.0, degrees)

    def _on_limb(self, limb: str, share: float, degrees: float) -> Floats:
        told = LIMBS[limb]
        start = np.mean([self.landmark(name) for name in told.start], axis=0)
        end = np.mean([self.landmark(name) for name in told.end], axis=0)
        length = float(np.linalg.norm(end - start))
        along = (end - start) / length
        ahead = _UP if told.ahead == "above" else _FRONT
        front = ahead - along * (ahead @ along)
        axis = _Axis(start, along, front / np.linalg.norm(front))
        return _met(self._limb_skin[limb], axis, share * length, degrees)


def _met(skin: Skin, axis: _Axis, along_cm: float, degrees: float) -> Floats:
    """Where a ray from an axis meets the skin."""
    outer = np.cross(axis.along, axis.front)
    if outer[0] > 0:
        outer = -outer
    off = skin.points - axis.start
    u, v = off @ axis.front, off @ outer
    radius = np.hypot(u, v)
    turn = np.radians(degrees)
    aside = (np.arctan2(v, u) - turn + np.pi) % (2 * np.pi) - np.pi
    score = (off @ axis.along - along_cm) ** 2 + (np.minimum(radius, _WIDE_CM) * aside) ** 2
    size = float(radius[np.argsort(score)[:_NEAREST]].mean())
    ideal = axis.start + axis.along * along_cm
    ideal = ideal + size * (np.cos(turn) * axis.front + np.sin(turn) * outer)
    return np.asarray(skin.onto(ideal[None])[0])
