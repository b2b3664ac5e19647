"""That records went from one person to another: moved because they were the other's, or merged."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.records.base import Moment, Record, RecordId


class TransferKind(StrEnum):
    """Why records went from one person to another."""

    MOVED = "MOVED"
    MERGED = "MERGED"


class Transferred(Record):
    """One record that went along."""

    kind: Literal["assessment", "drawing"]
    id: RecordId


class Transfer(Record):
    """Records that went from one person to another. Kept in the history of both.

    Attributes:
        kind: MOVED for single records, MERGED where both people were the same one.
        from_id: The person they belonged to.
        to_id: The person they belong to since.
        at: When.
        records: What went along.
        undone_at: When two merged people were parted again; None while they are one.
    """

    id: RecordId
    kind: TransferKind
    from_id: RecordId
    to_id: RecordId
    at: Moment
    records: Annotated[tuple[Transferred, ...], Field(max_length=100_000)] = ()
    undone_at: Moment | None = None

    def count(self, kind: str) -> int:
        """How many records of a kind went along."""
        return sum(record.kind == kind for record in self.records)
