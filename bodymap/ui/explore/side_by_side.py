"""Which views patterns are compared in, and everything the browser needs to show them so."""

from collections.abc import Sequence
from typing import Final

from bodymap.atlas import Atlas, ReferralZone, typical_referral
from bodymap.body import Body, SurfaceArea, View
from bodymap.body.showing import Box, best_views, piece
from bodymap.canvas import ComparedPattern, Comparison, SlideView
from bodymap.exchange import words
from bodymap.ui.explore.figure import place_cell
from bodymap.ui.explore.patterns import Pattern
from bodymap.wording.views import view_name

_MOST_VIEWS: Final = 4
_RATIO: Final = 0.62
"""Width of a piece by its height: on a telephone pictures are narrow."""
_ROOM: Final = 0.04
"""Part of a piece that is added on each side, so that a cross at its edge is whole."""
_LEAST_TALL: Final = 430
"""View units of a main view that are shown at least."""

Wanted = list[tuple[SurfaceArea, float]]


def comparison_of(
    patterns: Sequence[Pattern], atlas: Atlas, body: Body, *, muscles: bool = False
) -> Comparison:
    """Patterns in the views that matter for any of them, every view cut alike for all.

    Args:
        patterns: Those that are compared.
        atlas: Where they stand.
        body: The figure.
        muscles: Whether each shows where its muscle lies, too.
    """
    wanted = [each for pattern in patterns for each in _wanted(pattern, atlas, body)]
    best = best_views(body, wanted, most=_MOST_VIEWS)
    views = [view for view in body.views.values() if view in best]
    shown = body.cells([])
    for area, _ in wanted:
        shown |= area
    places = [place_cell(p.point, p.laterality, atlas, body) for p in patterns]
    boxes = {view.id: _box(body, view, shown, places) for view in views}
    return Comparison(
        figure=body.figure,
        figure_url=f"figure/{body.version}/",
        patterns=tuple(
            ComparedPattern(
                id=pattern.point.id,
                name=pattern.name(atlas),
                told=_told(pattern, views, atlas),
                views=tuple(
                    SlideView(view.id, boxes[view.id], body.project(place, view.id))
                    for view in views
                ),
                zones=f"referral/{_address(pattern.point.id, pattern, body)}",
                muscle=f"muscles/{_address(atlas.muscle_of(pattern.point.id).id, pattern, body)}"
                if muscles
                else None,
            )
            for pattern, place in zip(patterns, places, strict=True)
        ),
    )


def _address(name: str, pattern: Pattern, body: Body) -> str:
    return f"{body.version}/{body.figure}/{name}/{pattern.laterality.value}"


def _wanted(pattern: Pattern, atlas: Atlas, body: Body) -> Wanted:
    """What is to be seen, with its weight: a small place counts as much as a large one."""
    point = pattern.point
    referral = typical_referral(point, pattern.laterality, body).painted
    wanted = [
        *_by_site(point.referral.essential_zones, referral.essential, 2.0, body),
        *_by_site(point.referral.spillover_zones, referral.spillover, 1.0, body),
        (body.cells([place_cell(point, pattern.laterality, atlas, body)]), 0.5),
    ]
    on_skin = [(area & body.whole(), weight) for area, weight in wanted]
    seen = [(area, weight) for area, weight in on_skin if area]
    return seen if len(seen) > 1 else wanted


def _by_site(zones: Sequence[ReferralZone], area: SurfaceArea, weight: float, body: Body) -> Wanted:
    """An area in the parts that its sites make of it."""
    both = (body.site(site) for site in dict.fromkeys(zone.site for zone in zones))
    parts = [part for part in (area & site for site in both) if part]
    rest = area
    for part in parts:
        rest -= part
    if rest:
        parts.append(rest)
    return [(part, weight / len(parts)) for part in parts]


def _box(body: Body, view: View, shown: SurfaceArea, places: Sequence[int]) -> Box:
    seen = [at for at in (body.project(place, view.id) for place in places) if at is not None]
    box = piece(view, shown.cells, seen, ratio=_RATIO, tall=_LEAST_TALL)
    wide, high = box.width * _ROOM, box.height * _ROOM
    return Box(box.x - wide, box.y - high, box.width + 2 * wide, box.height + 2 * high)


def _told(pattern: Pattern, views: Sequence[View], atlas: Atlas) -> str:
    """What the pictures show, to those who hear them."""
    point, referral = pattern.point, pattern.point.referral
    said = [
        f"{pattern.name(atlas)}: {', '.join(view_name(view.id) for view in views)}.",
        f"Trigger point {point.surface_place}.",
    ]
    if referral.instead_of_pain:
        return " ".join([*said, f"Not pain: {referral.instead_of_pain}."])
    for name, zones in (
        ("Essential", referral.essential_zones),
        ("Spillover", referral.spillover_zones),
    ):
        if zones:
            said.append(f"{name}: {', '.join(words.places(zones, atlas))}.")
    return " ".join(said)
