"""Reading a Bundle: our own gives its records back, of others what is understood is taken."""

import base64
import binascii
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Final

from pydantic import TypeAdapter, ValidationError

from bodymap.errors import ImportRefused
from bodymap.exchange.archive.reading import LARGEST_RECORD, read_record
from bodymap.exchange.arrival import Left
from bodymap.exchange.fhir.bundle import WRITERS
from bodymap.exchange.fhir.entries import Entry, entries, first_concept, ids_of
from bodymap.exchange.fhir.foreign import understood
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.fhir.terms import DOCUMENT
from bodymap.exchange.fhir.writing import LINES, Json, Release, resource
from bodymap.exchange.strict_json import read_json
from bodymap.records.base import Moment
from bodymap.records.origin import Kind
from bodymap.records.portable import DRAFTS, Portable, id_of, kind_of

LARGEST: Final = 100_000_000
"""Most bytes of a Bundle; an archive has no such bound."""
_CHANGED: Final = "it says something else than Bodymap wrote; what Bodymap recorded is taken"
_WORDS: Final = frozenset({"text", "display", "title", "description", "note", "meta", "type"})
"""What may read otherwise in another version, and what servers add."""
_MOMENT: Final = TypeAdapter[datetime](Moment)


@dataclass(frozen=True)
class Bundle:
    """A Bundle that was read.

    Attributes:
        written_at: When it was written, as it says.
        left: What was not taken, by path.
    """

    written_at: datetime
    left: tuple[Left, ...]
    _records: tuple[Portable, ...]

    @property
    def program(self) -> str:
        """What wrote it: nothing says so for sure."""
        return "a program that writes FHIR"

    @property
    def record_count(self) -> int:
        """How many records were understood."""
        return len(self._records)

    def records(self) -> Iterator[Portable]:
        """Every record, people first."""
        return iter(self._records)


def open_bundle(source: IO[bytes], mapper: Mapper, *, at: datetime) -> Bundle:
    """Read a Bundle.

    Args:
        source: Open for reading.
        mapper: Maps records to facts, to compare what came with what was written.
        at: When it is read; stands for when it was written where it does not say.

    Raises:
        ImportRefused: it is no Bundle, or a record that it carries is wrong; it says where.
    """
    source.seek(0)
    data = source.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ImportRefused("the file", f"this Bundle has more than {LARGEST:,} bytes")
    read = read_json(data.removeprefix(BOM_UTF8), path="the file")
    if not isinstance(read, dict) or read.get("resourceType") != "Bundle":
        raise ImportRefused("resourceType", "a FHIR Bundle is needed")
    found = entries(read)
    carried, taken, changed = _carried(found, mapper)
    rest = [entry for entry in found if entry.path not in taken]
    others, left = understood(rest, carried, mapper)
    order = {kind: place for place, kind in enumerate(("person", *DRAFTS))}
    records = sorted((*carried, *others), key=lambda each: order[kind_of(each)])
    return Bundle(_written_at(read, at), (*changed, *left), tuple(records))


def _written_at(bundle: Json, at: datetime) -> datetime:
    meta = bundle.get("meta")
    said = bundle.get("timestamp") or (isinstance(meta, dict) and meta.get("lastUpdated"))
    try:
        return _MOMENT.validate_python(said)
    except ValidationError:
        return at


def _carried(found: list[Entry], mapper: Mapper) -> tuple[list[Portable], set[str], list[Left]]:
    """Records that documents of ours carry, the entries that say the same, and what differs."""
    records: dict[str, Portable] = {}
    taken: set[str] = set()
    changed: list[Left] = []
    visits = {known for each in found if each.kind == "Encounter" for known in ids_of(each)}
    by_id = {known: entry for entry in found for known in ids_of(entry)}
    for entry in found:
        document = _document(entry)
        if document is None:
            continue
        kind, data, release = document
        record = read_record(kind, data, entry.path)
        if records.setdefault(id_of(record), record) != record:
            raise ImportRefused(entry.path, f"{id_of(record)} was there before, and different")
        for fact in mapper.facts(record, visits):
            said = by_id.get(fact.id)
            if said is None:
                continue
            taken.add(said.path)
            wrote = resource(fact, WRITERS[release])
            if where := _difference(_bare(wrote), _bare(said.resource)):
                changed.append(Left(f"{said.path}{where}", _CHANGED))
    return [*records.values()], taken, changed


def _document(entry: Entry) -> tuple[Kind, bytes, Release] | None:
    made = entry.resource
    if made.get("resourceType") != "DocumentReference":
        return None
    if first_concept(made.get("type")) != (DOCUMENT.system, "record"):
        return None
    try:
        attachment = made["content"][0]["attachment"]
        kind, kept, packed = attachment["title"], attachment["contentType"], attachment["data"]
    except (KeyError, IndexError, TypeError):
        raise ImportRefused(f"{entry.path}.content", "the record is missing") from None
    if kind not in {"person", *DRAFTS} or kept != LINES or not isinstance(packed, str):
        raise ImportRefused(f"{entry.path}.content[0].attachment", "no record is kept so")
    if len(packed) > 2 * LARGEST_RECORD:
        raise ImportRefused(f"{entry.path}.content[0].attachment", "it is too large")
    try:
        data = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        where = f"{entry.path}.content[0].attachment.data"
        raise ImportRefused(where, "it is not written in base64") from None
    release = Release.R4 if "format" in made["content"][0] else Release.R5
    return kind, data, release


def _bare(value: Any, key: str = "") -> Any:
    """What a resource says, without words, and with references by their last part."""
    if isinstance(value, dict):
        return {name: _bare(v, name) for name, v in value.items() if name not in _WORDS}
    if isinstance(value, list):
        return [_bare(each, key) for each in value]
    if key in {"reference", "id"} and isinstance(value, str):
        return value.replace(":", "/").rsplit("/", 1)[-1]
    return value


def _difference(wrote: Any, said: Any) -> str:
    """Where two values differ first; empty if nowhere."""
    if isinstance(wrote, dict) and isinstance(said, dict):
        for name in dict.fromkeys((*wrote, *said)):
            if name not in wrote or name not in said:
                return f".{name}"
            if where := _difference(wrote[name], said[name]):
                return f".{name}{where}"
        return ""
    if isinstance(wrote, list) and isinstance(said, list) and len(wrote) == len(said):
        for number, (one, other) in enumerate(zip(wrote, said, strict=True)):
            if where := _difference(one, other):
                return f"[{number}]{where}"
        return ""
    return "" if wrote == said else " "
