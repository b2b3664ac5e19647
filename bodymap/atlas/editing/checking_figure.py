"""What atlas files say about the figure: landmarks, sites, views and regions that must exist."""

from collections.abc import Iterable, Iterator

from bodymap.atlas.catalogue import nearest_name
from bodymap.atlas.editing.checking_gaps import gap_crossed
from bodymap.atlas.editing.checking_places import place_problems
from bodymap.atlas.editing.checking_zones import zone_problems
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.referral import DrawnStroke, Extent, ReferralPattern
from bodymap.atlas.regions import RegionKind
from bodymap.body import Body


def figure_problems(found: AtlasFiles, body: Body) -> Iterator[Problem]:
    """Names that the figure does not have."""
    if found.regions:
        for number, region in enumerate(found.regions.value.regions):
            if region.kind is RegionKind.LEAF and region.id not in body.sites:
                message = f"the figure has no place for the site {region.id!r}"
                yield found.regions.problem(("regions", number, "id"), message)
    for file in found.muscles:
        yield from place_problems(file, body)
        yield from _drawn(file, body)
        yield from zone_problems(file, body)


def _drawn(file: ReadFile[Muscle], body: Body) -> Iterator[Problem]:
    for number, point in enumerate(file.value.trigger_points):
        drawn = point.referral.drawn
        loc: Loc = ("trigger_points", number, "referral", "drawn")
        for extent in _undrawn(point.referral, body):
            message = f"the {extent} zones have no strokes; draw them under 'drawn'"
            yield file.problem(loc if drawn else loc[:-1], message)
        if drawn is None:
            continue
        if drawn.body_version != body.version:
            message = (
                f"drawn on body version {drawn.body_version!r}, but the figure is version "
                f"{body.version!r}; draw it again or bring its strokes over"
                if drawn.body_version
                else f"say what it was drawn on: body_version: {body.version!r}"
            )
            yield file.problem((*loc, "body_version"), message)
        for extent in Extent:
            for index, stroke in enumerate(getattr(drawn, extent.value)):
                wrong = list(_stroke(stroke, body)) or list(_gap(stroke, body))
                for field, message in wrong:
                    yield file.problem((*loc, extent.value, index, *field), message)


def _undrawn(pattern: ReferralPattern, body: Body) -> Iterator[Extent]:
    """Extents with a place on the skin or on a chart, but without strokes."""
    for extent in Extent:
        outside = any(
            not (zone.inside or body.sites[zone.site].inside)
            for zone in pattern.zones
            if zone.extent is extent and zone.site in body.sites
        )
        if outside and not getattr(pattern.drawn, extent.value, ()):
            yield extent


def _stroke(stroke: DrawnStroke, body: Body) -> Iterator[tuple[Loc, str]]:
    if stroke.figure not in body.manifest.figures:
        builds = ", ".join(body.manifest.figures)
        yield ("figure",), f"the figure has no build {stroke.figure!r}. Allowed are: {builds}"
    if stroke.view not in body.views:
        yield ("view",), _unknown("view", stroke.view, body.views)
    if stroke.region is not None and stroke.region not in body.regions:
        yield ("region",), _unknown("region", stroke.region, body.regions)
    if (stroke.kind == "region") != (stroke.region is not None):
        yield (), "a stroke of the kind 'region' names its region, and no other kind does"
    if stroke.kind != "region" and not stroke.points:
        yield (), "this stroke has no points"


def _gap(stroke: DrawnStroke, body: Body) -> Iterator[tuple[Loc, str]]:
    if stroke.kind in {"brush", "outline"} and (crossed := gap_crossed(stroke, body)):
        one, other = crossed
        message = (
            f"in the view {stroke.view!r} this stroke runs over the edge of one part of the body "
            f"onto another behind it, {one!r} and {other!r}; keep to one of them, or draw each "
            "with a stroke of its own"
        )
        yield (), message


def _unknown(kind: str, name: str, known: Iterable[str]) -> str:
    nearest = nearest_name(name, known)
    hint = f" Did you mean {nearest!r}?" if nearest else ""
    return f"the figure has no {kind} {name!r}.{hint}"
