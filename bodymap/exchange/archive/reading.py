"""Reading an archive that may be anybody's: bounded, verified, and refused by name and place."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Final, TypeVar

from bodymap.errors import ImportRefused, InvalidRecord
from bodymap.exchange.archive.manifest import FILES, FORMAT, NAME, VERSION, FileEntry, Manifest
from bodymap.exchange.arrival import Left
from bodymap.exchange.strict_json import read_json
from bodymap.records import Person
from bodymap.records.base import Record
from bodymap.records.draftable import Draftable
from bodymap.records.origin import Kind
from bodymap.records.portable import DRAFTS, Portable, Whole

MOST_BYTES: Final = 4_000_000_000
"""Most bytes of an archive when it is unpacked; ten times the largest practice that was tried."""
LONGEST_LINE: Final = 8_000_000
"""Most bytes of one line; a drawing with as many points as are allowed has less than 3 MB."""
LARGEST_RECORD: Final = 64_000_000
"""Most bytes of a record with all its editions."""
MOST_TIMES: Final = 200
"""Most times that a file may grow when it is unpacked; records grow about ten times."""
_UNSUSPECTED_BYTES: Final = 1_000_000
_LARGEST_MANIFEST: Final = 20_000
_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
)
"""What Python's reader raises for zip files that are damaged or made up."""

RecordT = TypeVar("RecordT", bound=Record)
Line = tuple[str, bytes, dict[str, Any]]
"""Where a line stands, the line, and what it says."""


@dataclass(frozen=True)
class Archive:
    """An archive that was opened; its records can be read any number of times.

    Attributes:
        manifest: What it says of itself.
    """

    manifest: Manifest
    _zip: zipfile.ZipFile

    @property
    def record_count(self) -> int:
        """How many records it says it holds."""
        return sum(entry.records for entry in self.manifest.files.values())

    @property
    def program(self) -> str:
        """What wrote it."""
        return self.manifest.program

    @property
    def written_at(self) -> datetime:
        """When it was written."""
        return self.manifest.written_at

    @property
    def left(self) -> tuple[Left, ...]:
        """Nothing: of an archive all is understood, or it is refused."""
        return ()

    def records(self) -> Iterator[Portable]:
        """Every record, people first; each file is compared with the manifest to its end.

        Raises:
            ImportRefused: names the line and field that is wrong.
        """
        for kind, name in FILES.items():
            entry = self.manifest.files.get(name)
            if entry is not None:
                yield from records_of(kind, name, _lines(self, name, entry), entry.records)


def open_archive(source: IO[bytes]) -> Archive:
    """Open an archive and judge its outside; what is inside is judged as it is read.

    Args:
        source: Open for reading, and wound back as needed; must stay open.

    Raises:
        ImportRefused: it is no archive of ours, is damaged, or would grow beyond all measure.
    """
    with unpacking("the file"):
        archive = open_zip(source, most_bytes=MOST_BYTES)
        names = archive.namelist()
        if NAME not in names:
            raise ImportRefused(NAME, "it is missing, so this is no archive of Bodymap")
        manifest = _manifest(archive)
    listed = set(manifest.files) | {NAME}
    for name in sorted(listed ^ set(names)):
        where = "named in the manifest, but missing" if name in listed else "not in the manifest"
        raise ImportRefused(name[:60], f"it is {where}")
    for name in sorted(set(manifest.files) - set(FILES.values())):
        raise ImportRefused(name[:60], "no file of an archive has this name")
    return Archive(manifest, archive)


def open_zip(source: IO[bytes], *, most_bytes: int) -> zipfile.ZipFile:
    """A zip that is harmless: of bounded size, each name once, packed as we pack.

    Raises:
        ImportRefused: it is not; it says where, and why.
    """
    archive = zipfile.ZipFile(source)
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if len(names) != len(infos):
        raise ImportRefused("the file", "it holds two files of one name")
    for info in infos:
        _must_be_harmless(info)
    if sum(info.file_size for info in infos) > most_bytes:
        raise ImportRefused("the file", f"unpacked it has more than {most_bytes:,} bytes")
    return archive


def _must_be_harmless(info: zipfile.ZipInfo) -> None:
    name = info.filename[:60]
    if info.flag_bits & _ENCRYPTED:
        raise ImportRefused(name, "it is encrypted")
    if info.compress_type not in _METHODS:
        raise ImportRefused(name, "it is packed in a way that archives do not use")
    if info.file_size > max(_UNSUSPECTED_BYTES, MOST_TIMES * info.compress_size):
        raise ImportRefused(name, f"unpacked it grows more than {MOST_TIMES} times")


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    with archive.open(NAME) as file:
        data = file.read(_LARGEST_MANIFEST + 1)
    if len(data) > _LARGEST_MANIFEST:
        raise ImportRefused(NAME, f"it has more than {_LARGEST_MANIFEST:,} bytes")
    fields = read_json(data, path=NAME)
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise ImportRefused(NAME, f"its format is not {FORMAT!r}")
    found = fields.get("version")
    if isinstance(found, int) and found > VERSION:
        reason = f"the archive has version {found}; this program reads versions up to {VERSION}"
        raise ImportRefused(NAME, reason)
    return _checked(Manifest, fields, NAME)


def read_record(kind: Kind, data: bytes, where: str) -> Portable:
    """The one record that some lines hold, as an archive holds it.

    Raises:
        ImportRefused: names the line and field that is wrong.
    """
    lines = (
        (f"{where}, line {number}", line, _fields(line, f"{where}, line {number}"))
        for number, line in enumerate(data.splitlines(), start=1)
    )
    (record,) = (*records_of(kind, where, lines, 1),)
    return record


def records_of(kind: Kind, name: str, lines: Iterable[Line], expected: int) -> Iterator[Portable]:
    """The records that some lines hold, each with its editions.

    Args:
        kind: Kind of all of them.
        name: Of the file, for a refusal.
        lines: In the order in which an archive holds them.
        expected: How many records there should be.

    Raises:
        ImportRefused: names the line and field that is wrong.
    """
    counting = _Counted(name, expected)
    reading = _people if kind == "person" else _drafts
    yield from reading(kind, name, lines, counting)
    counting.must_be_all()


def _people(
    _kind: Kind, _name: str, lines: Iterable[Line], counting: "_Counted"
) -> Iterator[Portable]:
    for where, _, fields in lines:
        person = _checked(Person, fields["record"], where, "record")
        counting.count(person.id, where)
        if len(fields) > 1:
            raise ImportRefused(where, "a person has no editions")
        yield person


def _drafts(
    kind: Kind, name: str, lines: Iterable[Line], counting: "_Counted"
) -> Iterator[Portable]:
    whole: Whole[Any] | None = None
    size, said = 0, b""
    for where, line, fields in lines:
        # What was not changed since it was finished stands twice, and is checked once.
        if whole is not None and said and "edition" in fields and line.endswith(said):
            record = whole.record
        else:
            record = _checked(DRAFTS[kind], fields["record"], where, "record")
        if "edition" not in fields:
            if whole is not None:
                yield _complete(whole, where)
            counting.count(record.id, where)
            whole, size, said = Whole(record), len(line), line.removeprefix(b"{")
            continue
        size += len(line)
        whole = _with_edition(whole, record, fields["edition"], where)
        if size > LARGEST_RECORD:
            raise ImportRefused(where, f"one record has more than {LARGEST_RECORD:,} bytes")
    if whole is not None:
        yield _complete(whole, f"{name}, its last record")


def _with_edition(
    whole: Whole[Any] | None, edition: Draftable, number: object, where: str
) -> Whole[Any]:
    if whole is None or edition.id != whole.record.id:
        raise ImportRefused(where, "an edition stands without its record")
    if type(number) is not int or number != edition.editions:
        raise ImportRefused(where, f"edition: it is {edition.editions} in the record itself")
    if number != len(whole.editions) + 1:
        raise ImportRefused(where, f"edition: it should be {len(whole.editions) + 1}")
    if edition.is_open:
        raise ImportRefused(where, "record.status: an edition is never a draft")
    return Whole(whole.record, (*whole.editions, edition))


def _complete(whole: Whole[Any], before: str) -> Whole[Any]:
    said = whole.record.editions
    if said != len(whole.editions):
        reason = f"the record says {said} editions and {len(whole.editions)} follow"
        raise ImportRefused(before, f"before this: {reason}")
    if not whole.record.is_open and said == 0:
        raise ImportRefused(before, "before this: a finished record has no edition")
    return whole


class _Counted:
    """Counts the records of a file, each once, and compares with the manifest."""

    def __init__(self, name: str, expected: int) -> None:
        self._name, self._expected = name, expected
        self._seen: set[str] = set()

    def count(self, record_id: str, where: str) -> None:
        if record_id in self._seen:
            raise ImportRefused(where, f"record.id: {record_id} was there before")
        self._seen.add(record_id)

    def must_be_all(self) -> None:
        if len(self._seen) != self._expected:
            reason = f"it holds {len(self._seen)} records, the manifest says {self._expected}"
            raise ImportRefused(self._name, reason)


def _lines(archive: Archive, name: str, entry: FileEntry) -> Iterator[Line]:
    digest, size, number = hashlib.sha256(), 0, 0
    with unpacking(name), archive._zip.open(name) as file:  # noqa: SLF001 - of this module
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            where = f"{name}, line {number}"
            if len(line) > LONGEST_LINE:
                raise ImportRefused(where, f"it has more than {LONGEST_LINE:,} bytes")
            digest.update(line)
            size += len(line)
            yield where, line, _fields(line, where)
    found = FileEntry(records=entry.records, lines=number, bytes=size, sha256=digest.hexdigest())
    if found != entry:
        raise ImportRefused(name, "its lines, size or hash differ from what the manifest says")


def _fields(line: bytes, where: str) -> dict[str, Any]:
    fields = read_json(line, path=where)
    if not isinstance(fields, dict) or set(fields) not in ({"record"}, {"record", "edition"}):
        raise ImportRefused(where, 'a line is {"record": ...}, with "edition" or without')
    return fields


def _checked(made: type[RecordT], fields: object, where: str, within: str = "") -> RecordT:
    if not isinstance(fields, dict):
        raise ImportRefused(where, f"{within or 'the whole'}: an object is needed")
    try:
        return made.checked(fields)
    except InvalidRecord as error:
        problem = error.problems[0]
        field = ".".join(part for part in (within, problem.field) if part)
        reason = f"{problem.value[:60]} is refused, {problem.reason[:100]}"
        raise ImportRefused(f"{where}: {field[:80]}", reason) from error


@contextmanager
def unpacking(where: str) -> Iterator[None]:
    """Name what cannot be unpacked."""
    try:
        yield
    except ImportRefused:
        raise
    except _UNREADABLE as error:
        raise ImportRefused(where, f"it cannot be unpacked ({str(error)[:80]})") from error
