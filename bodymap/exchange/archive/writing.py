"""Writing an archive. One record is in memory at a time; the same records make the same bytes."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import IO, Final

from bodymap.exchange.archive.manifest import FILES, NAME, FileEntry, Manifest
from bodymap.records import Person
from bodymap.records.origin import Kind
from bodymap.records.portable import Portable

_COMPRESSION: Final = zipfile.ZIP_DEFLATED
_FIRST_YEAR: Final = 1980
_LAST_YEAR: Final = 2107
"""Years that a zip can name."""
_OWNER_ONLY: Final = 0o600 << 16

Parts = Callable[[Kind], Iterable[Portable]]
"""Gives the records of one kind, each once."""


def write_archive(target: IO[bytes], parts: Parts, *, at: datetime) -> Manifest:
    """Write an archive.

    Args:
        target: Open for writing; need not be a file that can be wound back.
        parts: The records, kind by kind.
        at: When it is written.
    """
    files: dict[str, FileEntry] = {}
    with zipfile.ZipFile(target, "w", _COMPRESSION) as archive:
        for kind, name in FILES.items():
            files[name] = _written(archive, name, parts(kind), at)
        manifest = Manifest(program=program(), written_at=at, files=files)
        archive.writestr(zip_info(NAME, at), manifest.model_dump_json(indent=1))
    return manifest


@cache
def program() -> str:
    """Name and version of this program."""
    try:
        return f"Bodymap {version('bodymap')}"
    except PackageNotFoundError:  # a bare checkout
        return "Bodymap"


def lines_of(portable: Portable) -> Iterator[bytes]:
    """A record as lines of JSON: as it is now, then each edition."""
    if isinstance(portable, Person):
        yield f'{{"record":{portable.model_dump_json()}}}\n'.encode()
        return
    record = portable.record
    said = record.model_dump_json()
    yield f'{{"record":{said}}}\n'.encode()
    for edition in portable.editions:
        it_said = said if edition is record else edition.model_dump_json()
        yield f'{{"edition":{edition.editions},"record":{it_said}}}\n'.encode()


def _written(
    archive: zipfile.ZipFile, name: str, portables: Iterable[Portable], at: datetime
) -> FileEntry:
    digest, records, lines, size = hashlib.sha256(), 0, 0, 0
    with archive.open(zip_info(name, at), "w", force_zip64=True) as file:
        for portable in portables:
            records += 1
            for line in lines_of(portable):
                file.write(line)
                digest.update(line)
                lines, size = lines + 1, size + len(line)
    return FileEntry(records=records, lines=lines, bytes=size, sha256=digest.hexdigest())


def zip_info(name: str, at: datetime) -> zipfile.ZipInfo:
    """A file within a zip, packed, of that time, for its owner alone."""
    moment = at.astimezone(UTC)
    year = min(max(moment.year, _FIRST_YEAR), _LAST_YEAR)
    info = zipfile.ZipInfo(name, (year, *moment.timetuple()[1:6]))
    info.compress_type, info.external_attr = _COMPRESSION, _OWNER_ONLY
    return info
