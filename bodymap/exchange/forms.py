"""The forms in which records leave, and the opening of any form in which they come."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import IO, Final, NamedTuple

from bodymap.exchange.answers.asking import answers_within, asked_in
from bodymap.exchange.answers.reading import read_answers
from bodymap.exchange.answers.writing import write_answers
from bodymap.exchange.archive.attached import archive_within
from bodymap.exchange.archive.reading import open_archive
from bodymap.exchange.archive.writing import Parts, write_archive
from bodymap.exchange.arrival import Arrival
from bodymap.exchange.fhir.bundle import BundleKind, write_bundle
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.fhir.reading import open_bundle
from bodymap.exchange.fhir.writing import Release
from bodymap.exchange.tables.reading import are_tables, open_tables
from bodymap.exchange.tables.writing import write_tables
from bodymap.records.origin import Kind

_OPENING: Final = b"{"
_BEFORE_IT: Final = BOM_UTF8 + b" \t\r\n"
"""What may stand before it: the mark with which some programs begin UTF-8, and white space."""
_LOOKED_AT: Final = 200


class Form(StrEnum):
    """A form in which records leave; each of them is read again."""

    ARCHIVE = "archive"
    FHIR_R4 = "fhir-r4"
    FHIR_R5 = "fhir-r5"
    TABLES = "tables"
    PARQUET = "parquet"
    REDCAP = "redcap"


class FileKind(NamedTuple):
    """What a file of a form is called.

    Attributes:
        ending: Of its name.
        mime: Its type.
    """

    ending: str
    mime: str


FILE_KINDS: Final = {
    Form.ARCHIVE: FileKind(".zip", "application/zip"),
    Form.FHIR_R4: FileKind(".json", "application/fhir+json"),
    Form.FHIR_R5: FileKind(".json", "application/fhir+json"),
    Form.TABLES: FileKind(".zip", "application/zip"),
    Form.PARQUET: FileKind(".zip", "application/zip"),
    Form.REDCAP: FileKind(".zip", "application/zip"),
}
_RELEASES: Final = {Form.FHIR_R4: Release.R4, Form.FHIR_R5: Release.R5}


def write_records(
    target: IO[bytes],
    parts: Parts,
    *,
    form: Form,
    at: datetime,
    mapper: Mapper,
    to_server: bool = False,
) -> dict[Kind, int]:
    """Write records in a form; gives how many of each kind.

    Args:
        target: Open for writing.
        parts: The records, kind by kind.
        form: The form.
        at: When they are written.
        mapper: Maps records to facts of FHIR.
        to_server: Whether a Bundle is to be sent to a server, as a transaction.
    """
    if form is Form.ARCHIVE:
        manifest = write_archive(target, parts, at=at)
        return manifest.counts
    body = mapper.figure("neutral")
    if form in {Form.TABLES, Form.PARQUET}:
        as_parquet = form is Form.PARQUET
        return write_tables(target, parts, at=at, body=body, as_parquet=as_parquet)
    if form is Form.REDCAP:
        return write_answers(target, parts, at=at, atlas=mapper.atlas, body=body)
    kind = BundleKind.TRANSACTION if to_server else BundleKind.COLLECTION
    return write_bundle(target, parts, at=at, mapper=mapper, release=_RELEASES[form], kind=kind)


@dataclass(frozen=True)
class Said:
    """What a table of answers leaves open, as whoever imports it says.

    Attributes:
        charts: The numbering of a question by its name, where that does not say it.
        zone: Time zone of times that name none; UTC if not said.
    """

    charts: Mapping[str, str] = field(default_factory=dict)
    zone: tzinfo | None = None


def open_records(
    source: IO[bytes], mapper: Mapper, *, at: datetime, said: Said | None = None
) -> Arrival:
    """Open a file of records: an archive, a report that carries one, a Bundle, tables, or answers.

    Args:
        source: Open for reading, and wound back as needed; must stay open.
        mapper: Maps records to facts of FHIR.
        at: When it is opened.
        said: What a table of answers leaves open.

    Raises:
        ImportRefused: it is none of them, or is damaged; it says where, and why.
    """
    source.seek(0)
    if source.read(_LOOKED_AT).lstrip(_BEFORE_IT).startswith(_OPENING):
        return open_bundle(source, mapper, at=at)
    table = answers_within(source)
    if table is not None:
        said = said or Said()
        return read_answers(
            asked_in(table, mapper.atlas),
            said.charts,
            at=at,
            zone=said.zone,
            atlas=mapper.atlas,
            body=mapper.figure("neutral"),
        )
    if are_tables(source):
        return open_tables(source, at=at)
    return open_archive(archive_within(source))
