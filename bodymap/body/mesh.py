"""The figure as a mesh of few faces, to be turned; each face is four cells."""

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body.manifest import Manifest
from bodymap.errors import BodyFilesDamaged

FILE: Final = "mesh.npz"
_PER_CM: Final = 100.0


@dataclass(frozen=True, eq=False)
class Mesh:
    """Faces and where their corners are on one figure.

    Attributes:
        faces: Shape (f, 4), vertex numbers, counter-clockwise seen from outside; a face with three
            corners names the last one twice.
        xyz_cm: Shape (v, 3): x to the patient's left, y up, z to the front.
    """

    faces: npt.NDArray[np.intp]
    xyz_cm: npt.NDArray[np.float32]

    @cached_property
    def cells(self) -> npt.NDArray[np.intp]:
        """Shape (f, 4): the cell at each corner of each face."""
        return np.arange(self.faces.size).reshape(4, -1).T

    @cached_property
    def normals(self) -> npt.NDArray[np.float32]:
        """Shape (v, 3): outward unit normals of the vertices, weighted by area of faces."""
        a, b, c, d = (self.xyz_cm[self.faces[:, corner]] for corner in range(4))
        of_face = np.cross(c - a, d - b)
        total = np.zeros_like(self.xyz_cm)
        for corner in range(4):
            np.add.at(total, self.faces[:, corner], of_face)
        length = np.linalg.norm(total, axis=1, keepdims=True)
        return np.asarray(total / np.maximum(length, 1e-9), np.float32)


def read_mesh(manifest: Manifest, figure: str) -> Mesh:
    """Read the mesh of a figure.

    Raises:
        BodyFilesMissing: There is no `mesh.npz`.
        BodyFilesDamaged: It is not what was shipped.
    """
    try:
        with np.load(io.BytesIO(manifest.read(FILE)), allow_pickle=False) as file:
            faces, places = file["faces"], file[f"xyz_{figure}"]
    except (KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise BodyFilesDamaged(manifest.path(FILE), f"it cannot be unpacked ({error})") from error
    if faces.shape != (manifest.mesh_cells // 4, 4) or faces.max(initial=0) >= len(places):
        raise BodyFilesDamaged(manifest.path(FILE), "its faces do not fit its vertices and cells")
    xyz = places.astype(np.float32) / np.float32(_PER_CM)
    xyz.flags.writeable = False
    return Mesh(faces.astype(np.intp), xyz)
