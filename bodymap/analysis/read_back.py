"""What was drawn, in the words of the person who drew it: named places with their sides.

It is read back before a drawing is kept, because left and right are the slip that people make most
and notice least. So the lesser side is never left out: with a part worth naming, both are said.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bodymap.analysis.weights import cell_weights
from bodymap.body import Laterality, SurfaceArea

WORTH_NAMING: Final = 0.04
"""Least part of all that is marked for a place to be named, 0 to 1; our own choice. Below it, the
rim of a broad brush over a neighbouring region would be read back as a place."""

MOST_NAMED: Final = 8
"""Places named one by one; more cannot be kept in mind while reading."""


HARDLY: Final = 0.05
"""A place is left out where at most this part of what was marked there is still marked, 0 to 1; our
own choice: the rim of a brush may touch it."""


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
    """The places that an area covers, in everyday words."""
    sides = _sides(area)
    places = _places(sides, _whole(sides))
    worth = [place for place in places if place.share >= WORTH_NAMING] or places[:1]
    return ReadBack(tuple(worth[:MOST_NAMED]), len(worth[MOST_NAMED:]))


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


def _places(sides: Mapping[str, Mapping[Laterality, float]], whole: float) -> list[NamedPlace]:
    """Places with their share of the whole, the largest first."""
    if not whole:
        return []
    places = [
        NamedPlace(label, _side(parts, whole), sum(parts.values()) / whole)
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


def _side(parts: Mapping[Laterality, float], whole: float) -> Laterality:
    left, right = parts.get(Laterality.LEFT, 0.0), parts.get(Laterality.RIGHT, 0.0)
    if not left and not right:
        return Laterality.MIDLINE
    if min(left, right) >= WORTH_NAMING * whole or min(left, right) > max(left, right) / 4:
        return Laterality.BILATERAL
    return Laterality.LEFT if left > right else Laterality.RIGHT
