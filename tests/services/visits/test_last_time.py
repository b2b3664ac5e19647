"""Last time's findings, answered in one tap each, and nothing of last time is changed."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import ChangedSince, NothingToUndo, NotOpen, UnknownFinding
from bodymap.records import Assessment, Course, TriggerPointFinding
from bodymap.services.assessing.assessments import amend_assessment, list_editions
from bodymap.services.assessing.findings import (
    confirm_finding_examined,
    remove_finding,
    revise_finding,
)
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.maintaining.deleting import delete_assessment
from bodymap.services.people.merging import merge_persons
from bodymap.services.visits.answering import answer_last_time, match_finding, part_finding
from bodymap.services.visits.last_time import EarlierFinding
from tests.records.builders import a_finding, a_point
from tests.services.visits.desk import Visits
from tests.store.memory_store import MemoryStore

FOUND = a_finding(
    "m1",
    muscle="infraspinatus",
    trigger_point="infraspinatus_upper",
    signs={"taut_band": "PRESENT", "familiar_pain": "PRESENT", "referred_sensation": "PRESENT"},
    pain_on_pressure={"nrs": 6},
    pressure_pain_threshold={"kilopascals": 185.0},
    depth="DEEP",
    referral={"felt": "AS_TYPICAL"},
    notes="Pinch grip.",
)
CARRIED = {
    name: getattr(FOUND, name) for name in ("signs", "pain_on_pressure", "depth", "referral")
}
PLACED = {name: getattr(FOUND, name) for name in ("place", "laterality", "muscle", "trigger_point")}


def today_of(visit: Assessment, before: Assessment, course: Course | None, **more: Any) -> Any:
    """The one finding of a visit as it should be."""
    (kept,) = visit.findings
    said = {"assessment_id": before.id, "finding_id": "m1", "course": course}
    expected = {**PLACED, "id": kept.id, "continues": said} | more
    return kept == TriggerPointFinding.checked(expected)


def test_the_last_finished_visit_before_this_one_is_last_time(visits: Visits) -> None:
    visits.finished(a_finding("m0"))
    before = visits.finished(FOUND)
    visits.start(a_finding("m9"))  # a draft that nobody finished
    today = visits.start()
    visits.finished(a_finding("m8"))  # later than today

    last = visits.last(today)

    assert last is not None
    assert last.visit == before
    assert last.findings == (EarlierFinding(before.id, 1, FOUND, FOUND, before.examined_at),)
    assert last.gone == ()


def test_who_was_never_here_or_is_not_known_has_no_last_time(visits: Visits) -> None:
    assert visits.last(visits.start()) is None
    visits.finished(FOUND)
    assert visits.last(visits.start(person_id=None)) is None


def test_a_visit_that_is_being_amended_stands_as_it_was_last_finished(visits: Visits) -> None:
    before = visits.finished(FOUND)
    amending = amend_assessment(
        assessment_id=before.id,
        because="typing",
        expected_version=before.version,
        ports=visits.ports,
    )
    remove_finding(visits.on(amending), finding_id="m1", any_version=True)

    last = visits.last(visits.start())

    assert last is not None
    assert last.visit == before


def test_a_deleted_visit_is_not_last_time(visits: Visits) -> None:
    first = visits.finished(FOUND)
    delete_assessment(assessment_id=visits.finished().id, ports=visits.ports)

    last = visits.last(visits.start())

    assert last is not None
    assert last.visit == first


def test_same_carries_what_was_found_until_somebody_confirms_it(visits: Visits) -> None:
    before = visits.finished(FOUND)
    today = visits.answer(visits.start(), Course.SAME)

    assert today_of(today, before, Course.SAME, **CARRIED, copied_from="m1")
    (finding,) = today.findings
    assert (finding.is_carried, finding.was_examined) == (True, False)
    editing = replace(visits.on(today), expected_version=today.version)
    confirmed = confirm_finding_examined(editing, finding_id=finding.id)
    assert today_of(confirmed, before, Course.SAME, **CARRIED)


@pytest.mark.parametrize("course", [each for each in Course if each is not Course.SAME])
def test_any_other_answer_carries_the_place_and_the_muscle_alone(
    visits: Visits, course: Course
) -> None:
    before = visits.finished(FOUND)

    assert today_of(visits.answer(visits.start(), course), before, course)


def test_another_answer_drops_what_was_carried_but_not_what_was_found_today(
    visits: Visits,
) -> None:
    before = visits.finished(FOUND)
    today = visits.answer(visits.start(), Course.SAME)
    (finding,) = today.findings
    revise_finding(
        replace(visits.on(today), expected_version=today.version),
        finding_id=finding.id,
        changes={"pain_on_pressure": {"nrs": 3}, "signs": {"familiar_pain": "ABSENT"}},
    )

    changed = visits.answer(today, Course.BETTER, was=Course.SAME)

    own = {"pain_on_pressure": {"nrs": 3}, "signs": {"familiar_pain": "ABSENT"}}
    assert today_of(changed, before, Course.BETTER, **own)


def test_an_answer_taken_away_leaves_only_what_was_examined(visits: Visits) -> None:
    before = visits.finished(FOUND)
    today = visits.start()
    assert visits.answer(today, None).findings == ()
    visits.answer(today, Course.SAME)
    assert visits.answer(today, None, was=Course.SAME).findings == ()

    (finding,) = visits.answer(today, Course.WORSE).findings
    editing = replace(visits.on(today), expected_version=visits.now(today).version)
    revise_finding(editing, finding_id=finding.id, changes={"notes": "firm"})
    assert today_of(visits.answer(today, None, was=Course.WORSE), before, None, notes="firm")


def test_an_answer_to_another_answer_than_was_shown_is_refused(visits: Visits) -> None:
    visits.finished(FOUND)
    today = visits.start()
    answered = visits.answer(today, Course.GONE)

    with pytest.raises(ChangedSince):
        visits.answer(today, Course.SAME)
    assert visits.now(today) == answered


def test_an_answer_beside_a_finding_that_is_gone_is_refused(visits: Visits) -> None:
    visits.finished(FOUND)
    today = visits.start()

    with pytest.raises(UnknownFinding):
        visits.answer(today, Course.SAME, finding_id="m5")
    assert visits.now(today).findings == ()


def test_a_finished_visit_takes_no_answer(visits: Visits) -> None:
    visits.finished(FOUND)
    today = visits.start()
    earlier = visits.earlier(today)
    visits.finish(today)

    with pytest.raises(NotOpen):
        visits.answer(today, Course.SAME, earlier=earlier)


def test_what_was_gone_is_not_asked_again_and_what_was_not_examined_is_as_before_that(
    visits: Visits,
) -> None:
    first = visits.finished(FOUND, a_finding("m2", place=a_point(cell=20)))
    second = visits.start()
    visits.answer(second, Course.NOT_EXAMINED)
    visits.answer(second, Course.GONE, earlier=visits.earlier(second, 2))
    visits.finish(second)
    third = visits.start()

    last = visits.last(third)

    assert last is not None
    assert [each.number for each in last.gone] == [2]
    (earlier,) = last.findings
    assert (earlier.visit_id, earlier.seen, earlier.seen_at) == (
        second.id,
        FOUND,
        first.examined_at,
    )
    (carried,) = visits.answer(third, Course.SAME).findings
    assert {name: getattr(carried, name) for name in CARRIED} == CARRIED
    assert carried.continues is not None
    assert carried.continues.assessment_id == second.id


def test_what_nobody_confirmed_is_carried_from_where_it_was_seen(visits: Visits) -> None:
    first = visits.finished(FOUND)
    second = visits.start()
    visits.answer(second, Course.SAME)
    visits.finish(second)

    earlier = visits.earlier(visits.start())

    assert (earlier.seen, earlier.seen_at) == (FOUND, first.examined_at)


def test_a_finding_set_today_is_matched_and_parted_again(visits: Visits) -> None:
    before = visits.finished(FOUND)
    own = FOUND.changed(id="m5", notes="today")
    today = visits.start(own)
    earlier = visits.earlier(today)

    matched = match_finding(visits.on(today), finding_id="m5", earlier=earlier)
    said = {"assessment_id": before.id, "finding_id": "m1"}
    assert matched.findings == (own.changed(continues=said),)

    parted = part_finding(visits.on(today), finding_id="m5", earlier=earlier)
    assert parted.findings == (own.changed(is_new=True),)

    again = match_finding(visits.on(today), finding_id="m5", earlier=earlier)
    assert again.findings == matched.findings


def test_parting_takes_away_what_was_carried(visits: Visits) -> None:
    visits.finished(FOUND)
    today = visits.start()
    earlier = visits.earlier(today)
    (finding,) = visits.answer(today, Course.SAME).findings

    parted = part_finding(visits.on(today), finding_id=finding.id, earlier=earlier)

    blank = TriggerPointFinding.checked({**PLACED, "id": finding.id, "is_new": True})
    assert parted.findings == (blank,)


def test_the_visits_of_two_who_are_one_are_one_row(visits: Visits) -> None:
    before = visits.finished(FOUND)
    other = visits.other_person("Ada B.")
    today = visits.start(person_id=other.id)
    assert visits.last(today) is None

    merge_persons(
        kept_id=visits.person.id,
        merged_id=other.id,
        expected_version=other.version,
        request_id="merge",
        ports=visits.ports,
    )

    last = visits.last(today)
    assert last is not None
    assert last.visit.id == before.id


_answers = st.lists(
    st.tuples(
        st.sampled_from(["answer", "match", "part", "change", "remove", "undo", "redo"]),
        st.integers(0, 2),
        st.none() | st.sampled_from(Course),
    ),
    max_size=12,
)


@given(_answers)
def test_whatever_is_answered_today_last_time_stays_as_it_was(
    answers: list[tuple[str, int, Course | None]],
) -> None:
    visits = Visits(MemoryStore())
    others = (a_finding("m2", place=a_point(cell=20)), a_finding("m3", place=a_point(cell=30)))
    before = visits.finished(FOUND, *others)
    editions = list_editions(assessment_id=before.id, ports=visits.ports)
    today = visits.start(a_finding("own"))

    for what, at, course in answers:
        _do(visits, today, what, at, course)
        assert visits.now(before) == before
        assert list_editions(assessment_id=before.id, ports=visits.ports) == editions


def _do(visits: Visits, today: Assessment, what: str, at: int, course: Course | None) -> None:
    editing = replace(visits.on(today), expected_version=visits.now(today).version)
    earlier = visits.earlier(today, at + 1)
    findings = visits.now(today).findings
    mine = findings[at % len(findings)].id if findings else "none"
    try:
        match what:
            case "answer":
                shown = [f for f in findings if f.continues]
                was = next(
                    (f.course for f in shown if f.continues.finding_id == earlier.finding.id), None
                )
                new_id = visits.ports.ids.new()
                answer_last_time(editing, earlier=earlier, course=course, new_id=new_id, was=was)
            case "match":
                match_finding(editing, finding_id=mine, earlier=earlier)
            case "part":
                part_finding(editing, finding_id=mine, earlier=earlier)
            case "change":
                revise_finding(editing, finding_id=mine, changes={"notes": f"{course}"})
            case "remove":
                remove_finding(editing, finding_id=mine)
            case "undo":
                undo(ASSESSMENTS, editing)
            case "redo":
                redo(ASSESSMENTS, editing)
    except (UnknownFinding, ChangedSince, NothingToUndo):
        pass
