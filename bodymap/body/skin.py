"""The skin of one figure: the cell nearest to a place, and how far it is to walk along it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bodymap.body.cells import FigureCells
from bodymap.body.locating import nearest_row, place_cm
from bodymap.body.mesh import Mesh
from bodymap.body.walking import Ground, ground, walk_cm


@dataclass(frozen=True, eq=False)
class Skin:
    """The cells of a figure that have a surface.

    Attributes:
        own: Where the figure's cells are and how large.
        read_mesh: Opens the mesh; asked only to walk.
    """

    own: FigureCells
    read_mesh: Callable[[], Mesh]

    def nearest(self, xyz_cm: Sequence[float], among: npt.NDArray[np.uint16] | None) -> int | None:
        """The cell nearest to a place, of all or of some cells; see `Body.nearest`."""
        place = place_cm(xyz_cm)
        if among is None:
            return int(self._cells[nearest_row(self._columns, place)])
        cells = among[self.own.area_cm2[among] > 0]
        return int(cells[nearest_row(self.own.xyz_cm[cells].T, place)]) if cells.size else None

    def walk_cm(self, start: int, end: int, at_most_cm: float) -> float | None:
        """How far two cells of the mesh lie apart along the skin; see `Body.walk_cm`."""
        return walk_cm(self._ground, self._at(start), self._at(end), at_most_cm)

    def _at(self, cell: int) -> int:
        """The cell itself, or for a lining, which has no surface, the skin nearest to it."""
        if self.own.area_cm2[cell] > 0:
            return cell
        return int(self._cells[nearest_row(self._columns, self.own.xyz_cm[cell])])

    @cached_property
    def _cells(self) -> npt.NDArray[np.intp]:
        return np.flatnonzero(self.own.area_cm2 > 0)

    @cached_property
    def _columns(self) -> npt.NDArray[np.float32]:
        return np.ascontiguousarray(self.own.xyz_cm[self._cells].T)

    @cached_property
    def _ground(self) -> Ground:
        faces = self.read_mesh().faces
        places = self.own.xyz_cm[: faces.size].tolist()
        return ground(faces, [(x, y, z) for x, y, z in places])
