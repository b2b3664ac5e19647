"""What was done at a visit: record, change and remove treatments, and ask about those of before.

Every function writes one step of the open assessment, which the same browser window can take back,
and each names its treatment. All of them raise UnknownAssessment, NotOpen and InvalidRecord.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bodymap.errors import ChangedSince, UnknownTreatment
from bodymap.records import (
    Assessment,
    Course,
    Lasted,
    TreatmentRecord,
    TreatmentResponse,
)
from bodymap.records.base import Record
from bodymap.services.assessing.changes import (
    AnyChange,
    AssessmentStep,
    ResponseChange,
    TreatmentChange,
)
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.changes import Step
from bodymap.services.kernel.editing import Editing, change

_Step = Step[AnyChange]


def record_treatment(editing: Editing, *, treatment: TreatmentRecord) -> Assessment:
    """Add what was done. The same treatment id again, even after an undo, adds nothing."""

    def plan(kept: Assessment) -> _Step | None:
        if kept.treatment(treatment.id):
            return None
        return _treatment_step(AssessmentStep.RECORD_TREATMENT, kept, None, treatment)

    request_id = editing.request_id or f"treat:{editing.draft_id}:{treatment.id}"
    return change(ASSESSMENTS, replace(editing, request_id=request_id), plan)


def revise_treatment(
    editing: Editing, *, treatment_id: str, changes: Mapping[str, Any], was: Mapping[str, Any]
) -> Assessment:
    """Change some fields of a treatment.

    Args:
        editing: Where.
        treatment_id: The treatment.
        changes: New values by field of `TreatmentRecord`, without `id`; a mapping changes single
            fields of what is there: `{"dose": {"seconds": 60}}`.
        was: What they said when the change was made, in the same form.

    Raises:
        UnknownTreatment: the visit has none with this id.
        ChangedSince: they say something else than `was` by now.
    """

    def plan(kept: Assessment) -> _Step | None:
        before = _found(kept, treatment_id)
        for name, value in was.items():
            if not _says(getattr(before, name), value):
                raise ChangedSince(name)
        given = {name: _into(getattr(before, name), value) for name, value in changes.items()}
        after = before.changed(**given, id=before.id)
        return _treatment_step(AssessmentStep.CHANGE_TREATMENT, kept, before, after)

    return change(ASSESSMENTS, editing, plan)


def remove_treatment(editing: Editing, *, treatment_id: str) -> Assessment:
    """Remove a treatment, whatever it says by now; undo brings it back to its place.

    Raises:
        UnknownTreatment: the visit has none with this id.
    """

    def plan(kept: Assessment) -> _Step | None:
        before = _found(kept, treatment_id)
        return _treatment_step(AssessmentStep.REMOVE_TREATMENT, kept, before, None)

    return change(ASSESSMENTS, editing, plan)


def answer_treatment(
    editing: Editing,
    *,
    assessment_id: str,
    treatment_id: str,
    course: Course | None,
    lasted: Lasted | None = None,
    was: TreatmentResponse | None,
) -> Assessment:
    """Say what came of a treatment of an earlier visit.

    Args:
        editing: Today's assessment.
        assessment_id: The visit at which it was done.
        treatment_id: The treatment.
        course: BETTER, SAME or WORSE; None takes the answer away.
        lasted: For how long.
        was: The answer that was shown.

    Raises:
        ChangedSince: the answer is another one by now.
        InvalidRecord: it is no answer to this question.
    """

    def plan(kept: Assessment) -> _Step | None:
        before = kept.response(treatment_id)
        if before != was:
            raise ChangedSince("response")
        fields = {"assessment_id": assessment_id, "course": course, "lasted": lasted}
        after = TreatmentResponse.checked({"id": treatment_id} | fields) if course else None
        if before == after:
            return None
        at = len(kept.responses) if before is None else kept.responses.index(before)
        changed = ResponseChange(before=before, after=after, position=at)
        return Step(what=AssessmentStep.ANSWER_TREATMENT, change=changed)

    return change(ASSESSMENTS, editing, plan)


def _found(kept: Assessment, treatment_id: str) -> TreatmentRecord:
    treatment = kept.treatment(treatment_id)
    if treatment is None:
        raise UnknownTreatment(kept.id, treatment_id)
    return treatment


def _treatment_step(
    what: AssessmentStep,
    kept: Assessment,
    before: TreatmentRecord | None,
    after: TreatmentRecord | None,
) -> _Step | None:
    if before == after:
        return None
    at = len(kept.treatments) if before is None else kept.treatments.index(before)
    return Step(what=what, change=TreatmentChange(before=before, after=after, position=at))


def _into(kept: object, value: object) -> object:
    """A mapping changes single fields of a value made of fields."""
    if isinstance(kept, Record) and isinstance(value, Mapping):
        return kept.changed(**value)
    return value


def _says(kept: object, value: object) -> bool:
    if isinstance(kept, Record) and isinstance(value, Mapping):
        return all(getattr(kept, name) == part for name, part in value.items())
    return kept == value
