"""Tables as Parquet, for notebooks and statistics: the columns of the CSV, each with its type."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from bodymap.errors import ImportRefused
from bodymap.exchange.archive.reading import LONGEST_LINE
from bodymap.exchange.archive.writing import zip_info
from bodymap.exchange.strict_json import read_json
from bodymap.exchange.tables.cells import CellKind
from bodymap.exchange.tables.columns import Cells, Column, in_order, nested

PARQUET: Final = ".parquet"
_TYPES: Final = {
    CellKind.WHOLE: "int64",
    CellKind.NUMBER: "float64",
    CellKind.YES_NO: "bool",
}
"""Names of types of Arrow; all else is text."""
_MOST_TEXT: Final = 200_000_000
"""Most characters of all texts of a table together."""
_AT_ONCE: Final = 1_000
_FIRST_ROW: Final = 1


class ParquetSheets:
    """Tables as Parquet, column by column."""

    def __init__(self, columns: Mapping[str, tuple[Column, ...]]) -> None:
        self._columns = columns
        self._values: dict[str, list[list[Any]]] = {
            name: [[] for _ in of_table] for name, of_table in columns.items()
        }

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Add a row to a table."""
        for column, kept, value in zip(
            self._columns[name], self._values[name], values, strict=True
        ):
            kept.append(_written(value, column.kind))

    def write(self, archive: zipfile.ZipFile, at: datetime) -> None:
        """Write all tables into a zip."""
        # Imported here, because starting the app should not wait for it.
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415

        for name, columns in self._columns.items():
            fields = [
                pa.field(each.name, pa.type_for_alias(_TYPES.get(each.kind, "string")))
                for each in columns
            ]
            table = pa.table(
                [
                    pa.array(values, field.type)
                    for values, field in zip(self._values[name], fields, strict=True)
                ],
                schema=pa.schema(fields),
            )
            target = io.BytesIO()
            parquet.write_table(table, target, compression="zstd")
            archive.writestr(zip_info(f"{name}{PARQUET}", at), target.getvalue())


def parquet_rows(
    name: str, columns: tuple[Column, ...], data: bytes
) -> Iterator[tuple[str, Cells]]:
    """The rows of a table, each with its place.

    Raises:
        ImportRefused: it is no Parquet, has other columns or types, or grows too large.
    """
    # Imported here, because starting the app should not wait for it.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    number, left = _FIRST_ROW, _MOST_TEXT
    try:
        schema = parquet.read_schema(io.BytesIO(data))
        order = in_order(name, columns, schema.names)
        for column, kind in zip(order, schema.types, strict=True):
            _must_be(column, _plain(kind), name)
        # A text that stands in many rows is unpacked once: a small file stays small in memory.
        texts = [each.name for each in columns if each.kind not in _TYPES]
        file = parquet.ParquetFile(io.BytesIO(data), read_dictionary=texts)
        for batch in file.iter_batches(_AT_ONCE):
            read = [_read(batch.column(n), name) for n in range(len(order))]
            for row in zip(*read, strict=True):
                where = f"{name}, row {number}"
                left -= sum(len(value) for value in row if isinstance(value, str))
                if left < 0:
                    raise ImportRefused(where, f"it has more than {_MOST_TEXT:,} characters")
                values = (
                    _understood(value, column.kind, f"{where}: {column.name}")
                    for value, column in zip(row, order, strict=True)
                )
                yield where, nested(zip(order, values, strict=True))
                number += 1
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise ImportRefused(name, f"it is no Parquet ({str(error)[:80]})") from error


def _written(value: Any, kind: CellKind) -> Any:
    if value is None:
        return None
    if kind is CellKind.JSON:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return ";".join(value) if kind is CellKind.WORDS else value


def _plain(kind: Any) -> str:
    """Name of a type; that of its texts where they stand in a dictionary."""
    return str(kind.value_type if hasattr(kind, "index_type") else kind)


def _must_be(column: Column, kind: str, name: str) -> None:
    wanted = _TYPES.get(column.kind, "string").replace("float64", "double")
    if kind not in {wanted, f"large_{wanted}"}:
        reason = f"{wanted} is needed, not {kind[:40]}"
        raise ImportRefused(f"{name}: {column.name}", reason)


def _read(values: Any, name: str) -> list[Any]:
    """The values of a column; None where there is none."""
    if not hasattr(values, "dictionary"):
        return list(values.to_pylist())
    texts = values.dictionary.to_pylist()
    if any(text is not None and len(text) > LONGEST_LINE for text in texts):
        raise ImportRefused(name, "a text in it is too long")
    return [None if at is None else texts[at] for at in values.indices.to_pylist()]


def _understood(value: Any, kind: CellKind, where: str) -> Any:
    if value is None:
        return None
    if kind is CellKind.JSON:
        return read_json(value.encode(), path=where)
    return [*filter(None, value.split(";"))] if kind is CellKind.WORDS else value
