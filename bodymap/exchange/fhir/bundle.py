"""A Bundle of records, written as they are read: one record is in memory at a time."""

import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import IO, Final

from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.writing import Parts
from bodymap.exchange.fhir.facts import Professional
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.fhir.r4 import R4
from bodymap.exchange.fhir.r5 import R5
from bodymap.exchange.fhir.writing import Json, Release, Writer, moment, resource
from bodymap.records.origin import Kind
from bodymap.records.portable import id_of

WRITERS: Final[dict[Release, Writer]] = {Release.R4: R4(), Release.R5: R5()}


class BundleKind(StrEnum):
    """What a Bundle is for.

    Attributes:
        COLLECTION: To be read.
        TRANSACTION: To be sent to a server, which adds or updates each resource by its id, so that
            sending it again adds nothing.
    """

    COLLECTION = "collection"
    TRANSACTION = "transaction"


def write_bundle(
    target: IO[bytes],
    parts: Parts,
    *,
    at: datetime,
    mapper: Mapper,
    release: Release = Release.R4,
    kind: BundleKind = BundleKind.COLLECTION,
) -> dict[Kind, int]:
    """Write a Bundle; gives how many records of each kind it holds.

    Args:
        target: Open for writing.
        parts: The records, kind by kind.
        at: When it is written.
        mapper: Maps records to facts.
        release: Release of FHIR.
        kind: What it is for.
    """
    counts: dict[Kind, int] = dict.fromkeys(FILES, 0)
    head = json.dumps({"resourceType": "Bundle", "type": kind, "timestamp": moment(at)})
    target.write(head[:-1].encode())
    before = ', "entry": [\n'
    for entry in _entries(parts, counts, mapper, WRITERS[release], kind):
        target.write(before.encode() + json.dumps(entry, ensure_ascii=False).encode())
        before = ",\n"
    target.write(b"\n]}\n" if before == ",\n" else b"}\n")
    return counts


def _entries(
    parts: Parts, counts: dict[Kind, int], mapper: Mapper, writer: Writer, kind: BundleKind
) -> Iterator[Json]:
    # Who examined stands once, however many visits they are named in.
    seen: set[str] = set()
    visits: set[str] = set()
    for name in FILES:
        for portable in parts(name):
            counts[name] += 1
            visits |= {id_of(portable)} if name == "assessment" else set()
            for fact in mapper.facts(portable, visits):
                if isinstance(fact, Professional):
                    if fact.id in seen:
                        continue
                    seen.add(fact.id)
                yield _entry(resource(fact, writer), kind)


def _entry(made: Json, kind: BundleKind) -> Json:
    entry: Json = {"fullUrl": f"urn:uuid:{made['id']}", "resource": made}
    if kind is BundleKind.TRANSACTION:
        url = f"{made['resourceType']}/{made['id']}"
        entry["request"] = {"method": "PUT", "url": url}
    return entry
