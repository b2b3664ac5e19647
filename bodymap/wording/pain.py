"""What a person says of their pain, in words: places by side, answers, and how much is folded."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final, TypeVar

from bodymap.analysis.read_back import NamedPlace
from bodymap.records import PainMark, PainQuality, PainTiming
from bodymap.wording.places import place_with_side, places_joined
from bodymap.wording.words import Words, words_in

MOST: Final = 8
"""Places in one line; the rest is counted."""


Kind = TypeVar("Kind", bound=Enum)


def named(message: str, kinds: Iterable[Kind], words: Words) -> dict[Kind, str]:
    """The words for the values of an enumeration, such as qualities of pain.

    Args:
        message: Whose attributes they are; each has the name of a value in small letters.
        kinds: The values.
        words: Of the language.
    """
    return {kind: words(f"{message}.{kind.name.lower()}") for kind in kinds}


def places_in_words(
    places: Sequence[NamedPlace], most: int = MOST, words: Words | None = None
) -> str:
    """Places with their sides in one line; those beyond `most` are counted."""
    words = words or words_in()
    said = [place_with_side(each.label, each.laterality, words) for each in places[:most]]
    if len(places) > most:
        said.append(words("pain-more-places", count=len(places) - most))
    return words.lines(said) or words("pain-nothing-marked")


def sides_in_words(
    places: Sequence[NamedPlace], words: Words | None = None
) -> tuple[tuple[str, str], ...]:
    """For each side its name and all its places, the side of the largest place first."""
    words = words or words_in()
    return tuple(
        (
            words(f"pain-yours.{side.value.lower()}"),
            words.lines(
                places_joined((each.label for each in places if each.laterality is side), words)
            ),
        )
        for side in dict.fromkeys(place.laterality for place in places)
    )


def folded_in_words(
    more: Sequence[NamedPlace], edges: Sequence[NamedPlace], words: Words | None = None
) -> str:
    """How many places stand behind a fold, such as "12 more places, 3 only at the edge"."""
    words = words or words_in()
    if not more:
        return words("pain-edges", count=len(edges))
    counted = words("pain-more-places", count=len(more))
    return words("pain-more-and-edges", places=counted, edges=len(edges)) if edges else counted


def answers_in_words(mark: PainMark, words: Words | None = None) -> str:
    """What was said of a pain, in one line; what was not asked or answered is left out."""
    words = words or words_in()
    said = []
    if mark.intensity is not None:
        said.append(words("pain-strength", nrs=mark.intensity.nrs))
    said += [
        mark.other_quality if quality is PainQuality.OTHER and mark.other_quality else word
        for quality, word in named("pain-quality", PainQuality, words).items()
        if quality in mark.qualities
    ]
    if mark.depth is not None:
        said.append(words(f"pain-depth.{mark.depth.name.lower()}"))
    said += [
        word
        for timing, word in named("pain-timing", PainTiming, words).items()
        if timing in mark.timing
    ]
    if mark.since is not None:
        said.append(words(f"pain-since-said.{mark.since.name.lower()}"))
    return ", ".join(said)
