"""What the store keeps beside records: where they came from, and what was removed for good."""

from collections.abc import Collection
from typing import Protocol

from bodymap.records.origin import Origin


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
