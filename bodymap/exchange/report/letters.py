"""Which characters the letters of reports have; what is missing is named and stops no report."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from bodymap import files

STAND_IN: Final = "□"
"""Stands for a character that the letters do not have."""
_FILE: Final = ("fonts", "report-letters.txt")
_BLANKS: Final = "\n\t"
_MOST_NAMED: Final = 6


@cache
def known() -> frozenset[int]:
    """Numbers of the characters that the letters have."""
    found: set[int] = set()
    for line in files.assets(*_FILE).read_text("ascii").splitlines():
        first, _, last = line.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def printable(text: str) -> str:
    """The text with a stand-in for each character that cannot be printed."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        sign if ord(sign) in known() or sign in _BLANKS else STAND_IN for sign in composed
    )


def missing(texts: Iterable[str]) -> str:
    """Which characters of some texts cannot be printed, in a sentence; empty if all can."""
    signs = {
        sign
        for text in texts
        for sign in unicodedata.normalize("NFC", text)
        if ord(sign) not in known() and sign not in _BLANKS
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


def _named(sign: str) -> str:
    """Such as "U+738B CJK UNIFIED IDEOGRAPH-738B"."""
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".strip()
