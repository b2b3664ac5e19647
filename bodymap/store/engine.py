"""The engine: where the records lie and how each connection behaves."""

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from bodymap.errors import StoreDriverMissing, StoreReadOnly, StoreUnreachable
from bodymap.store.guard import Journal, refuse_network_folder, safe_journal

FILE_NAME: Final = "bodymap.sqlite3"
WRITING: Final = "bodymap_writing"
"""Execution option of connections that will write."""
_PG: Final = "psycopg"
_WAIT_MILLISECONDS: Final = 5_000


def store_url(*, folder: Path, url: str | None) -> URL:
    """The address of the records: `url` if given, else a SQLite file in the folder.

    Raises:
        StoreUnreachable: `url` is no address of a database that can be used here.
    """
    if not url:
        return URL.create("sqlite", database=str(folder.absolute() / FILE_NAME))
    try:
        made = make_url(url)
        made.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreUnreachable("BODYMAP_DATABASE_URL", detail=str(error)) from error
    return made


def where_is(url: URL) -> str:
    """Where the records lie, for a message: the file, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


def make_engine(url: URL) -> Engine:
    """An engine with the promises of this program; opens nothing yet.

    For SQLite it makes the folder, refuses network file systems, and gives each connection the
    settings that survive a power cut.

    Raises:
        StoreOnNetwork: the file would lie on a network file system.
        StoreReadOnly: the folder cannot be made.
        StoreDriverMissing: the driver of the database is not installed.
    """
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(
                url,
                # One transaction sees one moment; where two meet, one fails and is run again.
                isolation_level="REPEATABLE READ",
                pool_pre_ping=True,
                # A go-between such as PgBouncer gives each transaction another connection, which
                # knows no statement that was prepared before.
                connect_args={"prepare_threshold": None} if url.get_driver_name() == _PG else {},
            )
        except ModuleNotFoundError as error:
            raise StoreDriverMissing(where_is(url), driver=str(error.name)) from error
    _make_folder(Path(str(url.database)).parent)
    _for_its_owner_alone(Path(str(url.database)))
    engine = create_engine(url)
    prepare_connections(engine, safe_journal(sqlite3.sqlite_version_info[:3]))
    return engine


def prepare_connections(engine: Engine, journal: Journal) -> None:
    """Give every connection of a SQLite engine its settings, and say how transactions begin."""

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, not in the driver
        connection.execute(f"PRAGMA busy_timeout={_WAIT_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys=ON")
        # What is erased is overwritten, not only unlinked.
        connection.execute("PRAGMA secure_delete=ON")
        # A file mapped into memory can be damaged by a stray write, and its errors end a process.
        connection.execute("PRAGMA mmap_size=0")
        _set_journal(connection, journal)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that will write takes its turn at once: one that began by reading could
        # not be let through to write after another one did.
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _set_journal(connection: sqlite3.Connection, journal: Journal) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != journal.mode:
        try:
            connection.execute(f"PRAGMA journal_mode={journal.mode}")
        except sqlite3.OperationalError as error:
            # A file that cannot be written can still be read; every write will be refused.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
    connection.execute(f"PRAGMA synchronous={journal.synchronous}")


def _for_its_owner_alone(file: Path) -> None:
    """Make the file unreadable for other accounts; SQLite gives its journal the same rights."""
    # Never opened and closed here where it exists: closing it would give up the locks that other
    # connections of this process hold on it (sqlite.org/howtocorrupt.html, 2.2).
    with contextlib.suppress(OSError):  # opening it says what is wrong, in better words
        if not file.exists():
            file.touch(mode=0o600, exist_ok=False)
        elif file.stat().st_mode & 0o077:
            file.chmod(file.stat().st_mode & 0o700)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except PermissionError as error:
        raise StoreReadOnly(str(folder), detail=str(error)) from error
    except OSError as error:
        raise StoreUnreachable(str(folder), detail=str(error)) from error
    refuse_network_folder(folder)


def empty_journal(engine: Engine) -> None:
    """Write a write-ahead log into the file and cut it, so that nothing erased stays in it.

    While another connection reads, what it may still need stays until the next time.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
