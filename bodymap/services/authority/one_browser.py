"""A link opens in one browser at a time: which one came first, and what it finished.

Kept as long as the server runs: a restart forgets it, and the first to come has the link again.
"""

from dataclasses import dataclass, field
from typing import Final

from bodymap.services.authority.digests import token_digest

COOKIE: Final = "bodymap_guest"
"""Cookie by which a guest's browser is known again; it says nothing but that."""


@dataclass(frozen=True)
class OneBrowser:
    """The browsers of guests, by the digest of what their cookie says."""

    _holders: dict[str, str] = field(default_factory=dict)
    _finished: dict[str, frozenset[str]] = field(default_factory=dict)

    def holds(self, token: str, browser: str) -> None:
        """Note that a browser opened a link; the first one keeps it."""
        self._holders.setdefault(token_digest(token), token_digest(browser))

    def is_held_elsewhere(self, token: str, browser: str) -> bool:
        """Whether another browser opened this link before."""
        own = token_digest(browser)
        return self._holders.get(token_digest(token), own) != own

    def note_finished(self, drawing_id: str, browser: str) -> None:
        """Note that a drawing was finished in this browser."""
        own = token_digest(browser)
        self._finished[own] = self._finished.get(own, frozenset()) | {drawing_id}

    def finished(self, browser: str) -> frozenset[str]:
        """Ids of the drawings that were finished in this browser."""
        return self._finished.get(token_digest(browser), frozenset())
