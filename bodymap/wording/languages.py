"""The languages there are, and which of them suits a reader best."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, slots=True)
class Language:
    """A language that pages can be read in.

    Attributes:
        code: As `<html lang>` says it.
        name: What its readers call it.
        locale: Whose dates, numbers and plurals it uses.
        is_checked: Whether a clinician has read its sentences; says so on the page if not.
    """

    code: str
    name: str
    locale: str
    is_checked: bool = True


ENGLISH: Final = "en"
PSEUDO: Final = "en-x-pseudo"
"""English with accents, longer: whatever stays plain, or is cut off, was never meant to be
translated. For testing; nobody chooses it."""

LANGUAGES: Final = MappingProxyType(
    {
        each.code: each
        for each in (
            Language(ENGLISH, "English", "en_GB"),
            Language("de", "Deutsch", "de_DE", is_checked=False),
        )
    }
)
"""Those to choose from, by code."""

KNOWN: Final = MappingProxyType({**LANGUAGES, PSEUDO: Language(PSEUDO, "Pseudo", "en_GB")})
"""Those, and the one for testing."""


def best_of(wished: Iterable[str], otherwise: str = ENGLISH) -> str:
    """The code of the first language wished for that there is.

    Args:
        wished: Language tags, such as "de-AT", the dearest first.
        otherwise: Where there is none of them.
    """
    for tag in wished:
        try:
            code = Locale.parse(tag, sep="-").language
        except (ValueError, TypeError, UnknownLocaleError):
            continue
        if code in LANGUAGES:
            return code
    return otherwise
