"""Bundles of other programs: people and rated pain with its place are taken, the rest is named."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from bodymap.errors import InvalidRecord
from bodymap.exchange.arrival import Left, why_refused
from bodymap.exchange.fhir.entries import Entry, codings, items, last_part, referred, text_of
from bodymap.exchange.fhir.foreign_places import NoPlace, regions_of
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.fhir.terms import PAIN
from bodymap.exchange.from_elsewhere import derived_id, finished_drawing
from bodymap.records import Person, RecallPeriod, Sex
from bodymap.records.base import Moment
from bodymap.records.portable import Portable, id_of

_MOMENT: Final = TypeAdapter[datetime](Moment)
_SEXES: Final = {"female": Sex.FEMALE, "male": Sex.MALE, "other": Sex.OTHER}
_SETTLED: Final = frozenset({"final", "amended", "corrected"})
_HIGHEST: Final = 10
_USED: Final = {
    "Patient": {"name", "gender", "birthDate"},
    "Observation": {
        "status", "category", "code", "subject", "effectiveDateTime", "effectiveInstant",
        "valueQuantity", "valueInteger", "valueCodeableConcept", "dataAbsentReason", "bodySite",
        "bodyStructure",
    },
}  # fmt: skip
_ANYWHERE: Final = frozenset({"resourceType", "id", "meta", "text", "identifier", "active"})


class _NotUnderstood(Exception):
    """Why something is not taken, and where it stands within its resource."""

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(reason)
        self.reason, self.where = reason, where


def understood(
    found: Sequence[Entry], known: Sequence[Portable], mapper: Mapper
) -> tuple[list[Portable], list[Left]]:
    """Records of what is understood, and what is left by path.

    Args:
        found: Resources.
        known: Records that came with them in our own form.
        mapper: Names of the figure and the atlas.
    """
    left: list[Left] = []
    people: dict[str, Person] = {}
    pains: dict[tuple[str, datetime], list[Any]] = defaultdict(list)
    sites = {key: each for each in found if each.kind == "BodyStructure" for key in _keys(each)}
    carried = {id_of(each) for each in known}
    kept_sites: set[str] = set()
    for entry in found:
        if entry.kind == "Patient":
            try:
                person = _person(entry)
            except (InvalidRecord, _NotUnderstood) as refusal:
                left.append(_left(entry, refusal))
                continue
            people |= dict.fromkeys(_keys(entry), person)
            left += _unused(entry)
    for entry in found:
        if entry.kind == "Observation":
            try:
                who, drawn_at, mark, site = _pain(entry, people, sites, carried, mapper)
            except (InvalidRecord, _NotUnderstood, NoPlace) as refusal:
                left.append(_left(entry, refusal))
                continue
            kept_sites.add(site)
            pains[who, drawn_at].append(mark)
            left += _unused(entry)
        elif entry.kind not in {"Patient", "BodyStructure"}:
            left.append(Left(entry.path, f"no {entry.kind} is taken from other programs"))
    left += [
        Left(each.path, "no pain that is taken lies there")
        for each in found
        if each.kind == "BodyStructure" and each.path not in kept_sites
    ]
    unique = {person.id: person for person in people.values() if person.id not in carried}
    drawn: list[Portable] = []
    for (who, drawn_at), marks in pains.items():
        try:
            own_id = derived_id("foreign drawing", who, drawn_at.isoformat())
            version = mapper.figure("neutral").version
            drawn.append(
                finished_drawing(
                    own_id, person_id=who, drawn_at=drawn_at, marks=marks, body_version=version
                )
            )
        except InvalidRecord as refusal:
            left.append(Left(f"pain of {drawn_at:%Y-%m-%d}", _reason(refusal)))
    order = {entry.path: place for place, entry in enumerate(found)}
    left.sort(key=lambda each: order.get(_of_entry(each.path), len(order)))
    return [*unique.values(), *drawn], left


def _of_entry(path: str) -> str:
    """The entry that a path lies in."""
    begin, middle, _ = path.partition(".resource")
    return begin + middle


def _keys(entry: Entry) -> set[str]:
    return {text_of(entry.resource.get("id")), last_part(entry.url)} - {""}


def _left(entry: Entry, refusal: Exception) -> Left:
    where = getattr(refusal, "where", "")
    return Left(f"{entry.path}{where}", _reason(refusal))


def _reason(refusal: Exception) -> str:
    return why_refused(refusal) if isinstance(refusal, InvalidRecord) else str(refusal)


def _unused(entry: Entry) -> Iterator[Left]:
    for name in sorted(set(entry.resource) - _USED[entry.kind] - _ANYWHERE):
        yield Left(f"{entry.path}.{name[:60]}", "a record has no place for it")


def _person(entry: Entry) -> Person:
    made = entry.resource
    name = next((said for each in items(made.get("name")) if (said := _name(each))), "")
    codes = (text_of(each.get("value")) for each in items(made.get("identifier")))
    own_id = _own_id(entry)
    code = "" if name else next((each for each in codes if each), f"FHIR {own_id[:8]}")
    born = text_of(made.get("birthDate"))[:4]
    return Person.checked(
        {
            "id": own_id,
            "name": name,
            "code": code,
            "sex": _SEXES.get(text_of(made.get("gender"))),
            "year_of_birth": int(born) if born.isdecimal() else None,
        }
    )


def _name(said: dict[str, Any]) -> str:
    if whole := text_of(said.get("text")):
        return whole
    given = said.get("given")
    parts = [*(given if isinstance(given, list) else []), said.get("family")]
    return " ".join(part for part in parts if isinstance(part, str))


def _own_id(entry: Entry) -> str:
    """The same id each time the same resource comes: its own where that is a UUID."""
    own_id = text_of(entry.resource.get("id")) or entry.url.removeprefix("urn:uuid:")
    try:
        return str(uuid.UUID(own_id)) if own_id else derived_id("foreign", entry.path)
    except ValueError:
        system = next(
            (
                f"{each.get('system')}|{each.get('value')}"
                for each in items(entry.resource.get("identifier"))
            ),
            "",
        )
        return derived_id("foreign", entry.kind, system or entry.url or own_id)


def _pain(
    entry: Entry,
    people: dict[str, Person],
    sites: dict[str, Entry],
    carried: set[str],
    mapper: Mapper,
) -> tuple[str, datetime, dict[str, Any], str]:
    """Whose pain, when, the mark, and the path of the BodyStructure it names."""
    made = entry.resource
    if (PAIN.system, PAIN.code) not in codings(made.get("code")):
        raise _NotUnderstood("only pain from 0 to 10 (LOINC 72514-3) is taken", ".code")
    if text_of(made.get("status")) not in _SETTLED:
        raise _NotUnderstood("it is not final", ".status")
    who = referred(made.get("subject"))
    person_id = people[who].id if who in people else who
    if who not in people and who not in carried:
        raise _NotUnderstood("nobody in the file is meant", ".subject")
    try:
        said = made.get("effectiveDateTime") or made.get("effectiveInstant")
        drawn_at = _MOMENT.validate_python(said)
    except ValidationError:
        reason = "a time with its hour and zone is needed"
        raise _NotUnderstood(reason, ".effectiveDateTime") from None
    site = sites.get(_site_id(made))
    regions = regions_of(made, site.resource if site else None, mapper)
    strokes = tuple({"kind": "REGION", "region": region} for region in regions)
    body = mapper.figure("neutral")
    mark: dict[str, Any] = {
        "id": derived_id("foreign mark", _own_id(entry)),
        "drawing": {
            "figure": body.figure,
            "body_version": body.version,
            "views": ({"view": next(iter(body.views)), "strokes": strokes},),
        },
    }
    nrs = _rating(made)
    if nrs is not None:
        mark["intensity"] = {"nrs": nrs, "recall": RecallPeriod.NOW}
    return person_id, drawn_at, mark, site.path if site else ""


def _site_id(made: dict[str, Any]) -> str:
    """The BodyStructure that an Observation names."""
    if own_one := referred(made.get("bodyStructure")):
        return own_one
    pointed = (
        referred(extension.get("valueReference"))
        for place in items(made.get("bodySite"))
        for extension in items(place.get("extension"))
    )
    return next((each for each in pointed if each), "")


def _rating(made: dict[str, Any]) -> int | None:
    """Pain 0 to 10, however it is written; None where the file says that there is none."""
    if "dataAbsentReason" in made:
        return None
    said: Any = made.get("valueInteger")
    name = ".valueInteger"
    if "valueQuantity" in made:
        quantity, name = made["valueQuantity"], ".valueQuantity"
        said = quantity.get("value") if isinstance(quantity, dict) else None
        unit = quantity.get("code") if isinstance(quantity, dict) else None
        if unit not in (None, "{score}", "1"):
            raise _NotUnderstood(f"{str(unit)[:20]!r} is no unit of this scale", name)
    elif "valueCodeableConcept" in made:
        name = ".valueCodeableConcept"
        words = [
            text_of(word)
            for concept in items(made[name[1:]])
            for word in (
                concept.get("text"),
                *(each.get("display") for each in items(concept.get("coding"))),
            )
        ]
        said = next((int(word) for word in words if word.isdecimal()), None)
    if type(said) is float and said.is_integer():
        said = int(said)
    if type(said) is not int or not 0 <= said <= _HIGHEST:
        raise _NotUnderstood("a whole number from 0 to 10 is needed", name)
    return said
