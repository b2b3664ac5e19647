"""What clinic pages say, one fact at a time, and the page on which each can be read."""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from bodymap.atlas.base import Certainty, Entry, Slug, Text

TREATMENT_PREFIX: Final = "treatment:"
"""Before the id of a treatment: the fact can be read on that treatment's page."""


class FactPage(StrEnum):
    """Pages, other than a treatment's own, on which facts can be read."""

    LEARN_TRIGGER_POINTS = "learn_trigger_points"
    LEARN_CAUSES = "learn_causes"
    REGION_PAGES = "region_pages_and_body_map"
    TREATMENT_COMPARISON = "treatment_comparison"
    AFTERCARE = "aftercare"
    SELF_CARE = "self_care_and_prevention"
    SEEK_HELP = "safety_when_to_seek_help"
    ABOUT = "about_and_sources"


class FactKind(StrEnum):
    """How the page puts it."""

    CLINIC_CLAIM = "clinic_claim"
    PROMOTIONAL_CLAIM = "promotional_claim"
    OPINION = "opinion"
    PAGE_GAP = "page_gap"


class FactTopic(StrEnum):
    """What a fact is about."""

    DEFINITION = "definition"
    REFERRED_PAIN = "referred_pain"
    COMMON_REGION = "common_region"
    CAUSE = "cause"
    CAUSE_WHIPLASH = "cause_whiplash"
    PREVENTION = "prevention"
    NAMES = "names"
    MECHANISM = "mechanism"
    PURPOSE = "purpose"
    INDICATION = "indication"
    INDICATION_WHIPLASH = "indication_whiplash"
    PLACE_IN_CARE = "place_in_care"
    WHO_PERFORMS = "who_performs"
    CONSENT = "consent"
    SESSION_EXPERIENCE = "session_experience"
    TWITCH = "twitch"
    SESSIONS = "sessions"
    BENEFIT = "benefit"
    EFFECT_DURATION = "effect_duration"
    SAFETY = "safety"
    SIDE_EFFECT = "side_effect"
    SIDE_EFFECT_DURATION = "side_effect_duration"
    AFTERCARE = "aftercare"
    SEEK_HELP = "seek_help"
    COMPARISON = "comparison"
    EVIDENCE = "evidence"
    CONTEXT = "context"
    ATTRIBUTION = "attribution"


class Fact(Entry):
    """One fact of one clinic page, in our own words.

    Attributes:
        app_location: Where it can be read: a `FactPage`, or `treatment:` and the treatment's id.
        certainty: How well the statement is supported, not whether the page says it.
        compare_with: Sources that say otherwise, to be shown beside it.
        regions: Groups of the body it is about; given where it is read at the body and its parts.
    """

    id: Slug
    fact: Text
    topic: FactTopic
    app_location: Annotated[tuple[Text, ...], Field(min_length=1)]
    kind: FactKind
    source: Slug
    certainty: Certainty
    note: Text | None = None
    compare_with: tuple[Slug, ...] = ()
    regions: tuple[Slug, ...] = ()


class FactsFile(Entry):
    """`facts.yaml`: all facts, and what their kinds mean."""

    schema_version: Literal[1]
    kinds: dict[FactKind, Text]
    facts: tuple[Fact, ...]
