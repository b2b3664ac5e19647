"""What the store keeps beside records: where they came from, and what was removed for good."""

from typing import Protocol

from bodymap.records.origin import Origin


class OriginRepository(Protocol):
    """Where records came from that were not made here. It goes with its record."""

    def add(self, origin: Origin) -> None:
        """Keep where a record came from."""

    def of(self, record_id: str) -> Origin | None:
        """Where it came from; None if it was made here."""


class ErasedRepository(Protocol):
    """The register of what was removed for good; no backup brings that back."""

    def has(self, record_id: str) -> bool:
        """Whether a record of this id was removed for good."""

    def forget(self, record_id: str) -> None:
        """Take a record off the register, as it was imported again on purpose."""
