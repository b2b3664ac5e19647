"""An examination at a time: who, when, why, and the findings in the order they were made."""

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.records.base import Line, Moment, Notes, Record, RecordId, Slug, Token
from bodymap.records.finding import TriggerPointFinding

MOST_FINDINGS: Final = 500
"""Most findings of one assessment; far beyond any examination, and a bound for bad input."""


class Status(StrEnum):
    """Where an assessment stands."""

    DRAFT = "DRAFT"
    FINISHED = "FINISHED"
    AMENDED = "AMENDED"


class Assessment(Record):
    """One examination.

    Attributes:
        person_id: whose; None while it waits under its code.
        code: short code under which it waits for its person; kept afterwards.
        examined_at: when the examination took place.
        examiner: name of who examined, as typed.
        status: DRAFT while open (also while it is being amended), FINISHED, or AMENDED when
            finished again.
        figure: figure it was made on.
        body_version: version of the body's cells and views.
        editions: how many times it was finished; each of them stays readable.
        finished_at: when it was last finished; None before that.
        finished_by: name as typed at the last finishing; empty before that.
        amended_because: reason given when it was last opened for amendment; empty before that.
        version: grows by one with each change; a change names the version it started from.
    """

    id: RecordId
    person_id: RecordId | None = None
    code: Token
    examined_at: Moment
    examiner: Line = ""
    reason: Line = ""
    notes: Notes = ""
    status: Status = Status.DRAFT
    figure: Slug = "neutral"
    body_version: Slug = "1"
    findings: Annotated[tuple[TriggerPointFinding, ...], Field(max_length=MOST_FINDINGS)] = ()
    editions: Annotated[int, Field(ge=0)] = 0
    finished_at: Moment | None = None
    finished_by: Line = ""
    amended_because: Line = ""
    version: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _each_finding_once(self) -> Self:
        ids = [finding.id for finding in self.findings]
        if len(set(ids)) != len(ids):
            message = "two findings have the same id"
            raise ValueError(message)
        return self

    @property
    def is_open(self) -> bool:
        """Whether it is still being written."""
        return self.status is Status.DRAFT

    @property
    def is_amendment(self) -> bool:
        """Whether it was finished before and is open again."""
        return self.is_open and self.editions > 0

    def finding(self, finding_id: str) -> TriggerPointFinding | None:
        """The finding with this id, or None."""
        return next((found for found in self.findings if found.id == finding_id), None)


class Edition(Record):
    """An assessment as it was when it was finished; never changed afterwards.

    Attributes:
        number: 1 for the first finishing.
        assessment: with who finished it, when, and why it was amended.
    """

    number: Annotated[int, Field(ge=1)]
    assessment: Assessment


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
