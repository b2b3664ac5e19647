"""Treatment options, made of claims: a clinic's own claims beside the independent evidence.

Nothing here recommends a treatment or ranks one for a person, and needling is never taught.
"""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from bodymap.atlas.base import Certainty, Entry, Slug, SourceKind, Text
from bodymap.atlas.compared import Compared
from bodymap.atlas.criteria import Range, Statement


class Standing(StrEnum):
    """How a statement is to be shown."""

    CLINICS_OWN = "clinics_own"
    EVIDENCE = "evidence"
    BACKGROUND = "background"


_STANDINGS: Final = {
    SourceKind.CLINIC_CLAIM: Standing.CLINICS_OWN,
    SourceKind.OPINION: Standing.CLINICS_OWN,
    SourceKind.TEXTBOOK: Standing.BACKGROUND,
    SourceKind.GENERAL_KNOWLEDGE: Standing.BACKGROUND,
}


class ClaimField(StrEnum):
    """What a claim is about; the order is the one in which a page tells them."""

    NAME = "name"
    DEFINITION = "definition"
    CONTEXT = "context"
    MECHANISM = "mechanism"
    AGENT = "agent"
    NEEDLE = "needle"
    INDICATION = "indication"
    PLACE_IN_CARE = "place_in_care"
    PERFORMED_BY = "performed_by"
    SESSION = "session"
    SESSIONS_NEEDED = "sessions_needed"
    RESPONSE = "response"
    EFFECT_DURATION = "effect_duration"
    SIDE_EFFECT = "side_effect"
    SIDE_EFFECT_DURATION = "side_effect_duration"
    AFTERCARE = "aftercare"
    PREVENTION = "prevention"
    COMPARISON = "comparison"
    EVIDENCE = "evidence"
    CONTRAINDICATION = "contraindication"
    PRECAUTION = "precaution"
    RISK = "risk"
    SEEK_HELP = "seek_help"


class Finding(StrEnum):
    """What a comparison came to, in one word; the claim's text says it in full."""

    NO_DIFFERENCE = "no_difference"
    NO_DIFFERENCE_FROM_PLACEBO = "no_difference_from_placebo"
    SALINE_AT_LEAST_EQUAL = "saline_at_least_equal"
    SUBSTANCE_INDEPENDENT = "substance_independent"
    INJECTION_BETTER_SHORT_TERM = "injection_better_short_term"
    INJECTION_BETTER_MEDIUM_TERM = "injection_better_medium_term"
    IMS_BETTER = "ims_better"
    EVIDENCE_GAP = "evidence_gap"


class Effect(Entry):
    """A measured effect; `measure` and `scale` say in what, below zero is less pain.

    Attributes:
        ci95: Lower and upper end of the 95 % confidence interval.
    """

    measure: Text
    value: float
    ci95: Range
    scale: Text | None = None


class Duration(Entry):
    """How long soreness lasts by one source; figures of different sources are never pooled."""

    text: Text
    min_minutes: Annotated[int, Field(gt=0)] | None = None
    max_hours: Annotated[int, Field(gt=0)] | None = None


class Claim(Entry):
    """One statement about a treatment, from one source.

    Attributes:
        certainty: How well the statement is supported; for a clinic's claim not whether the clinic
            says it. Where it is low, show it only as theirs.
        attribution: Whose opinion it is; an opinion always names it.
        fact_ids: Facts of `facts.yaml` that it restates.
        correction: Id in `claims.yaml` of what sets it right; shown beside it.
        applies_to: The one group or site it holds for, such as `pelvis`; everywhere if `None`.
        see: Another treatment that the rest is told of.
        n: How many people were studied.
    """

    id: Slug
    field: ClaimField
    text: Text
    kind: SourceKind
    source: Slug
    certainty: Certainty
    attribution: Text | None = None
    fact_ids: tuple[Slug, ...] = ()
    correction: Slug | None = None
    applies_to: Slug | None = None
    see: Slug | None = None
    n: Annotated[int, Field(gt=0)] | None = None
    finding: Finding | None = None
    effect: Effect | None = None
    duration: Duration | None = None
    note: Text | None = None

    @property
    def standing(self) -> Standing:
        """Whether it is a clinic's own claim, independent evidence, or background."""
        return _STANDINGS.get(self.kind, Standing.EVIDENCE)


class StatedText(Statement):
    """A text with the kind of work it rests on."""

    text: Text
    kind: SourceKind


class TreatmentOption(Entry):
    """What the literature, and clinics, say about one treatment.

    Attributes:
        summary: What it is, in words for a patient.
        invasive: Whether a needle goes through the skin.
        from_clinic_pages: Clinic pages that describe it.
        suitable_regions: Groups of the body it is described for; our own grouping, no advice.
        in_short: What studies found, in words for a patient.
        compared: Its row in the comparison of all treatments.
        claims: In the order of the file.
    """

    id: Slug
    name: Text
    aliases: tuple[Text, ...]
    summary: StatedText
    invasive: bool
    from_clinic_pages: tuple[Slug, ...]
    suitable_regions: Annotated[tuple[Slug, ...], Field(min_length=1)]
    in_short: StatedText
    compared: Compared
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]

    def claims_about(self, *fields: ClaimField) -> tuple[Claim, ...]:
        """Claims about any of these, in the order of the file."""
        return tuple(claim for claim in self.claims if claim.field in fields)

    @property
    def soreness(self) -> tuple[Claim, ...]:
        """Claims that say how long soreness lasts, one for each source."""
        return tuple(claim for claim in self.claims if claim.duration)


class Correction(Statement):
    """What is right where a clinic page is wrong.

    Attributes:
        fact_id: The fact of `facts.yaml` that is set right.
        says: What the page says, in our words.
        correct: What holds instead.
    """

    id: Slug
    fact_id: Slug
    says: Text
    correct: Text
    kind: SourceKind


class ClaimsFile(Entry):
    """`claims.yaml`: what the kinds of claims mean, and the corrections."""

    schema_version: Literal[1]
    kinds: dict[SourceKind, Text]
    corrections: tuple[Correction, ...]
