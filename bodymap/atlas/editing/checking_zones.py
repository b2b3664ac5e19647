"""Does a drawn pattern mean what its words mean? Size, side, and the places it names.

A pattern whose strokes or sites are not of this figure is answered elsewhere.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from bodymap.atlas.editing.dangling import dangling
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import Problem, ReadFile
from bodymap.atlas.editing.zone_measures import pieces
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.pattern_areas import RIGHT_MUSCLE, pattern_areas, sites_area
from bodymap.atlas.referral import (
    Extent,
    LateralityRule,
    ReferralPattern,
    ReferralZone,
    ZoneShape,
)
from bodymap.body import Figure, Laterality, SurfaceArea
from bodymap.body.area import of_cells, of_site
from bodymap.errors import BodyError

SPOT_CM2: Final = 15.0
"""A spot is at most this large."""
PATCH_CM2: Final = 150.0
"""A patch is at most this large: about a palm with its fingers."""
STRIP_WIDE_CM: Final = 9.0
"""A strip is nowhere wider than this: about a palm."""
STRIP_LONG: Final = 2.0
"""A strip is at least so many times as long as wide."""
REGION_SHARE: Final = 0.5
"""A region is at least this share of its site."""
TOUCH_CM2: Final = 0.5
"""Less than this of a site is an edge that was grazed."""
NAMED_SHARE: Final = 0.5
"""At least this share of a pattern lies in the sites that it names."""
ACROSS_CM2: Final = 1.5
ACROSS_SHARE: Final = 0.05
"""What a line drawn along the midline may mark beyond it: the larger of the two."""

_MOST_CM2: Final = {ZoneShape.SPOT: SPOT_CM2, ZoneShape.PATCH: PATCH_CM2}
_OVER: Final = frozenset({LateralityRule.CONTRALATERAL, LateralityRule.BILATERAL})


def zone_problems(file: ReadFile[Muscle], body: Figure) -> Iterator[Problem]:
    """Patterns of one muscle that are not drawn as their words say."""
    for number, point in enumerate(file.value.trigger_points):
        for way, message in _pattern(point.referral, body):
            yield file.problem(("trigger_points", number, "referral", *way), message)


@lru_cache(maxsize=1024)  # a folder is checked again after each change; most patterns stay
def _pattern(pattern: ReferralPattern, body: Figure) -> tuple[tuple[Loc, str], ...]:
    areas = areas_of(pattern, body)
    if areas is None:
        return ()
    return (
        *_zones(pattern, areas, body),
        *_spared(pattern, areas, body),
        *_astray(pattern, areas, body),
        *_midline(pattern, areas),
    )


def areas_of(pattern: ReferralPattern, body: Figure) -> Mapping[Extent, SurfaceArea] | None:
    """Both areas of a pattern; None where its sites or strokes are not of this figure."""
    if any(zone.site not in body.sites for zone in pattern.zones):
        return None  # answered elsewhere, as are strokes that cannot be painted
    try:
        return pattern_areas(pattern, body)
    except BodyError:
        return None


def _zones(
    pattern: ReferralPattern, areas: Mapping[Extent, SurfaceArea], body: Figure
) -> Iterator[tuple[Loc, str]]:
    for extent in Extent:
        zones = [zone for zone in pattern.zones if zone.extent is extent]
        for index, zone in enumerate(zones):
            loc: Loc = (extent.value, index)
            if zone.inside or body.sites[zone.site].inside:
                continue
            wrong = next(_missed(zone, areas[extent], body), None)
            if wrong:
                yield (*loc, "site"), wrong
            elif zone.shape is None and of_site(body, zone.site).cm2:
                yield loc, f"say how much of the site is meant: 'shape' is one of {_WORDS}"
            elif zone.shape:
                for message in _bounds(zone, zone.shape, areas[extent], body):
                    yield (*loc, "shape"), message


_WORDS: Final = ", ".join(ZoneShape)


def _sides(zone: ReferralZone, body: Figure) -> Iterator[SurfaceArea]:
    """The site, once for each side that the zone names."""
    on = RIGHT_MUSCLE[zone.laterality]
    both = (Laterality.RIGHT, Laterality.LEFT)
    for side in both if on is Laterality.BILATERAL else (on,):
        yield of_site(body, zone.site, side)


def _missed(zone: ReferralZone, area: SurfaceArea, body: Figure) -> Iterator[str]:
    for site in _sides(zone, body):
        here = area & site
        if not here or (site.cm2 and here.cm2 < min(TOUCH_CM2, site.cm2 / 2)):
            yield (
                f"what is drawn does not reach the site {zone.site!r} "
                f"({zone.laterality}); draw it there or take the zone out"
            )


def _bounds(zone: ReferralZone, shape: ZoneShape, area: SurfaceArea, body: Figure) -> Iterator[str]:
    for site in _sides(zone, body):
        here = area & site
        size = here.cm2
        if not size:  # on a schematic chart, where nothing is measured
            continue
        most = _MOST_CM2.get(shape)
        if most and size > most:
            drawn = f"{size:.0f} cm2 of {zone.site!r} are drawn"
            yield f"a {shape} is at most {most:g} cm2, but {drawn}"
        if shape is ZoneShape.REGION and size < REGION_SHARE * site.cm2:
            yield (
                f"a region is at least {REGION_SHARE:.0%} of its site, but only "
                f"{size / site.cm2:.0%} of {zone.site!r} is drawn"
            )
        if shape is ZoneShape.STRIP:
            yield from _strip(zone, area, site)


def _strip(zone: ReferralZone, area: SurfaceArea, site: SurfaceArea) -> Iterator[str]:
    found = [piece for piece in pieces(area) if piece.area & site]
    if not found:
        return
    piece = max(found, key=lambda one: (one.area & site).cm2)
    width = piece.width_cm(site)
    if width > STRIP_WIDE_CM:
        yield (
            f"a strip is at most {STRIP_WIDE_CM:g} cm wide, but what is drawn of {zone.site!r} "
            f"is {width:.1f} cm wide"
        )
    elif piece.area.cm2 < STRIP_LONG * width**2:
        yield (
            f"a strip is at least {STRIP_LONG:g} times as long as wide, but what is drawn of "
            f"{zone.site!r} is {piece.area.cm2 / width**2:.1f} times as long as wide"
        )


def _spared(
    pattern: ReferralPattern, areas: Mapping[Extent, SurfaceArea], body: Figure
) -> Iterator[tuple[Loc, str]]:
    drawn = areas[Extent.ESSENTIAL] | areas[Extent.SPILLOVER]
    for index, site in enumerate(pattern.spares):
        loc = ("spares", index)
        if site not in body.sites:
            yield loc, dangling("site", site, body.sites)
            continue
        here = drawn & of_site(body, site, Laterality.RIGHT)
        if here.cm2 > TOUCH_CM2:
            yield loc, f"the pattern spares {site!r}, but {here.cm2:.1f} cm2 of it are drawn"


def _astray(
    pattern: ReferralPattern, areas: Mapping[Extent, SurfaceArea], body: Figure
) -> Iterator[tuple[Loc, str]]:
    drawn = areas[Extent.ESSENTIAL] | areas[Extent.SPILLOVER]
    named = (drawn & sites_area(pattern.zones, body)).cm2
    if named < NAMED_SHARE * drawn.cm2:
        yield (
            ("drawn",),
            (
                f"only {named / drawn.cm2:.0%} of what is drawn lies in the sites that are named; "
                "name the others or draw less"
            ),
        )


def _midline(
    pattern: ReferralPattern, areas: Mapping[Extent, SurfaceArea]
) -> Iterator[tuple[Loc, str]]:
    crossing = False
    for extent in Extent:
        area = areas[extent]
        over = area & of_cells(area.body, (area.body.cell_table.sign > 0).nonzero()[0])
        meant = any(z.laterality in _OVER for z in pattern.zones if z.extent is extent)
        if over.cm2 <= max(ACROSS_CM2, ACROSS_SHARE * area.cm2) or meant:
            continue
        crossing = True
        if not pattern.crosses_midline:
            yield (
                ("drawn", extent.value),
                (
                    f"{over.cm2:.1f} cm2 are drawn beyond the midline; keep to the muscle's side, "
                    "or say 'crosses_midline: true' where the words do"
                ),
            )
    if pattern.crosses_midline and not crossing:
        yield ("crosses_midline",), "nothing that is drawn crosses the midline; take this out"
