"""Backups for the pages: the browser has the file, and none stays on the disk.

While one is made it lies in the data folder, for its owner alone. If the server is killed
meanwhile, the next start removes it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from bodymap.errors import NoBackup
from bodymap.services.exchanging.keeping import Kept, Stepped
from bodymap.store.backup import Backup, back_up, owner_only, restore
from bodymap.store.register import UNDO_NAME

_BEGUN: Final = ".vault-"


class FileVault:
    """Backs up the records of a data folder."""

    def __init__(self, folder: Path) -> None:
        """Work for a data folder; what a server that was killed left of a backup is removed."""
        self._folder = folder
        for left in folder.glob(f"{_BEGUN}*"):
            left.unlink(missing_ok=True)

    def back_up(self, progress: Stepped) -> tuple[bytes, Kept]:
        """A proven backup as a file; none stays on the disk.

        Raises:
            StoreError: it cannot be made.
        """
        with self._file(b"") as file:
            made = back_up(self._folder, file, progress=progress)
            return file.read_bytes(), _kept(made)

    def restore(self, data: bytes, progress: Stepped) -> Kept:
        """Put a backup in place of the records. Writes.

        Raises:
            StoreError: it is no backup, or cannot be restored; nothing was changed.
        """
        with self._file(data) as file:
            return _kept(restore(self._folder, file, progress=progress))

    def undo(self, progress: Stepped) -> Kept:
        """Bring back what the last restore took the place of. Writes.

        Raises:
            StoreError: there is nothing to bring back; nothing was changed.
        """
        return _kept(restore(self._folder, self._folder / UNDO_NAME, progress=progress))

    def can_undo(self) -> bool:
        """Whether there is a restore to undo."""
        return (self._folder / UNDO_NAME).exists()

    @contextmanager
    def _file(self, data: bytes) -> Iterator[Path]:
        """A file of the data folder for its owner alone that does not outlive the work."""
        file = self._folder / f"{_BEGUN}{secrets.token_hex(4)}"
        try:
            with owner_only(file) as opened:
                opened.write(data)
            yield file
        except OSError as error:
            raise NoBackup(file.name, error.strerror or "it cannot be written") from error
        finally:
            file.unlink(missing_ok=True)


def _kept(made: Backup) -> Kept:
    counts = Kept({"person": made.people, "assessment": made.assessments, "drawing": made.drawings})
    return replace(counts, removed=made.removed)
