"""Which of the words that need explaining stand in a text."""

import re
from collections.abc import Iterable
from functools import cache

from bodymap.atlas import Atlas, Word


def words_to_explain(atlas: Atlas, texts: Iterable[str]) -> tuple[Word, ...]:
    """Words of the glossary that a page uses, in the order in which it first uses them.

    Args:
        atlas: Where the words are explained.
        texts: What stands on the page.
    """
    text = "\n".join(texts)
    found = []
    for word in atlas.words.values():
        met = _pattern((word.name, *word.also)).search(text)
        if met:
            found.append((met.start(), word))
    return tuple(word for _, word in sorted(found, key=lambda each: each[0]))


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
