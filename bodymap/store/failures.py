"""What a database error means for the person who saves."""

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from bodymap.errors import (
    StoreBusy,
    StoreConflict,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreInconsistent,
    StoreReadOnly,
    StoreUnreachable,
)

# Extended result codes of SQLite (sqlite.org/rescode.html) that mean something else than the
# primary code they belong to: the disk took no more.
_NOT_WRITTEN: Final = frozenset(
    {
        "SQLITE_IOERR_WRITE",
        "SQLITE_IOERR_FSYNC",
        "SQLITE_IOERR_DIR_FSYNC",
        "SQLITE_IOERR_TRUNCATE",
        "SQLITE_IOERR_SHMSIZE",
    }
)
_BY_SQLITE_CODE: Final[dict[int, type[StoreError]]] = {
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
    sqlite3.SQLITE_IOERR: StoreDamaged,
    sqlite3.SQLITE_CANTOPEN: StoreUnreachable,
    sqlite3.SQLITE_CONSTRAINT: StoreInconsistent,
}
# Only what is there already was written at the same moment from elsewhere; any other broken rule
# would be broken again.
_THERE_ALREADY: Final = frozenset(
    {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}
)
# SQLSTATE codes of PostgreSQL and its kin.
_BY_SQLSTATE: Final[dict[str, type[StoreError]]] = {
    "40001": StoreConflict,
    "40P01": StoreConflict,
    "23505": StoreConflict,
    "25006": StoreReadOnly,
    "42501": StoreReadOnly,
    "53100": StoreFull,
    "55P03": StoreBusy,
    "57014": StoreBusy,
    "XX001": StoreDamaged,
    "XX002": StoreDamaged,
}
_PRIMARY_CODE: Final = 0xFF


def as_store_error(error: SQLAlchemyError, *, where: str) -> StoreError:
    """The error of this package for an error of the database.

    Args:
        error: As raised.
        where: File or server of the records, without a password.
    """
    detail = str(getattr(error, "orig", error))
    if isinstance(error, NoConnectionFree):
        return StoreBusy(where, detail=detail)
    if isinstance(error, DBAPIError):
        of_driver = _of_sqlite if isinstance(error.orig, sqlite3.Error) else _of_server
        kind = of_driver(error)
        if kind is not None:
            return _made(kind, where=where, detail=detail)
    message = (
        f"The records in {where} answered with an error that this program does not know. "
        "Nothing was saved. Save again; if it stays, restart the program and keep its log."
    )
    return StoreError(message, detail=detail)


def _of_sqlite(error: DBAPIError) -> type[StoreError] | None:
    if getattr(error.orig, "sqlite_errorname", "") in _NOT_WRITTEN:
        return StoreFull
    if getattr(error.orig, "sqlite_errorcode", 0) in _THERE_ALREADY:
        return StoreConflict
    return _BY_SQLITE_CODE.get(getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY_CODE)


def _of_server(error: DBAPIError) -> type[StoreError] | None:
    state = str(getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None) or "")
    if error.connection_invalidated or not state or state.startswith("08"):
        return StoreUnreachable
    if state.startswith("23") and state not in _BY_SQLSTATE:
        return StoreInconsistent
    return _BY_SQLSTATE.get(state)


def _made(kind: type[StoreError], *, where: str, detail: str) -> StoreError:
    return kind(detail=detail) if kind is StoreConflict else kind(where, detail=detail)
