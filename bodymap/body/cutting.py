"""Areas on the mesh as triangles: borders are cut through the faces, so that none looks stepped.

An area is a set of cells, a quarter of a face each. Its share of every corner and centre of a face,
smoothed over about one cell, is 1 within and 0 without; where it passes one half, faces are cut.
No table of neighbouring cells is needed for that: cells meet at the corners of the faces.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body.area import SurfaceArea
from bodymap.body.mesh import Mesh

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
_HALF: Final = 0.5
_LEAST_PART: Final = 0.02
"""A cut stays so far from the ends of an edge, as a part of it, that no sliver is left."""


@dataclass(frozen=True, eq=False)
class CutMesh:
    """The figure in triangles, each wholly inside or outside of every area.

    Attributes:
        xyz_cm: Shape (v, 3): x to the patient's left, y up, z to the front.
        triangles: Shape (t, 3), vertex numbers, counter-clockwise seen from outside.
        inside: Shape (t, areas): whether a triangle belongs to an area.
    """

    xyz_cm: npt.NDArray[np.float32]
    triangles: Ints
    inside: npt.NDArray[np.bool_]


def cut(mesh: Mesh, areas: Sequence[SurfaceArea]) -> CutMesh:
    """Triangles of the figure, cut along the borders of areas.

    Args:
        mesh: The figure.
        areas: Any areas of its body; cells of charts and places inside are left out.
    """
    fields = _fields(mesh, areas)
    xyz, triangles, values = _triangles(mesh, fields)
    inside = np.zeros((len(triangles), 0), bool)
    for number in range(len(areas)):
        xyz, triangles, values, inside = _cut_by(xyz, triangles, values, inside, number)
    return CutMesh(xyz.astype(np.float32), triangles, inside)


def _fields(mesh: Mesh, areas: Sequence[SurfaceArea]) -> Floats:
    """Shape (v + f, areas): share of each area at the corners and centres of faces, smoothed."""
    corners, count = mesh.faces.ravel(), len(mesh.xyz_cm)
    met = np.maximum(np.bincount(corners, minlength=count), 1)
    columns = []
    for area in areas:
        held = area.mask[: mesh.faces.size][mesh.cells].astype(np.float64)
        at_corner = np.bincount(corners, held.ravel(), count) / met
        at_centre = held.mean(axis=1)
        around = np.bincount(corners, np.repeat(at_centre, 4), count) / met
        within = at_corner[mesh.faces].mean(axis=1)
        columns.append(np.concatenate([at_corner + around, at_centre + within]) / 2)
    return np.stack(columns, axis=1) if columns else np.zeros((count + len(mesh.faces), 0))


def _triangles(mesh: Mesh, fields: Floats) -> tuple[Floats, Ints, Floats]:
    """Faces as two triangles, or as four round their centre where a border may pass."""
    faces, count = mesh.faces, len(mesh.xyz_cm)
    centre = np.arange(len(faces)) + count
    at = np.concatenate([fields[faces], fields[centre][:, None]], axis=1) >= _HALF
    some, every = np.any(at, axis=1), np.all(at, axis=1)
    mixed = np.any(some & ~every, axis=1)
    a, b, c, d = faces[~mixed].T
    plain = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    ends = np.roll(faces[mixed], -1, axis=1)
    fans = np.stack([faces[mixed], ends, np.repeat(centre[mixed][:, None], 4, 1)], axis=2)
    all_three = np.concatenate([plain, fans.reshape(-1, 3)])
    distinct = (all_three != np.roll(all_three, 1, axis=1)).all(axis=1)
    xyz = mesh.xyz_cm.astype(np.float64)
    xyz = np.concatenate([xyz, xyz[faces].mean(axis=1)])
    used, triangles = np.unique(all_three[distinct], return_inverse=True)
    return xyz[used], triangles.reshape(-1, 3), fields[used]


def _cut_by(
    xyz: Floats, triangles: Ints, values: Floats, inside: npt.NDArray[np.bool_], number: int
) -> tuple[Floats, Ints, Floats, npt.NDArray[np.bool_]]:
    """Cut the triangles that the border of one area crosses; adds its column to `inside`."""
    within = values[:, number] >= _HALF
    corners = within[triangles]
    held = corners.sum(axis=1)
    crossed = (held > 0) & (held < 3)  # noqa: PLR2004 - corners of a triangle
    # Of a crossed triangle one corner lies alone; it is turned to the first place.
    alone = np.where(held[crossed] == 1, corners[crossed].argmax(1), (~corners[crossed]).argmax(1))
    turned = triangles[crossed]
    rows = np.arange(len(turned))
    first, second, third = (turned[rows, (alone + step) % 3] for step in range(3))
    edges = np.sort(np.concatenate([[first, second], [first, third]], axis=1).T, axis=1)
    unique, which = np.unique(edges, axis=0, return_inverse=True)
    new = which.ravel() + len(xyz)
    low, high = values[unique[:, 0], number], values[unique[:, 1], number]
    part = np.clip((_HALF - low) / (high - low), _LEAST_PART, 1 - _LEAST_PART)[:, None]

    def between(of_ends: Floats) -> Floats:
        start, end = of_ends[unique[:, 0]], of_ends[unique[:, 1]]
        return np.asarray(start * (1 - part) + end * part)

    p, q = new[: len(rows)], new[len(rows) :]
    tips = np.stack([first, p, q], 1)
    rests = np.concatenate([np.stack([p, second, third], 1), np.stack([p, third, q], 1)])
    tip_within = within[first]
    column = np.concatenate([held[~crossed] == 3, tip_within, ~tip_within, ~tip_within])  # noqa: PLR2004
    before = np.concatenate([inside[~crossed], *[inside[crossed]] * 3])
    return (
        np.concatenate([xyz, between(xyz)]),
        np.concatenate([triangles[~crossed], tips, rests]),
        np.concatenate([values, between(values)]),
        np.column_stack([before, column]),
    )
