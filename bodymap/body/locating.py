"""From places to cells, and from cells to places on a view."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from bodymap.body.cells import Cells
from bodymap.body.figure import Figure
from bodymap.body.laterality import Laterality
from bodymap.body.views import View
from bodymap.errors import BadPoint

NEAR_ENOUGH_CM: Final = 1.0
"""A cell that a view lacks is shown at a neighbour of its region at most this far away."""


class Hit(NamedTuple):
    """What lies under a point of a view.

    Attributes:
        cell: Cell number.
        region: Region id, or None where the cell lies in none.
        laterality: Side of the point; MIDLINE within 1 cm of the mid-plane.
    """

    cell: int
    region: str | None
    laterality: Laterality


def hit(figure: Figure, view_id: str, x: float, y: float) -> Hit | None:
    """What lies under a point of a view, in view units; None beside the figure.

    Raises:
        UnknownView: This figure has no such view.
        BadPoint: A coordinate is not a finite number.
    """
    cell = figure.view(view_id).cell_at(x, y)
    if cell is None:
        return None
    return Hit(cell, figure.region_of(cell), figure.laterality_of(cell))


def project(figure: Figure, cell: int, view_id: str) -> tuple[float, float] | None:
    """Where a view shows a cell.

    A cell without a pixel of its own is shown where the cell is that it follows there, or a
    neighbour of its region within 1 cm.

    Returns:
        View units, the centre of a pixel; None if the view does not show that place.

    Raises:
        UnknownCell: No such cell.
        UnknownView: This figure has no such view.
    """
    table = figure.cell_table
    return point_on_view(figure.view(view_id), table.number(cell), table, figure.xyz_cm)


def point_on_view(
    view: View, cell: int, table: Cells, xyz_cm: npt.NDArray[np.float32]
) -> tuple[float, float] | None:
    """Where a view shows a cell, or the cell it goes with there; see `project`.

    Args:
        view: The view.
        cell: Cell number.
        table: What is known of the cells.
        xyz_cm: Where they are, shape (cells, 3).
    """
    point = view.point_of(cell)
    if point is not None or cell >= table.mesh_count:
        return point
    follows = table.follows.get(view.group)
    if follows is not None:
        point = view.point_of(int(follows[cell]))
    if point is not None:
        return point
    region = table.of_region(int(table.region[cell]))
    shown = region[view.pixels[region] > 0]
    if shown.size == 0:
        return None
    away = np.linalg.norm(xyz_cm[shown] - xyz_cm[cell], axis=1)
    if float(away.min()) > NEAR_ENOUGH_CM:
        return None
    return view.point_of(int(shown[away.argmin()]))


def place_cm(xyz_cm: Sequence[float]) -> npt.NDArray[np.float32]:
    """A place as three finite numbers, shape (3,).

    Raises:
        BadPoint: It is not that.
    """
    try:
        place = np.asarray(xyz_cm, np.float32).reshape(3)
    except (TypeError, ValueError):
        raise BadPoint(xyz_cm, "x, y and z in cm") from None
    if not np.isfinite(place).all():
        raise BadPoint(xyz_cm, "x, y and z in cm")
    return place


def nearest_row(columns: npt.NDArray[np.float32], place: npt.NDArray[np.float32]) -> int:
    """Which of some places is nearest to one, by straight distance.

    Args:
        columns: Shape (3, n), n > 0: their x, y and z.
        place: Shape (3,).
    """
    x, y, z = columns - place[:, None]
    return int((x * x + y * y + z * z).argmin())
