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


class RedFlagSign(Entry):
    """One sign of what a question asks about: one thing, as a person is asked it.

    Attributes:
        words: At most 15 words. `{limb}` stands for the arm or leg that is asked about, `{over}`
            for the age from which it counts, where the age is not known.
        from_age: Asked only of people of at least this age.
    """

    id: Slug
    words: Text
    from_age: Annotated[int, Field(gt=0)] | None = None


class RedFlag(Statement):
    """One question; a yes stops the way to self-care and treatment.

    Attributes:
        condition: What it could be; never shown as a finding.
        question: One yes or no, in plain words, as a clinician asks it.
        signs: What a person is asked, one thing at a time; a yes to one is a yes to the question.
            Without any, the question is asked as it stands.
        sex: Whom it cannot concern is not asked.
        from_age: Asked only of people of at least this age, as far as it is known.
        to_age: Asked only of people of at most this age, as far as it is known.
        child: Asked only where it is known that a child is meant.
        regions: Groups and sites it stands in front of, the one most in danger first, or `any`.
        why: Why it is asked; can be shown on its own.
        kind: What kind of work it rests on.
    """

    id: Slug
    condition: Text
    question: Text
    signs: tuple[RedFlagSign, ...] = ()
    sex: Literal["female", "male"] | None = None
    from_age: Annotated[int, Field(gt=0)] | None = None
    to_age: Annotated[int, Field(gt=0)] | None = None
    child: bool = False
    advice_level: AdviceLevel
    regions: Annotated[tuple[Slug, ...], Field(min_length=1)]
    why: Text
    group: RedFlagGroup | None = None
    kind: SourceKind

    @property
    def asked(self) -> tuple[RedFlagSign, ...]:
        """What a person is asked."""
        return self.signs or (RedFlagSign(id=self.id, words=self.question),)


class RedFlagCue(Entry):
    """A short question that stands for several, so that nobody has to read them all.

    Whoever would answer yes to one of its questions finds themselves in the words. It is asked
    where one of `asks` is; who says yes is asked all its questions that fit the place.

    Attributes:
        words: What is shown; words of our own, which say nothing that the questions do not.
        about: What it fears, in one word; cues about the same are asked together.
        asks: Ids of the questions it stands for.
        also: Ids of questions of other cues that its words may mean too.
    """

    id: Slug
    words: Text
    about: Slug
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
