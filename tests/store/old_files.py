"""Files of records as earlier versions of the program made them."""

from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Connection, Engine, MetaData, insert

from bodymap.store.engine import WRITING, make_engine, store_url
from bodymap.store.schema import run_migrations

Rows = dict[str, list[dict[str, Any]]]


def an_old_file(folder: Path, revision: str, rows: Rows | None = None) -> Engine:
    """An engine of a new file whose tables are of an old revision, with these rows in them."""
    engine = make_engine(store_url(folder=folder, url=None))
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        run_migrations(connection, revision)
        fill(connection, rows or {})
    return engine


def fill(connection: Connection, rows: Rows) -> None:
    """Insert rows into tables of an old revision, as the program of then wrote them."""
    tables = MetaData()
    tables.reflect(connection)
    for name, kept in rows.items():
        for column in tables.tables[name].c:
            if isinstance(column.type, JSON):
                column.type = JSON(none_as_null=True)
        connection.execute(insert(tables.tables[name]), kept)
