"""An examination at a time: who, when, why, the findings and treatments in their order."""

from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.records.base import Line, Moment, Notes, Record, RecordId, Token
from bodymap.records.draftable import Draftable, Status
from bodymap.records.finding import TriggerPointFinding
from bodymap.records.outcome_measure import ANSWERED, MOST_MEASURES, OutcomeMeasure
from bodymap.records.treatment import MOST_TREATMENTS, TreatmentRecord, TreatmentResponse

NOTE_FIELDS: Final = ("notes", "subjective", "objective", "conclusion", "plan")
"""Where something is written about the visit as a whole; a visit needs none of them."""

MOST_FINDINGS: Final = 500
"""Most findings of one assessment; far beyond any examination, and a bound for bad input."""


class Assessment(Draftable):
    """One examination. Its figure is the one it was made on.

    Attributes:
        examined_at: when the examination took place.
        examiner: name of who examined, as typed.
        notes: free notes; the four fields after it are as optional.
        subjective: what the person says.
        objective: what was found, beside the findings.
        conclusion: what it comes to, the A of SOAP notes.
        plan: what comes next.
        treatments: what was done at this visit.
        responses: what the person said at this visit about treatments of an earlier one.
        measures: outcome measures that were asked at this visit.
    """

    examined_at: Moment
    examiner: Line = ""
    reason: Line = ""
    notes: Notes = ""
    subjective: Notes = ""
    objective: Notes = ""
    conclusion: Notes = ""
    plan: Notes = ""
    findings: Annotated[tuple[TriggerPointFinding, ...], Field(max_length=MOST_FINDINGS)] = ()
    treatments: Annotated[tuple[TreatmentRecord, ...], Field(max_length=MOST_TREATMENTS)] = ()
    responses: Annotated[tuple[TreatmentResponse, ...], Field(max_length=MOST_TREATMENTS)] = ()
    measures: Annotated[tuple[OutcomeMeasure, ...], Field(max_length=MOST_MEASURES)] = ()

    @model_validator(mode="after")
    def _each_finding_once(self) -> Self:
        for name, items in (
            ("findings", self.findings),
            ("treatments", self.treatments),
            ("responses", self.responses),
            ("measures", self.measures),
        ):
            ids = [item.id for item in items]
            if len(set(ids)) != len(ids):
                message = f"two {name} have the same id"
                raise ValueError(message)
        asked = [each.instrument for each in self.measures if each.instrument in ANSWERED]
        if len(set(asked)) != len(asked):
            message = "an instrument is asked once at a visit"
            raise ValueError(message)
        return self

    def finding(self, finding_id: str) -> TriggerPointFinding | None:
        """The finding with this id, or None."""
        return next((found for found in self.findings if found.id == finding_id), None)

    def treatment(self, treatment_id: str) -> TreatmentRecord | None:
        """The treatment with this id, or None."""
        return next((done for done in self.treatments if done.id == treatment_id), None)

    def response(self, treatment_id: str) -> TreatmentResponse | None:
        """What was said here about a treatment of an earlier visit, or None."""
        return next((said for said in self.responses if said.id == treatment_id), None)


class AssessmentSummary(Record):
    """An assessment as a line of a list, without its findings."""

    id: RecordId
    person_id: RecordId | None
    person_label: Line
    is_sample: bool
    code: Token
    examined_at: Moment
    changed_at: Moment
    examiner: Line
    reason: Line
    status: Status
    editions: Annotated[int, Field(ge=0)]
    finding_count: Annotated[int, Field(ge=0)]
