import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import NothingToUndo, UndoBlocked
from bodymap.records import Assessment
from bodymap.services.assessing.changes import DetailsChange, FindingChange, apply, details_of
from bodymap.services.assessing.findings import move_finding
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import undoable
from tests.records import strategies
from tests.records.builders import a_finding, a_point
from tests.services.desk import Desk


def words(desk: Desk, client_id: str = "window-1") -> tuple[str | None, str | None]:
    told = undoable(ASSESSMENTS, desk.on(client_id=client_id))
    return told.undo, told.redo


def content(assessment: Assessment) -> Assessment:
    return assessment.changed(version=1)


def test_every_kind_of_step_is_taken_back_and_repeated(desk: Desk) -> None:
    seen = [desk.draft]
    seen.append(desk.record("m1"))
    seen.append(desk.record("m2"))
    seen.append(desk.revise("m1", {"notes": "firm", "muscle": "infraspinatus"}))
    seen.append(move_finding(desk.on(), finding_id="m1", place=a_point(x=1), laterality="RIGHT"))
    seen.append(desk.remove("m1"))
    seen.append(desk.edit({"reason": "shoulder"}))

    back = [content(desk.undo()) for _ in seen[1:]]
    again = [content(desk.redo()) for _ in seen[1:]]

    assert back == [content(was) for was in reversed(seen[:-1])]
    assert again == [content(was) for was in seen[1:]]


def test_a_removed_finding_comes_back_to_its_place(desk: Desk) -> None:
    for mark in ("m1", "m2", "m3"):
        desk.record(mark)
    desk.remove("m2")

    assert [finding.id for finding in desk.undo().findings] == ["m1", "m2", "m3"]


def test_undo_says_what_it_would_take_back(desk: Desk) -> None:
    assert words(desk) == (None, None)
    desk.record("m1")
    desk.remove("m1")
    desk.undo()

    assert words(desk) == ("set_finding", "remove_finding")


def test_a_new_step_forgets_what_was_taken_back(desk: Desk) -> None:
    desk.record("m1")
    desk.undo()
    desk.record("m2")

    assert words(desk) == ("set_finding", None)
    with pytest.raises(NothingToUndo):
        desk.redo()


def test_undo_never_touches_the_steps_of_another_window(desk: Desk) -> None:
    desk.record("mine", client_id="window-1")
    desk.record("theirs", client_id="window-2")

    after = desk.undo(client_id="window-1")

    assert [finding.id for finding in after.findings] == ["theirs"]
    with pytest.raises(NothingToUndo):
        desk.undo(client_id="window-1")
    with pytest.raises(NothingToUndo):
        desk.undo(client_id="window-3")


def test_undo_does_not_overwrite_what_another_window_did_since(desk: Desk) -> None:
    desk.record("m1", client_id="window-1")
    theirs = desk.revise("m1", {"notes": "theirs"}, client_id="window-2")

    with pytest.raises(UndoBlocked) as caught:
        desk.undo(client_id="window-1")

    assert (caught.value.what, caught.value.item_id) == ("set_finding", "m1")
    assert desk.now() == theirs
    desk.undo(client_id="window-2")
    assert desk.undo(client_id="window-1").findings == ()


def test_an_undo_sent_again_takes_back_one_step_only(desk: Desk) -> None:
    desk.record("m1")
    desk.record("m2")
    desk.undo(request_id="op-9")

    assert desk.undo(request_id="op-9").findings == (a_finding("m1"),)


def test_finishing_forgets_the_steps(desk: Desk) -> None:
    desk.record("m1")
    desk.finish()
    desk.amend()

    assert words(desk) == (None, None)


@given(strategies.assessments, strategies.findings, st.integers(0, 5))
def test_a_finding_change_and_its_inverse_leave_what_was(
    assessment: Assessment, finding: object, position: int
) -> None:
    before = assessment.finding(finding.id)
    if before is not None:
        position = assessment.findings.index(before)
    change = FindingChange(before=before, after=finding, position=position)

    back = apply(apply(assessment, change), change.inverse())

    assert content(back) == content(assessment)
    assert back.version == assessment.version + 2
    assert change.inverse().inverse() == change


@given(strategies.assessments, strategies.lines, strategies.lines)
def test_a_details_change_and_its_inverse_leave_what_was(
    assessment: Assessment, reason: str, notes: str
) -> None:
    before = details_of(assessment)
    change = DetailsChange(before=before, after=before.changed(reason=reason, notes=notes))

    back = apply(apply(assessment, change), change.inverse())

    assert content(back) == content(assessment)
