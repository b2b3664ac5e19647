"""What can be done to an open draft: record, revise, move, remove and copy findings.

Every function here writes, returns the whole assessment as it is then, and adds one step that the
same browser window (`client_id`) can take back. A `request_id` sent again changes nothing. All of
them raise UnknownAssessment, NotOpen, InvalidRecord, and EditClash where the draft was changed
since `expected_version` was shown; adding never overwrites, so there the version may be left out.
"""

from collections.abc import Mapping
from typing import Any

from bodymap.body import Body
from bodymap.errors import InvalidRecord, Problem, UnknownFinding
from bodymap.records import Assessment, Place, TriggerPointFinding
from bodymap.records.base import Record
from bodymap.services.changes import Details, DetailsChange, FindingChange, Step, details_of
from bodymap.services.drafting import change_draft
from bodymap.services.ports import Ports
from bodymap.services.sides import other_side


def record_finding(
    *,
    assessment_id: str,
    finding: TriggerPointFinding,
    client_id: str,
    ports: Ports,
    expected_version: int | None = None,
    request_id: str | None = None,
) -> Assessment:
    """Add a finding at the end. The same finding id again, even after an undo, adds nothing."""

    def plan(kept: Assessment) -> Step | None:
        return _adding("Set a mark", kept, finding)

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id or f"record:{assessment_id}:{finding.id}",
        plan=plan,
    )


def revise_finding(
    *,
    assessment_id: str,
    finding_id: str,
    changes: Mapping[str, Any],
    client_id: str,
    expected_version: int,
    ports: Ports,
    request_id: str | None = None,
) -> Assessment:
    """Change some fields of a finding.

    Args:
        assessment_id: The draft.
        finding_id: The finding.
        changes: New values by field of `TriggerPointFinding`, without `id`. A mapping changes
            single fields of what is there: `{"signs": {"taut_band": "PRESENT"}}` leaves the other
            four signs. A place is given whole.
        client_id: The browser window.
        expected_version: Version of the assessment that was shown.
        ports: Store, clock and ids.
        request_id: Of the operation, if it may be sent again.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def plan(kept: Assessment) -> Step | None:
        before = _found(kept, finding_id)
        return _revising("Change a finding", kept, before, _merged(before, changes))

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id,
        plan=plan,
    )


def move_finding(
    *,
    assessment_id: str,
    finding_id: str,
    place: Place,
    laterality: str,
    client_id: str,
    expected_version: int,
    ports: Ports,
    request_id: str | None = None,
) -> Assessment:
    """Move a finding to another place; the muscle stays until another one is chosen.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def plan(kept: Assessment) -> Step | None:
        before = _found(kept, finding_id)
        after = before.changed(place=place, laterality=laterality)
        return _revising("Move a mark", kept, before, after)

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id,
        plan=plan,
    )


def remove_finding(
    *,
    assessment_id: str,
    finding_id: str,
    client_id: str,
    expected_version: int,
    ports: Ports,
    request_id: str | None = None,
) -> Assessment:
    """Remove a finding; undo brings it back to its place in the order.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def plan(kept: Assessment) -> Step | None:
        before = _found(kept, finding_id)
        position = kept.findings.index(before)
        change = FindingChange(before=before, after=None, position=position)
        return Step(what="Remove a finding", change=change)

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id,
        plan=plan,
    )


def copy_finding_to_other_side(
    *,
    assessment_id: str,
    finding_id: str,
    new_id: str,
    body: Body,
    client_id: str,
    ports: Ports,
    expected_version: int | None = None,
    request_id: str | None = None,
) -> Assessment:
    """Add the same finding at the mirrored place, with the same signs and measures.

    Args:
        assessment_id: The draft.
        finding_id: The finding to copy.
        new_id: Id of the copy.
        body: Figure that the finding was made on.
        client_id: The browser window.
        ports: Store, clock and ids.
        expected_version: Version of the assessment that was shown.
        request_id: Of the operation, if not the copy's id tells it apart.

    Raises:
        UnknownFinding: the draft has none with this id.
        NoOtherSide: it lies on the midline or on both sides.
    """

    def plan(kept: Assessment) -> Step | None:
        mirrored = other_side(_found(kept, finding_id), body)
        return _adding("Copy to the other side", kept, mirrored.changed(id=new_id))

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id or f"record:{assessment_id}:{new_id}",
        plan=plan,
    )


def copy_finding_to_next_muscle(
    *,
    assessment_id: str,
    finding_id: str,
    new_id: str,
    muscle: str,
    client_id: str,
    ports: Ports,
    trigger_point: str | None = None,
    place: Place | None = None,
    expected_version: int | None = None,
    request_id: str | None = None,
) -> Assessment:
    """Add the same finding for another muscle, at the same place unless another is given.

    Raises:
        UnknownFinding: the draft has none with this id.
    """

    def plan(kept: Assessment) -> Step | None:
        found = _found(kept, finding_id)
        copy = found.changed(
            id=new_id, muscle=muscle, trigger_point=trigger_point, place=place or found.place
        )
        return _adding("Copy to another muscle", kept, copy)

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id or f"record:{assessment_id}:{new_id}",
        plan=plan,
    )


def edit_assessment(
    *,
    assessment_id: str,
    changes: Mapping[str, Any],
    client_id: str,
    expected_version: int,
    ports: Ports,
    request_id: str | None = None,
) -> Assessment:
    """Change `examined_at`, `examiner`, `reason`, `notes` or `figure` of an open draft."""

    def plan(kept: Assessment) -> Step | None:
        before = details_of(kept)
        after: Details = before.changed(**changes)
        if after == before:
            return None
        return Step(what="Edit the assessment", change=DetailsChange(before=before, after=after))

    return change_draft(
        assessment_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id,
        plan=plan,
    )


def _found(assessment: Assessment, finding_id: str) -> TriggerPointFinding:
    finding = assessment.finding(finding_id)
    if finding is None:
        raise UnknownFinding(assessment.id, finding_id)
    return finding


def _adding(what: str, kept: Assessment, finding: TriggerPointFinding) -> Step | None:
    if kept.finding(finding.id) is not None:
        return None
    change = FindingChange(before=None, after=finding, position=len(kept.findings))
    return Step(what=what, change=change)


def _revising(
    what: str, kept: Assessment, before: TriggerPointFinding, after: TriggerPointFinding
) -> Step | None:
    if after == before:
        return None
    position = kept.findings.index(before)
    return Step(what=what, change=FindingChange(before=before, after=after, position=position))


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
