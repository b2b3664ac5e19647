"""Ids that point to nothing: the sentence they are answered with."""

from collections.abc import Iterable
from typing import Final

from bodymap.atlas.catalogue import nearest_name

_HOMES: Final = {
    "red flag": "red_flags.yaml",
    "claim": "the claims of this treatment",
    "claim kind": "claims.yaml",
    "correction": "claims.yaml",
    "fact": "facts.yaml",
    "group": "regions.yaml",
    "group or site": "regions.yaml",
    "hazard": "hazards.yaml",
    "muscle": "muscles/",
    "site": "regions.yaml",
    "source": "sources.yaml",
    "topic": "learn/",
    "treatment": "treatments/",
}
"""Where the entries of each kind stand."""


def dangling(kind: str, entry_id: str, known: Iterable[str]) -> str:
    """One sentence: what is not there, where it would stand, and the nearest valid name."""
    nearest = nearest_name(entry_id, known)
    hint = f" Did you mean {nearest!r}?" if nearest else ""
    return f"there is no {kind} {entry_id!r} in {_HOMES[kind]}.{hint}"
