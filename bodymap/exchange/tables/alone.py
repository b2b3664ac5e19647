"""One table by itself; no cell is a formula."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from bodymap.exchange.tables.cells import CellKind, cell
from bodymap.exchange.tables.writing import MARKED


def write_table(columns: Mapping[str, CellKind], rows: Iterable[Iterable[Any]]) -> bytes:
    """A CSV file that a spreadsheet knows as UTF-8.

    Args:
        columns: Their names, and what each holds.
        rows: A value for each column; None is an empty cell.
    """
    text = io.StringIO(MARKED, newline="")
    text.seek(0, io.SEEK_END)
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(columns)
    for row in rows:
        held = zip(row, columns.values(), strict=True)
        table.writerow(cell(value, kind) for value, kind in held)
    return text.getvalue().encode()
