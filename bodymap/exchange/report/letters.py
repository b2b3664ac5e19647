"""Which characters the letters of reports have; what is missing is named and stops no report."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from bodymap import files

STAND_IN: Final = "□"
"""Stands for a character that the letters do not have."""
_FILE: Final = ("fonts", "report-letters.txt")
_BLANKS: Final = "\n\t"
_JOINERS: Final = "\u200c\u200d"
_MOST_NAMED: Final = 6


@cache
def fonts() -> tuple[frozenset[int], ...]:
    """Numbers of the characters that each font has."""
    return tuple(
        frozenset(_numbers(line.partition(":")[2].split()))
        for line in files.assets(*_FILE).read_text("ascii").splitlines()
    )


@cache
def known() -> frozenset[int]:
    """Numbers of the characters that any of the fonts has."""
    return frozenset().union(*fonts())


def printable(text: str, *, own_alone: bool = False) -> str:
    """The text with a stand-in for each character that cannot be printed.

    A mark that stands over or joins a character is printed if one font has both.

    Args:
        text: Anybody's.
        own_alone: Whether only the letters of our own font are printed.
    """
    return "".join(
        STAND_IN if is_missing else sign for sign, is_missing in _signs(text, own_alone=own_alone)
    )


def missing(texts: Iterable[str], *, own_alone: bool = False) -> str:
    """Which characters of some texts cannot be printed, in a sentence; empty if all can."""
    signs = {
        sign
        for text in texts
        for sign, is_missing in _signs(text, own_alone=own_alone)
        if is_missing
    }
    if not signs:
        return ""
    named = [_named(sign) for sign in sorted(signs)[:_MOST_NAMED]]
    more = f" and {len(signs) - _MOST_NAMED} more" if len(signs) > _MOST_NAMED else ""
    one = len(signs) == 1
    count, stand = (
        ("1 character is", "stands") if one else (f"{len(signs)} characters are", "stand")
    )
    return f"{count} not in our letters and {stand} as {STAND_IN}: {', '.join(named)}{more}."


def _signs(text: str, *, own_alone: bool) -> Iterator[tuple[str, bool]]:
    """Each character, and whether it cannot be printed where it stands."""
    usable = fonts()[:1] if own_alone else fonts()
    having: tuple[frozenset[int], ...] = ()
    for sign in unicodedata.normalize("NFC", text):
        if sign in _BLANKS:
            having = ()
            yield sign, False
            continue
        joins = sign in _JOINERS or unicodedata.category(sign).startswith("M")
        among = [font for font in (having if joins else usable) if ord(sign) in font]
        having = tuple(among) if among or not joins else having
        yield sign, not among


def _numbers(ranges: Iterable[str]) -> Iterator[int]:
    for each in ranges:
        first, _, last = each.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def _named(sign: str) -> str:
    """Such as "U+738B CJK UNIFIED IDEOGRAPH-738B"."""
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".strip()
