"""A change of one finding or mark in its ordered list, that can be taken back."""

from typing import Annotated, Generic, TypeVar

from pydantic import Field

from bodymap.records import PainMark, TriggerPointFinding
from bodymap.records.base import Record

ItemT = TypeVar("ItemT", TriggerPointFinding, PainMark)


class ItemChange(Record, Generic[ItemT]):
    """A finding or mark that was set, changed or removed.

    Attributes:
        before: None if it was not there.
        after: None if it is gone.
        position: Its place in the order, from 0.
    """

    before: ItemT | None
    after: ItemT | None
    position: Annotated[int, Field(ge=0)]

    @property
    def item_id(self) -> str:
        """Id of what is changed."""
        item = self.after or self.before
        return item.id if item else ""

    def made_in(self, kept: tuple[ItemT, ...]) -> tuple[ItemT, ...]:
        """The list after the change; what is set comes to its place in the order."""
        if self.before is not None and self.after is not None:
            return tuple(self.after if item.id == self.after.id else item for item in kept)
        rest = [item for item in kept if item.id != self.item_id]
        if self.after is not None:
            rest.insert(min(self.position, len(rest)), self.after)
        return tuple(rest)
