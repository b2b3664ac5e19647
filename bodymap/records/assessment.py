"""An examination at a time: who, when, why, and the findings in the order they were made."""

from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.records.base import Line, Moment, Notes, Record, RecordId, Token
from bodymap.records.draftable import Draftable, Status
from bodymap.records.finding import TriggerPointFinding

MOST_FINDINGS: Final = 500
"""Most findings of one assessment; far beyond any examination, and a bound for bad input."""


class Assessment(Draftable):
    """One examination. Its figure is the one it was made on.

    Attributes:
        examined_at: when the examination took place.
        examiner: name of who examined, as typed.
    """

    examined_at: Moment
    examiner: Line = ""
    reason: Line = ""
    notes: Notes = ""
    findings: Annotated[tuple[TriggerPointFinding, ...], Field(max_length=MOST_FINDINGS)] = ()

    @model_validator(mode="after")
    def _each_finding_once(self) -> Self:
        ids = [finding.id for finding in self.findings]
        if len(set(ids)) != len(ids):
            message = "two findings have the same id"
            raise ValueError(message)
        return self

    def finding(self, finding_id: str) -> TriggerPointFinding | None:
        """The finding with this id, or None."""
        return next((found for found in self.findings if found.id == finding_id), None)


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
