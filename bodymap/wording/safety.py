"""Questions for safety and the advice after a yes, in words."""

import json
from functools import cache
from typing import Any, Final

from bodymap import files
from bodymap.analysis.safety_steps import SafetyAsk
from bodymap.atlas import AdviceLevel, Atlas, RedFlag
from bodymap.wording.words import Words

TRANSLATED: Final = ("wording", "compiled", "red_flags.json")
"""Below `assets`: by key, the English text that was translated and its translations."""


def asked_in_words(ask: SafetyAsk, words: Words) -> str:
    """A question as a person reads it."""
    text = words.adapted(translations(), ask.id, ask.words)
    limb = words(f"safety-limb.{ask.limb}")
    over = words("safety-over", age=ask.over) if ask.over else ""
    return text.replace("{over}", over).replace("{limb}", limb)


def advice_in_words(level: AdviceLevel, atlas: Atlas, words: Words, number: str) -> str:
    """What a yes asks for as a sentence, with the number to call if there is one.

    Args:
        level: How pressing it is.
        atlas: Where the advice stands.
        words: Of the language.
        number: The practice's emergency number; empty where it has set none.
    """
    advice = words.adapted(translations(), f"advice_{level.value}", atlas.advice[level])
    if number:
        advice = advice.replace(words("safety-no-number"), number)
    return words("safety-advice", advice=advice)


def why_in_words(flag: RedFlag, words: Words) -> tuple[str, str]:
    """The question as a clinician asks it, and why."""
    known = translations()
    question = words.adapted(known, f"{flag.id}_question", flag.question)
    return question, words.adapted(known, f"{flag.id}_why", flag.why)


@cache
def translations() -> dict[str, dict[str, str]]:
    """Translations of the atlas' questions, read once."""
    read: dict[str, Any] = json.loads(files.assets(*TRANSLATED).read_text("utf-8"))
    return read
