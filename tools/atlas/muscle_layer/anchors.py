"""From a point in anatomical words to a place on the skin of the patient's right half."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.atlas.muscle_shapes import Point
from bodymap.body import Body
from bodymap.body.placing import left_cm, resolve
from tools.atlas.muscle_layer.skin import Skin

Floats = npt.NDArray[np.float64]

CORE: Final = frozenset({"head", "neck", "shoulder", "trunk", "hip"})
"""Parts that heights are measured on."""

LIMBS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]]] = (
    MappingProxyType(
        {
            "upper_arm": (
                ("front_armpit_fold", "back_armpit_fold", "shoulder_outer_middle"),
                ("lateral_epicondyle", "medial_epicondyle"),
                frozenset({"arm", "shoulder"}),
            ),
            "forearm": (
                ("lateral_epicondyle", "medial_epicondyle"),
                ("radial_styloid", "ulnar_styloid"),
                frozenset({"arm", "hand"}),
            ),
            "hand": (
                ("wrist_crease_middle", "wrist_back_middle"),
                ("palm_middle", "middle_knuckle", "middle_knuckle"),
                frozenset({"arm", "hand"}),
            ),
            "thigh": (
                ("greater_trochanter", "groin_crease_inner"),
                ("lateral_femoral_epicondyle", "medial_femoral_epicondyle"),
                frozenset({"leg", "hip", "trunk"}),
            ),
            "lower_leg": (
                ("lateral_femoral_epicondyle", "medial_femoral_epicondyle"),
                ("lateral_malleolus", "medial_malleolus"),
                frozenset({"leg", "foot"}),
            ),
            "foot": (
                ("heel_back",),
                ("ball_middle", "toe_roots_top"),
                frozenset({"foot", "leg"}),
            ),
        }
    )
)
"""Landmarks that an axis begins and ends between, and the parts whose skin is meant."""

_UP: Final = np.array([0.0, 1.0, 0.0])
_FRONT: Final = np.array([0.0, 0.0, 1.0])
_SLICE_CM: Final = 0.8


class Anchors:
    """Finds points of muscle lines on one body."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.skin = Skin.of(body)
        self._core = self.skin.only(CORE)
        self._limb_skin = {name: self.skin.only(limb[2]) for name, limb in LIMBS.items()}

    def landmark(self, name: str) -> Floats:
        """Where a landmark of the right half is, cm.

        Raises:
            UnknownLandmark: There is no such landmark.
        """
        return left_cm(self.body, name) * [-1, 1, 1]

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
                return self.skin.onto(way[None])[0]
            case (str() as name, float() | int() as degrees):
                return self._round(float(self.landmark(name)[1]), degrees)
            case (str() as low, str() as high, float() | int() as share, degrees):
                y = self.landmark(low)[1] * (1 - share) + self.landmark(high)[1] * share
                return self._round(float(y), degrees)
            case place:
                cell = self.body.cell_table.mirror[resolve(self.body, place)]
                return np.array(self.body.xyz_cm[cell], np.float64) * [-1, 1, 1]

    def _round(self, y: float, degrees: float) -> Floats:
        """At a height, round the upright axis through the middle of the body there."""
        points = self._core.points
        middle = (np.abs(points[:, 1] - y) < _SLICE_CM) & (np.abs(points[:, 0]) < 2 * _SLICE_CM)
        z = points[middle, 2]
        axis = np.array([0.0, y, (z.min() + z.max()) / 2])
        return self._met(self._core, axis, _UP, _FRONT, degrees, y - axis[1])

    def _on_limb(self, limb: str, along: float, degrees: float) -> Floats:
        starts, ends, _ = LIMBS[limb]
        start = np.mean([self.landmark(name) for name in starts], axis=0)
        end = np.mean([self.landmark(name) for name in ends], axis=0)
        length = float(np.linalg.norm(end - start))
        axis = (end - start) / length
        ahead = _UP if limb == "foot" else _FRONT
        front = ahead - axis * (ahead @ axis)
        front /= np.linalg.norm(front)
        return self._met(self._limb_skin[limb], start, axis, front, degrees, along * length)

    @staticmethod
    def _met(
        skin: Skin, start: Floats, axis: Floats, front: Floats, degrees: float, along_cm: float
    ) -> Floats:
        """Where a ray from an axis meets the skin."""
        outer = np.cross(axis, front)
        if outer[0] > 0:
            outer = -outer
        off = skin.points - start
        along = off @ axis
        u, v = off @ front, off @ outer
        radius = np.hypot(u, v)
        angle = np.arctan2(v, u)
        turn = np.radians(degrees)
        aside = (angle - turn + np.pi) % (2 * np.pi) - np.pi
        score = (along - along_cm) ** 2 + (np.minimum(radius, 12) * aside) ** 2
        near = np.argsort(score)[:4]
        size = float(radius[near].mean())
        ideal = start + axis * along_cm + size * (np.cos(turn) * front + np.sin(turn) * outer)
        return skin.onto(ideal[None])[0]
