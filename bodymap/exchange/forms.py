"""The forms in which records leave, and the opening of any form in which they come."""

from codecs import BOM_UTF8
from datetime import datetime
from enum import StrEnum
from typing import IO, Final, NamedTuple

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
    if form is Form.TABLES:
        return write_tables(target, parts, at=at, body=mapper.figure("neutral"))
    kind = BundleKind.TRANSACTION if to_server else BundleKind.COLLECTION
    return write_bundle(target, parts, at=at, mapper=mapper, release=_RELEASES[form], kind=kind)


def open_records(source: IO[bytes], mapper: Mapper, *, at: datetime) -> Arrival:
    """Open a file of records: an archive, a report that carries one, a Bundle, or tables.

    Args:
        source: Open for reading, and wound back as needed; must stay open.
        mapper: Maps records to facts of FHIR.
        at: When it is opened.

    Raises:
        ImportRefused: it is none of them, or is damaged; it says where, and why.
    """
    source.seek(0)
    if source.read(_LOOKED_AT).lstrip(_BEFORE_IT).startswith(_OPENING):
        return open_bundle(source, mapper, at=at)
    if are_tables(source):
        return open_tables(source, at=at)
    return open_archive(archive_within(source))
