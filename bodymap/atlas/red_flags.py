"""Questions that stand in front of self-care and treatment, for safety and not for diagnosis."""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from bodymap.atlas.base import Entry, Slug, SourceKind, Text
from bodymap.atlas.criteria import Statement
from bodymap.atlas.treatments import StatedText

ANYWHERE: Final = "any"
"""Stands in `regions` for every region of the body."""


class AdviceLevel(StrEnum):
    """What a yes asks for, the most pressing first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SEE_CLINICIAN = "see_clinician"


class RedFlagGroup(StrEnum):
    """A rough heading, for sorting."""

    SPINE = "spine"
    SYSTEMIC = "systemic"
    VASCULAR = "vascular"
    CHEST = "chest"
    ABDOMEN = "abdomen"
    LEG = "leg"
    AFTER_TREATMENT = "after_treatment"


class RedFlag(Statement):
    """One question; a yes stops the way to self-care and treatment.

    Attributes:
        condition: What it could be; never shown as a finding.
        question: One yes or no, in plain words.
        regions: Groups and sites it stands in front of, the one most in danger first, or `any`.
        why: Why it is asked; can be shown on its own.
        kind: What kind of work it rests on.
    """

    id: Slug
    condition: Text
    question: Text
    advice_level: AdviceLevel
    regions: Annotated[tuple[Slug, ...], Field(min_length=1)]
    why: Text
    group: RedFlagGroup | None = None
    kind: SourceKind


class RedFlagCue(Entry):
    """A few words that stand for several questions, where there is little time to ask them all.

    Whoever would answer yes to one of its questions finds themselves in the words. It is asked
    where one of `asks` is; who ticks it is asked all its questions that fit the place.

    Attributes:
        words: What is shown; words of our own, which say nothing that the questions do not.
        asks: Ids of the questions it stands for.
        also: Ids of questions of other cues that its words may mean too.
    """

    id: Slug
    words: Text
    asks: Annotated[tuple[Slug, ...], Field(min_length=1)]
    also: tuple[Slug, ...] = ()


class RedFlagsFile(Entry):
    """`red_flags.yaml`: the questions, and what a yes asks for.

    Attributes:
        advice_levels: What to do, for each level. No telephone number: they differ by country.
        accuracy: How far such questions can be relied on.
        rules: What the program must hold to.
        cues: Each question with pressing advice stands under one of them, and only one.
    """

    schema_version: Literal[1]
    advice_levels: dict[AdviceLevel, Text]
    accuracy: StatedText
    rules: tuple[Text, ...]
    red_flags: tuple[RedFlag, ...]
    cues: tuple[RedFlagCue, ...]
