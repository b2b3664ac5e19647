"""The records of one practice: every statement of a repository is confined to them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    CursorResult,
    Executable,
    Table,
    bindparam,
    insert,
    select,
)

Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]
_PRACTICE: Final = "practice"
# Databases limit how many values one statement may name.
_AT_ONCE: Final = 500


class Run(Protocol):
    """Runs a statement within the practice, once or for each of several rows."""

    def __call__(self, statement: Executable, given: Rows | None = None, /) -> Any:
        """Run it."""


def parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Values in parts that one statement can name."""
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def own(table: Table) -> ColumnElement[bool]:
    """That a row belongs to the practice."""
    return table.c.practice_id == bindparam(_PRACTICE)


class PracticeRecords:
    """What every repository is: a transaction, and the practice whose records it keeps."""

    def __init__(self, connection: Connection, practice_id: str) -> None:
        self._connection, self._practice_id = connection, practice_id

    def _run(self, statement: Executable, given: Rows | None = None) -> CursorResult[Any]:
        """Run a statement that is confined by `own`, with its values."""
        practice = {_PRACTICE: self._practice_id}
        if given is None or isinstance(given, Mapping):
            return self._connection.execute(statement, practice | dict(given or {}))
        return self._connection.execute(statement, [practice | dict(row) for row in given])

    def _among(self, column: Column[str], values: Collection[str]) -> frozenset[str]:
        """Those of some values that stand in a column of a table of the practice."""
        found: set[str] = set()
        for some in parts(sorted(set(values))):
            query = select(column).where(own(column.table), column.in_(some))
            found.update(self._run(query).scalars())
        return frozenset(found)

    def _insert(self, table: Table, rows: Rows) -> None:
        """Insert rows of the practice; of none, nothing."""
        if not rows:
            return
        practice = {"practice_id": self._practice_id}
        several = [rows] if isinstance(rows, Mapping) else rows
        self._connection.execute(insert(table), [practice | dict(row) for row in several])
