"""Bringing the tables to the revision that this program knows."""

from typing import Final

from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from bodymap import files
from bodymap.errors import StoreTooNew
from bodymap.store.engine import WRITING, where_is
from bodymap.store.failures import as_store_error
from bodymap.store.tables import practices

REVISIONS: Final = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0012",
    "0011",
    "0013",
    "0014",
    "0015",
)
"""All revisions of the tables, oldest first."""
_TURN: Final = 0x626F64796D6170
"""Number of the lock of PostgreSQL under which one process after the other migrates."""


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision, in one transaction or not at all.

    Where they are there already, nothing is written, so that records on a read-only disk can be
    read.

    Raises:
        StoreTooNew: a newer version of this program wrote them.
        StoreError: they cannot be read or written.
    """
    where = where_is(engine.url)
    try:
        with engine.connect() as connection:
            found = revision_of(connection)
        if found == REVISIONS[-1]:
            return
        _refuse_unknown(found, where)
        is_server = engine.dialect.name == "postgresql"
        # Each statement sees what is there then, also what was done while this one waited.
        seeing = {"isolation_level": "READ COMMITTED"} if is_server else {}
        with engine.execution_options(**{WRITING: True}, **seeing).begin() as connection:
            if is_server:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_TURN})"))
            # Another process may have done it while this one waited for its turn.
            found = revision_of(connection)
            _refuse_unknown(found, where)
            if found != REVISIONS[-1]:
                run_migrations(connection, REVISIONS[-1])
    except SQLAlchemyError as error:
        raise as_store_error(error, where=where) from error


def revision_of(connection: Connection) -> str | None:
    """Revision of the tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def practice_of(engine: Engine) -> str:
    """Id of the practice whose records these are; there is one until people sign in.

    Raises:
        StoreError: it cannot be read.
    """
    try:
        with engine.connect() as connection:
            found: str = connection.execute(select(practices.c.id).limit(1)).scalar_one()
            return found
    except SQLAlchemyError as error:
        raise as_store_error(error, where=where_is(engine.url)) from error


def run_migrations(connection: Connection, revision: str) -> None:
    """Bring the tables up to a revision, within the transaction of the connection."""
    # Imported here because a start with tables that are as they should be never needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files.package("store", "migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _refuse_unknown(found: str | None, where: str) -> None:
    if found is not None and found not in REVISIONS:
        raise StoreTooNew(where, found=found, known=REVISIONS[-1])
