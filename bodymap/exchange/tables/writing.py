"""Writing tables: one for each kind, a row for each record or part, and a codebook."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any, Final

from bodymap.body import Body
from bodymap.errors import BodyError
from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.writing import Parts, zip_info
from bodymap.exchange.tables.cells import cell, plain_text
from bodymap.exchange.tables.columns import (
    ASSESSMENTS,
    DRAWINGS,
    EDITION,
    NUMBER,
    PARTS,
    PEOPLE,
    RECORD,
    Column,
    Table,
)
from bodymap.records import PainDrawing, Person
from bodymap.records.base import Record
from bodymap.records.origin import Kind
from bodymap.records.portable import Portable

OF_KIND: Final[dict[Kind, Table]] = {
    "person": PEOPLE,
    "assessment": ASSESSMENTS,
    "drawing": DRAWINGS,
}
CODEBOOK: Final = "codebook.csv"
REGIONS: Final = "marked_regions.csv"
"""Follows from the marks, and is not read back."""
_CODEBOOK: Final = ("table", "column", "holds", "may_be_empty", "allowed", "about")
_REGIONS: Final = {
    "record_id": "id of the drawing",
    "mark_id": "id of the mark",
    "region": "region of the figure that the mark covers at least in part",
    "side": "the patient's side",
    "intensity": "0-10; empty if not stated",
    "cm2": "how much of the mark lies there, on the model body",
    "share": "part of the region that it takes, 0 to 1",
}
MARKED: Final = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""


class _Files:
    """Files that grow side by side; a zip takes one after the other."""

    def __init__(self) -> None:
        self._texts: dict[str, io.StringIO] = {}

    def add(self, name: str, row: Iterable[str]) -> None:
        """Add a row; the first is the head."""
        text = self._texts.setdefault(name, io.StringIO(MARKED, newline=""))
        text.seek(0, io.SEEK_END)
        csv.writer(text, lineterminator="\r\n").writerow(row)

    def write(self, target: IO[bytes], at: datetime) -> None:
        """Write all of them as a zip."""
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in self._texts.items():
                archive.writestr(zip_info(name, at), text.getvalue().encode())


def write_tables(target: IO[bytes], parts: Parts, *, at: datetime, body: Body) -> dict[Kind, int]:
    """Write tables; gives how many records of each kind they hold.

    Args:
        target: Open for writing.
        parts: The records, kind by kind.
        at: When they are written.
        body: The figure on which marks are measured.
    """
    files = _Files()
    counts: dict[Kind, int] = dict.fromkeys(FILES, 0)
    for name, columns in heads().items():
        files.add(name, [column.name for column in columns])
    files.add(REGIONS, _REGIONS)
    for kind in FILES:
        for portable in parts(kind):
            counts[kind] += 1
            for name, row in _rows(kind, portable):
                files.add(name, row)
            if not isinstance(portable, Person) and isinstance(portable.record, PainDrawing):
                for row in _regions(portable.record, body):
                    files.add(REGIONS, row)
    for row in _codebook():
        files.add(CODEBOOK, row)
    files.write(target, at)
    return counts


def heads() -> dict[str, tuple[Column, ...]]:
    """The columns of each table that is read back, by the name of its file."""
    found: dict[str, tuple[Column, ...]] = {PEOPLE.file: PEOPLE.columns}
    for table in (ASSESSMENTS, DRAWINGS):
        found[table.file] = (EDITION, *table.columns)
        found |= {p.file: (RECORD, EDITION, NUMBER, *p.columns) for p in PARTS[table.record]}
    return found


def _rows(kind: Kind, portable: Portable) -> Iterator[tuple[str, list[str]]]:
    table = OF_KIND[kind]
    if isinstance(portable, Person):
        yield table.file, _row(table, portable)
        return
    stands = [("", portable.record), *((str(each.editions), each) for each in portable.editions)]
    for edition, record in stands:
        yield table.file, [edition, *_row(table, record)]
        for part in PARTS[table.record]:
            for number, item in enumerate(getattr(record, part.within), start=1):
                yield part.file, [record.id, edition, str(number), *_row(part, item)]


def _row(table: Table, record: Record) -> list[str]:
    values = record.model_dump(mode="json")
    return [cell(_at(values, column.path), column.kind) for column in table.columns]


def _at(values: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        values = None if values is None else values[name]
    return values


def _regions(record: PainDrawing, body: Body) -> Iterator[list[str]]:
    for mark in record.marks:
        try:
            covered = mark.area(body).by_region()
        except BodyError:
            continue  # recorded on another version of the figure
        nrs = "" if mark.intensity is None else str(mark.intensity.nrs)
        for region, part in covered.items():
            side = body.regions[region].laterality
            size = (f"{part.cm2:.2f}", f"{part.share:.4f}")
            yield [record.id, plain_text(mark.id), region, side, nrs, *size]


def _codebook() -> Iterator[list[str]]:
    yield [*_CODEBOOK]
    for name, columns in heads().items():
        for column in columns:
            empty = "true" if column.may_be_missing else "false"
            allowed = ";".join(column.allowed)
            about = plain_text(column.about)
            yield [name, column.name, column.kind, empty, allowed, about]
    for name, about in _REGIONS.items():
        yield [REGIONS, name, "text", "false", "", about]
