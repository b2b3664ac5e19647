"""Anatomical position: the rest pose brought down by linear blend skinning.

The rest pose is an A-pose: arms 42 degrees abducted, elbow bent forward, forearm pronated.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.figure.source import Source

Floats = npt.NDArray[np.float64]
_SUPINATION = (0.30, 0.50, 0.20)
"""Shares of elbow, forearm and wrist: turning at one place wrings the skin like a wrapper."""


@dataclass(frozen=True)
class Pose:
    """Angles in degrees.

    Attributes:
        arm: upper arm from the vertical, sideways.
        forearm: forearm from the vertical, sideways.
        leg: by how much each thigh is brought to the middle.
        flex: shoulder raised to the front (side views, so that the trunk shows).
        elbow: bend added at the elbow.
    """

    arm: float = 17.0
    forearm: float = 22.0
    leg: float = 5.0
    flex: float = 0.0
    elbow: float = 0.0


REFERENCE_POSE = Pose(leg=3.6)
"""Pose of the reference body that carries the region borders."""
STANDING = Pose()
SIDE_ON = Pose(flex=28.0, elbow=10.0)


def unit(*v: float) -> Floats:
    """Direction of a vector."""
    a = np.array(v, np.float64)
    return np.asarray(a / np.linalg.norm(a))


def about(axis: Floats, degrees: float) -> Floats:
    """Rotation matrix about an axis, right-handed."""
    a = axis / np.linalg.norm(axis)
    t = np.radians(degrees)
    k = np.array([[0, -a[2], a[1]], [a[2], 0, -a[0]], [-a[1], a[0], 0]])
    return np.asarray(np.eye(3) + np.sin(t) * k + (1 - np.cos(t)) * k @ k)


def turn(a: Floats, b: Floats) -> Floats:
    """Smallest rotation that takes direction `a` to direction `b`."""
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    axis = np.cross(a, b)
    s = np.linalg.norm(axis)
    return np.eye(3) if s < 1e-9 else about(axis, float(np.degrees(np.arctan2(s, a @ b))))  # noqa: PLR2004


def _left_arm(source: Source, rest: Floats, pose: Pose) -> dict[str, Floats]:
    """Rotations of the left arm's bones, each in world axes of the rest pose."""

    def joint(name: str) -> Floats:
        return np.asarray(rest[source.joints["l-" + name]].mean(axis=0))

    def hanging(degrees: float, forward: float) -> Floats:
        t = np.radians(degrees)
        return unit(np.sin(t), -np.cos(t), np.tan(np.radians(forward)))

    shoulder, elbow, wrist = joint("shoulder"), joint("elbow"), joint("hand")
    middle = joint("finger-3-1") - wrist
    x_axis = np.array([1.0, 0, 0])
    raised, bent = about(x_axis, -pose.flex), about(x_axis, -pose.flex - pose.elbow)
    # the shoulder blade follows a little
    clavicle = about(np.array([0, 0, -1.0]), 3.0)
    upper = turn(clavicle @ (elbow - shoulder), raised @ hanging(pose.arm, 1.0))
    above_elbow = upper @ clavicle
    straight = turn(above_elbow @ (wrist - elbow), bent @ hanging(pose.forearm, 5.0))
    below_elbow = straight @ above_elbow
    axis = below_elbow @ (wrist - elbow)
    axis /= np.linalg.norm(axis)
    # the palm's normal comes from the knuckles; the fingers curl towards it
    normal = np.cross(joint("finger-2-1") - wrist, joint("finger-5-1") - wrist)
    curl = joint("finger-3-3") - joint("finger-3-1")
    along = middle / np.linalg.norm(middle)
    if (curl - (curl @ along) * along) @ normal < 0:
        normal = -normal
    palm = below_elbow @ normal
    palm -= axis * (palm @ axis)
    front = bent @ np.array([0, 0, 1.0])
    front -= axis * (front @ axis)
    angle = np.degrees(np.arctan2(np.cross(palm, front) @ axis, palm @ front))
    at_elbow, in_forearm, at_wrist = (about(axis, angle * share) for share in _SUPINATION)
    lower1 = at_elbow @ straight
    world1 = lower1 @ above_elbow
    world2 = in_forearm @ world1
    hand = turn(at_wrist @ world2 @ middle, bent @ hanging(pose.forearm - 5.0, 8.0)) @ at_wrist

    def local(rotation: Floats, parent: Floats) -> Floats:
        return np.asarray(parent.T @ rotation @ parent)

    return {
        "clavicle": clavicle,
        "upperarm01": local(upper, clavicle),
        "lowerarm01": local(lower1, above_elbow),
        "lowerarm02": local(in_forearm, world1),
        "wrist": local(hand, world2),
    }


def _skin(source: Source, rest: Floats, local: dict[str, Floats]) -> Floats:
    """Linear blend skinning; each rotation is about its bone's head, inherited by children."""
    done: dict[int, tuple[Floats, Floats]] = {}

    def world(bone: int) -> tuple[Floats, Floats]:
        if bone < 0:
            return np.eye(3), np.zeros(3)
        if bone not in done:
            r, t = world(source.parents[bone])
            own = local.get(source.bones[bone])
            if own is not None:
                head = rest[source.heads[bone]].mean(axis=0)
                r, t = r @ own, r @ (head - own @ head) + t
            done[bone] = (r, t)
        return done[bone]

    out = np.zeros_like(rest)
    columns = source.weights.tocsc()
    for b in range(len(source.bones)):
        r, t = world(b)
        rows = columns.indices[columns.indptr[b] : columns.indptr[b + 1]]
        share = columns.data[columns.indptr[b] : columns.indptr[b + 1]]
        out[rows] += share[:, None] * (rest[rows] @ r.T + t)
    loose = np.asarray(source.weights.sum(axis=1)).ravel() < 0.5  # noqa: PLR2004
    out[loose] = rest[loose]
    return out


def posed(source: Source, rest: Floats, pose: Pose) -> Floats:
    """Bring a rest body into a pose.

    Args:
        source: the base mesh with its weights.
        rest: (n, 3) rest positions, dm, mirror-symmetric.
        pose: the angles.

    Returns:
        (n, 3) positions in dm, exactly mirror-symmetric, rounded to 1e-7 dm so that the last bits
        of a linear algebra library never decide about a pixel.
    """
    flip = np.diag([-1.0, 1.0, 1.0])
    local: dict[str, Floats] = {}
    inward = np.array([0, 0, -1.0])
    left = _left_arm(source, rest, pose)
    left["upperleg01"] = about(inward, pose.leg)
    left["foot"] = about(-inward, pose.leg * 0.6)
    for bone, rotation in left.items():
        local[bone + ".L"] = rotation
        local[bone + ".R"] = flip @ rotation @ flip
    return np.round(source.symmetric(_skin(source, rest, local)), 7)
