"""Writing tables: one for each kind, a row for each record or part, and a codebook.

The same rows are written as CSV or as Parquet.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO, Any, Final, Protocol

from bodymap.body import Body
from bodymap.errors import BodyError
from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.writing import Parts, zip_info
from bodymap.exchange.tables.cells import CellKind, cell, plain_text
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
from bodymap.exchange.tables.parquet import ParquetSheets
from bodymap.records import PainDrawing, Person
from bodymap.records.base import Record
from bodymap.records.origin import Kind
from bodymap.records.portable import Portable

OF_KIND: Final[dict[Kind, Table]] = {
    "person": PEOPLE,
    "assessment": ASSESSMENTS,
    "drawing": DRAWINGS,
}
CSV: Final = ".csv"
CODEBOOK: Final = "codebook.csv"
REGIONS: Final = "marked_regions"
"""Follows from the marks, and is not read back."""
_CODEBOOK: Final = ("table", "column", "holds", "may_be_empty", "allowed", "about")
_REGIONS: Final = tuple(
    Column(name, kind, may_be_missing=name == "intensity", about=about)
    for name, kind, about in (
        ("record_id", CellKind.TEXT, "id of the drawing"),
        ("mark_id", CellKind.TEXT, "id of the mark"),
        ("region", CellKind.TEXT, "region of the figure that the mark covers at least in part"),
        ("side", CellKind.TEXT, "the patient's side"),
        ("intensity", CellKind.WHOLE, "0-10; empty if not stated"),
        ("cm2", CellKind.NUMBER, "how much of the mark lies there, on the model body"),
        ("share", CellKind.NUMBER, "part of the region that it takes, 0 to 1"),
    )
)
MARKED: Final = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""


class Sheets(Protocol):
    """Tables that grow side by side, row by row; a zip takes one after the other."""

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Add a row to a table."""

    def write(self, archive: zipfile.ZipFile, at: datetime) -> None:
        """Write all tables into a zip."""


class _Csv:
    """Tables as CSV, with names of the columns in the first row."""

    def __init__(self, columns: Mapping[str, tuple[Column, ...]]) -> None:
        self._columns = columns
        self._texts = {name: io.StringIO(MARKED, newline="") for name in columns}
        for name, text in self._texts.items():
            text.seek(0, io.SEEK_END)
            self._write_row(name, [column.name for column in columns[name]])

    def _write_row(self, name: str, row: Iterable[str]) -> None:
        csv.writer(self._texts[name], lineterminator="\r\n").writerow(row)

    def add(self, name: str, values: Sequence[Any]) -> None:
        columns = self._columns[name]
        row = (cell(value, column.kind) for value, column in zip(values, columns, strict=True))
        self._write_row(name, row)

    def write(self, archive: zipfile.ZipFile, at: datetime) -> None:
        for name, text in self._texts.items():
            archive.writestr(zip_info(f"{name}{CSV}", at), text.getvalue().encode())


def write_tables(
    target: IO[bytes], parts: Parts, *, at: datetime, body: Body, as_parquet: bool = False
) -> dict[Kind, int]:
    """Write tables; gives how many records of each kind they hold.

    Args:
        target: Open for writing.
        parts: The records, kind by kind.
        at: When they are written.
        body: The figure on which marks are measured.
        as_parquet: Whether as Parquet, else as CSV.
    """
    columns = heads() | {REGIONS: _REGIONS}
    sheets: Sheets = ParquetSheets(columns) if as_parquet else _Csv(columns)
    counts: dict[Kind, int] = dict.fromkeys(FILES, 0)
    for kind in FILES:
        for portable in parts(kind):
            counts[kind] += 1
            for name, row in _rows(kind, portable):
                sheets.add(name, row)
            if not isinstance(portable, Person) and isinstance(portable.record, PainDrawing):
                for row in _regions(portable.record, body):
                    sheets.add(REGIONS, row)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        sheets.write(archive, at)
        archive.writestr(zip_info(CODEBOOK, at), _codebook(columns).encode())
    return counts


def heads() -> dict[str, tuple[Column, ...]]:
    """The columns of each table that is read back, by its name."""
    found: dict[str, tuple[Column, ...]] = {PEOPLE.name: PEOPLE.columns}
    for table in (ASSESSMENTS, DRAWINGS):
        found[table.name] = (EDITION, *table.columns)
        found |= {p.name: (RECORD, EDITION, NUMBER, *p.columns) for p in PARTS[table.record]}
    return found


def _rows(kind: Kind, portable: Portable) -> Iterator[tuple[str, list[Any]]]:
    table = OF_KIND[kind]
    if isinstance(portable, Person):
        yield table.name, _row(table, portable)
        return
    stands = [(None, portable.record), *((each.editions, each) for each in portable.editions)]
    for edition, record in stands:
        yield table.name, [edition, *_row(table, record)]
        for part in PARTS[table.record]:
            for number, item in enumerate(getattr(record, part.within), start=1):
                yield part.name, [record.id, edition, number, *_row(part, item)]


def _row(table: Table, record: Record) -> list[Any]:
    values = record.model_dump(mode="json")
    return [_at(values, column.path) for column in table.columns]


def _at(values: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        values = None if values is None else values[name]
    return values


def _regions(record: PainDrawing, body: Body) -> Iterator[list[Any]]:
    for mark in record.marks:
        try:
            covered = mark.area(body).by_region()
        except BodyError:
            continue  # recorded on another version of the figure
        nrs = None if mark.intensity is None else mark.intensity.nrs
        for region, part in covered.items():
            side = body.regions[region].laterality.value
            size = (round(part.cm2, 2), round(part.share, 4))
            yield [record.id, mark.id, region, side, nrs, *size]


def _codebook(columns: Mapping[str, tuple[Column, ...]]) -> str:
    text = io.StringIO(MARKED, newline="")
    text.seek(0, io.SEEK_END)
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(_CODEBOOK)
    for name, of_table in columns.items():
        for column in of_table:
            empty = "true" if column.may_be_missing else "false"
            allowed, about = ";".join(column.allowed), plain_text(column.about)
            table.writerow([name, column.name, column.kind, empty, allowed, about])
    return text.getvalue()
