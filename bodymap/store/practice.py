"""The records of one practice: every statement of a repository is confined to them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, CursorResult, Executable, Table, bindparam, insert

Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]
_PRACTICE: Final = "practice"


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

    def _insert(self, table: Table, rows: Rows) -> None:
        """Insert rows of the practice; of none, nothing."""
        if not rows:
            return
        practice = {"practice_id": self._practice_id}
        several = [rows] if isinstance(rows, Mapping) else rows
        self._connection.execute(insert(table), [practice | dict(row) for row in several])
