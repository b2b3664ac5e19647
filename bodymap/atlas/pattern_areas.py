"""Areas of referral patterns and places of trigger points, for muscles on the patient's right."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from bodymap.atlas.muscles import TriggerPoint
from bodymap.atlas.placing import LeftSkin, resolve
from bodymap.atlas.referral import (
    DrawnStroke,
    Extent,
    LateralityRule,
    ReferralPattern,
    ReferralZone,
)
from bodymap.body import Figure, Laterality, Stroke, StrokeKind, SurfaceArea
from bodymap.body.area import of_cells, of_site
from bodymap.body.painting import painted

RIGHT_MUSCLE = {
    LateralityRule.IPSILATERAL: Laterality.RIGHT,
    LateralityRule.CONTRALATERAL: Laterality.LEFT,
    LateralityRule.BILATERAL: Laterality.BILATERAL,
    LateralityRule.MIDLINE: Laterality.MIDLINE,
}


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
