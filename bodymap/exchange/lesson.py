"""What is said of a pattern step by step: the same on the screen and on slides to take away."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bodymap.atlas import Atlas, TriggerPoint
from bodymap.atlas.citing import HAND_DRAWN, agreement, short_citation
from bodymap.exchange import words

_MOST_FACTS: Final = 4
"""Of a list; more cannot be read from the back row."""


class Shows(StrEnum):
    """What a step adds to the picture."""

    FIGURE = "figure"
    PLACE = "place"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"
    FACTS = "facts"


@dataclass(frozen=True)
class Part:
    """One step.

    Attributes:
        shows: What it adds.
        lines: What is read with it: heading and text.
    """

    shows: Shows
    lines: tuple[tuple[str, str], ...] = ()


def parts_of(point: TriggerPoint, atlas: Atlas) -> tuple[Part, ...]:
    """The steps of a pattern; one without spillover has a step fewer.

    The muscle is not named before the last one, so that it can be asked for.
    """
    referral, muscle = point.referral, atlas.muscle_of(point.id)
    parts = [
        Part(Shows.FIGURE),
        Part(Shows.PLACE, (("Trigger point", words.sentence([point.surface_place])),)),
    ]
    for shows, heading, zones, shape in zip(
        (Shows.ESSENTIAL, Shows.SPILLOVER),
        ("Where it is mainly felt", "Felt by some"),
        (referral.essential_zones, referral.spillover_zones),
        words.shapes_in_words(point),
        strict=True,
    ):
        if zones and not referral.instead_of_pain:
            where = (heading, words.sentence(words.places(zones, atlas)))
            parts.append(Part(shows, (where, ("In words", shape)) if shape else (where,)))
    instead = referral.instead_of_pain
    facts = {
        "Felt instead of pain": (instead,) if instead else (),
        "In plain words": (muscle.plain_name,),
        "Noticed with this trigger point": tuple(each.text for each in point.symptoms),
        "Often noticed": muscle.symptoms,
        "Pain from it is often mistaken for": muscle.often_mistaken_for,
        "Keeps it going": muscle.activating_or_perpetuating,
    }
    told = ((name, words.listed(texts[:_MOST_FACTS])) for name, texts in facts.items() if texts)
    return (*parts, Part(Shows.FACTS, tuple(told)))


def sources_of(point: TriggerPoint, atlas: Atlas) -> str:
    """Who says so, how well they agree, and what the picture is, in one line."""
    cited = [atlas.sources[each] for each in point.sources]
    named = ", ".join(map(short_citation, cited))
    return f"Sources: {named}. {agreement(cited, point.certainty)} {HAND_DRAWN}"
