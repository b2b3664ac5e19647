"""Keeps learners: one JSON file each, in a folder of its own beside the records.

A file is replaced as a whole, by one that is already on the disk, so that a crash leaves the old or
the new one. A file that cannot be read is renamed and told of, never overwritten. One process
serves all windows; within it, nobody comes between reading and writing.
"""

import contextlib
import errno
import json
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bodymap.errors import StoreError, StoreFull, StoreReadOnly, UnknownLearner
from bodymap.records.practice import Learner
from bodymap.services.practising.practice import Unreadable

FOLDER: Final = "practice"
VERSION: Final = 1
"""Newest form of the file that is read; there is no older one."""
MOST_BYTES: Final = 8_000_000
"""A learner's file is at most about a tenth of this; a larger one is none of ours."""
_NAME: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json")


@dataclass(frozen=True)
class _Read:
    stamp: tuple[int, int]
    learner: Learner


class _Bad(Exception):
    """Why a file is not a learner's; whether it may be put aside."""

    def __init__(self, reason: str, *, ours: bool = True) -> None:
        self.ours = ours
        super().__init__(reason)


class LearnerFiles:
    """The learners of one folder; it is made when the first one is kept."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / FOLDER
        self._lock = threading.RLock()
        self._read: dict[str, _Read] = {}
        self._unreadable: dict[str, Unreadable] = {}

    def all(self) -> tuple[Learner, ...]:
        """Every learner that can be read, last used first.

        Raises:
            StoreReadOnly: the folder may not be entered.
        """
        with self._lock:
            learners = [self._open(path) for path in self._files()]
        found = [learner for learner in learners if learner is not None]
        return tuple(sorted(found, key=lambda each: (each.used_at, each.id), reverse=True))

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Files that could not be read since the program started."""
        with self._lock:
            return tuple(self._unreadable.values())

    def add(self, learner: Learner) -> None:
        """Keep a new learner.

        Raises:
            StoreFull: the disk is full.
            StoreReadOnly: the folder may not be written.
        """
        with self._lock:
            self._write(learner)

    def change(self, learner_id: str, step: Callable[[Learner], Learner]) -> Learner:
        """Replace a learner by what `step` makes of it; one that stays as it is is not written.

        Raises:
            UnknownLearner: there is no such learner.
            StoreFull: the disk is full; the old file is untouched.
            StoreReadOnly: the folder may not be written; the old file is untouched.
        """
        with self._lock:
            before = next((each for each in self.all() if each.id == learner_id), None)
            if before is None:
                raise UnknownLearner(learner_id)
            after = step(before)
            if after != before:
                self._write(after)
            return after

    def remove(self, learner_id: str) -> None:
        """Remove a learner for good; nothing if there is none.

        Raises:
            StoreReadOnly: the folder may not be written.
        """
        with self._lock:
            if any(each.id == learner_id for each in self.all()):
                with self._told():
                    self._path(learner_id).unlink(missing_ok=True)
                self._read.pop(self._path(learner_id).name, None)

    def _path(self, learner_id: str) -> Path:
        return self._folder / f"{learner_id}.json"

    def _files(self) -> list[Path]:
        try:
            return [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise StoreReadOnly(str(self._folder), detail=str(error)) from error

    def _open(self, path: Path) -> Learner | None:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            known = self._read.get(path.name)
            if known is None or known.stamp != stamp:
                known = self._read[path.name] = _Read(stamp, _parsed(path, status.st_size))
        except FileNotFoundError:
            return None
        except _Bad as bad:
            self._put_aside(path, str(bad), ours=bad.ours)
            return None
        except OSError as error:
            self._put_aside(path, error.strerror or "it cannot be opened", ours=False)
            return None
        return known.learner

    def _put_aside(self, path: Path, reason: str, *, ours: bool) -> None:
        aside = path
        if ours:
            named = path.with_name(f"{path.stem}.broken-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.json")
            with contextlib.suppress(OSError):
                path.replace(named)
                aside = named
        self._read.pop(path.name, None)
        self._unreadable[path.name] = Unreadable(
            file=aside.name, folder=str(self._folder), reason=reason, set_aside=aside != path
        )

    def _write(self, learner: Learner) -> None:
        path = self._path(learner.id)
        with self._told():
            self._folder.mkdir(parents=True, exist_ok=True)
            _replace(path, learner.model_dump_json().encode())
            status = path.stat()
        self._read[path.name] = _Read((status.st_mtime_ns, status.st_size), learner)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _as_store_error(error, self._folder) from error


def _as_store_error(error: OSError, folder: Path) -> StoreError:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    kind = StoreFull if full else StoreReadOnly
    return kind(str(folder), detail=str(error))


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside the old one and put it in its place once it is on the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    # Some systems cannot do this for a folder; there the file system sees to it.
    with contextlib.suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _parsed(path: Path, size: int) -> Learner:
    if size > MOST_BYTES:
        raise _Bad(f"it has {size} bytes, more than {MOST_BYTES}")
    content = path.read_bytes()
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        raise _Bad("it is not JSON") from None
    if not isinstance(raw, dict):
        raise _Bad("it holds no learner")
    version = raw.get("schema_version")
    if type(version) is int and version > VERSION:
        raise _Bad(f"it was written by a newer Bodymap (form {version})", ours=False)
    try:
        # From JSON, so that lists are taken for tuples and texts for times.
        learner = Learner.model_validate_json(content)
    except ValueError as error:
        raise _Bad(_first_line(error)) from None
    if f"{learner.id}.json" != path.name:
        raise _Bad("it names another learner than its file does")
    return learner


def _first_line(error: ValueError) -> str:
    return str(error).splitlines()[0]
