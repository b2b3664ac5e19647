"""What all atlas entries share: frozen, strict values, ids, texts, and how sure we are.

A field that an entry does not know is refused: a misspelt word must not be lost in silence.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A stable id: small letters, digits and underscores. Never reused for something else."""

Text = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$")]
"""One line of text, not empty, without blanks at its ends."""

Citations = Annotated[tuple[Slug, ...], Field(min_length=1)]
"""Ids of sources in `sources.yaml`; at least one, since nothing is stated without a source."""


class Entry(BaseModel):
    """Base of every value read from an atlas file: cannot be changed, knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Certainty(StrEnum):
    """How well the sources agree on a statement."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class SourceKind(StrEnum):
    """What kind of work a statement rests on."""

    TEXTBOOK = "textbook"
    CONSENSUS = "consensus"
    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic_review"
    REVIEW = "review"
    RCT = "rct"
    OBSERVATIONAL = "observational"
    OPINION = "opinion"
    CLINIC_PAGE = "clinic_page"
    CLINIC_CLAIM = "clinic_claim"
    WEBSITE = "website"
    TERMINOLOGY = "terminology"
    GENERAL_KNOWLEDGE = "general_knowledge"
