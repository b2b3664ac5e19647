"""Places of the body in words: their names, with their side, and several in one breath."""

import re
from collections.abc import Iterable
from typing import Final

from bodymap.body import Laterality
from bodymap.wording.words import Words

_BREAK: Final = " | "
"""Stands in a catalogue between a part and its whole."""


def place_key(label: str) -> str:
    """Id of the name of a place in the catalogues.

    Args:
        label: Its everyday name as the figure has it, such as "Front of the knee".
    """
    return f"place-{re.sub('[^a-z0-9]+', '-', label.lower()).strip('-')}"


def place_name(label: str, words: Words) -> str:
    """A place within a sentence, such as "front of the knee"."""
    return _broken(label, words).replace(_BREAK, " ")


def place_with_side(
    label: str, laterality: Laterality, words: Words, *, inside: bool = False
) -> str:
    """A place with its side at the beginning of a line, such as "Front of the knee, left".

    Args:
        label: Its everyday name as the figure has it.
        laterality: The patient's side, BILATERAL for both, or MIDLINE for none.
        words: Of the language.
        inside: Whether it is felt inside the body.
    """
    name = place_name(label, words)
    if laterality is Laterality.MIDLINE:
        return words.begun(words("place-inside", place=name) if inside else name)
    side = f"side-{laterality.value.lower()}"
    sided = f"{place_key(label)}.sided"
    forms = words.forms(side)
    if forms and not inside and words.has_own(sided):
        return words.begun(words(sided, side=words(side), **forms))
    sided = "place-inside-sided" if inside else "place-sided"
    return words.begun(words(sided, place=name, side=words(side)))


def places_joined(labels: Iterable[str], words: Words) -> list[str]:
    """Places within a sentence, parts of one thing in one breath: "front and back of the knee"."""
    parts: dict[str, list[str]] = {}
    for label in labels:
        part, broken, whole = _broken(label, words).partition(_BREAK)
        parts.setdefault(whole if broken else f"{_BREAK}{part}", []).append(part)
    return [
        whole.removeprefix(_BREAK) if whole.startswith(_BREAK) else f"{words.listed(named)} {whole}"
        for whole, named in parts.items()
    ]


def _broken(label: str, words: Words) -> str:
    """A place within a sentence; one that no catalogue knows as the figure calls it."""
    key = place_key(label)
    return words(key) if words.knows(key) else f"{label[:1].lower()}{label[1:]}"
