"""Backing up the file of the records while people write, and restoring it.

A backup is one SQLite file that anybody can open. It is proven before it is given its name: its
pages are checked, and a second file is made from it by the way of restoring and compared table by
table. A restore writes the proven second file over the records in one transaction, so that a crash
leaves the records as they were before, or as they are after. Who was removed for good stays so.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from bodymap.errors import BackupElsewhere, NoBackup
from bodymap.store.engine import FILE_NAME, make_engine, store_url
from bodymap.store.register import NAME as REGISTER
from bodymap.store.register import UNDO_NAME, noted
from bodymap.store.schema import migrate
from bodymap.store.store import SqlStore
from bodymap.store.tables import assessments, drawings, metadata, persons

_PART: Final = ".part"
_OWNER_ONLY: Final = 0o600


@dataclass(frozen=True)
class Backup:
    """What a backup holds.

    Attributes:
        people: How many, deleted ones that can be brought back included.
        assessments: As people.
        drawings: As people.
        removed: How many records of a backup were not restored, as they were removed for good
            since.
    """

    people: int
    assessments: int
    drawings: int
    removed: int = 0


def back_up(
    folder: Path,
    target: Path,
    *,
    url: str | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Backup:
    """Write a proven backup of the records, over a file of that name. Others may write meanwhile.

    Args:
        folder: Data folder.
        target: File to write.
        url: Address of another database, as in `open_store`.
        progress: Called with the number of steps done, of 4; what it raises ends the work.

    Raises:
        BackupElsewhere: the records lie in a database server, which has its own tools.
        NoBackup: the copy is not as it should be, or cannot be written.
        StoreError: the records cannot be read.
    """
    source = _file(folder, url)
    part = target.with_name(target.name + _PART)
    second = target.with_name(f"{target.name}.proof{_PART}")
    with _made(part), _made(second):
        _copy(source, part)
        progress(1)
        _stand_alone(part)
        _must_be_whole(part)
        progress(2)
        _copy(part, second)
        _must_be_whole(second)
        progress(3)
        if _content(part) != _content(second):
            raise NoBackup(str(target), "a file restored from it is not equal to it")
        found = _counts(part)
        progress(4)
        part.replace(target)
        _flush(target.parent)
    return found


def restore(
    folder: Path,
    backup: Path,
    *,
    url: str | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Backup:
    """Put the records of a backup in place of those that are there. Writes.

    What was there is kept beside as `before-restore.sqlite3`; restoring that file undoes it.

    Args:
        folder: Data folder.
        backup: A file that `back_up` wrote.
        url: Address of another database, as in `open_store`.
        progress: Called with the number of steps done, of 4; what it raises ends the work, and
            nothing was changed.

    Raises:
        BackupElsewhere: the records lie in a database server, which has its own tools.
        NoBackup: the file is no backup, or is damaged; nothing was changed.
        StoreTooNew: a newer version of this program wrote the backup; nothing was changed.
        StoreError: the records cannot be written; nothing was changed.
    """
    live = _file(folder, url)
    if not backup.is_file():
        raise NoBackup(str(backup), "there is no such file")
    workshop = live.parent / "restoring"
    undo, fresh = workshop / UNDO_NAME, workshop / FILE_NAME
    with _workshop(workshop):
        _copy(backup, fresh)
        progress(1)
        _must_be_whole(fresh)
        progress(2)
        is_there = _is_readable(live)
        register = _register(live) if is_there else noted(live.parent)
        found = _prepared(workshop, register, _practice(live) if is_there else None)
        _must_be_whole(fresh)
        progress(3)
        if is_there:
            _copy(live, undo)
            _must_be_whole(undo)
            progress(4)
            _copy(fresh, live)
            undo.replace(live.parent / UNDO_NAME)
        else:  # nothing that could be written over page by page
            with suppress(FileNotFoundError):
                live.replace(live.with_name("damaged.sqlite3"))
            fresh.replace(live)
        (workshop / REGISTER).replace(live.parent / REGISTER)
        _flush(live.parent)
    return found


@contextmanager
def _workshop(folder: Path) -> Iterator[None]:
    """A folder for its owner alone that does not outlive the work."""
    shutil.rmtree(folder, ignore_errors=True)  # left by a crash
    folder.mkdir(parents=True, mode=_OWNER_ONLY | 0o100)
    try:
        yield
    finally:
        shutil.rmtree(folder)


def _file(folder: Path, url: str | None) -> Path:
    address = store_url(folder=folder, url=url or os.environ.get("BODYMAP_DATABASE_URL"))
    if address.get_backend_name() != "sqlite" or not address.database:
        raise BackupElsewhere(address.render_as_string(hide_password=True))
    return Path(address.database)


def owner_only(file: Path) -> IO[bytes]:
    """A new file that its owner alone can read, open for writing."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb")


@contextmanager
def _made(file: Path) -> Iterator[None]:
    """A file for its owner alone that does not outlive the work, unless it got another name."""
    file.unlink(missing_ok=True)
    try:
        owner_only(file).close()
    except OSError as error:
        raise NoBackup(str(file), error.strerror or "it cannot be written") from error
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        file.with_name(f"{file.name}-journal").unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """Copy all pages in one transaction of the target, as they are at one moment in the source."""
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as reading,
            closing(sqlite3.connect(target)) as writing,
        ):
            writing.execute("PRAGMA synchronous=EXTRA")
            reading.backup(writing)
    except sqlite3.Error as error:
        raise NoBackup(str(source), str(error)) from error


def _stand_alone(file: Path) -> None:
    """Let a file need no journal beside it, also where the records have a write-ahead log."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()


def _must_be_whole(file: Path) -> None:
    try:
        with closing(sqlite3.connect(file)) as connection:
            problems = connection.execute("PRAGMA integrity_check").fetchall()
            problems += connection.execute("PRAGMA foreign_key_check").fetchall()
            tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    except sqlite3.Error as error:
        raise NoBackup(str(file), str(error)) from error
    if ("alembic_version",) not in tables:
        raise NoBackup(str(file), "it holds no records of Bodymap")
    if problems != [("ok",)]:
        raise NoBackup(str(file), f"it is damaged ({str(problems[0])[:80]})")


def _content(file: Path) -> str:
    """Hash over every row of every table."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(file)) as connection:
        for line in connection.iterdump():
            digest.update(line.encode(errors="surrogatepass"))
    return digest.hexdigest()


def _counts(file: Path) -> Backup:
    with closing(sqlite3.connect(file)) as connection:
        people, examined, drawn = (
            connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]  # noqa: S608 - our names
            for table in (persons, assessments, drawings)
        )
    return Backup(people, examined, drawn)


def _is_readable(file: Path) -> bool:
    """Whether there are records that a copy can be written over."""
    if not file.is_file():
        return False
    try:
        _must_be_whole(file)
    except NoBackup:
        return False
    return True


def _practice(live: Path) -> str:
    """Id of the practice whose records are there now."""
    with closing(sqlite3.connect(live)) as connection:
        return str(connection.execute("SELECT id FROM practices").fetchone()[0])


def _register(live: Path) -> set[str]:
    """Digests of all that was removed for good, from the records themselves."""
    with closing(sqlite3.connect(live)) as connection:
        try:
            return {row[0] for row in connection.execute("SELECT digest FROM erased")}
        except sqlite3.OperationalError:  # of a version that kept no register
            return set()


def _prepared(workshop: Path, register: set[str], practice: str | None) -> Backup:
    """Bring the copy of a backup up to date, remove again what was removed since, and count."""
    engine = make_engine(store_url(folder=workshop, url=None))
    try:
        migrate(engine)
        with SqlStore(engine).writing() as unit:
            gone = unit.erase_again(register)
            unit.commit()
    finally:
        engine.dispose()
    fresh = workshop / FILE_NAME
    if practice is not None:
        _become(fresh, practice)
    found = _counts(fresh)
    return Backup(found.people, found.assessments, found.drawings, gone)


def _become(file: Path, practice: str) -> None:
    """Let the records be those of the practice that is here, so that running programs see them."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for table in metadata.sorted_tables:
            column = "id" if table.name == "practices" else "practice_id"
            connection.execute(f"UPDATE {table.name} SET {column} = ?", (practice,))  # noqa: S608 - our names


def _flush(folder: Path) -> None:
    """Make the new name of a file safe against a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
