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
from bodymap.services.drawing.changes import MarkChange, PainDetailsChange
from bodymap.services.kernel.item_change import ItemChange


class Details(Record):
    """The fields of an assessment that are typed beside the figure."""

    examined_at: Moment
    examiner: Line
    reason: Line
    notes: Notes
    figure: Slug


class FindingChange(ItemChange[TriggerPointFinding]):
    """A finding that was set, changed or removed."""

    kind: Literal["finding"] = "finding"


class DetailsChange(Record):
    """Fields of the assessment itself that were changed."""

    kind: Literal["details"] = "details"
    before: Details
    after: Details


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
    if assessment.finding(change.item_id) != change.before:
        raise UndoBlocked(what, finding_id=change.item_id)
    findings = change.made_in(assessment.findings)
    if len(findings) > MOST_FINDINGS:
        raise TooManyFindings(MOST_FINDINGS)
    return assessment.changed(version=version, findings=findings)
