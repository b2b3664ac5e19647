"""Words for what travels, and for what becomes of it."""

from collections.abc import Mapping
from typing import Final

from bodymap.records.origin import Kind
from bodymap.services.exchanging.plan import Fate

KINDS: Final[dict[Kind, tuple[str, str]]] = {
    "person": ("person", "people"),
    "assessment": ("assessment", "assessments"),
    "drawing": ("drawing", "drawings"),
}
"""One, and several."""
FATES: Final = {
    Fate.NEW: "New",
    Fate.RECODED: "New, under another code",
    Fate.BACK: "Removed for good here",
    Fate.SAME: "Here already, the same",
    Fate.DIFFERS: "Here already, different",
    Fate.DELETED: "Deleted here",
}
THEN: Final = {
    Fate.NEW: "added",
    Fate.RECODED: "added; its code is taken here",
    Fate.BACK: "added: it comes back",
    Fate.SAME: "nothing to do",
    Fate.DIFFERS: "what is here stays",
    Fate.DELETED: "stays deleted; bring it back first",
}


def counted(counts: Mapping[Kind, int]) -> str:
    """How many of each kind, such as "1 person, 2 assessments and 0 drawings"."""
    parts = [f"{count:,} {KINDS[kind][count != 1]}" for kind, count in counts.items()]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
