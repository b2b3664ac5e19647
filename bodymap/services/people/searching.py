"""The form in which names are searched and compared: plain small letters, single spaces."""

import unicodedata
from typing import Final

from bodymap.records import PersonDetails

LONGEST_QUERY: Final = 200
"""Letters of a question that are looked at."""
BETWEEN: Final = "\t"
"""Stands between name, code and year of birth, and within none of them."""
TAG: Final = "#"
"""Begins the word of a tag."""
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "ŋ": "n", "ĸ": "k"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("'\u2018\u2019\u02bb\u02bc", "")  # as one likes: O'Brien with any of them
)
"""Letters that are no other letter with a sign added, which Unicode therefore leaves whole."""


def folded(text: str) -> str:
    """Text without capitals, accents and signs that cannot be seen; ł is l, ß is ss, æ is ae.

    Joiners within a word are left out, and so are apostrophes.
    """
    # Twice: what is taken apart can show a capital, as in letters of mathematics.
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    return " ".join("".join(sign for sign in plain if _is_searched(sign)).split())


def search_text(person: PersonDetails) -> str:
    """All that a person is found by: name, code, year of birth and tags, each in plain form."""
    year = str(person.year_of_birth or "")
    named = BETWEEN.join((folded(person.name), folded(person.code), year))
    return "\n".join((named, *(tag_word(tag) for tag in person.tags)))


def tag_word(tag: str) -> str:
    """The one word under which people with a tag are found: "#low-back" for "Low back"."""
    return TAG + folded(tag).replace(" ", "-")


def searched_words(query: str) -> list[str]:
    """The words of a question, in the form in which they are searched."""
    return folded(query[:LONGEST_QUERY]).split()


def _is_searched(sign: str) -> bool:
    return (sign.isprintable() or sign.isspace()) and not unicodedata.combining(sign)
