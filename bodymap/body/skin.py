"""The skin of one figure: the cell nearest to a place, and how far it is to walk along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bodymap.body.area import SurfaceArea, of_cells
from bodymap.body.figure import Figure
from bodymap.body.locating import nearest_row, place_cm
from bodymap.body.walking import Ground, around_cm, neighbours, reach_cm, walk_cm


@dataclass(frozen=True, eq=False)
class Skin:
    """The cells of a figure that have a surface. Make it once for a figure.

    Attributes:
        figure: The figure.
    """

    figure: Figure

    def nearest(self, xyz_cm: Sequence[float], among: SurfaceArea | None = None) -> int | None:
        """Cell of the surface nearest to a place.

        Args:
            xyz_cm: x to the patient's left, y up, z to the front, cm.
            among: Look only here; anywhere on the surface when left out.

        Returns:
            Cell number; None if `among` holds no cell of the surface.

        Raises:
            BadPoint: The place is not three finite numbers.
        """
        place = place_cm(xyz_cm)
        if among is None:
            return int(self._cells[nearest_row(self._columns, place)])
        cells = among.cells[self.figure.area_cm2[among.cells] > 0]
        return int(cells[nearest_row(self.figure.xyz_cm[cells].T, place)]) if cells.size else None

    def walk_cm(self, start: int, end: int, *, at_most_cm: float = 30.0) -> float | None:
        """How far two places of the skin lie apart along the surface of this figure.

        A lining, which has no surface, counts as the skin nearest to it.

        Args:
            start: Cell number.
            end: Cell number.
            at_most_cm: Farther is not looked; the time grows with its square.

        Returns:
            Centimetres, at most 3 % too long; None if it is farther, or if one of the two is on a
            chart or inside the body.

        Raises:
            UnknownCell: No such cell.
            BodyFilesMissing: The file with the mesh is not there.
            BodyFilesDamaged: It is not what was shipped.
        """
        table = self.figure.cell_table
        if max(table.number(start), table.number(end)) >= table.mesh_count:
            return None
        return walk_cm(self._ground, self._at(start), self._at(end), at_most_cm)

    def reach_cm(self, start: int, *, at_most_cm: float) -> npt.NDArray[np.float64]:
        """How far every cell lies from one along the skin of this figure.

        Args:
            start: Cell number.
            at_most_cm: Farther is not looked; the time grows with its square.

        Returns:
            `(cell_count,)` centimetres, at most 3 % too long; infinite where it is farther, where
            2500 cells lie nearer, on charts and inside the body.

        Raises:
            UnknownCell: No such cell.
            BodyFilesMissing: The file with the mesh is not there.
            BodyFilesDamaged: It is not what was shipped.
        """
        table = self.figure.cell_table
        away = np.full(self.figure.cell_count, np.inf)
        if table.number(start) < table.mesh_count:
            away[: table.mesh_count] = reach_cm(self._ground, self._at(start), at_most_cm)
        return away

    def widened(self, area: SurfaceArea, by_cm: float) -> SurfaceArea:
        """An area with all skin around it.

        Args:
            area: Any area of this body version. What it holds of charts and places inside stays.
            by_cm: How far along the skin of this figure; at most 3 % of it is left out.

        Raises:
            BodyFilesMissing: The file with the mesh is not there.
            BodyFilesDamaged: It is not what was shipped.
        """
        skin = area.cells[area.cells < self.figure.cell_table.mesh_count]
        around = np.isfinite(around_cm(self._ground, skin.astype(np.intp), by_cm))
        return area.on(self.figure) | of_cells(self.figure, np.flatnonzero(around))

    def _at(self, cell: int) -> int:
        """The cell itself, or for a lining, which has no surface, the skin nearest to it."""
        if self.figure.area_cm2[cell] > 0:
            return cell
        return int(self._cells[nearest_row(self._columns, self.figure.xyz_cm[cell])])

    @cached_property
    def _cells(self) -> npt.NDArray[np.intp]:
        return np.flatnonzero(self.figure.area_cm2 > 0)

    @cached_property
    def _columns(self) -> npt.NDArray[np.float32]:
        return np.ascontiguousarray(self.figure.xyz_cm[self._cells].T)

    @cached_property
    def _ground(self) -> Ground:
        faces = self.figure.mesh.faces
        return Ground(neighbours(faces), self.figure.xyz_cm[: faces.size].astype(np.float64))
