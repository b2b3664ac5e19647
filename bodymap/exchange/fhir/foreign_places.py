"""Places as other programs write them, as regions; a side that is not said is not guessed."""

from collections.abc import Iterator
from typing import Any, Final

from bodymap.analysis.places import area_of_places, places_in_words
from bodymap.atlas.regions import CodeMatch
from bodymap.body import Laterality
from bodymap.errors import UnknownPlace
from bodymap.exchange.fhir.entries import codings, items, text_of
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.fhir.terms import BASE, SIDES, system

_SNOMED: Final = "http://snomed.info/sct"
_UBERON: Final = "http://purl.obolibrary.org/obo/uberon.owl"
SIDES_SAID: Final = {
    **{(term.system, term.code): side for side, term in SIDES.items()},
    (_SNOMED, "7771000"): Laterality.LEFT,
    (_SNOMED, "24028007"): Laterality.RIGHT,
    (_SNOMED, "51440002"): Laterality.BILATERAL,
}
"""Codes that others say a side with."""
_SIDE_WORDS: Final = {"left": Laterality.LEFT, "right": Laterality.RIGHT}


class NoPlace(Exception):
    """Why the place of a pain is not understood."""


def regions_of(
    observation: dict[str, Any], structure: dict[str, Any] | None, mapper: Mapper
) -> tuple[str, ...]:
    """Regions in which a pain lies.

    Args:
        observation: The Observation.
        structure: The BodyStructure that it names, if that came along.
        mapper: Names of the figure and the atlas.

    Raises:
        NoPlace: it says none, or none that is understood, or leaves open which side is meant.
    """
    body = mapper.figure("neutral")
    if structure is not None:
        coded = [*_own_regions(structure, body.regions)]
        if coded:
            return tuple(dict.fromkeys(coded))
    said = [*_places(observation, structure)]
    if not said:
        raise NoPlace("it says no place, and pain is kept on the body")
    found = dict.fromkeys(
        region for concept, side in said for region in _regions(concept, side, mapper)
    )
    return tuple(found)


def _own_regions(structure: dict[str, Any], known: Any) -> Iterator[str]:
    for extension in items(structure.get("extension")):
        if extension.get("url") == f"{BASE}/StructureDefinition/region":
            code = text_of(next(iter(items(extension.get("valueCoding"))), {}).get("code"))
            if code not in known:
                raise NoPlace(f"{code[:40]!r} is no region of this figure")
            yield code


def _places(
    observation: dict[str, Any], structure: dict[str, Any] | None
) -> Iterator[tuple[dict[str, Any], Laterality | None]]:
    """Concepts of places, each with its side as far as one is said."""
    if structure is not None:
        for included in items(structure.get("includedStructure")):
            for concept in items(included.get("structure")):
                yield concept, _side(included.get("laterality"), concept)
        for concept in items(structure.get("location")):
            yield concept, _side(structure.get("locationQualifier"), concept)
        return
    for concept in items(observation.get("bodySite")):
        yield concept, _side(None, concept)


def _side(qualifier: Any, concept: dict[str, Any]) -> Laterality | None:
    for coded in (*codings(qualifier), *codings(concept)):
        if coded in SIDES_SAID:
            return SIDES_SAID[coded]
    words = " ".join(text_of(each.get("text")) for each in items(qualifier)).lower().split()
    said = {_SIDE_WORDS[word] for word in words if word in _SIDE_WORDS}
    if "both" in words or "bilateral" in words or len(said) > 1:
        return Laterality.BILATERAL
    return next(iter(said), None)


def _regions(concept: dict[str, Any], side: Laterality | None, mapper: Mapper) -> Iterator[str]:
    body, atlas = mapper.figure("neutral"), mapper.atlas
    for where, code in codings(concept):
        if where == system("region") and code in body.regions:
            yield code
            return
    name, said = _named(concept, mapper)
    side = side or said
    try:
        area = area_of_places([name], atlas, body, side or Laterality.BILATERAL)
    except UnknownPlace as unknown:
        raise NoPlace(f"{name[:40]!r} is no place that the atlas knows") from unknown
    regions = [*area.by_region()]
    if not regions:
        raise NoPlace(f"{name[:40]!r} lies inside the body")
    if side is None and any(body.regions[each].laterality.sign for each in regions):
        raise NoPlace(f"{name[:40]!r}: no side is said")
    yield from regions


def _named(concept: dict[str, Any], mapper: Mapper) -> tuple[str, Laterality | None]:
    """Name of the place for the atlas, and the side that its words say."""
    coded = set(codings(concept))
    for site in mapper.atlas.regions.values():
        published = site.codes
        if published is None:
            continue
        snomed, uberon = published.snomed_ct, published.uberon
        exact = snomed is not None and snomed.match is CodeMatch.EXACT
        if (exact and snomed and (_SNOMED, snomed.code) in coded) or (
            uberon and (_UBERON, uberon.id) in coded
        ):
            return site.id, _side_in(text_of(concept.get("text")))
    words = (
        text_of(concept.get("text")),
        *(text_of(each.get("display")) for each in items(concept.get("coding"))),
    )
    name = next((word for word in words if word.strip()), "")
    if not name:
        raise NoPlace("its place has a code alone, of a system that is not known")
    try:
        places = places_in_words(name, mapper.atlas)
    except UnknownPlace as unknown:
        raise NoPlace(f"{name[:40]!r} is no place that the atlas knows") from unknown
    if not places:
        raise NoPlace(f"{name[:40]!r} is no place that the atlas knows")
    return name, _side_in(name)


def _side_in(words: str) -> Laterality | None:
    split = words.lower().split()
    if "both" in split:
        return Laterality.BILATERAL
    return next((_SIDE_WORDS[word] for word in split if word in _SIDE_WORDS), None)
