"""Steps that add a finding to an open assessment, or put another in the place of one."""

from collections.abc import Callable
from dataclasses import replace

from bodymap.errors import UnknownFinding
from bodymap.records import Assessment, TriggerPointFinding
from bodymap.services.assessing.changes import AnyChange, AssessmentStep, FindingChange
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.assessing.one_answer import one_answer
from bodymap.services.kernel.changes import Step
from bodymap.services.kernel.editing import Editing, change

FindingStep = Step[AnyChange]


def added(
    editing: Editing,
    what: AssessmentStep,
    new_id: str,
    made: Callable[[Assessment], TriggerPointFinding],
) -> Assessment:
    """Add what is made of the assessment as it is kept; the id tells the operation apart."""

    def plan(kept: Assessment) -> FindingStep | None:
        finding = made(kept)
        return None if kept.finding(new_id) else step(what, kept, None, finding)

    request_id = editing.request_id or f"record:{editing.draft_id}:{new_id}"
    return change(ASSESSMENTS, replace(editing, request_id=request_id), plan)


def revised(
    editing: Editing,
    what: AssessmentStep,
    finding_id: str,
    made: Callable[[TriggerPointFinding], TriggerPointFinding],
    *,
    compared: bool = False,
) -> Assessment:
    """Put what is made of a finding in its place; `compared` if it was seen to be as it was."""

    def plan(kept: Assessment) -> FindingStep | None:
        before = found_in(kept, finding_id)
        return step(what, kept, before, one_answer(before, made(before)))

    return change(ASSESSMENTS, editing if compared else editing.with_version(), plan)


def found_in(assessment: Assessment, finding_id: str) -> TriggerPointFinding:
    """The finding; raises `UnknownFinding` where the assessment has none with this id."""
    finding = assessment.finding(finding_id)
    if finding is None:
        raise UnknownFinding(assessment.id, finding_id)
    return finding


def step(
    what: AssessmentStep,
    kept: Assessment,
    before: TriggerPointFinding | None,
    after: TriggerPointFinding | None,
) -> FindingStep | None:
    """The step from a finding to what comes in its place; None where nothing changes."""
    if before == after:
        return None
    position = len(kept.findings) if before is None else kept.findings.index(before)
    return Step(what=what, change=FindingChange(before=before, after=after, position=position))
