"""A typical pattern on the body that can be turned: triangles, with what each shows.

Dots and crosses are triangles too, that lie on the skin: so they keep their size on the body, look
the same in every browser, and are hidden by what stands before them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.atlas import TypicalReferral
from bodymap.body import Body, SurfaceArea
from bodymap.body.cutting import cut

Places = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

DOTS_APART_CM: Final = 1.35
"""Least distance between the dots of spillover, on the model body."""
DOT_RADIUS_CM: Final = 0.36
CROSS_CM: Final = 3.4
"""From the middle of a trigger point's X to the ends of its arms."""
_RAISED_CM: Final = 0.2
_CROSS_RAISED_CM: Final = 1.1
_CORNERS: Final = 8
_ARM: Final = 0.33
_RIM: Final = 0.26


class Shown(IntEnum):
    """What a triangle shows."""

    SKIN = 0
    SPILLOVER = 1
    ESSENTIAL = 2
    MUSCLE = 3


class Sign(IntEnum):
    """What a triangle of a sign belongs to."""

    DOT = 0
    RIM = 1
    CROSS = 2
    OTHER_CROSS = 3


@dataclass(frozen=True, eq=False)
class Triangles:
    """Triangles, each of a kind.

    Attributes:
        xyz_cm: Shape (v, 3): x to the patient's left, y up, z to the front.
        corners: Shape (t, 3), vertex numbers; of the skin, counter-clockwise seen from outside.
        kind: Shape (t,): values of `Shown` or `Sign`.
    """

    xyz_cm: Places
    corners: Ints
    kind: npt.NDArray[np.uint8]


def turning_skin(
    referral: TypicalReferral, body: Body, muscle: SurfaceArea | None = None
) -> Triangles:
    """The figure with a pattern on it; where zones overlap, the essential one is shown.

    Args:
        referral: Both zones, on any figure.
        body: The figure to be turned.
        muscle: Where the muscle lies, shown under both; nothing when left out.
    """
    layers = [(referral.spillover, Shown.SPILLOVER), (referral.essential, Shown.ESSENTIAL)]
    if muscle is not None:
        layers.insert(0, (muscle, Shown.MUSCLE))
    surface = cut(body.mesh, tuple(area for area, _ in layers))
    shown = np.full(len(surface.inside), Shown.SKIN)
    for inside, (_, kind) in zip(surface.inside.T, layers, strict=True):
        shown = np.where(inside, kind, shown)
    return Triangles(surface.xyz_cm, surface.triangles, shown.astype(np.uint8))


def turning_signs(
    referral: TypicalReferral, trigger_points: Sequence[int], at_hand: int | None, body: Body
) -> Triangles:
    """Dots over the spillover, and an X at each trigger point.

    Args:
        referral: Both zones, on any figure.
        trigger_points: Cells of trigger points; those that do not lie on the skin are left out.
        at_hand: Which of these cells is at hand; its X is larger, in a pale rim.
        body: The figure to be turned.
    """
    signs = [_dot(at, out) for at, out in _dots(referral.spillover - referral.essential, body)]
    on_skin = [cell for cell in trigger_points if cell < body.cell_table.mesh_count]
    for cell, (at, out) in zip(on_skin, _raised(on_skin, body, _CROSS_RAISED_CM), strict=True):
        if cell == at_hand:
            signs.append(_cross(at - 0.05 * out, out, CROSS_CM, _ARM + _RIM, Sign.RIM))
            signs.append(_cross(at, out, CROSS_CM - _RIM, _ARM, Sign.CROSS))
        else:
            signs.append(_cross(at, out, CROSS_CM * 0.6, _ARM * 0.8, Sign.OTHER_CROSS))
    return _together(signs)


Place = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]


def _dots(area: SurfaceArea, body: Body) -> list[Place]:
    """Places over an area, each apart from all others; none where it has no surface."""
    cells = area.cells[body.area_cm2[area.cells] > 0].astype(np.intp)
    kept: list[int] = []
    taken: dict[tuple[int, ...], list[int]] = {}
    places = body.xyz_cm[cells].astype(np.float64)
    boxes = np.floor(places / DOTS_APART_CM).astype(int)
    for row, box in enumerate(map(tuple, boxes.tolist())):
        near = [other for step in _AROUND for other in taken.get(_moved(box, step), ())]
        if all(np.linalg.norm(places[row] - places[other]) >= DOTS_APART_CM for other in near):
            kept.append(row)
            taken.setdefault(box, []).append(row)
    return _raised(cells[kept], body, _RAISED_CM)


_AROUND: Final = [(x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1)]


def _moved(box: tuple[int, ...], step: tuple[int, int, int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(box, step, strict=True))


def _raised(cells: Sequence[int] | Ints, body: Body, by_cm: float) -> list[Place]:
    """Places of cells of the skin moved outwards, each with its unit normal."""
    mesh = body.mesh
    numbers = np.asarray(cells, np.intp)
    corner, face = np.divmod(numbers, len(mesh.faces))
    outwards = mesh.normals[mesh.faces[face, corner]].astype(np.float64)
    return list(zip(body.xyz_cm[numbers] + by_cm * outwards, outwards, strict=True))


def _plane(outwards: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], ...]:
    """Two directions along the skin: upwards as far as can be, and across."""
    steep = abs(outwards[1]) > 0.9  # noqa: PLR2004 - nearly upright: front stands for up
    up = np.array([0.0, 0.0, 1.0] if steep else [0.0, 1.0, 0.0])
    across = np.cross(up, outwards)
    across /= np.linalg.norm(across)
    return np.cross(outwards, across), across


def _dot(at: npt.NDArray[np.float64], outwards: npt.NDArray[np.float64]) -> Triangles:
    up, across = _plane(outwards)
    angles = np.arange(_CORNERS) * 2 * np.pi / _CORNERS
    rim = at + DOT_RADIUS_CM * (np.outer(np.sin(angles), up) + np.outer(np.cos(angles), across))
    after = np.arange(_CORNERS)
    corners = np.stack([np.full(_CORNERS, _CORNERS), after, (after + 1) % _CORNERS], axis=1)
    kind = np.full(_CORNERS, Sign.DOT, np.uint8)
    return Triangles(np.vstack([rim, at]).astype(np.float32), corners, kind)


def _cross(
    at: npt.NDArray[np.float64],
    outwards: npt.NDArray[np.float64],
    length: float,
    half: float,
    kind: Sign,
) -> Triangles:
    """Two bars of some length from the middle and of half a width, crossing at right angles."""
    up, across = _plane(outwards)
    ways = (up + across) / 2**0.5, (up - across) / 2**0.5
    bars = [
        at + sign * length * along + side * half * beside
        for along, beside in (ways, ways[::-1])
        for sign, side in ((-1, -1), (-1, 1), (1, 1), (1, -1))
    ]
    corners = np.array([[0, 1, 2], [0, 2, 3], [4, 5, 6], [4, 6, 7]])
    return Triangles(np.array(bars, np.float32), corners, np.full(4, kind, np.uint8))


def _together(signs: Sequence[Triangles]) -> Triangles:
    if not signs:
        none = np.zeros((0, 3))
        return Triangles(none.astype(np.float32), none.astype(np.intp), np.zeros(0, np.uint8))
    starts = np.cumsum([0, *(len(sign.xyz_cm) for sign in signs[:-1])])
    return Triangles(
        np.concatenate([sign.xyz_cm for sign in signs]),
        np.concatenate([s.corners + start for s, start in zip(signs, starts, strict=True)]),
        np.concatenate([sign.kind for sign in signs]),
    )
