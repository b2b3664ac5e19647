"""The cell that a place means: arithmetic on landmarks, and the skin under a finger."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.atlas.place import ChartPlace, Place
from bodymap.body import Figure
from bodymap.body.placing import PART_OF_GROUP, left_cm

Floats = npt.NDArray[np.float64]

FACING: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "front": (2, 1),
        "back": (2, -1),
        "outer": (0, 1),
        "inner": (0, -1),
        "above": (1, 1),
        "below": (1, -1),
    }
)
"""From where one looks at the left half of the body: axis (x, y, z) and its direction."""

DIRECTIONS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "outward": (0, 1),
        "inward": (0, -1),
        "above": (1, 1),
        "below": (1, -1),
        "front": (2, 1),
        "behind": (2, -1),
    }
)
"""Offsets on the left half of the body: axis (x, y, z) and its direction."""

CHARTS: Final = "pelvic_floor"
"""Group of the views that are drawn charts."""

UNDER_A_FINGER_CM: Final = 1.3
"""A finger covers the cells at most this far beside the place it points at."""

SAME_LAYER_CM: Final = 1.5
"""Of those, the cells at most this much farther away than the nearest belong to the same skin."""


@dataclass(frozen=True, eq=False)
class LeftSkin:
    """Cells with a surface on the left half of the body, as a place to point at.

    Attributes:
        cells: (n,) cell numbers.
        xyz_cm: (n, 3) where they are, x to the patient's left, y up, z to the front.
        part: (n,) part of the body, a value of `PART_OF_GROUP`.
    """

    cells: npt.NDArray[np.intp]
    xyz_cm: Floats
    part: npt.NDArray[np.str_]

    def nearest(self, place_cm: Floats, part: str | None = None) -> int:
        """Cell nearest to a place by straight distance, of one part or of all."""
        here = self._in(part)
        away = np.linalg.norm(self.xyz_cm[here] - place_cm, axis=1)
        return int(self.cells[here[away.argmin()]])

    def seen(self, place_cm: Floats, facing: str, part: str | None = None) -> int:
        """Cell that a finger meets which points at a place from one of `FACING`."""
        axis, sign = FACING[facing]
        here = self._in(part)
        flat = np.delete(self.xyz_cm[here] - place_cm, axis, axis=1)
        aside = np.hypot(flat[:, 0], flat[:, 1])
        under = aside <= max(UNDER_A_FINGER_CM, float(aside.min()) + 1e-9)
        depth = sign * self.xyz_cm[here, axis]
        top = under & (depth >= depth[under].max() - SAME_LAYER_CM)
        return int(self.cells[here[np.where(top, aside, np.inf).argmin()]])

    def _in(self, part: str | None) -> npt.NDArray[np.intp]:
        if part is None:
            return np.arange(len(self.cells))
        return self._of_part.get(part, np.array([], np.intp))

    @cached_property
    def _of_part(self) -> dict[str, npt.NDArray[np.intp]]:
        return {str(part): np.flatnonzero(self.part == part) for part in np.unique(self.part)}


def skin_of(body: Figure) -> LeftSkin:
    """The left half of a body's surface, as far as some view shows it."""
    table = body.cell_table
    count = table.mesh_count
    shown = np.zeros(count, np.bool_)
    for follows in table.follows.values():
        shown |= follows[:count] == np.arange(count)
    cells = np.flatnonzero(shown & (body.area_cm2[:count] > 0) & (body.xyz_cm[:count, 0] > 0))
    parts = np.array([PART_OF_GROUP.get(r.group, "") for r in body.regions.values()])
    return LeftSkin(cells, body.xyz_cm[cells].astype(np.float64), parts[table.region[cells]])


def resolve(body: Figure, place: Place, skin: LeftSkin | None = None) -> int:
    """Cell on the patient's right that a place means; its mirror image is the place on the left.

    The way from the landmark `from_` to the landmark `to` is a straight line, gone along by
    `fraction` of it or by `along_cm`; `offset_cm` is added; the result is taken to the skin: to
    what one meets from the direction `facing`, else to the nearest cell. A place on a chart is
    there, as soon as the body has that chart.

    Args:
        body: The figure whose proportions count.
        place: The place as data.
        skin: The body's `skin_of`, where many places are looked up; made anew when left out.

    Returns:
        A cell of the surface or of a chart.

    Raises:
        UnknownLandmark: It names a landmark that there is not.
    """
    if place.chart is not None:
        on_chart = _on_chart(body, place.chart)
        if on_chart is not None:
            return on_chart
    start = left_cm(body, place.from_)
    if place.to is not None:
        way = left_cm(body, place.to) - start
        if place.along_cm is not None:
            start = start + way / np.linalg.norm(way) * place.along_cm
        else:
            start = start + way * (0.5 if place.fraction is None else place.fraction)
    for direction, cm in place.offset_cm.items():
        axis, sign = DIRECTIONS[direction]
        start[axis] += sign * cm
    skin = skin or skin_of(body)
    found = (
        skin.seen(start, place.facing, place.part)
        if place.facing
        else skin.nearest(start, place.part)
    )
    return int(body.cell_table.mirror[found])


def _on_chart(body: Figure, chart: ChartPlace) -> int | None:
    """Cell of a chart region, by shares of the box round it; None if no view shows that region."""
    ids = (f"{chart.region}.right", chart.region)
    region = next((body.regions[i] for i in ids if i in body.regions), None)
    if region is None:
        return None
    cells = body.cell_table.of_region(region.number)
    for view in body.views.values():
        if view.group != CHARTS or not view.pixels[cells].any():
            continue
        rows, columns = np.nonzero(np.isin(view.cells, cells))
        x, y = (
            low + share * (high - low)
            for low, high, share in (
                (columns.min(), columns.max(), chart.at[0]),
                (rows.min(), rows.max(), chart.at[1]),
            )
        )
        best = ((columns - x) ** 2 + (rows - y) ** 2).argmin()
        return int(view.cells[rows[best], columns[best]])
    return None
