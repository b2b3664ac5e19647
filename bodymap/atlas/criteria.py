"""Diagnostic criteria, how well examiners agree, and what change means something."""

from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, SourceKind, Text

Range = Annotated[tuple[float, float], Field(description="lower and upper end")]


class Statement(Entry):
    """Base of everything here: said by someone, with some certainty."""

    sources: Citations
    certainty: Certainty


class Sign(Entry):
    """A sign that an examiner looks for."""

    id: Slug
    label: Text


class Panel(Entry):
    """Who took part in a consensus."""

    experts: int
    countries: int
    rounds: int


class ReferredSensation(Entry):
    """What counts as referred, and how many of the panel agreed (percent)."""

    agreement_percent: int
    includes: tuple[Text, ...]


class DiagnosticCriteria(Statement):
    """One published set of criteria, or a finding about such sets.

    Attributes:
        minimum_met: How many essential signs must be present.
    """

    id: Slug
    name: Text
    kind: SourceKind
    panel: Panel | None = None
    essential: tuple[Sign, ...] = ()
    confirmatory: tuple[Sign, ...] = ()
    rule: Text | None = None
    minimum_met: int | None = None
    referred_sensation: ReferredSensation | None = None
    location_statement: Text | None = None
    finding: Text | None = None


class Definition(Statement):
    """A word and its meaning; `agreement_percent` of the panel that voted on it."""

    id: Slug
    label: Text
    text: Text
    agreement_percent: int | None = None


class SampleSize(Entry):
    """What a figure was measured on."""

    studies: int | None = None
    patients: int | None = None
    people: int | None = None
    raters: int | None = None


class Reliability(Statement):
    """How well examiners agree; `measure` names the unit (kappa, or percent)."""

    id: Slug
    measure: Text
    value: float | None = None
    ci95: Range | None = None
    range: Range | None = None
    text: Text | None = None
    n: SampleSize | None = None
    kind: SourceKind
    note: Text | None = None


class ThresholdNorm(Statement):
    """Pressure pain threshold of people without symptoms, mean and standard deviation in `unit`."""

    id: Slug
    muscle_id: Slug | None = None
    site: Text | None = None
    mean: float
    sd: float
    unit: Literal["kg/cm2", "kPa", "N/cm2"]
    population: Text
    kind: SourceKind
    note: Text | None = None


class ThresholdCutOff(Statement):
    """A rule about pressure pain thresholds; never a test on its own."""

    id: Slug
    muscle_id: Slug | None = None
    rule: Text
    value: float | None = None
    unit: Literal["kg/cm2", "kPa", "N/cm2"] | None = None
    auc: float | None = None
    kind: SourceKind
    note: Text | None = None


class MeasurementError(Statement):
    """How much a threshold moves by itself; `n` people measured."""

    id: Slug
    text: Text
    n: int | None = None
    kind: SourceKind | None = None


class PressurePainThresholds(Entry):
    """What is known about pressure pain thresholds."""

    units_note: Text
    norms: tuple[ThresholdNorm, ...]
    cut_offs: tuple[ThresholdCutOff, ...]
    measurement_error: tuple[MeasurementError, ...]


class PainIntensityChange(Statement):
    """How large a change of pain intensity means something to people."""

    id: Slug
    scale: Text
    meaning: Text
    value_points: float | None = None
    value_percent: float | None = None
    range_points: Range | None = None
    population: Text | None = None
    kind: SourceKind
    default_in_app: bool = False
    note: Text | None = None


class DrawnTwice(Statement):
    """How far two drawings of one and the same pain agree.

    Attributes:
        overlap_mean: Mean Jaccard overlap, 0 to 1.
        overlap_sd: Its standard deviation.
        people: How many drew twice.
    """

    text: Text
    overlap_mean: float
    overlap_sd: float
    people: int
    population: Text
    kind: SourceKind


class ReadTwice(Statement):
    """How much the extent of one and the same drawing moves when it is read again.

    Attributes:
        extent_points: Smallest change beyond that error, percent points of the chart.
        drawings: How many were read.
    """

    text: Text
    extent_points: float
    drawings: int
    population: Text
    kind: SourceKind


class PainDrawingChange(Entry):
    """How much a pain drawing changes by itself."""

    drawn_twice: DrawnTwice
    read_twice: ReadTwice


class Argument(Statement):
    """One statement about how trigger points work, or whether the idea holds."""

    id: Slug
    text: Text
    kind: SourceKind


class Remark(Statement):
    """A statement that stands alone."""

    text: Text
    kind: SourceKind | None = None


class CriteriaFile(Entry):
    """`criteria.yaml`: all of the above.

    Attributes:
        app_must_say: Sentences that stand wherever results are shown.
    """

    schema_version: Literal[1]
    diagnostic_criteria: tuple[DiagnosticCriteria, ...]
    definitions: tuple[Definition, ...]
    record_fields_suggested: tuple[Slug, ...]
    reliability: tuple[Reliability, ...]
    pressure_pain_threshold: PressurePainThresholds
    pain_intensity_change: tuple[PainIntensityChange, ...]
    pain_drawing_change: PainDrawingChange
    mechanism_models: tuple[Argument, ...]
    textbook_numbering: Remark
    prevalence_example: Remark
    contested: tuple[Argument, ...]
    app_must_say: tuple[Text, ...]
