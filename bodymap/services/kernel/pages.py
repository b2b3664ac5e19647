"""Long lists in pages: some lines at a time, how many there are, and where the next page begins."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, NamedTuple, TypeVar, overload

MOST_ON_PAGE: Final = 200
"""Most lines of one page; a longer list is searched, or read on."""

LineT_co = TypeVar("LineT_co", covariant=True)
LineT = TypeVar("LineT")


class Position(NamedTuple):
    """A line of a list in the order of time, the last first.

    Attributes:
        at: The time that the list is ordered by.
        id: Of the record; tells lines of the same moment apart.
    """

    at: datetime
    id: str


@dataclass(frozen=True)
class Page(Sequence[LineT_co], Generic[LineT_co]):
    """A page of a list.

    Attributes:
        items: The lines on it.
        total: How many lines the whole list has, those before this page included.
        next_after: Where the next page begins, to be given as `after`; None on the last page.
        unreadable: Ids of records that stand on this page and cannot be read.
    """

    items: tuple[LineT_co, ...] = ()
    total: int = 0
    next_after: Position | None = None
    unreadable: tuple[str, ...] = ()

    @property
    def more(self) -> bool:
        """Whether there is a next page."""
        return self.next_after is not None

    @overload
    def __getitem__(self, index: int) -> LineT_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[LineT_co, ...]: ...
    def __getitem__(self, index: int | slice) -> LineT_co | tuple[LineT_co, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[LineT_co]:
        return iter(self.items)


def every_line(read: Callable[[Position | None], Page[LineT]]) -> Iterator[LineT]:
    """All lines of a list, read page by page.

    Args:
        read: Reads the page that begins after a position; None reads the first.
    """
    page = read(None)
    yield from page
    while page.next_after is not None:
        page = read(page.next_after)
        yield from page
