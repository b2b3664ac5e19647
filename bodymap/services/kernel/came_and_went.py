"""What the store keeps of how records came and went: handed over, imported, removed for good."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bodymap.records import HandOver
from bodymap.records.origin import Origin
from bodymap.records.transfer import Transfer


class TransferRepository(Protocol):
    """What went from one person to another. It goes when either person is removed for good."""

    def add(self, transfer: Transfer) -> None:
        """Keep a new one."""

    def get(self, transfer_id: str) -> Transfer | None:
        """The transfer, or None."""

    def save(self, transfer: Transfer) -> None:
        """Keep when it was undone."""

    def of_person(self, person_id: str) -> tuple[Transfer, ...]:
        """All that went from or to a person, the last first."""


class HandOverRepository(Protocol):
    """Drawings handed over. They go when their drawing is removed for good."""

    def add(self, hand_over: HandOver) -> None:
        """Keep a new one."""

    def get(self, hand_over_id: str) -> HandOver | None:
        """The hand-over, or None."""

    def by_digest(self, digest: str) -> HandOver | None:
        """The one with this digest, also one that has ended, or None."""

    def of_device(self) -> HandOver | None:
        """The one of this device that holds, last made first, or None."""

    def save(self, hand_over: HandOver, *, before: HandOver) -> None:
        """Replace `before` by `hand_over`.

        Raises:
            VersionMoved: what is kept is not at the version of `before`.
        """

    def not_ended(self) -> tuple[HandOver, ...]:
        """Those that nobody ended, expired or not, last made first."""

    def forget(self, *, made_before: datetime) -> None:
        """Forget those made before, but never one of this device that holds."""


class OriginRepository(Protocol):
    """Where records came from that were not made here. It goes with its record."""

    def add(self, *several: Origin) -> None:
        """Keep where records came from."""

    def of(self, record_id: str) -> Origin | None:
        """Where it came from; None if it was made here."""


class ErasedRepository(Protocol):
    """The register of what was removed for good; no backup brings that back."""

    def among(self, record_ids: Collection[str]) -> frozenset[str]:
        """Those of these ids whose records were removed for good."""

    def forget(self, *record_ids: str) -> None:
        """Take records off the register, as they were imported again on purpose."""
