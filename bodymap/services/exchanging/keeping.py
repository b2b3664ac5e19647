"""Backup and restore of all records, as the pages ask for them; the store does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from bodymap.records.origin import Kind

STEPS: Final = 4
"""Steps of a backup and of a restore; between them each can be cancelled."""
Stepped = Callable[[int], None]
"""Called with the number of steps done; what it raises ends the work, and nothing was changed."""


@dataclass(frozen=True)
class Kept:
    """What a backup holds.

    Attributes:
        counts: How many of each kind, deleted ones that can be brought back included.
        removed: How many were not restored, as they were removed for good since.
    """

    counts: dict[Kind, int]
    removed: int = 0


class Vault(Protocol):
    """Backs up all records, and puts a backup in their place."""

    def back_up(self, progress: Stepped) -> tuple[bytes, Kept]:
        """A proven backup as a file; none stays on the disk.

        Raises:
            StoreError: it cannot be made.
        """

    def restore(self, data: bytes, progress: Stepped) -> Kept:
        """Put a backup in place of the records. Writes.

        Raises:
            StoreError: it is no backup, or cannot be restored; nothing was changed.
        """

    def undo(self, progress: Stepped) -> Kept:
        """Bring back what the last restore took the place of. Writes.

        Raises:
            StoreError: there is nothing to bring back; nothing was changed.
        """

    def can_undo(self) -> bool:
        """Whether there is a restore to undo."""
