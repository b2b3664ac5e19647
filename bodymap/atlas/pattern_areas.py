"""Areas of referral patterns and places of trigger points, for muscles on the patient's right."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import numpy as np

from bodymap.atlas.muscles import TriggerPoint
from bodymap.atlas.placing import LeftSkin, resolve
from bodymap.atlas.referral import (
    DrawnStroke,
    Extent,
    LateralityRule,
    ReferralPattern,
    ReferralZone,
)
from bodymap.body import Body, Figure, Laterality, Stroke, StrokeKind, SurfaceArea
from bodymap.body.area import of_cells, of_regions, of_site
from bodymap.body.painting import painted
from bodymap.body.part_size import part_radius_cm

RIGHT_MUSCLE = {
    LateralityRule.IPSILATERAL: Laterality.RIGHT,
    LateralityRule.CONTRALATERAL: Laterality.LEFT,
    LateralityRule.BILATERAL: Laterality.BILATERAL,
    LateralityRule.MIDLINE: Laterality.MIDLINE,
}

LOCAL_PART: Final = 0.8
"""Reach of the local zone: so much of the radius of a circle as large as the region of the mark."""
LOCAL_CM: Final = (2.0, 6.0)
"""It reaches at least and at most so far. All three are our own choice, without a publication."""


@lru_cache(maxsize=1024)  # a folder is checked again after each change; most patterns stay
def pattern_areas(pattern: ReferralPattern, body: Figure) -> Mapping[Extent, SurfaceArea]:
    """Both areas of a pattern; spillover leaves out what is essential.

    A drawn extent is used as drawn, with the listed places inside the body; one that is not drawn
    is the union of its sites.
    """
    essential = _area(pattern, Extent.ESSENTIAL, pattern.essential_zones, body)
    spillover = _area(pattern, Extent.SPILLOVER, pattern.spillover_zones, body)
    return MappingProxyType({Extent.ESSENTIAL: essential, Extent.SPILLOVER: spillover - essential})


def _area(
    pattern: ReferralPattern, extent: Extent, zones: Sequence[ReferralZone], body: Figure
) -> SurfaceArea:
    strokes = getattr(pattern.drawn, extent.value) if pattern.drawn else ()
    if not strokes:
        return sites_area(zones, body)
    # No stroke can reach a place inside the body; what is listed there stays part of the pattern.
    inside = [zone for zone in zones if zone.inside or body.sites[zone.site].inside]
    return drawn_area(strokes, body) | sites_area(inside, body)


def sites_area(zones: Sequence[ReferralZone], body: Figure) -> SurfaceArea:
    """All cells of the sites, on the sides their rules name."""
    area = of_cells(body, [])
    for zone in zones:
        area = area | of_site(body, zone.site, RIGHT_MUSCLE[zone.laterality])
    return area


def drawn_area(strokes: Sequence[DrawnStroke], body: Figure) -> SurfaceArea:
    """Cells of strokes in the order drawn; an eraser also takes from what other views marked."""
    area = of_cells(body, [])
    for drawn in strokes:
        on = body.as_figure(drawn.figure)
        stroke = drawn.stroke()
        if stroke.kind is StrokeKind.ERASE:
            brush = Stroke(StrokeKind.BRUSH, stroke.points, stroke.radius)
            area = area - of_cells(body, painted(on, drawn.view, [brush]).cells)
        else:
            area = area | of_cells(body, painted(on, drawn.view, [stroke]).cells)
    return area


def place_cell(point: TriggerPoint, body: Figure, skin: LeftSkin | None = None) -> int:
    """Cell where a trigger point is drawn; `skin` as for `resolve`."""
    return resolve(body, point.place, skin)


def local_area(point: TriggerPoint, cell: int, body: Body) -> SurfaceArea:
    """Where pain of the muscle itself is felt: round the mark along the skin, as wide as its part.

    On a chart it is the region of the mark. Where something else than pain is felt there is none.

    Args:
        point: The trigger point.
        cell: Where it is drawn.
        body: The neutral figure.
    """
    if point.referral.instead_of_pain:
        return of_cells(body, [])
    if cell >= body.cell_table.mesh_count:
        region = body.region_of(cell)
        return of_regions(body, [region] if region else [])
    least, most = LOCAL_CM
    reach = min(most, max(least, LOCAL_PART * part_radius_cm(body, cell)))
    return of_cells(body, np.flatnonzero(body.reach_cm(cell, at_most_cm=reach) <= reach))
