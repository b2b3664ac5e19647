"""The store: opens the records and hands out units of work."""

import os
from pathlib import Path

from sqlalchemy import Engine

from bodymap.store.engine import make_engine, store_url, where_is
from bodymap.store.schema import migrate
from bodymap.store.unit_of_work import SqlUnitOfWork


class SqlStore:
    """Records in a SQL database; the port `Store`. Safe to use from several threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def where(self) -> str:
        """The file, or the server's address without its password."""
        return where_is(self.engine.url)

    def reading(self) -> SqlUnitOfWork:
        """A unit of work that only reads.

        Works on a read-only disk too, except that SQLite cannot read a write-ahead log there.
        """
        return SqlUnitOfWork(self.engine, writing=False)

    def writing(self) -> SqlUnitOfWork:
        """A unit of work that may write; on SQLite it waits for its turn on entering."""
        return SqlUnitOfWork(self.engine, writing=True)

    def close(self) -> None:
        """Close all connections; the store opens them anew if it is used again."""
        self.engine.dispose()


def open_store(folder: Path, *, url: str | None = None) -> SqlStore:
    """Open the records, making file and tables where there are none yet.

    Args:
        folder: Folder of the SQLite file, made if need be; not used with another database.
        url: Address of another database, as SQLAlchemy writes them; where it is left out,
            `BODYMAP_DATABASE_URL` of the environment may name one.

    Raises:
        StoreOnNetwork: the folder lies on a network file system.
        StoreTooNew: a newer version of this program wrote the records.
        StoreError: the records cannot be opened; says why and what to do.
    """
    named = url or os.environ.get("BODYMAP_DATABASE_URL")
    engine = make_engine(store_url(folder=folder, url=named))
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine)
