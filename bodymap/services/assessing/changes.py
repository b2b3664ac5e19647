"""Changes of an assessment that know how to be taken back: pure values and functions."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.errors import FindingTreated, TooManyFindings
from bodymap.records import (
    Assessment,
    TreatmentRecord,
    TreatmentResponse,
    TriggerPointFinding,
)
from bodymap.records.assessment import MOST_FINDINGS
from bodymap.records.base import Line, Moment, Notes, Record, Slug
from bodymap.records.outcome_measure import OutcomeMeasure
from bodymap.services.kernel.changes import Change, ItemChange, NotAsBefore


class AssessmentStep(StrEnum):
    """What can be done to an open assessment in one step."""

    SET_FINDING = "set_finding"
    CHANGE_FINDING = "change_finding"
    MOVE_FINDING = "move_finding"
    REMOVE_FINDING = "remove_finding"
    COPY_TO_OTHER_SIDE = "copy_to_other_side"
    MOVE_TO_OTHER_SIDE = "move_to_other_side"
    COPY_TO_MUSCLE = "copy_to_muscle"
    COPY_FOUND = "copy_found"
    CONFIRM_EXAMINED = "confirm_examined"
    ANSWER_LAST_TIME = "answer_last_time"
    MATCH_FINDING = "match_finding"
    PART_FINDING = "part_finding"
    RECORD_TREATMENT = "record_treatment"
    CHANGE_TREATMENT = "change_treatment"
    REMOVE_TREATMENT = "remove_treatment"
    ANSWER_TREATMENT = "answer_treatment"
    RECORD_MEASURE = "record_measure"
    REMOVE_MEASURE = "remove_measure"
    EDIT_DETAILS = "edit_assessment"


class Details(Record):
    """The fields of an assessment that are typed beside the figure."""

    examined_at: Moment
    examiner: Line
    reason: Line
    notes: Notes
    figure: Slug
    # Not there in steps that older versions kept.
    subjective: Notes = ""
    objective: Notes = ""
    conclusion: Notes = ""
    plan: Notes = ""


class FindingChange(ItemChange[TriggerPointFinding]):
    """A finding that was set, changed or removed."""

    kind: Literal["finding"] = "finding"


class DetailsChange(Change):
    """Fields of the assessment itself that were changed."""

    kind: Literal["details"] = "details"
    before: Details
    after: Details


class TreatmentChange(ItemChange[TreatmentRecord]):
    """A treatment that was recorded, changed or removed."""

    kind: Literal["treatment"] = "treatment"


class ResponseChange(ItemChange[TreatmentResponse]):
    """What was said about a treatment of an earlier visit, changed or taken away."""

    kind: Literal["response"] = "response"


class MeasureChange(ItemChange[OutcomeMeasure]):
    """An outcome measure that was asked, changed or removed."""

    kind: Literal["measure"] = "measure"


AnyChange = FindingChange | DetailsChange | TreatmentChange | ResponseChange | MeasureChange
AssessmentChange = Annotated[AnyChange, Field(discriminator="kind")]


def details_of(assessment: Assessment) -> Details:
    """The fields of an assessment that are typed beside the figure."""
    return Details(**{name: getattr(assessment, name) for name in Details.model_fields})


def apply(assessment: Assessment, change: AnyChange) -> Assessment:
    """The assessment after the change, one version on.

    Raises:
        NotAsBefore: the assessment is not as it was before the change.
        TooManyFindings: it cannot hold one more.
        FindingTreated: a treatment would name a finding that is not there.
    """
    version = assessment.version + 1
    if isinstance(change, DetailsChange):
        if details_of(assessment) != change.before:
            raise NotAsBefore
        return assessment.changed(version=version, **dict(change.after))
    if isinstance(change, TreatmentChange):
        treatments = change.made_in(assessment.treatments)
        return _undivided(assessment.changed(version=version, treatments=treatments), assessment)
    if isinstance(change, ResponseChange):
        responses = change.made_in(assessment.responses)
        return assessment.changed(version=version, responses=responses)
    if isinstance(change, MeasureChange):
        return assessment.changed(version=version, measures=change.made_in(assessment.measures))
    findings = change.made_in(assessment.findings)
    if len(findings) > MOST_FINDINGS:
        raise TooManyFindings(MOST_FINDINGS)
    return _undivided(assessment.changed(version=version, findings=findings), assessment)


def _undivided(after: Assessment, before: Assessment) -> Assessment:
    """The assessment, unless a treatment would newly name a finding that is not there.

    What older versions left so stays readable and can be put right.
    """
    left = {done.id for done in before.treatments if _is_left(before, done)}
    for done in after.treatments:
        if done.id not in left and _is_left(after, done):
            raise FindingTreated(done.finding_id or "", done.id)
    return after


def _is_left(assessment: Assessment, done: TreatmentRecord) -> bool:
    """Whether a treatment names a finding that its visit does not have."""
    return done.finding_id is not None and assessment.finding(done.finding_id) is None
