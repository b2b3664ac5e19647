"""The root of the family, and how values are quoted in its sentences."""

from typing import Final

_SHOWN: Final = 60


def quoted(value: object) -> str:
    """`repr` of a value, cut so that a message stays one readable sentence."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


class BodymapError(Exception):
    """Base of every error raised on purpose by this package."""
