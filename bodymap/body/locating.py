"""From places to cells, and from cells to places on a view."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body.cells import Cells
from bodymap.body.views import View
from bodymap.errors import BadPoint

NEAR_ENOUGH_CM: Final = 1.0
"""A cell that a view lacks is shown at a neighbour of its region at most this far away."""


def point_on_view(
    view: View, cell: int, table: Cells, xyz_cm: npt.NDArray[np.float32]
) -> tuple[float, float] | None:
    """Where a view shows a cell, or the cell it goes with there; see `Body.project`.

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
