"""Words as they are compared when something is searched for by typing."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

MOST_LETTERS: Final = 200
"""Longer queries are cut: nobody types more to find something."""

EMPTY_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "a an and are at by for from has have i in is it me my of on or over s the to with when "
        "m musculus "
        "ache aches aching hurt hurts hurting muscle muscles pain pains painful sore",
    )
)
"""Words that tell no muscle from another; a query of nothing else is taken as it is."""

SAME: Final = {
    "abdomen": "belly",
    "tummy": "belly",
    "stomach": "belly",
    "anterior": "front",
    "low": "lower",
    "posterior": "back",
    "lateral": "outer",
    "outside": "outer",
    "medial": "inner",
    "inside": "inner",
    "scapula": "shoulderblade",
    "scapular": "shoulderblade",
    "bottom": "buttock",
    "bum": "buttock",
    "glute": "buttock",
    "shin": "lowerleg",
}
"""Other words for the same; what is said is told in the second. Names stay as they are."""

PLURAL: Final = re.compile(r"\w{3,}[^suiy]s")
"""An s at the end is left out, but not that of abdominis, splenius or piriformis."""

PAIRS: Final = (("shoulder blade", "shoulderblade"), ("lower leg", "lowerleg"))


def words_of(text: str) -> Iterator[str]:
    """The words of a text in the form they are compared in: small letters, no accents, singular."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    for pair, one in PAIRS:
        plain = plain.replace(pair, one)
    for word in re.findall(r"[a-z0-9]+", plain):
        yield word[:-1] if PLURAL.fullmatch(word) else word


def told(words: Iterable[str]) -> list[str]:
    """Words of a place or complaint, each as the one word that stands for its like."""
    return [SAME.get(word, word) for word in words]
