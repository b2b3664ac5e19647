"""Which pictures there are: camera, frame, pose and cut of every view.

A view is orthographic. Its camera is a matrix of three rows: right, up and towards the camera, in
body axes (x patient's left, y up, z front). Only one of each mirrored pair is drawn; the body is
exactly symmetric, so the other is its mirror picture.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.figure.mesh import Mesh
from tools.figure.pose import SIDE_ON, STANDING, Pose, about

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

FRONT = np.eye(3)
BACK = np.diag([-1.0, 1.0, -1.0])
FROM_RIGHT = np.array([[0.0, 0, 1], [0, 1, 0], [-1, 0, 0]])
FROM_LEFT = np.array([[0.0, 0, -1], [0, 1, 0], [1, 0, 0]])
BELOW = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
_TILT = np.radians(58.0)
ABOVE_TOES = np.array(
    [[1.0, 0, 0], [0, np.cos(_TILT), -np.sin(_TILT)], [0, np.sin(_TILT), np.cos(_TILT)]]
)
_HAND_LEAN = 19.0
_ELBOW, _WRIST = np.array([-2.39, 2.63, 0.24]), np.array([-3.29, 0.43, 0.43])


@dataclass(frozen=True, eq=False)
class View:
    """One drawn picture.

    Attributes:
        id: view id, such as `front` or `hand_palm.right`.
        group: `main`, `head`, `hand` or `foot`.
        camera: rows right, up, towards.
        height: view units.
        pose: how the body stands.
        levels: subdivisions.
        frame: points of the reference body (n, 3) dm to those that must fit in, (n,).
        part: points of the reference body (n, 3) dm and arm weight (n,) to those drawn, (n,).
        keep: points of the reference body (n, 3) dm to those on the near side of a straight cut.
        aspect: width over height, or None to fit.
        mirror: id of the mirror picture that is shipped beside it, or None.
        symmetric: the picture is its own mirror image.
    """

    id: str
    group: str
    camera: Floats
    height: int
    pose: Pose = STANDING
    levels: int = 2
    frame: Callable[[Floats], Mask] | None = None
    part: Callable[[Floats, Floats], Mask] | None = None
    keep: Callable[[Floats], Mask] | None = None
    aspect: float | None = None
    mirror: str | None = None
    symmetric: bool = False

    def points(self, body: Mesh, figure: str) -> Floats:
        """Smooth vertices of a figure in the pose of this view, (n, 3) dm."""
        return body.figure(figure, self.pose)


def _near_side(points: Floats, arm: Floats) -> Mask:
    """All but the limbs of the patient's left, which would only show as slivers."""
    return np.asarray(~((points[:, 0] > 0) & ((arm > 0.5) | (points[:, 1] < -0.33))))  # noqa: PLR2004


def _head(points: Floats) -> Mask:
    return np.asarray(points[:, 1] > 5.34)  # noqa: PLR2004 - the base of the neck


def _along_forearm(points: Floats) -> Floats:
    """0 at the elbow to 1 at the wrist of the right arm."""
    axis = _WRIST - _ELBOW
    return np.asarray((points - _ELBOW) @ axis / (axis @ axis))


def _hand(points: Floats, arm: Floats) -> Mask:
    return np.asarray((arm > 0.5) & (points[:, 0] < 0) & (_along_forearm(points) > 0.7))  # noqa: PLR2004


def _below_forearm(points: Floats) -> Mask:
    return np.asarray(_along_forearm(points) > 0.80)  # noqa: PLR2004


def _foot(points: Floats, arm: Floats) -> Mask:
    return np.asarray((arm < 0.5) & (points[:, 0] < 0) & (points[:, 1] < -5.8))  # noqa: PLR2004


def _ankle_down(points: Floats) -> Mask:
    return np.asarray(points[:, 1] < -6.75)  # noqa: PLR2004


def _instep(points: Floats) -> Mask:
    """Cut that looks straight from the camera above the toes."""
    return np.asarray(points @ ABOVE_TOES[1] < -3.95)  # noqa: PLR2004


MAIN = (
    View("front", "main", FRONT, 1000, symmetric=True),
    View("back", "main", BACK, 1000, symmetric=True),
    View("right", "main", FROM_RIGHT, 1000, pose=SIDE_ON, part=_near_side, mirror="left"),
)
HEAD = (
    View("head_front", "head", FRONT, 600, levels=3, frame=_head, aspect=0.77, symmetric=True),
    View("head_back", "head", BACK, 600, levels=3, frame=_head, aspect=0.77, symmetric=True),
    View(
        "head_right", "head", FROM_RIGHT, 600, levels=3, frame=_head, aspect=0.77,
        mirror="head_left",
    ),
)  # fmt: skip
_HAND_FRONT = FRONT @ about(np.array([0, 0, 1.0]), _HAND_LEAN)
_HAND_BACK = BACK @ about(np.array([0, 0, 1.0]), _HAND_LEAN)
HAND = (
    View(
        "hand_palm.right", "hand", _HAND_FRONT, 600, levels=3, part=_hand, keep=_below_forearm,
        mirror="hand_palm.left",
    ),
    View(
        "hand_back.right", "hand", _HAND_BACK, 600, levels=3, part=_hand, keep=_below_forearm,
        mirror="hand_back.left",
    ),
)  # fmt: skip
FOOT = (
    View(
        "foot_top.right", "foot", ABOVE_TOES, 600, levels=3, part=_foot, keep=_instep,
        mirror="foot_top.left",
    ),
    View(
        "foot_sole.right", "foot", BELOW, 600, levels=3, part=_foot, keep=_ankle_down,
        mirror="foot_sole.left",
    ),
    View(
        "foot_inner.right", "foot", FROM_LEFT, 360, levels=3, part=_foot, keep=_ankle_down,
        mirror="foot_inner.left",
    ),
    View(
        "foot_outer.right", "foot", FROM_RIGHT, 360, levels=3, part=_foot, keep=_ankle_down,
        mirror="foot_outer.left",
    ),
)  # fmt: skip
PER_FIGURE = {"main": MAIN, "head": HEAD}
SHARED = {"hand": HAND, "foot": FOOT}
