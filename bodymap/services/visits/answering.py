"""Say how the findings of last time stand today; nothing of last time is ever changed.

Every function writes one step of the open assessment, which the same browser window can take back.
All of them raise UnknownAssessment, NotOpen and InvalidRecord as for every finding.
"""

from bodymap.errors import ChangedSince
from bodymap.records import Assessment, Continues, Course, TriggerPointFinding
from bodymap.services.assessing.changes import AssessmentStep
from bodymap.services.assessing.copies import unexamined
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.assessing.one_finding import FindingStep, found_in, revised, step
from bodymap.services.kernel.editing import Editing, change
from bodymap.services.visits.last_time import EarlierFinding

_CARRIED = ("signs", "pain_on_pressure", "depth", "referral")
"""What "same" carries over; what an instrument showed and what was noted are of that day alone."""


def answer_last_time(
    editing: Editing,
    *,
    earlier: EarlierFinding,
    course: Course | None,
    new_id: str,
    finding_id: str | None = None,
    was: Course | None = None,
) -> Assessment:
    """Say how a finding of last time stands today.

    Where today has no finding for it, one is added at the same place. "Same" carries over what was
    found, marked until somebody confirms it; any other answer carries nothing.

    Args:
        editing: Today's assessment.
        earlier: The finding of last time.
        course: The answer; None takes it away, and with it a finding in which nothing else stands.
        new_id: Id of the finding, if one is added.
        finding_id: The finding of today that was shown beside it, or None.
        was: The answer that was shown; then whatever else was changed since stays.

    Raises:
        UnknownFinding: the finding of today is gone.
        ChangedSince: the answer is another one by now.
    """

    def plan(kept: Assessment) -> FindingStep | None:
        before = found_in(kept, finding_id) if finding_id else _that_continues(kept, earlier)
        if (before and before.course) is not was:
            raise ChangedSince("course")
        if before is None and course is None:
            return None
        today = before or unexamined(earlier.finding, id=new_id)
        return step(
            AssessmentStep.ANSWER_LAST_TIME, kept, before, _answered(today, earlier, course)
        )

    return change(ASSESSMENTS, editing, plan)


def match_finding(editing: Editing, *, finding_id: str, earlier: EarlierFinding) -> Assessment:
    """Say that a finding continues one of last time.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def matched(before: TriggerPointFinding) -> TriggerPointFinding:
        continues = _continues(earlier, before.course)
        return _not_carried(before, earlier.seen).changed(continues=continues, is_new=False)

    return revised(editing, AssessmentStep.MATCH_FINDING, finding_id, matched, compared=True)


def part_finding(editing: Editing, *, finding_id: str, earlier: EarlierFinding) -> Assessment:
    """Say that a finding continues none of an earlier visit; what was carried over goes.

    Args:
        editing: Today's assessment.
        finding_id: The finding of today.
        earlier: The one of last time that it was shown beside.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def parted(before: TriggerPointFinding) -> TriggerPointFinding:
        return _not_carried(before, earlier.seen).changed(continues=None, is_new=True)

    return revised(editing, AssessmentStep.PART_FINDING, finding_id, parted, compared=True)


def _that_continues(today: Assessment, earlier: EarlierFinding) -> TriggerPointFinding | None:
    named = (earlier.visit_id, earlier.finding.id)
    for each in today.findings:
        said = each.continues
        if said is not None and (said.assessment_id, said.finding_id) == named:
            return each
    return None


def _continues(earlier: EarlierFinding, course: Course | None) -> Continues:
    return Continues(assessment_id=earlier.visit_id, finding_id=earlier.finding.id, course=course)


def _answered(
    today: TriggerPointFinding, earlier: EarlierFinding, course: Course | None
) -> TriggerPointFinding | None:
    own = _not_carried(today, earlier.seen)
    if course is None and not own.is_examined:
        return None
    answered = own.changed(continues=_continues(earlier, course), is_new=False)
    if course is not Course.SAME or own.is_examined or not earlier.seen.was_examined:
        return answered
    carried = {name: getattr(earlier.seen, name) for name in _CARRIED}
    return answered.changed(**carried, copied_from=earlier.finding.id)


def _not_carried(finding: TriggerPointFinding, seen: TriggerPointFinding) -> TriggerPointFinding:
    """The finding without what was carried over and nobody confirmed or changed."""
    if not finding.is_carried:
        return finding
    blank = unexamined(finding, id=finding.id)
    own = {
        name: getattr(blank if getattr(finding, name) == getattr(seen, name) else finding, name)
        for name in _CARRIED
    }
    signs = {
        name: value
        for name, value in dict(finding.signs).items()
        if value is not getattr(seen.signs, name)
    }
    return finding.changed(**own | {"signs": signs}, copied_from=None)
