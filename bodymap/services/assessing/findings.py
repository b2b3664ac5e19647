"""What can be done to an open assessment: record, revise, move, remove and copy findings.

Every function here writes, returns the whole assessment as it is then, and adds one step that the
same browser window can take back. A `request_id` sent again changes nothing. All of them raise
UnknownAssessment, NotOpen, InvalidRecord, and EditClash where the draft was changed since
`expected_version` was shown. Adding never overwrites, so there the version may be left out; what
overwrites refuses a draft without one (ValueError), unless it says what it was made for.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bodymap.analysis.mirrored import other_side
from bodymap.body import Body, Stroke
from bodymap.errors import (
    ChangedSince,
    InvalidRecord,
    NothingToDrawFor,
    Problem,
)
from bodymap.records import Assessment, Place, Referral, ReferralFelt, TriggerPointFinding
from bodymap.records.base import Record
from bodymap.records.places import with_strokes
from bodymap.services.assessing.changes import (
    AssessmentStep,
    Details,
    DetailsChange,
    details_of,
)
from bodymap.services.assessing.copies import unexamined, with_findings_of
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.assessing.one_answer import agreeing
from bodymap.services.assessing.one_finding import FindingStep, added, found_in, revised, step
from bodymap.services.kernel.changes import Step
from bodymap.services.kernel.editing import Editing, change


def record_finding(editing: Editing, *, finding: TriggerPointFinding) -> Assessment:
    """Add a finding at the end. The same finding id again, even after an undo, adds nothing."""
    return added(editing, AssessmentStep.SET_FINDING, finding.id, lambda _: agreeing(finding))


def revise_finding(
    editing: Editing,
    *,
    finding_id: str,
    changes: Mapping[str, Any],
    was: Mapping[str, Any] | None = None,
) -> Assessment:
    """Change some fields of a finding.

    Args:
        editing: Where.
        finding_id: The finding.
        changes: New values by field of `TriggerPointFinding`, without `id`. A mapping changes
            single fields of what is there: `{"signs": {"taut_band": "PRESENT"}}` leaves the other
            four signs. A place is given whole. Saying where a referral was felt also answers
            referred sensation, see `one_answer`.
        was: What they said when the change was made, in the same form. Then no version is
            needed: whatever else was changed since stays.

    Raises:
        ReferralContradicted: referred sensation would say one thing and the referral felt another.
        UnknownFinding: the draft has none with this id.
        ChangedSince: they say something else than `was` by now.
    """

    def made(before: TriggerPointFinding) -> TriggerPointFinding:
        _must_be_as_it_was(before, was or {})
        return _merged(before, changes)

    return revised(
        editing, AssessmentStep.CHANGE_FINDING, finding_id, made, compared=was is not None
    )


def move_finding(
    editing: Editing,
    *,
    finding_id: str,
    place: Place,
    laterality: str,
    was: Callable[[Place], bool] | None = None,
) -> Assessment:
    """Move a finding to another place; the muscle stays until another one is chosen.

    Args:
        editing: Where.
        finding_id: The finding.
        place: Where to.
        laterality: Side of that place.
        was: Whether a place is the one that it was to be moved away from. Then no version is
            needed.

    Raises:
        UnknownFinding: the draft has none with this id.
        ChangedSince: it lies somewhere else by now.
    """

    def made(before: TriggerPointFinding) -> TriggerPointFinding:
        if was is not None and not was(before.place):
            raise ChangedSince("place")
        return before.changed(place=place, laterality=laterality)

    return revised(editing, AssessmentStep.MOVE_FINDING, finding_id, made, compared=was is not None)


def draw_referral(
    editing: Editing, *, finding_id: str, view: str, strokes: Sequence[Stroke], body: Body
) -> Assessment:
    """Draw more of the referral that was felt. Nothing is overwritten, so any version will do.

    Raises:
        UnknownFinding: the draft has none with this id.
        NothingToDrawFor: its referral is not one to be drawn.
        BodyError: the view or a region is none of this figure.
    """

    def made(before: TriggerPointFinding) -> TriggerPointFinding:
        if before.referral.felt is not ReferralFelt.OTHER:
            raise NothingToDrawFor
        drawing = with_strokes(before.referral.drawing, view, strokes, body)
        return before.changed(referral=Referral(felt=ReferralFelt.OTHER, drawing=drawing))

    return revised(editing, AssessmentStep.CHANGE_FINDING, finding_id, made, compared=True)


def remove_finding(editing: Editing, *, finding_id: str, any_version: bool = False) -> Assessment:
    """Remove a finding; undo brings it back to its place in the order.

    Args:
        editing: Where.
        finding_id: The finding.
        any_version: Whatever it says by now; else the version that was shown is needed.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def plan(kept: Assessment) -> FindingStep | None:
        return step(AssessmentStep.REMOVE_FINDING, kept, found_in(kept, finding_id), None)

    return change(ASSESSMENTS, editing if any_version else editing.with_version(), plan)


def copy_finding_to_other_side(
    editing: Editing, *, finding_id: str, new_id: str, body: Body
) -> Assessment:
    """Add an unexamined finding of the same muscle at the mirrored place.

    Args:
        editing: Where.
        finding_id: The finding to copy.
        new_id: Id of the copy.
        body: Figure that the finding was made on.

    Raises:
        UnknownFinding: the draft has none with this id.
        NoOtherSide: it lies on the midline or on both sides.
    """

    def copied(kept: Assessment) -> TriggerPointFinding:
        return unexamined(other_side(found_in(kept, finding_id), body), id=new_id)

    return added(editing, AssessmentStep.COPY_TO_OTHER_SIDE, new_id, copied)


def copy_finding_to_next_muscle(
    editing: Editing,
    *,
    finding_id: str,
    new_id: str,
    muscle: str,
    trigger_point: str | None = None,
    place: Place | None = None,
) -> Assessment:
    """Add an unexamined finding of another muscle, at the same place unless another is given.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def copied(kept: Assessment) -> TriggerPointFinding:
        of = found_in(kept, finding_id)
        return unexamined(
            of, id=new_id, muscle=muscle, trigger_point=trigger_point, place=place or of.place
        )

    return added(editing, AssessmentStep.COPY_TO_MUSCLE, new_id, copied)


def copy_same_findings(
    editing: Editing, *, finding_id: str, source_id: str, body: Body
) -> Assessment:
    """Say of one finding what was found at another, marked as copied.

    Args:
        editing: Where.
        finding_id: The finding that gets the signs, the measures and the note.
        source_id: The finding that they are copied from.
        body: Figure of the assessment; a drawn referral is mirrored for the other side.

    Raises:
        UnknownFinding: the draft has no such finding.
        ReferralContradicted: the source contradicts itself.
    """

    def plan(kept: Assessment) -> FindingStep | None:
        before = found_in(kept, finding_id)
        after = with_findings_of(found_in(kept, source_id), before, body)
        return step(AssessmentStep.COPY_FOUND, kept, before, after)

    return change(ASSESSMENTS, editing.with_version(), plan)


def confirm_finding_examined(editing: Editing, *, finding_id: str) -> Assessment:
    """Say that a place with copied findings was examined and is as recorded.

    Raises:
        UnknownFinding: the draft has none with this id.
    """
    return revised(
        editing,
        AssessmentStep.CONFIRM_EXAMINED,
        finding_id,
        lambda before: before.changed(copied_from=None),
    )


def move_finding_to_other_side(editing: Editing, *, finding_id: str, body: Body) -> Assessment:
    """Move a finding that was recorded on the wrong side, with everything found there.

    Raises:
        UnknownFinding: the draft has none with this id.
        NoOtherSide: it lies on the midline or on both sides.
    """
    return revised(
        editing,
        AssessmentStep.MOVE_TO_OTHER_SIDE,
        finding_id,
        lambda before: other_side(before, body),
    )


def edit_assessment(editing: Editing, *, changes: Mapping[str, Any]) -> Assessment:
    """Change what `Details` holds: when, who and why, the notes, or the figure of an open draft."""

    def plan(kept: Assessment) -> FindingStep | None:
        before = details_of(kept)
        after: Details = before.changed(**changes)
        if after == before:
            return None
        return Step(
            what=AssessmentStep.EDIT_DETAILS, change=DetailsChange(before=before, after=after)
        )

    return change(ASSESSMENTS, editing.with_version(), plan)


def _must_be_as_it_was(now: TriggerPointFinding, was: Mapping[str, Any]) -> None:
    for name, value in was.items():
        kept = getattr(now, name)
        if isinstance(kept, Record) and isinstance(value, Mapping):
            same = all(getattr(kept, part) == given for part, given in value.items())
        else:
            same = kept == value
        if not same:
            raise ChangedSince(name)


def _merged(before: TriggerPointFinding, changes: Mapping[str, Any]) -> TriggerPointFinding:
    if "id" in changes:
        problem = Problem(field="id", reason="an id never changes", value=repr(changes["id"])[:80])
        raise InvalidRecord("finding", problems=(problem,))
    return before.changed(
        **{name: _into(name, getattr(before, name, None), value) for name, value in changes.items()}
    )


def _into(name: str, kept: object, value: object) -> object:
    # A place is given whole: half of one and half of another is nowhere.
    if isinstance(kept, Record) and isinstance(value, Mapping) and name != "place":
        return kept.changed(**value)
    return value
