"""Places of the body by name or in words, as an area: what a list says is what a drawing says."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from bodymap.analysis.words import EMPTY_WORDS, told, words_of
from bodymap.atlas import Atlas
from bodymap.body import Figure, Laterality, SurfaceArea
from bodymap.body.area import of_regions, of_site
from bodymap.errors import UnknownPlace

_SIDE_WORDS: Final = {
    "left": Laterality.LEFT,
    "right": Laterality.RIGHT,
    "both": Laterality.BILATERAL,
}
_LIKE_AN_ID: Final = re.compile(r"_|\w\.\w")
_SUFFIXES: Final = {"left": Laterality.LEFT, "right": Laterality.RIGHT}


def area_of_places(
    names: Iterable[str],
    atlas: Atlas,
    body: Figure,
    laterality: Laterality = Laterality.BILATERAL,
) -> SurfaceArea:
    """Area of places by their ids or names, together.

    Args:
        names: Regions (`calf.left`), bases of regions (`thumb_base`), sites (`head_temple`, also
            `head_temple.left`), groups (`shoulder`), or words (`left temple`).
        atlas: Names of sites and groups.
        body: The figure.
        laterality: Side meant where a name says none; BILATERAL and MIDLINE mean both.

    Raises:
        UnknownPlace: Nothing is called so; carries the nearest name.
    """
    area = of_regions(body, ())
    for name in names:
        area |= _place(name, atlas, body, laterality)
    return area


def places_in_words(text: str, atlas: Atlas) -> tuple[tuple[str, Laterality], ...]:
    """Sites and groups that a text names, in its order, each with the side it says.

    The longest name counts. A side goes with the places after it; a single side that stands after
    its place goes with all. Without any, the side is BILATERAL. Words that name nothing and mean
    nothing here (a, in, pain ...) are passed over; any other is refused, never dropped.

    Args:
        text: Such as "left temple and jaw".
        atlas: Names of sites and groups.

    Raises:
        UnknownPlace: The first word that is not understood, with the nearest name.
    """
    # what looks like an id is one: its parts are not read as words
    words = told(words_of(text)) if not _LIKE_AN_ID.search(text) else [text]
    names = _names(atlas)
    longest = max(len(name) for name in names)
    said = {_SIDE_WORDS[word] for word in words if word in _SIDE_WORDS}
    side = said.pop() if len(said) == 1 else Laterality.BILATERAL
    found: dict[tuple[str, Laterality], None] = {}
    start = 0
    while start < len(words):
        length = next(
            (n for n in range(longest, 0, -1) if tuple(words[start : start + n]) in names), 0
        )
        if not length and words[start] not in _SIDE_WORDS and words[start] not in EMPTY_WORDS:
            raise UnknownPlace(words[start], [*atlas.regions, *(" ".join(n) for n in names)])
        side = _SIDE_WORDS.get(words[start], side)
        for place in names.get(tuple(words[start : start + length]), ()):
            found[place, side] = None
        start += max(length, 1)
    return tuple(found)


def _place(name: str, atlas: Atlas, body: Figure, laterality: Laterality) -> SurfaceArea:
    plain = name.strip().lower().replace(" ", "_").replace("-", "_")
    if plain in body.regions:
        return of_regions(body, [plain])
    base, _, suffix = plain.rpartition(".")
    if suffix in _SUFFIXES:
        plain, laterality = base, _SUFFIXES[suffix]
    if plain in body.sites:
        return of_site(body, plain, laterality)
    if plain in atlas.groups:
        return _all_of([*_sites_in(plain, atlas)], body, laterality)
    regions = [
        region.id
        for region in body.regions.values()
        if region.base == plain
        and (not laterality.sign or region.laterality in {laterality, Laterality.MIDLINE})
    ]
    if regions:
        return of_regions(body, regions)
    if _LIKE_AN_ID.search(name):
        raise UnknownPlace(name, [*body.regions, *body.sites, *atlas.groups])
    return _in_words(name, atlas, body, laterality)


def _in_words(text: str, atlas: Atlas, body: Figure, laterality: Laterality) -> SurfaceArea:
    area = of_regions(body, ())
    for place, side in places_in_words(text, atlas):
        meant = side if side.sign or not laterality.sign else laterality
        sites = [place] if place in body.sites else _sites_in(place, atlas)
        area |= _all_of(sites, body, meant)
    if not area:
        raise UnknownPlace(text, [*body.sites, *atlas.groups, *body.regions])
    return area


def _all_of(sites: Iterable[str], body: Figure, laterality: Laterality) -> SurfaceArea:
    area = of_regions(body, ())
    for site in sites:
        area |= of_site(body, site, laterality)
    return area


def _sites_in(group: str, atlas: Atlas) -> list[str]:
    def lies_in(region_id: str | None) -> bool:
        while region_id is not None and region_id != group:
            region_id = atlas.regions[region_id].parent
        return region_id == group

    return [site for site in atlas.sites if lies_in(site)]


def _names(atlas: Atlas) -> Mapping[tuple[str, ...], list[str]]:
    """Ids by every name they have, as words; a site's name goes before the same of a group."""
    names: dict[tuple[str, ...], list[str]] = {}
    for region in (*atlas.sites.values(), *atlas.groups.values()):
        said = (region.id.replace("_", " "), region.label, region.plain_label, *region.aliases)
        for name in said:
            key = tuple(told(words_of(name)))
            same = names.setdefault(key, [])
            if region.id not in same and not (same and region.id in atlas.groups):
                same.append(region.id)
    for complaint in atlas.aliases.complaints:
        for called in complaint.said:
            names.setdefault(tuple(told(words_of(called))), list(complaint.places))
    names.pop((), None)
    return names
