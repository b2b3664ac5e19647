"""Reading rows that may have been damaged: each on its own, and named."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from bodymap.errors import RecordUnreadable

DAMAGE: Final = (ValueError, TypeError, KeyError, zlib.error)
"""What goes wrong where a row holds something else than was written."""

FoundT = TypeVar("FoundT")


@contextmanager
def reading(kind: str, record_id: str) -> Iterator[None]:
    """Name the record that cannot be read.

    Raises:
        RecordUnreadable: what is kept of it is damaged.
    """
    try:
        yield
    except DAMAGE as error:
        raise RecordUnreadable(kind, record_id, detail=str(error)[:1_000]) from error


def read_or_none(read: Callable[[], FoundT]) -> FoundT | None:
    """What is read, or None where it is damaged."""
    try:
        return read()
    except DAMAGE:
        return None
