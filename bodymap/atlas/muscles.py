"""Muscles and their typical trigger points, as the literature describes them."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, Text
from bodymap.atlas.hazards import Needling
from bodymap.atlas.place import Place
from bodymap.atlas.referral import ReferralPattern


class FrequencyLevel(StrEnum):
    """How often trigger points are found in a muscle in people seen for such pain."""

    VERY_COMMON = "very_common"
    COMMON = "common"
    LESS_COMMON = "less_common"
    RARE = "rare"


class Frequency(Entry):
    """A rough rank for ordering and quizzes, not a measured rate."""

    level: FrequencyLevel
    basis: Literal["expert_judgement"]
    source: Slug
    certainty: Certainty
    note: Text | None = None


class Attachments(Entry):
    """Where a muscle begins and ends, its nerve, and what it does."""

    origin: Text
    insertion: Text
    innervation: Text
    action: Text
    source: Slug


class PointSymptom(Entry):
    """What is noticed with one trigger point beside its pain, where works tell it apart."""

    text: Text
    sources: Citations
    certainty: Certainty


class TriggerPoint(Entry):
    """A trigger point as the literature has it: a typical place with a typical pattern.

    Attributes:
        surface_place: Words from bony landmarks for an average adult; no guide for needling.
        place: The same as data, from which the place on any figure is computed.
        only_on: `right` or `left` where it exists on that side of the patient only.
        zone_shape: The usual published shape of the zones, in own words.
        symptoms: What is noticed with this very one; most works speak of the whole muscle only.
    """

    id: Slug
    name: Text
    surface_place: Text
    place: Place
    only_on: Literal["right", "left"] | None = None
    referral: ReferralPattern
    zone_shape: Text | None = None
    symptoms: tuple[PointSymptom, ...] = ()
    note: Text | None = None
    sources: Citations
    certainty: Certainty


class Basis(StrEnum):
    """Whether a page that agrees was read, or the entry rests on general knowledge."""

    CROSS_CHECKED = "cross_checked"
    GENERAL_KNOWLEDGE = "general_knowledge"


class Muscle(Entry):
    """One muscle (or a small family that is examined as one).

    Attributes:
        regions: Ids of groups of `regions.yaml`, the main one first.
        checked_against: Sources that were opened and agree in the main.
        sources: Hold for every statement here that does not name its own.
    """

    id: Slug
    name: Text
    latin_name: Text
    plain_name: Text
    regions: Annotated[tuple[Slug, ...], Field(min_length=1)]
    surface_location: Text
    frequency: Frequency
    attachments: Attachments
    trigger_points: Annotated[tuple[TriggerPoint, ...], Field(min_length=1)]
    symptoms: tuple[Text, ...]
    often_mistaken_for: tuple[Text, ...]
    activating_or_perpetuating: tuple[Text, ...]
    self_care_hint: Text
    self_care_precaution: Text | None = None
    needling: Needling
    note: Text | None = None
    sources: Citations
    checked_against: tuple[Slug, ...] = ()
    basis: Basis
    certainty: Certainty
