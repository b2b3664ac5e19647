"""What lies around an area: on the skin by distance, on a chart the whole of it."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from bodymap.analysis.whereabouts import TOUCHING
from bodymap.body import SurfaceArea
from bodymap.body.area import of_cells, of_regions

RINGS_CM: Final = (3.0, 6.0, 12.0, 24.0)
"""How far around is looked, one after the other."""

_MOST_SEEDS: Final = 40


def surroundings(area: SurfaceArea) -> Iterator[SurfaceArea]:
    """Wider and wider areas around an area, for when nothing is found on it.

    Distances go in a straight line, at most into parts of the body whose skin touches its own, so
    that a hand is not near a thigh. A place inside the body is surrounded by where it is offered.
    """
    body = area.body
    shown = area
    for site in body.sites.values():
        if site.id in area.inside_sites:
            shown |= of_regions(body, [r.id for r in body.regions.values() if r.base == site.at])
    touched = {body.regions[region].group for region in shown.by_region()}
    near = touched.union(*(pair for pair in TOUCHING if touched & pair))
    reach = of_regions(body, [r.id for r in body.regions.values() if r.group in near]).mask
    cells = shown.cells[shown.cells < body.cell_table.mesh_count].astype(np.intp)
    seeds = cells[:: max(1, len(cells) // _MOST_SEEDS)]
    away = np.full(body.cell_count, np.inf)
    for seed in seeds:
        away = np.minimum(away, np.linalg.norm(body.xyz_cm - body.xyz_cm[seed], axis=1))
    away[body.cell_table.mesh_count :] = 0 if shown.schematic_cells else np.inf
    away[body.cell_table.inside] = np.inf
    for ring_cm in RINGS_CM:
        yield shown | of_cells(body, np.flatnonzero((away <= ring_cm) & reach))
