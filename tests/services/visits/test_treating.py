"""What was done survives everything that happens to its visit; what came of it is asked once."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import (
    BodymapError,
    ChangedSince,
    FindingTreated,
    InvalidRecord,
    UnknownTreatment,
)
from bodymap.records import (
    AdverseEffect,
    Assessment,
    Course,
    Lasted,
    TreatmentRecord,
    TreatmentResponse,
)
from bodymap.services.assessing.assessments import (
    amend_assessment,
    discard_amendment,
    list_editions,
)
from bodymap.services.assessing.findings import record_finding, remove_finding
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.maintaining.deleting import (
    delete_assessment,
    delete_person,
    restore_assessment,
    restore_person,
)
from bodymap.services.people.merging import merge_persons, part_persons
from bodymap.services.people.moving import move_assessment
from bodymap.services.visits.treating import (
    answer_treatment,
    record_treatment,
    remove_treatment,
    revise_treatment,
)
from tests.records import strategies
from tests.records.builders import a_finding
from tests.services.visits.desk import Visits
from tests.store.memory_store import MemoryStore

DONE = TreatmentRecord.checked(
    {
        "id": "t1",
        "treatment": "manual_pressure_release",
        "finding_id": "m1",
        "laterality": "RIGHT",
        "dose": {"seconds": 60, "times": 3},
        "consent": "GIVEN",
        "pain_before": {"nrs": 6, "recall": "NOW"},
        "pain_after": {"nrs": 3, "recall": "NOW"},
        "adverse": ["PAIN_AFTER"],
        "home_advice": "warmth",
    }
)


def treated(visits: Visits, *done: TreatmentRecord) -> Assessment:
    visit = visits.start(a_finding("m1"))
    for each in done or (DONE,):
        record_treatment(visits.on(visit), treatment=each)
    return visits.now(visit)


def revise(visits: Visits, visit: Assessment, **more: Any) -> Assessment:
    return revise_treatment(visits.on(visit), treatment_id="t1", **more)


def test_a_treatment_is_recorded_once(visits: Visits) -> None:
    visit = treated(visits, DONE, DONE)

    assert visit.treatments == (DONE,)


def test_a_change_changes_what_it_was_made_for_and_nothing_beside_it(visits: Visits) -> None:
    visit = treated(visits)

    revise(visits, visit, changes={"dose": {"seconds": 90}}, was={"dose": {"seconds": 60}})
    changed = revise(visits, visit, changes={"consent": "NOT_ASKED"}, was={"consent": "GIVEN"})

    dose = {"seconds": 90, "times": 3}
    assert changed.treatments == (DONE.changed(dose=dose, consent="NOT_ASKED"),)


@pytest.mark.parametrize("was", [{"dose": {"seconds": 61}}, {"home_advice": "cold"}])
def test_a_change_of_something_else_than_was_shown_is_refused(
    visits: Visits, was: dict[str, Any]
) -> None:
    visit = treated(visits)

    with pytest.raises(ChangedSince):
        revise(visits, visit, changes={"home_advice": ""}, was=was)
    assert visits.now(visit) == visit


def test_what_is_gone_is_changed_and_removed_no_more(visits: Visits) -> None:
    visit = treated(visits)
    assert remove_treatment(visits.on(visit), treatment_id="t1").treatments == ()

    with pytest.raises(UnknownTreatment):
        revise(visits, visit, changes={"home_advice": ""}, was={})
    with pytest.raises(UnknownTreatment):
        remove_treatment(visits.on(visit), treatment_id="t1")
    assert undo(ASSESSMENTS, visits.on(visit)).treatments == (DONE,)


@pytest.mark.parametrize(
    "changes",
    [
        {"adverse": ["PAIN_AFTER", "PAIN_AFTER"]},
        {"region": "scapula.right"},
        {"dose": {"seconds": 0}},
        {"dose": {"seconds": 7_201}},
        {"dose": {"pain_allowed": 11}},
        {"dose": {"amount_ml": 0}},
    ],
)
def test_what_cannot_have_been_done_is_refused(visits: Visits, changes: dict[str, Any]) -> None:
    visit = treated(visits)

    with pytest.raises(InvalidRecord):
        revise(visits, visit, changes=changes, was={})
    assert visits.now(visit) == visit


def answer(visits: Visits, today: Assessment, before: Assessment, *said: Any) -> Assessment:
    course, lasted, was = said
    return answer_treatment(
        visits.on(today),
        assessment_id=before.id,
        treatment_id="t1",
        course=course,
        lasted=lasted,
        was=was,
    )


def test_what_came_of_it_is_said_at_the_next_visit_and_can_be_said_otherwise(
    visits: Visits,
) -> None:
    before = visits.finish(treated(visits))
    today = visits.start()
    fields = {"id": "t1", "assessment_id": before.id, "course": "BETTER", "lasted": "DAYS"}
    better = TreatmentResponse.checked(fields)

    assert answer(visits, today, before, Course.BETTER, Lasted.DAYS, None).responses == (better,)
    with pytest.raises(ChangedSince):
        answer(visits, today, before, Course.WORSE, None, None)
    same = answer(visits, today, before, Course.SAME, None, better).responses
    assert same == (better.changed(course="SAME", lasted=None),)
    assert answer(visits, today, before, None, None, same[0]).responses == ()
    assert undo(ASSESSMENTS, visits.on(today)).responses == same
    assert visits.now(before) == before


@pytest.mark.parametrize(
    ("course", "lasted"),
    [(Course.GONE, None), (Course.NOT_EXAMINED, None), (Course.SAME, Lasted.DAYS)],
)
def test_what_is_no_answer_to_the_question_is_refused(
    visits: Visits, course: Course, lasted: Lasted | None
) -> None:
    before = visits.finish(treated(visits))
    today = visits.start()

    with pytest.raises(InvalidRecord):
        answer(visits, today, before, course, lasted, None)


def test_it_survives_amending_moving_merging_deleting_and_restoring(visits: Visits) -> None:
    done = visits.finish(treated(visits))
    ports = visits.ports

    def there() -> bool:
        return visits.now(done).treatments == (DONE,)

    amended = amend_assessment(
        assessment_id=done.id, because="typing", expected_version=done.version, ports=ports
    )
    emptied = remove_treatment(visits.on(amended), treatment_id="t1")
    assert visits.finished_of(visits.person.id)[0].treatments == (DONE,)
    discard_amendment(assessment_id=done.id, expected_version=emptied.version, ports=ports)
    assert there()
    assert list_editions(assessment_id=done.id, ports=ports)[0].record.treatments == (DONE,)

    delete_assessment(assessment_id=done.id, ports=ports)
    assert visits.finished_of(visits.person.id) == ()
    restore_assessment(assessment_id=done.id, ports=ports)
    assert there()

    other = visits.other_person("Bo")
    version = visits.now(done).version
    moved = {"assessment_id": done.id, "person_id": other.id, "expected_version": version}
    move_assessment(**moved, ports=ports)
    assert there()
    assert visits.finished_of(visits.person.id) == ()

    merged = merge_persons(
        kept_id=visits.person.id,
        merged_id=other.id,
        expected_version=other.version,
        request_id="merge",
        ports=ports,
    )
    assert visits.finished_of(visits.person.id)[0].treatments == (DONE,)
    part_persons(transfer_id=merged.id, ports=ports)
    assert visits.finished_of(other.id)[0].treatments == (DONE,)

    delete_person(person_id=other.id, ports=ports)
    restore_person(person_id=other.id, ports=ports)
    assert there()


@given(st.lists(strategies.treatments, min_size=1, max_size=4, unique_by=lambda done: done.id))
def test_every_step_is_taken_back_to_where_it_began_and_repeated(
    done: list[TreatmentRecord],
) -> None:
    visits = Visits(MemoryStore())
    visit = visits.start()
    for finding_id in sorted({each.finding_id for each in done if each.finding_id}):
        record_finding(visits.on(visit), finding=a_finding(finding_id))
    for each in done:
        record_treatment(visits.on(visit), treatment=each)
    first = done[0].id
    effects = {"adverse": tuple(AdverseEffect)}
    revise_treatment(visits.on(visit), treatment_id=first, changes=effects, was={})
    remove_treatment(visits.on(visit), treatment_id=first)
    last = visits.now(visit).treatments
    steps = len(done) + 2 - (done[0].adverse == tuple(AdverseEffect))

    for _ in range(steps):
        undo(ASSESSMENTS, visits.on(visit))
    assert visits.now(visit).treatments == ()
    for _ in range(steps):
        redo(ASSESSMENTS, visits.on(visit))
    assert visits.now(visit).treatments == last == tuple(done[1:])


def test_a_finding_that_was_treated_stays_until_its_treatment_is_removed(visits: Visits) -> None:
    visit = treated(visits)

    with pytest.raises(FindingTreated):
        remove_finding(visits.on(visit), finding_id="m1", any_version=True)
    assert visits.now(visit) == visit

    remove_treatment(visits.on(visit), treatment_id="t1")
    emptied = remove_finding(visits.on(visit), finding_id="m1", any_version=True)
    assert (emptied.findings, emptied.treatments) == ((), ())
    undo(ASSESSMENTS, visits.on(visit))
    back = undo(ASSESSMENTS, visits.on(visit))
    assert (back.findings, back.treatments) == (visit.findings, visit.treatments)


def test_a_treatment_of_a_finding_that_is_not_there_is_refused(visits: Visits) -> None:
    visit = visits.start(a_finding("m1"))

    with pytest.raises(FindingTreated):
        record_treatment(visits.on(visit), treatment=DONE.changed(finding_id="m2"))
    assert visits.now(visit) == visit


def test_another_window_cannot_take_back_the_finding_under_a_treatment(visits: Visits) -> None:
    visit = visits.start(a_finding("m1"))
    record_treatment(replace(visits.on(visit), client_id="window-2"), treatment=DONE)

    with pytest.raises(FindingTreated):
        undo(ASSESSMENTS, visits.on(visit))
    assert visits.now(visit).treatments == (DONE,)


_STEPS = ("find", "treat", "remove finding", "remove treatment", "undo", "redo", "amend", "restore")


@given(st.lists(st.tuples(st.sampled_from(_STEPS), st.integers(1, 3)), max_size=14))
def test_no_treatment_ever_names_a_finding_that_is_not_there(steps: list[tuple[str, int]]) -> None:
    visits = Visits(MemoryStore())
    visit = visits.start()
    for step, number in steps:
        before = visits.now(visit)
        try:
            _take(visits, visit, step, number)
        except BodymapError:
            assert visits.now(visit) == before
        now = visits.now(visit)
        assert {each.finding_id for each in now.treatments} <= {each.id for each in now.findings}
        if step in {"amend", "restore"}:
            assert now.treatments == before.treatments


def _take(visits: Visits, visit: Assessment, step: str, number: int) -> None:
    editing, finding_id, treatment_id = visits.on(visit), f"m{number}", f"t{number}"
    if step == "find":
        record_finding(editing, finding=a_finding(finding_id))
    elif step == "treat":
        done = DONE.changed(id=treatment_id, finding_id=finding_id)
        record_treatment(editing, treatment=done)
    elif step == "remove finding":
        remove_finding(editing, finding_id=finding_id, any_version=True)
    elif step == "remove treatment":
        remove_treatment(editing, treatment_id=treatment_id)
    elif step in {"undo", "redo"}:
        (undo if step == "undo" else redo)(ASSESSMENTS, editing)
    elif step == "amend":
        finished = visits.finish(visit)
        given = {"because": "typing", "expected_version": finished.version, "ports": visits.ports}
        amend_assessment(assessment_id=visit.id, **given)
    else:
        delete_assessment(assessment_id=visit.id, ports=visits.ports)
        restore_assessment(assessment_id=visit.id, ports=visits.ports)
