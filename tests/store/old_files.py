"""Files of records as earlier versions of the program made them."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, insert

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
        for name, kept in (rows or {}).items():
            connection.execute(insert(tables.tables[name]), kept)
    return engine
