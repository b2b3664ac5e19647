"""One language: its sentences by id, and its dates, times, numbers and lists."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, cached_property
from typing import Final

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from bodymap import files
from bodymap.wording.languages import ENGLISH, KNOWN, PSEUDO, Language
from bodymap.wording.patterns import Pattern, Value, filled
from bodymap.wording.pseudo import pseudo, pseudo_pattern

COMPILED: Final = ("wording", "compiled")
"""Folder of the compiled catalogues below `assets`."""


class Words:
    """The words of one language; what it lacks is said in English."""

    def __init__(self, language: Language, patterns: Mapping[str, Pattern]) -> None:
        """Take a language.

        Args:
            language: Which.
            patterns: Its sentences by id, see `bodymap.wording.patterns`.
        """
        self.language = language
        self._patterns = patterns

    def __call__(self, message: str, /, **values: Value) -> str:
        """The sentence of this id.

        Args:
            message: Id, such as `mark-saved`, or with an attribute `pain-quality.aching`.
            **values: What goes into it.

        Raises:
            KeyError: There is no such sentence, or a value is missing.
        """
        pattern = self._pattern(message)
        if isinstance(pattern, str):
            return pattern
        return filled(pattern, values, number=self.number, plural=self._locale.plural_form)

    def knows(self, message: str) -> bool:
        """Whether there is a sentence of this id."""
        return self.has_own(message) or (self._is_other and words_in(ENGLISH).knows(message))

    def has_own(self, message: str) -> bool:
        """Whether this language itself has the sentence."""
        return message in self._patterns

    def forms(self, message: str) -> dict[str, str]:
        """The attributes of a message by name, such as the endings of a word; those are texts."""
        return {
            key.partition(".")[2]: text
            for key, text in self._patterns.items()
            if key.startswith(f"{message}.") and isinstance(text, str)
        }

    def adapted(self, translations: Mapping[str, Mapping[str, str]], key: str, text: str) -> str:
        """A text of the atlas in this language; as it is where its translation is missing or old.

        Args:
            translations: By key: the text that was translated, under "en", and its translations.
            key: Of the text.
            text: As the atlas says it.
        """
        if self.language.code == PSEUDO:
            return pseudo(text)
        known = translations.get(key, {})
        return known.get(self.language.code, text) if known.get(ENGLISH) == text else text

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return format_decimal(value, locale=self._locale)

    def day(self, day: date) -> str:
        """A day in words, such as "22 November 2026"."""
        return self._voice(format_date(day, "long", locale=self._locale))

    def time(self, moment: datetime) -> str:
        """A time of day, such as "14:32"."""
        return format_time(moment, "HH:mm", locale=self._locale)

    def listed(self, texts: Sequence[str]) -> str:
        """Texts as a list in a sentence, such as "front, side and back"."""
        if self.language.code == PSEUDO:
            return " & ".join(texts)
        return format_list(texts, style="standard", locale=self._locale)

    def begun(self, text: str) -> str:
        """A text as it stands at the beginning of a line, with a capital letter."""
        return text[:1].upper() + text[1:]

    def lines(self, texts: Iterable[str]) -> str:
        """Parts of a line that are longer than words, such as "front of the knee; calf"."""
        return "; ".join(texts)

    def _pattern(self, message: str) -> Pattern:
        if message in self._patterns or not self._is_other:
            return self._patterns[message]
        return words_in(ENGLISH)._pattern(message)  # noqa: SLF001 - of the same class

    def _voice(self, text: str) -> str:
        return pseudo(text) if self.language.code == PSEUDO else text

    @property
    def _is_other(self) -> bool:
        return self.language.code != ENGLISH

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language.locale)


@cache
def words_in(language: str = ENGLISH) -> Words:
    """The words of a language, read once.

    Args:
        language: Its code; see `bodymap.wording.languages.KNOWN`.

    Raises:
        KeyError: There is no such language.
    """
    known = KNOWN[language]
    source = ENGLISH if language == PSEUDO else language
    compiled = files.assets(*COMPILED, f"{source}.json")
    patterns: dict[str, Pattern] = json.loads(compiled.read_text("utf-8"))
    if language == PSEUDO:
        patterns = {key: pseudo_pattern(key, pattern) for key, pattern in patterns.items()}
    return Words(known, patterns)
