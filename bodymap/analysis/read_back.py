"""What was drawn, in the words of the person who drew it: named places with their sides.

It is read back before a drawing is kept, because left and right are the slip that people make most
and notice least. So nothing that was meant is left out, however small beside the rest: of each area
that stands apart a place is named, and every place that is marked by half. Only the rim of a brush
over a neighbouring place is not.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.weights import cell_weights
from bodymap.body import Laterality, SurfaceArea

WORTH_NAMING: Final = 0.04
"""Least part of all that is marked for a place to be named by its size, 0 to 1; our choice. With
less, the rim of a broad brush over a neighbouring region would be read back as a place."""

MOSTLY: Final = 0.5
"""Least part of a region that is marked for it to be named, however small it is; our own choice."""

_SPECK: Final = 1
"""An area apart of so many cells is smaller than any brush: a fringe, not meant."""

MOST_NAMED: Final = 8
"""Places named one by one; more cannot be kept in mind while reading."""


HARDLY: Final = 0.05
"""A place is left out where at most this part of what was marked there is still marked, 0 to 1; our
own choice: the rim of a brush may touch it."""


Part = tuple[str, Laterality]
"""An everyday name and a side."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that is marked.

    Attributes:
        label: Its everyday name, without a side.
        laterality: The patient's side, BILATERAL for both, or MIDLINE.
        share: Part of all that is marked, 0 to 1.
    """

    label: str
    laterality: Laterality
    share: float


@dataclass(frozen=True, slots=True)
class ReadBack:
    """All places worth naming, the largest first.

    Attributes:
        places: At most `MOST_NAMED`; at least one unless nothing is marked.
        further: How many places more are worth naming.
    """

    places: tuple[NamedPlace, ...]
    further: int


def read_back(area: SurfaceArea) -> ReadBack:
    """The places that a person marked, in everyday words."""
    return _worth(area, _meant(area))


def largest_places(area: SurfaceArea) -> ReadBack:
    """The places of an area that nobody drew, such as what is left of a drawing.

    Slivers of it are not meant: only what makes up enough of it is named, at least one place.
    """
    return _worth(area, frozenset())


def _worth(area: SurfaceArea, meant: Collection[Part]) -> ReadBack:
    sides = _sides(area)
    places = _places(sides, _whole(sides), meant)
    labels = {label for label, _ in meant}
    worth = [p for p in places if p.share >= WORTH_NAMING or p.label in labels] or places[:1]
    return ReadBack(tuple(worth[:MOST_NAMED]), len(worth[MOST_NAMED:]))


def _meant(area: SurfaceArea) -> frozenset[Part]:
    """Places and sides to be said whatever their size."""
    regions = area.body.regions
    mostly = {
        (regions[region].plain_label, regions[region].laterality)
        for region, taken in area.by_region().items()
        if taken.share >= MOSTLY
    }
    apart = {_largest(piece) for piece in separate_areas(area) if len(piece) > _SPECK}
    return frozenset(mostly | apart)


def _largest(piece: SurfaceArea) -> Part:
    """The place and side that holds most of an area."""
    parts = [
        (weight, label, side)
        for label, by_side in _sides(piece).items()
        for side, weight in by_side.items()
    ]
    _, label, side = max(parts, key=lambda part: (part[0], part[1]))
    return label, side


def places_missing(area: SurfaceArea, other: SurfaceArea) -> ReadBack:
    """Places that an area covers and another one does not, or hardly.

    Only those worth naming beside the whole area; none may be.
    """
    ours, theirs = _sides(area), _sides(other)
    missing = {
        label: {
            side: weight
            for side, weight in parts.items()
            if theirs.get(label, {}).get(side, 0.0) <= HARDLY * weight
        }
        for label, parts in ours.items()
    }
    missing = {label: parts for label, parts in missing.items() if parts}
    places = _places(missing, _whole(ours))
    worth = [place for place in places if place.share >= WORTH_NAMING]
    return ReadBack(tuple(worth[:MOST_NAMED]), len(worth[MOST_NAMED:]))


def _whole(sides: Mapping[str, Mapping[Laterality, float]]) -> float:
    return sum(sum(parts.values()) for parts in sides.values())


def _places(
    sides: Mapping[str, Mapping[Laterality, float]], whole: float, meant: Collection[Part] = ()
) -> list[NamedPlace]:
    """Places with their share of the whole, the largest first."""
    if not whole:
        return []
    places = [
        NamedPlace(
            label,
            _side(parts, whole, {side for of, side in meant if of == label}),
            sum(parts.values()) / whole,
        )
        for label, parts in sides.items()
    ]
    return sorted(places, key=lambda place: (-place.share, place.label))


def _sides(area: SurfaceArea) -> dict[str, dict[Laterality, float]]:
    """Weight by everyday name and side. Regions of one name, as along the spine, count as one."""
    body, table = area.body, area.body.cell_table
    weights = cell_weights(body)
    by_label: dict[str, dict[Laterality, float]] = defaultdict(lambda: defaultdict(float))
    skin = area.cells[~table.inside[area.cells]]
    by_number = {region.number: region for region in body.regions.values()}
    for number, weight in zip(table.region[skin].tolist(), weights[skin].tolist(), strict=True):
        region = by_number[number]
        by_label[region.plain_label][region.laterality] += weight
    for site_id in area.inside_sites:
        site = body.sites[site_id]
        for laterality, cell in site.inside.items():
            if cell in area:
                by_label[site.plain_label or site.id][laterality] += float(weights[cell])
    return by_label


def _side(
    parts: Mapping[Laterality, float], whole: float, meant: Collection[Laterality]
) -> Laterality:
    left, right = parts.get(Laterality.LEFT, 0.0), parts.get(Laterality.RIGHT, 0.0)
    if not left and not right:
        return Laterality.MIDLINE
    lesser, greater = sorted((left, right))
    more, less = (
        (Laterality.LEFT, Laterality.RIGHT) if left > right else (Laterality.RIGHT, Laterality.LEFT)
    )
    if lesser and (lesser >= WORTH_NAMING * whole or lesser > greater / 4 or less in meant):
        return Laterality.BILATERAL
    return more
