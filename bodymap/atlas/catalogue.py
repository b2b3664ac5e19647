"""Entries by id; an unknown id is answered with the nearest one."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar, overload

from bodymap.errors import UnknownEntry


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Stable slug."""


EntryT = TypeVar("EntryT", bound=HasId)
OtherT = TypeVar("OtherT")


def nearest_name(name: object, names: Iterable[str]) -> str | None:
    """The valid name most like the given one, or `None` where nothing resembles it."""
    found = get_close_matches(str(name), list(names), n=1, cutoff=0.6)
    return found[0] if found else None


class Catalogue(Mapping[str, EntryT], Generic[EntryT]):
    """Read-only mapping of ids to entries, in the order of the files.

    Raises:
        UnknownEntry: `catalogue[id]` of an id that is not there; it is a `KeyError` too.
    """

    def __init__(self, kind: str, entries: Iterable[EntryT]) -> None:
        self._kind = kind
        self._entries = {entry.id: entry for entry in entries}

    def __getitem__(self, entry_id: str) -> EntryT:
        try:
            return self._entries[entry_id]
        except (KeyError, TypeError):
            raise UnknownEntry(self._kind, entry_id, self._entries) from None

    def __contains__(self, entry_id: object) -> bool:
        # A mapping would try `catalogue[id]`, which looks for the nearest name when there is none.
        return isinstance(entry_id, str) and entry_id in self._entries

    @overload
    def get(self, entry_id: str, /) -> EntryT | None: ...

    @overload
    def get(self, entry_id: str, default: EntryT | OtherT, /) -> EntryT | OtherT: ...

    def get(
        self, entry_id: str, default: EntryT | OtherT | None = None, /
    ) -> EntryT | OtherT | None:
        """The entry, or the default; as above."""
        return self._entries.get(entry_id, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"<{len(self)} entries of the kind {self._kind}>"
