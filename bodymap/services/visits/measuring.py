"""Outcome measures at a visit: record what was answered, change and remove it.

Every function writes one step of the open assessment, which the same browser window can take back.
"""

from bodymap.errors import ChangedSince
from bodymap.records import Assessment
from bodymap.records.outcome_measure import OutcomeMeasure
from bodymap.services.assessing.changes import AnyChange, AssessmentStep, MeasureChange
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.changes import Step
from bodymap.services.kernel.editing import Editing, change


def record_measure(
    editing: Editing, *, measure: OutcomeMeasure, was: OutcomeMeasure | None
) -> Assessment:
    """Keep what was answered, in place of what was shown; `was` is None for a new one.

    Raises:
        ChangedSince: it says something else than `was` by now.
    """
    return _put(editing, measure.id, was, measure, AssessmentStep.RECORD_MEASURE)


def remove_measure(editing: Editing, *, was: OutcomeMeasure) -> Assessment:
    """Remove what was answered, as it was shown; undo brings it back to its place.

    Raises:
        ChangedSince: it says something else by now.
    """
    return _put(editing, was.id, was, None, AssessmentStep.REMOVE_MEASURE)


def _put(
    editing: Editing,
    measure_id: str,
    was: OutcomeMeasure | None,
    after: OutcomeMeasure | None,
    what: AssessmentStep,
) -> Assessment:
    def plan(kept: Assessment) -> Step[AnyChange] | None:
        before = next((each for each in kept.measures if each.id == measure_id), None)
        if before != was:
            raise ChangedSince("measures")
        if before == after:
            return None
        at = len(kept.measures) if before is None else kept.measures.index(before)
        return Step(what=what, change=MeasureChange(before=before, after=after, position=at))

    return change(ASSESSMENTS, editing, plan)
