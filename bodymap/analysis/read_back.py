"""What was drawn, in the words of the person who drew it: named places with their sides.

It is read back before a drawing is kept, because left and right are the slip that people make most
and notice least. Every cell that is marked lies in a place that is named, and nothing is named that
is not marked; only what a place has to do with the drawing differs: a place of it, or its edge.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.weights import cell_weights
from bodymap.body import Figure, Laterality, SurfaceArea

WORTH_NAMING: Final = 0.04
"""Least part of a separate area for a place to be more than its edge, 0 to 1; our own choice. Below
it, the rim of a broad brush over a neighbouring region would be read back as a place."""

LARGELY: Final = 1 / 3
"""A place of which at least this part is marked is never an edge, however large the rest is; our
own choice."""

_SPECK: Final = 1
"""An area apart of so many cells is smaller than any brush: a fringe of the strokes beside it."""

HARDLY: Final = 0.05
"""A place is left out where at most this part of what was marked there is still marked, 0 to 1; our
own choice: the rim of a brush may touch it."""

Place = tuple[str, Laterality]
"""Everyday name and side."""


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
    """All places that are marked, the largest first.

    Attributes:
        places: What the drawing shows; at least one unless nothing is marked.
        edges: Places that only its edge touches.
    """

    places: tuple[NamedPlace, ...]
    edges: tuple[NamedPlace, ...] = ()


def read_back(area: SurfaceArea) -> ReadBack:
    """The places that an area covers, in everyday words."""
    marked = _by_place(area)
    whole = sum(marked.values())
    pieces = [piece for piece in separate_areas(area) if len(piece) > _SPECK]
    shown = {place for piece in pieces for place in _of_piece(piece)}
    full = _by_place(area | ~area) if set(marked) - shown else {}
    shown |= {place for place, weight in marked.items() if full and weight >= LARGELY * full[place]}
    shown = shown or set(marked)
    return ReadBack(
        places=_named({place: w for place, w in marked.items() if place in shown}, whole),
        edges=_named({place: w for place, w in marked.items() if place not in shown}, whole),
    )


def largest_places(area: SurfaceArea) -> tuple[NamedPlace, ...]:
    """The places of an area that nobody drew, such as what is left of a drawing.

    Slivers of it are not meant: only what makes up enough of it is named, at least one place.
    """
    marked = _by_place(area)
    places = _named(marked, sum(marked.values()))
    return tuple(place for place in places if place.share >= WORTH_NAMING) or places[:1]


def places_missing(area: SurfaceArea, other: SurfaceArea) -> tuple[NamedPlace, ...]:
    """Places that an area covers and another one does not, or hardly; without edges."""
    ours, theirs = _by_place(area), _by_place(other)
    missing = {
        place: weight for place, weight in ours.items() if theirs.get(place, 0.0) <= HARDLY * weight
    }
    whole = sum(ours.values())
    return tuple(each for each in _named(missing, whole) if each.share >= WORTH_NAMING)


def _of_piece(piece: SurfaceArea) -> list[Place]:
    """The places of one separate area that are more than its edge."""
    marked = _by_place(piece)
    least = WORTH_NAMING * sum(marked.values())
    return [place for place, weight in marked.items() if weight >= least]


def _named(marked: Mapping[Place, float], whole: float) -> tuple[NamedPlace, ...]:
    """Places with their share of the whole, the largest first; both sides of one as one."""
    sides: dict[str, dict[Laterality, float]] = defaultdict(dict)
    for (label, side), weight in marked.items():
        sides[label][side] = weight
    places = []
    for label, weights in sides.items():
        both = {Laterality.LEFT, Laterality.RIGHT} <= weights.keys()
        said = {Laterality.BILATERAL: sum(weights.values())} if both else weights
        places += [
            NamedPlace(label, side, weight / whole if whole else 0.0)
            for side, weight in said.items()
        ]
    return tuple(sorted(places, key=lambda place: (-place.share, place.label)))


def _by_place(area: SurfaceArea) -> dict[Place, float]:
    """Weight by place. Regions of one name and side, as along the spine, count as one."""
    body, table = area.body, area.body.cell_table
    weights = cell_weights(body)
    skin = area.cells[~table.inside[area.cells]]
    numbers, where = np.unique(table.region[skin], return_inverse=True)
    sums = np.bincount(where, weights=weights[skin], minlength=numbers.size)
    named = _region_places(body)
    by_place: dict[Place, float] = defaultdict(float)
    for number, weight in zip(numbers.tolist(), sums.tolist(), strict=True):
        by_place[named[number]] += weight
    for site_id in area.inside_sites:
        site = body.sites[site_id]
        for laterality, cell in site.inside.items():
            if cell in area:
                by_place[site.plain_label or site.id, laterality] += float(weights[cell])
    return dict(by_place)


def _region_places(body: Figure) -> dict[int, Place]:
    return {
        region.number: (region.plain_label, region.laterality) for region in body.regions.values()
    }
