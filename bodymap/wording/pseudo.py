"""English in accents and longer, to find what is not translated and what is cut off.

Letters stay readable, vowels double, and every sentence stands between marks, so that a cut end
shows. Values are left alone: what goes into a sentence comes from a sentence itself, or is a name.
"""

from typing import Final

from bodymap.wording.patterns import Pattern

OPENS: Final = "⟦"
CLOSES: Final = "⟧"
_PLAIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED: Final = "áƀçđéƒǧħíĵķľɱñóƥɋřšťúṽŵẋýžÁƁÇĐÉƑǦĦÍĴĶĽṀÑÓƤɊŘŠŤÚṼŴẊÝŽ"
_VOWELS: Final = frozenset("aeiouAEIOU")
_LETTERS: Final = {
    ord(plain): accented * (2 if plain in _VOWELS else 1)
    for plain, accented in zip(_PLAIN, _ACCENTED, strict=True)
}


def pseudo(text: str) -> str:
    """A sentence in accents, about a third longer, between marks."""
    return f"{OPENS}{_accented(text)}{CLOSES}" if text.strip() else text


def pseudo_pattern(key: str, pattern: Pattern) -> Pattern:
    """A pattern of a catalogue, its texts in accents; names of parts and places without marks.

    Args:
        key: Id of the message.
        pattern: See `bodymap.wording.patterns`.
    """
    accented = _each(pattern)
    if key.startswith(("place-", "part-", "side-")):
        return accented
    whole = accented if isinstance(accented, list) else [accented]
    return [OPENS, *whole, CLOSES] if whole != [""] else ""


def _accented(text: str) -> str:
    return text.translate(_LETTERS)


def _each(pattern: Pattern) -> Pattern:
    if isinstance(pattern, str):
        return _accented(pattern)
    return [
        _accented(part)
        if isinstance(part, str)
        else part
        if len(part) == 1
        else [part[0], {case: _each(inner) for case, inner in part[1].items()}, part[2]]
        for part in pattern
    ]
