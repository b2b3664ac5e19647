"""Where a cell lies, as far as finding muscles for it goes, and how far trigger points are."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality, View
from bodymap.body.views import BACKGROUND

Distances = npt.NDArray[np.float64]

TOUCHING: Final = (
    {"head", "neck"},
    {"neck", "shoulder"},
    {"neck", "upper_back"},
    {"neck", "chest"},
    {"shoulder", "upper_back"},
    {"shoulder", "chest"},
    {"shoulder", "arm"},
    {"chest", "upper_back"},
    {"chest", "lower_back"},
    {"chest", "abdomen"},
    {"upper_back", "lower_back"},
    {"lower_back", "abdomen"},
    {"lower_back", "buttocks"},
    {"lower_back", "hip"},
    {"lower_back", "pelvis"},
    {"abdomen", "pelvis"},
    {"abdomen", "hip"},
    {"buttocks", "hip"},
    {"buttocks", "pelvis"},
    {"buttocks", "leg"},
    {"pelvis", "hip"},
    {"pelvis", "leg"},
    {"hip", "leg"},
    {"arm", "hand"},
    {"leg", "foot"},
)
"""Groups whose skin touches. Others can be near only through the air, as a hand is to a thigh."""

CHART_HEIGHT_CM: Final = 15.0
"""Height that a pelvic-floor chart stands for when places on it are put in order; our own guess."""


OTHER_SEX: Final = {"female": ("pelvic_floor_male",), "male": ("pelvic_floor_female",)}
"""Charts that are not of a figure's sex; the other figures are measured on both."""


@dataclass(frozen=True)
class Whereabouts:
    """What is known of a place.

    Attributes:
        cell: The cell; for a place inside, one in the middle of where it is offered.
        laterality: Side of the patient.
        groups: Ids of the outermost groups it belongs to.
        place_cm: Position on this figure; of the place where it is offered, for one inside.
        measured: Whether distances from it are centimetres on the skin, so that they may be told.
        on_chart: Whether it lies on a pelvic-floor chart.
    """

    cell: int
    laterality: Laterality
    groups: frozenset[str]
    place_cm: npt.NDArray[np.floating]
    measured: bool
    on_chart: bool


def whereabouts(atlas: Atlas, body: Body, cell: int) -> Whereabouts:
    """Where a cell lies.

    Raises:
        UnknownCell: The body has no such cell.
    """
    region_id = body.region_of(cell)
    if region_id is None:
        return _inside(atlas, body, cell)
    region = body.regions[region_id]
    skin = cell < body.cell_table.mesh_count
    return Whereabouts(
        cell=cell,
        laterality=body.laterality_of(cell),
        groups=frozenset({atlas.group_of(region.group).id})
        | _site_groups(atlas, body, region.base),
        place_cm=body.xyz_cm[cell],
        measured=skin,
        on_chart=not skin,
    )


def _inside(atlas: Atlas, body: Body, cell: int) -> Whereabouts:
    site = next(site for site in body.sites.values() if cell in site.inside.values())
    offered = [r for r in body.regions.values() if r.base == site.at]
    side = body.laterality_of(cell)
    # a place on the midline stands for either side: the right one is as good as the left
    wanted = Laterality.LEFT if side is Laterality.LEFT else Laterality.RIGHT
    shown = [r for r in offered if r.laterality in (wanted, Laterality.MIDLINE)]
    cells = np.concatenate([body.cell_table.of_region(r.number) for r in shown])
    return Whereabouts(
        cell=int(cells[len(cells) // 2]),
        laterality=side,
        groups=frozenset({atlas.group_of(site.id).id}),
        place_cm=body.xyz_cm[cells].mean(axis=0),
        measured=False,
        on_chart=bool(cells[0] >= body.cell_table.mesh_count),
    )


def _site_groups(atlas: Atlas, body: Body, base: str) -> frozenset[str]:
    return frozenset(
        atlas.group_of(site.id).id for site in body.sites.values() if base in site.regions
    )


def distances(atlas: Atlas, body: Body, here: Whereabouts) -> Distances:
    """Distance to every typical trigger point, in the order of `atlas.trigger_points`.

    Returns:
        `(n,)` cm on this figure; infinite for one on the other side, on a chart while the place is
        not (or the other way round), or across a gap of air.
    """
    right = atlas.place_cells
    left = body.cell_table.mirror[right]
    only = np.array([point.only_on or "" for point in atlas.trigger_points.values()])
    away_right, away_left = np.split(_to_cells(atlas, body, here, np.append(right, left)), 2)
    away_right[only == "left"] = np.inf
    away_left[only == "right"] = np.inf
    if here.laterality is Laterality.RIGHT:
        return away_right
    if here.laterality is Laterality.LEFT:
        return away_left
    return np.minimum(away_right, away_left)


def _to_cells(
    atlas: Atlas, body: Body, here: Whereabouts, cells: npt.NDArray[np.uint16]
) -> Distances:
    away = np.full(cells.shape, np.inf)
    on_chart = cells >= body.cell_table.mesh_count
    rows = np.flatnonzero(on_chart == here.on_chart)
    if here.on_chart:
        away[rows] = on_charts(body, here.cell, cells[rows])
        return away
    reach = _reachable(here.groups)
    groups = {id_ for id_ in atlas.groups if atlas.group_of(id_).id in reach}
    near = np.array([region.group in groups for region in body.regions.values()])
    rows = rows[near[body.cell_table.region[cells[rows]]]]
    away[rows] = np.linalg.norm(body.xyz_cm[cells[rows]] - here.place_cm, axis=1)
    return away


def _reachable(groups: frozenset[str]) -> frozenset[str]:
    return groups.union(*(pair for pair in TOUCHING if not groups.isdisjoint(pair)))


def on_charts(body: Body, cell: int, others: npt.NDArray[np.integer]) -> Distances:
    """Least distance over the charts that show both, as if each were `CHART_HEIGHT_CM` high.

    A figure of one sex is measured on the chart of that sex only.
    """
    away = np.full(others.shape, np.inf)
    for view in body.views.values():
        if view.group == "pelvic_floor" and view.id not in OTHER_SEX.get(body.figure, ()):
            x, y = _centres(view, np.append(others, cell))
            units = np.hypot(x[others] - x[cell], y[others] - y[cell])
            away = np.fmin(away, units * CHART_HEIGHT_CM / view.height)
    return away


def _centres(view: View, cells: npt.NDArray[np.integer]) -> tuple[Distances, Distances]:
    """Where a view shows some cells, each `(65536,)` view units; NaN for all others."""
    wanted = np.zeros(BACKGROUND + 1, np.bool_)
    wanted[cells] = True
    rows, columns = np.nonzero(wanted[view.cells])
    shown = view.cells[rows, columns]
    count = np.bincount(shown, minlength=BACKGROUND + 1).astype(np.float64)
    count[count == 0] = np.nan
    x = np.bincount(shown, columns, BACKGROUND + 1) / count
    return x, np.bincount(shown, rows, BACKGROUND + 1) / count
