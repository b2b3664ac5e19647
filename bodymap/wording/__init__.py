"""Sentences that a person reads, by id and language; `docs/wording.md` says how to translate."""

from bodymap.wording.languages import ENGLISH, LANGUAGES, PSEUDO, best_of
from bodymap.wording.words import Words, words_in

__all__ = ["ENGLISH", "LANGUAGES", "PSEUDO", "Words", "best_of", "words_in"]
