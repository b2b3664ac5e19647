"""Colours of pain 0 to 10, and of pain not rated; the same on screen, in the legend and in print.

The ramp falls in lightness all the way, so that it holds without colour. What was not rated has a
hue of its own and never looks like a number.
"""

from typing import Final

RATED: Final = (
    "#fbe3c0",
    "#f8d3a4",
    "#f5c187",
    "#f1ae6b",
    "#ec9a53",
    "#e48542",
    "#d96f37",
    "#c95a33",
    "#b34634",
    "#983536",
    "#7a2638",
)
"""By pain 0 to 10."""
UNRATED: Final = "#6b7c8f"


def pain_colour(nrs: int | None) -> str:
    """Colour of a pain 0 to 10; None for one that was not rated."""
    return UNRATED if nrs is None else RATED[nrs]
