"""The subdivided body: one topology, any figure, any pose; cells are quads of the first level."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from tools.figure import partition
from tools.figure.extract import EAR_MORPHS
from tools.figure.pose import REFERENCE_POSE, Pose, posed
from tools.figure.shapes import RECIPES, REFERENCE
from tools.figure.source import Source, load
from tools.figure.subdivide import catmull_clark, triangles

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Mesh:
    """Topology and the attributes from which a point's region follows.

    Attributes:
        source: the base mesh.
        operator: smooth vertices from base vertices.
        tris: (t, 3) triangles, counter-clockwise seen from outside.
        cell: (t,) number of the cell each triangle belongs to.
        cell_quads: (54072, 4) vertices of the once-subdivided mesh per cell.
        reference: (n, 3) canonical positions on the reference body, dm; regions are
            functions of these.
        weights: bone group to (n,) summed skinning weights.
        ear: (n,) 0 to 1, belonging to an outer ear.
        eyeball: (n,) 0 to 1.
    """

    source: Source
    operator: sp.csr_array
    tris: Ints
    cell: Ints
    cell_quads: Ints
    reference: Floats
    weights: Mapping[str, Floats]
    ear: Floats
    eyeball: Floats

    def figure(self, name: str, pose: Pose) -> Floats:
        """Smooth vertices of a figure in a pose, (n, 3) dm."""
        rest = self.source.mixed(RECIPES[name])
        smooth = np.asarray(self.operator @ posed(self.source, rest, pose), np.float64)
        return np.round(smooth, 7)

    def labels(self, tri: Ints, bary: Floats) -> Ints:
        """Region number of points given by triangle and barycentric coordinates.

        Args:
            tri: (k,) triangle numbers.
            bary: (k, 3) barycentric coordinates.
        """
        corners = self.tris[tri]

        def at(values: Floats) -> Floats:
            return np.asarray((values[corners] * bary).sum(axis=1))

        points = np.stack([at(self.reference[:, i]) for i in range(3)], axis=1)
        weights = {name: at(w) for name, w in self.weights.items()}
        half = 0.5
        return partition.label(points, weights, at(self.ear), at(self.eyeball) > half)


@cache
def build(levels: int = 2) -> Mesh:
    """Subdivide the base mesh; about 1 s per level.

    Args:
        levels: 1 for the cells themselves, 2 for main views, 3 for close-ups.
    """
    source = load()
    faces, count = source.faces, len(source.vertices)
    operator = sp.csr_array(sp.eye_array(count))
    cell = np.arange(len(faces))
    cell_quads = faces
    for level in range(levels):
        step, faces = catmull_clark(faces, count)
        operator, count = sp.csr_array(step @ operator), step.shape[0]
        cell = np.tile(cell, 4) if level else np.arange(len(faces))
        cell_quads = cell_quads if level else faces
    tris, owner = triangles(faces)
    body_faces = len(source.faces) - source.eye_faces
    eyeball = np.zeros(len(source.vertices))
    eyeball[np.unique(source.faces[body_faces:])] = 1
    groups = partition.bone_groups(source.bones)
    reference = posed(source, source.mixed(REFERENCE), REFERENCE_POSE)

    def smooth(values: Floats) -> Floats:
        return np.asarray(operator @ values, np.float64)

    return Mesh(
        source=source,
        operator=operator,
        tris=tris,
        cell=cell[owner],
        cell_quads=cell_quads,
        reference=np.round(smooth(reference), 7),
        weights={
            name: smooth(np.asarray(source.weights[:, columns].sum(axis=1), np.float64).ravel())
            for name, columns in groups.items()
        },
        ear=smooth(source.support(EAR_MORPHS)),
        eyeball=smooth(eyeball),
    )
