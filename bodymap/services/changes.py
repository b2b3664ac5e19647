"""Changes of a draft that know how to be taken back: pure values and functions.

A change says what was before and what is after. Applied where the draft is not as it was before,
it is refused, so that taking a step back never overwrites what another window did since.
"""

from typing import Annotated, Literal

from pydantic import Field

from bodymap.errors import TooManyFindings, UndoBlocked
from bodymap.records import Assessment, TriggerPointFinding
from bodymap.records.assessment import MOST_FINDINGS
from bodymap.records.base import Line, Moment, Notes, Record, Slug
from bodymap.services.drawing_changes import MarkChange, PainDetailsChange


class Details(Record):
    """The fields of an assessment that are typed beside the figure."""

    examined_at: Moment
    examiner: Line
    reason: Line
    notes: Notes
    figure: Slug


class FindingChange(Record):
    """A finding that was set, changed or removed.

    Attributes:
        before: None if it was not there.
        after: None if it is gone.
        position: its place in the order of findings, from 0.
    """

    kind: Literal["finding"] = "finding"
    before: TriggerPointFinding | None
    after: TriggerPointFinding | None
    position: Annotated[int, Field(ge=0)]

    @property
    def finding_id(self) -> str:
        """Id of the finding."""
        finding = self.after or self.before
        return finding.id if finding else ""


class DetailsChange(Record):
    """Fields of the assessment itself that were changed."""

    kind: Literal["details"] = "details"
    before: Details
    after: Details

    @property
    def finding_id(self) -> None:
        """No finding is concerned."""
        return


AnyChange = FindingChange | DetailsChange | MarkChange | PainDetailsChange
Change = Annotated[AnyChange, Field(discriminator="kind")]


class Step(Record):
    """One thing done to a draft in one browser window.

    Attributes:
        number: order within the window, from 1; given by the store.
        what: in words, for the undo button.
    """

    number: Annotated[int, Field(ge=0)] = 0
    what: Line
    change: Change


def details_of(assessment: Assessment) -> Details:
    """The fields of an assessment that are typed beside the figure."""
    return Details(**{name: getattr(assessment, name) for name in Details.model_fields})


def inverse(change: AnyChange) -> AnyChange:
    """The change that takes this one back; the inverse of the inverse is the change."""
    return change.changed(before=change.after, after=change.before)


def apply(assessment: Assessment, change: AnyChange, *, what: str) -> Assessment:
    """The assessment after the change, one version on.

    Raises:
        UndoBlocked: the assessment is not as it was before the change.
        TooManyFindings: it cannot hold one more.
    """
    version = assessment.version + 1
    if isinstance(change, MarkChange | PainDetailsChange):  # a step of a drawing, not of this
        raise UndoBlocked(what, finding_id=None)
    if isinstance(change, DetailsChange):
        if details_of(assessment) != change.before:
            raise UndoBlocked(what, finding_id=None)
        return assessment.changed(version=version, **dict(change.after))
    if assessment.finding(change.finding_id) != change.before:
        raise UndoBlocked(what, finding_id=change.finding_id)
    return assessment.changed(version=version, findings=_findings_after(assessment, change))


def _findings_after(
    assessment: Assessment, change: FindingChange
) -> tuple[TriggerPointFinding, ...]:
    if change.before is not None and change.after is not None:
        return tuple(change.after if f.id == change.after.id else f for f in assessment.findings)
    rest = [finding for finding in assessment.findings if finding.id != change.finding_id]
    if change.after is not None:
        if len(rest) >= MOST_FINDINGS:
            raise TooManyFindings(MOST_FINDINGS)
        rest.insert(min(change.position, len(rest)), change.after)
    return tuple(rest)
