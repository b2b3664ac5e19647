from typing import Any

import pytest

from bodymap.errors import (
    EditClash,
    InvalidRecord,
    NotOpen,
    TooManyFindings,
    UnknownAssessment,
    UnknownFinding,
)
from bodymap.records import Signs
from bodymap.records.assessment import MOST_FINDINGS
from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.assessing.findings import (
    edit_assessment,
    move_finding,
    record_finding,
    remove_finding,
    revise_finding,
)
from tests.records.builders import a_drawing, a_finding, a_point, an_id
from tests.services.desk import Desk


def test_findings_are_kept_in_the_order_in_which_they_were_recorded(desk: Desk) -> None:
    desk.record("m1")
    desk.record("m2")

    assert desk.now().findings == (a_finding("m1"), a_finding("m2"))
    assert desk.now().version == 3


def test_a_mark_sent_again_is_not_doubled(desk: Desk) -> None:
    first = desk.record("m1")

    assert desk.record("m1") == first
    assert desk.record("m1", request_id="another") == first


def test_a_mark_sent_again_after_it_was_undone_stays_undone(desk: Desk) -> None:
    desk.record("m1")
    desk.undo()

    assert desk.record("m1").findings == ()


def test_a_partial_change_leaves_the_rest(desk: Desk) -> None:
    desk.record("m1")
    desk.revise("m1", {"signs": {"taut_band": "PRESENT"}, "notes": "firm"})

    revised = desk.revise(
        "m1",
        {
            "muscle": "infraspinatus",
            "trigger_point": "other",
            "signs": {"familiar_pain": "ABSENT"},
            "pain_on_pressure": {"nrs": 7},
            "referral": {"felt": "OTHER", "drawing": a_drawing()},
        },
    )

    assert revised.findings == (
        a_finding(
            "m1",
            muscle="infraspinatus",
            trigger_point="other",
            signs=Signs(taut_band="PRESENT", referred_sensation="PRESENT", familiar_pain="ABSENT"),
            pain_on_pressure={"nrs": 7},
            referral={"felt": "OTHER", "drawing": a_drawing()},
            notes="firm",
        ),
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "m2"},
        {"signs": {"taut_band": "MAYBE"}},
        {"signs": {"jump_sign": "PRESENT"}},
        {"signs": {"self": "PRESENT"}},
        {"pain_on_pressure": {"nrs": 11}},
        {"place": {"kind": "point"}},
        {"state": "ACTIVE"},
        {"notes": "x" * 100_000},
        {"referral": None},
    ],
)
def test_a_change_that_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, changes: dict[str, Any]
) -> None:
    before = desk.record("m1")

    with pytest.raises(InvalidRecord):
        desk.revise("m1", changes)

    assert desk.now() == before


def test_html_in_a_note_is_kept_as_text(desk: Desk) -> None:
    desk.record("m1")

    assert desk.revise("m1", {"notes": "<b>x</b>"}).findings[0].notes == "<b>x</b>"


def test_a_moved_finding_keeps_everything_but_its_place(desk: Desk) -> None:
    desk.record(a_finding("m1", muscle="infraspinatus"))
    place = a_point(x=10, cell=12, region="scapula.left")

    moved = move_finding(
        desk.on(expected_version=2), finding_id="m1", place=place, laterality="LEFT"
    )

    assert moved.findings == (
        a_finding("m1", muscle="infraspinatus", place=place, laterality="LEFT"),
    )


def test_a_change_from_an_older_version_is_shown_and_overwrites_nothing(desk: Desk) -> None:
    desk.record("m1")
    theirs = desk.revise("m1", {"notes": "theirs"}, expected_version=2)

    with pytest.raises(EditClash) as caught:
        desk.revise("m1", {"notes": "mine"}, expected_version=2)

    clash = caught.value
    assert (clash.expected_version, clash.current_version) == (2, 3)
    assert clash.theirs == theirs == desk.now()
    assert clash.yours.findings[0].notes == "mine"


def test_what_overwrites_must_say_which_version_was_shown(desk: Desk) -> None:
    before = desk.record("m1")
    blind = desk.on(expected_version=None)

    for overwrite in (
        lambda: revise_finding(blind, finding_id="m1", changes={"notes": "mine"}),
        lambda: remove_finding(blind, finding_id="m1"),
        lambda: edit_assessment(blind, changes={"notes": "mine"}),
    ):
        with pytest.raises(ValueError, match="names the version"):
            overwrite()

    assert desk.now() == before


def test_two_windows_may_add_marks_at_once(desk: Desk) -> None:
    desk.record("m1", client_id="window-1")

    both = desk.record("m2", client_id="window-2")

    assert [finding.id for finding in both.findings] == ["m1", "m2"]


def test_a_request_sent_again_changes_nothing(desk: Desk) -> None:
    desk.record("m1")
    desk.revise("m1", {"notes": "once"}, expected_version=2, request_id="op-7")
    after = desk.revise("m1", {"notes": "later"})

    again = desk.revise("m1", {"notes": "once"}, expected_version=2, request_id="op-7")

    assert again == after


def test_a_change_that_changes_nothing_is_no_step(desk: Desk) -> None:
    before = desk.record(a_finding("m1", notes="same"))

    assert desk.revise("m1", {"notes": " same "}, expected_version=1) == before


def test_a_foreign_finding_is_not_found(desk: Desk) -> None:
    other = start_assessment(body_version="1", request_id="other", ports=desk.ports)
    record_finding(desk.on(draft_id=other.id, expected_version=None), finding=a_finding("theirs"))

    with pytest.raises(UnknownFinding) as caught:
        desk.remove("theirs")

    assert (caught.value.assessment_id, caught.value.finding_id) == (desk.draft.id, "theirs")


@pytest.mark.parametrize("assessment_id", [an_id(999), "", "x" * 100_000, "'; DROP TABLE persons"])
def test_an_unknown_assessment_is_refused(desk: Desk, assessment_id: str) -> None:
    with pytest.raises(UnknownAssessment):
        desk.record("m1", draft_id=assessment_id)


def test_a_window_id_that_cannot_be_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidRecord, match="client_id"):
        desk.record("m1", client_id="x" * 101)


def test_a_finished_assessment_takes_no_more_marks(desk: Desk) -> None:
    desk.record("m1")
    finished = desk.finish()

    for attempt in (lambda: desk.record("m2"), lambda: desk.edit({"notes": "more"}), desk.undo):
        with pytest.raises(NotOpen):
            attempt()

    assert desk.now() == finished


def test_there_is_a_bound_to_findings(desk: Desk) -> None:
    full = desk.draft.changed(
        findings=tuple(a_finding(f"m{number}") for number in range(MOST_FINDINGS)), version=2
    )
    with desk.ports.store.writing() as unit:
        unit.assessments.save(full, before=desk.draft, at=desk.clock.now())
        unit.commit()

    with pytest.raises(TooManyFindings):
        desk.record("one-more")


def test_details_are_edited_one_by_one(desk: Desk) -> None:
    desk.edit({"reason": "shoulder"})

    edited = desk.edit({"notes": "sleeps badly", "figure": "female"})

    assert (edited.reason, edited.notes, edited.figure) == ("shoulder", "sleeps badly", "female")
    with pytest.raises(InvalidRecord):
        desk.edit({"status": "FINISHED"})
