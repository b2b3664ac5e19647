"""The store: opens the records and hands out units of work."""

import os
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine

from bodymap.store.engine import make_engine, store_url, where_is
from bodymap.store.schema import migrate, practice_of
from bodymap.store.unit_of_work import SqlUnitOfWork


class SqlStore:
    """Records in a SQL database; the port `Store`. Safe to use from several threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._file = _which_file(engine)
        self._reopening = Lock()
        self._practice_id = practice_of(engine)

    @property
    def where(self) -> str:
        """The file, or the server's address without its password."""
        return where_is(self.engine.url)

    def reading(self) -> SqlUnitOfWork:
        """A unit of work that only reads.

        Works on a read-only disk too, except that SQLite cannot read a write-ahead log there.
        """
        self._reopen_if_replaced()
        return SqlUnitOfWork(self.engine, self._practice_id, writing=False)

    def writing(self) -> SqlUnitOfWork:
        """A unit of work that may write; on SQLite it waits for its turn on entering."""
        self._reopen_if_replaced()
        return SqlUnitOfWork(self.engine, self._practice_id, writing=True)

    def close(self) -> None:
        """Close all connections; the store opens them anew if it is used again."""
        self.engine.dispose()

    def _reopen_if_replaced(self) -> None:
        """Open the file anew where another one took its place, such as a backup put back.

        Where there is none, what is open stays open: it can still be read and is not written to,
        so that records taken away are missed aloud and never begun again in an empty file.
        """
        if _which_file(self.engine) in {self._file, None}:
            return
        with self._reopening:
            if _which_file(self.engine) not in {self._file, None}:
                self.engine.dispose()
                migrate(self.engine)
                self._practice_id = practice_of(self.engine)
                self._file = _which_file(self.engine)


def _which_file(engine: Engine) -> tuple[int, int] | None:
    """Tells the file of the records from any other in its place; None if it is no file."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    try:
        found = Path(engine.url.database).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


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
        return SqlStore(engine)
    except BaseException:
        engine.dispose()
        raise
