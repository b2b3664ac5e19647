"""Makes the tables of a new SQLite file in one go, as all migrations one after the other made them.

The first new file of a run is migrated; every later one gets the same tables. Databases that hold
something already, and every other revision than the last, are migrated as ever.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from sqlalchemy import Connection, select

from bodymap.store import schema
from bodymap.store.tables import practices

MIGRATED: Final = schema.run_migrations
AROUND: Final = ("BEGIN TRANSACTION;", "COMMIT;")


@contextmanager
def tables_at_once() -> Iterator[None]:
    """As long as the block lasts, new files cost milliseconds."""
    known: tuple[str, list[str]] | None = None

    def run_migrations(connection: Connection, revision: str) -> None:
        nonlocal known
        file = connection.connection.driver_connection
        asked_before = "SELECT count(*) FROM sqlite_master"
        if (
            file is None
            or connection.dialect.name != "sqlite"
            or revision != schema.REVISIONS[-1]
            or file.execute(asked_before).fetchone() != (0,)
        ):
            MIGRATED(connection, revision)
        elif known is None:
            MIGRATED(connection, revision)
            made = [line for line in file.iterdump() if line not in AROUND]
            known = connection.execute(select(practices.c.id)).scalar_one(), made
        else:
            first, made = known
            own = str(uuid.uuid4())  # no two practices have the same
            for line in made:
                connection.exec_driver_sql(line.replace(first, own))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "run_migrations", run_migrations)
        yield
