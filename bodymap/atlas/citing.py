"""How a source is named, and the notice that goes wherever the atlas is shown."""

from typing import Final

from bodymap.atlas.sources import Source

NOTICE: Final = (
    "Bodymap educates and records; it does not diagnose and does not choose a treatment. "
    "Trigger points are a disputed idea, examiners agree only moderately, and referral maps are "
    "typical, not certain."
)


def citation(source: Source) -> str:
    """A source in one line: who, when, what."""
    year = f", {source.year}" if source.year else ""
    return f"{source.authors}{year}: {source.title}" if _named(source) else source.title


def short_citation(source: Source) -> str:
    """A source in two or three words, for where there is no room: "Simons DG et al. 1999"."""
    first, *others = source.authors.split(", ") if _named(source) else [source.title]
    who = f"{first} et al." if others else first
    return f"{who} {source.year}" if source.year else who


def _named(source: Source) -> bool:
    """Whether it says who wrote it."""
    return not source.authors.startswith("(")
