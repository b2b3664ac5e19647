"""Changes of a draft that know how to be taken back: pure values.

A change says what was before and what is after. Applied where the draft is not as it was before,
it is refused, so that taking a step back never overwrites what another window did since.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import Field

from bodymap.records.base import Item, Record


class NotAsBefore(Exception):
    """A draft is not as it was before a change.

    Attributes:
        item_id: The finding, mark or arrow concerned; None for fields of the draft itself.
    """

    def __init__(self, item_id: str | None = None) -> None:
        self.item_id = item_id
        super().__init__(item_id)


class Change(Record):
    """What was before, and what is after."""

    before: Any
    after: Any

    def inverse(self) -> Self:
        """The change that takes this one back; the inverse of the inverse is the change."""
        return self.changed(before=self.after, after=self.before)


ChangeT = TypeVar("ChangeT", bound=Change)


ItemT = TypeVar("ItemT", bound=Item)


class ItemChange(Change, Generic[ItemT]):
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

    def made_in(self, items: tuple[ItemT, ...]) -> tuple[ItemT, ...]:
        """The list after the change; what is set comes to its place in the order.

        Raises:
            NotAsBefore: The item is not as it was before the change.
        """
        if next((item for item in items if item.id == self.item_id), None) != self.before:
            raise NotAsBefore(self.item_id)
        if self.before is not None and self.after is not None:
            return tuple(self.after if item.id == self.after.id else item for item in items)
        rest = [item for item in items if item.id != self.item_id]
        if self.after is not None:
            rest.insert(min(self.position, len(rest)), self.after)
        return tuple(rest)


@dataclass(frozen=True)
class Step(Generic[ChangeT]):
    """One thing done to a draft in one browser window.

    Attributes:
        what: Id of what was done, such as `set_finding`; a page puts it into words.
        change: What was before and what is after.
    """

    what: str
    change: ChangeT
