"""Reading tables back: rows become records again, judged like those of an archive."""

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Final

from bodymap.errors import ImportRefused
from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.reading import LONGEST_LINE, Line, open_zip, records_of, unpacking
from bodymap.exchange.arrival import Left
from bodymap.exchange.tables.cells import CellKind, value_of
from bodymap.exchange.tables.columns import (
    EDITION,
    NUMBER,
    PARTS,
    RECORD,
    Cells,
    Column,
    Table,
    in_order,
    nested,
)
from bodymap.exchange.tables.parquet import PARQUET, parquet_rows
from bodymap.exchange.tables.writing import CODEBOOK, CSV, OF_KIND, REGIONS, heads
from bodymap.records.origin import Kind
from bodymap.records.portable import Portable

LARGEST: Final = 200_000_000
"""Most bytes of all tables together; an archive has no such bound."""
_FIRST_ROW: Final = 2
"""Number of the first row below the head, as spreadsheets count."""
Key = tuple[str, int | None]


@dataclass(frozen=True)
class Tables:
    """Tables that were read.

    Attributes:
        written_at: When they were opened: a table does not say when it was written.
    """

    written_at: datetime
    _records: tuple[Portable, ...]

    @property
    def program(self) -> str:
        """What wrote them: a table may have been changed by any program."""
        return "Bodymap, as tables"

    @property
    def record_count(self) -> int:
        """How many records they hold."""
        return len(self._records)

    @property
    def left(self) -> tuple[Left, ...]:
        """What follows from the rest is not read."""
        return ()

    def records(self) -> Iterator[Portable]:
        """Every record, people first."""
        return iter(self._records)


def are_tables(source: IO[bytes]) -> bool:
    """Whether a file is a zip of tables, as CSV or Parquet."""
    try:
        with zipfile.ZipFile(source) as archive:
            return CODEBOOK in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def open_tables(source: IO[bytes], *, at: datetime) -> Tables:
    """Read tables.

    Raises:
        ImportRefused: a row or column is wrong; it says which.
    """
    with unpacking("the file"), open_zip(source, most_bytes=LARGEST) as archive:
        names, columns = {*archive.namelist()} - {CODEBOOK}, heads()
        ending = PARQUET if any(name.endswith(PARQUET) for name in names) else CSV
        for name in sorted(names - {f"{each}{ending}" for each in (*columns, REGIONS)}):
            raise ImportRefused(name[:60], "no table has this name")
        read = parquet_rows if ending == PARQUET else _rows
        rows = {
            name: list(read(f"{name}{ending}", of_table, archive.read(f"{name}{ending}")))
            for name, of_table in columns.items()
            if f"{name}{ending}" in names
        }
    records = [record for kind in FILES for record in _records(kind, OF_KIND[kind], rows)]
    return Tables(at, tuple(records))


def _records(
    kind: Kind, table: Table, rows: dict[str, list[tuple[str, Cells]]]
) -> Iterator[Portable]:
    parts: dict[str, dict[Key, list[Cells]]] = {}
    for part in PARTS.get(table.record, ()):
        found: dict[Key, list[tuple[int, Cells]]] = defaultdict(list)
        for _, cells in rows.get(part.name, ()):
            key = (cells.pop(RECORD.name, ""), cells.pop(EDITION.name, None))
            found[key].append((cells.pop(NUMBER.name, 0), cells))
        ordered = {key: sorted(items, key=lambda item: item[0]) for key, items in found.items()}
        parts[part.within] = {k: [cells for _, cells in items] for k, items in ordered.items()}
    lines: list[Line] = []
    for where, cells in rows.get(table.name, ()):
        edition = cells.pop(EDITION.name, None)
        own_id = cells.get("id", "")
        held = {name: found.pop((own_id, edition), []) for name, found in parts.items()}
        said = {"record": cells | held} | ({} if edition is None else {"edition": edition})
        lines.append((where, b"", said))
    for part in PARTS.get(table.record, ()):
        for record_id, _ in parts[part.within]:
            reason = f"{record_id[:40]!r} is no record of {table.name}"
            raise ImportRefused(f"{part.name}: {RECORD.name}", reason)
    expected = sum("edition" not in said for _, _, said in lines)
    yield from records_of(kind, table.name, lines, expected)


def _rows(name: str, columns: tuple[Column, ...], data: bytes) -> Iterator[tuple[str, Cells]]:
    text = data.decode("utf-8-sig")
    # The bound of a cell is one for the whole program; nothing else here reads tables.
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        order = in_order(name, columns, next(reader, []))
        for number, row in enumerate(reader, start=_FIRST_ROW):
            where = f"{name}, row {number}"
            if len(row) != len(order):
                raise ImportRefused(where, f"it has {len(row)} cells and not {len(order)}")
            yield where, nested(zip(order, _values(order, row, where), strict=True))
    except csv.Error as error:
        raise ImportRefused(name, f"it is no table ({str(error)[:80]})") from error


def _values(columns: Sequence[Column], row: Sequence[str], where: str) -> Iterator[Any]:
    """The values of a row; None where a cell is empty and no text is meant."""
    for column, text in zip(columns, row, strict=True):
        if text:
            yield value_of(text, column.kind, f"{where}: {column.name}")
        else:
            yield None if column.may_be_missing or column.kind != CellKind.TEXT else ""
