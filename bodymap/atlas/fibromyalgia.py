"""The 2016 criteria for fibromyalgia: shown as published, never as a diagnosis."""

from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Entry, Slug, SourceKind, Text
from bodymap.atlas.criteria import Sign, Statement

Count = Annotated[int, Field(ge=0)]


class SymptomSeverityScale(Entry):
    """Symptom severity scale (SSS).

    Attributes:
        range: Lowest and highest sum.
        past_week: Symptoms answered by one of `past_week_levels`, counted from 0.
        past_six_months: Symptoms answered by yes (1) or no (0).
    """

    range: tuple[int, int]
    past_week: tuple[Sign, ...]
    past_week_levels: tuple[Text, ...]
    past_six_months: tuple[Sign, ...]


class CriterionArm(Entry):
    """One way to meet the criterion: index and severity at least so high (WPI, SSS)."""

    wpi_min: Count
    wpi_max: Count | None = None
    sss_min: Count


class GeneralisedPain(Entry):
    """In how many of the regions of the widespread pain index there must be pain."""

    regions_min: Count
    regions: Count


class Acr2016(Statement):
    """`acr_2016.yaml`. Sources, kind and certainty hold for all of it.

    Attributes:
        arms: Any one of them must be met, and generalised pain, and the time.
        months_min: How long symptoms have been at a similar level.
        rules: The same in words.
    """

    schema_version: Literal[1]
    id: Slug
    name: Text
    kind: SourceKind
    symptom_severity_scale: SymptomSeverityScale
    arms: tuple[CriterionArm, ...]
    generalised_pain: GeneralisedPain
    months_min: Count
    rules: tuple[Text, ...]
    note: Text | None = None
