"""Search the parts of the body by what people call them, in the language of the page.

English has rules and synonyms of its own (`analysis/place_search.py`). A language that brings
`search-means` is searched by its own names: every word that was typed begins a word of the part or
its group; where none does, words within longer ones count too, "Schenkel" in "Oberschenkel".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from bodymap.analysis.place_search import Part, matching
from bodymap.wording.places import place_name
from bodymap.wording.words import Words

_LEAST: Final = 4
"""Letters that a word within another must have."""
_TWO_LETTERS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How people type marks over letters that their keyboard has not."""
P = TypeVar("P", bound=Part)


def parts_called(query: str, parts: Sequence[P], words: Words) -> tuple[P, ...]:
    """The parts that a query means, the order kept; none where nothing is called so.

    Args:
        query: What was typed, such as "linkes Knie".
        parts: Parts to choose from.
        words: Of the language.
    """
    if not words.has_own("search-means"):
        return matching(query, parts)
    passed = set(_folded(words("search-passed")))
    pairs = (pair.partition(":") for pair in words("search-means").split(";"))
    means = {
        " ".join(_folded(said)): [_folded(each) for each in meant.split("/")]
        for said, _, meant in pairs
    }
    asked = [means.get(typed, [[typed]]) for typed in _folded(query) if typed not in passed]
    if not asked:
        return ()
    names = {
        part: _folded(f"{place_name(part.label, words)} {words(f'mark-group.{part.group}')}")
        for part in parts
    }
    begun = tuple(part for part, name in names.items() if _all(asked, name, within=False))
    return begun or tuple(part for part, name in names.items() if _all(asked, name, within=True))


def _all(asked: Iterable[Sequence[Sequence[str]]], name: Sequence[str], *, within: bool) -> bool:
    """Whether a name holds one of the meanings of each word asked for, whole."""

    def stands(word: str) -> bool:
        inside = within and len(word) >= _LEAST
        return any(word in each if inside else each.startswith(word) for each in name)

    return all(any(all(map(stands, meant)) for meant in meanings) for meanings in asked)


def _folded(text: str) -> list[str]:
    """Its words in small letters without marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for two, one in _TWO_LETTERS:
        plain = plain.replace(two, one)
    return re.findall(r"\w+", plain)
