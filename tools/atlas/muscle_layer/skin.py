"""The right half of the neutral figure's skin as a smooth surface that points are taken to."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from bodymap.body import Body
from bodymap.body.placing import PART_OF_GROUP
from tools.figure import mesh
from tools.figure.pose import STANDING

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_NEAR: Final = 8
"""Cells whose planes a point is taken to."""
_ACROSS_CM: Final = 1.5
"""So much of the left half belongs to it, that the mid-plane is no edge."""


@dataclass(frozen=True, eq=False)
class Skin:
    """Cells of the right half, of all parts of the body or of some.

    Attributes:
        cells: (n,) cell numbers.
        points: (n, 3) their centres on the neutral figure, cm, x to the patient's left, y up,
            z to the front.
        normals: (n, 3) unit, outward.
        part: (n,) part of the body, a value of `PART_OF_GROUP`.
    """

    cells: Ints
    points: Floats
    normals: Floats
    part: npt.NDArray[np.str_]

    @classmethod
    def of(cls, body: Body) -> "Skin":
        """Skin of the neutral figure (builds the mesh once: a second or two)."""
        count = body.cell_table.mesh_count
        points = body.xyz_cm[:count].astype(np.float64)
        parts = np.array([PART_OF_GROUP.get(r.group, "") for r in body.regions.values()])
        chosen = np.flatnonzero((body.area_cm2[:count] > 0) & (points[:, 0] < _ACROSS_CM))
        quads = mesh.build(1).cell_quads[chosen]
        corners = mesh.build(1).figure("neutral", STANDING)[quads]
        normals = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
        normals /= np.maximum(np.linalg.norm(normals, axis=1), 1e-12)[:, None]
        part = parts[body.cell_table.region[chosen]]
        return cls(chosen, points[chosen], normals, part)

    def only(self, parts: frozenset[str]) -> "Skin":
        """The cells of some parts of the body."""
        chosen = np.isin(self.part, sorted(parts))
        return Skin(
            self.cells[chosen], self.points[chosen], self.normals[chosen], self.part[chosen]
        )

    @cached_property
    def tree(self) -> cKDTree:
        """For looking up the nearest centres."""
        return cKDTree(self.points)

    def onto(self, points: Floats) -> Floats:
        """Points taken to the smooth surface near them.

        Args:
            points: (n, 3) cm, not far from the skin.
        """
        for _ in range(2):
            away, near = (np.asarray(found) for found in self.tree.query(points, k=_NEAR))
            nearest_normal = self.normals[near[:, :1]]
            agree = (self.normals[near] * nearest_normal).sum(axis=2) > 0
            reach = np.maximum(away[:, -1:], 1e-6)
            weight = np.exp(-2 * (away / reach) ** 2) * agree
            weight /= weight.sum(axis=1, keepdims=True)
            centre = (self.points[near] * weight[..., None]).sum(axis=1)
            normal = (self.normals[near] * weight[..., None]).sum(axis=1)
            normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
            points = points - normal * ((points - centre) * normal).sum(axis=1, keepdims=True)
        return points
