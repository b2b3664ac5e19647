"""Files of records as earlier versions of the program made them."""

from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Engine, MetaData, insert

from bodymap.store.engine import WRITING, make_engine, store_url
from bodymap.store.schema import run_migrations

Rows = dict[str, list[dict[str, Any]]]


def an_old_file(folder: Path, revision: str, rows: Rows | None = None) -> Engine:
    """An engine of a new file whose tables are of an old revision, with these rows in them."""
    engine = make_engine(store_url(folder=folder, url=None))
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        run_migrations(connection, revision)
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.tables.values():
            for column in table.c:
                if isinstance(column.type, JSON):
                    column.type = JSON(none_as_null=True)  # as every version wrote it
        for name, kept in (rows or {}).items():
            connection.execute(insert(tables.tables[name]), kept)
    return engine
