"""Questions over everybody: from what is recorded to who is found."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.errors import InvalidRecord, UnknownSite
from bodymap.records import Person, PersonDetails, TreatmentRecord
from bodymap.records.continuing import Course
from bodymap.records.question import (
    Condition,
    DrawnPain,
    FoundPoint,
    NotSeen,
    Question,
    Tagged,
    Treated,
    Visited,
)
from bodymap.records.signs import State
from bodymap.services.drawing.drawings import finish_drawing, start_drawing
from bodymap.services.drawing.marks import describe_mark, fill_regions
from bodymap.services.kernel.editing import Editing
from bodymap.services.maintaining.time_zone import set_time_zone
from bodymap.services.people.persons import add_person, archive_person, edit_person, find_persons
from bodymap.services.people.persons import take_out_of_archive as bring_back
from bodymap.services.questions.asking import (
    every_answer,
    find_answers,
    keep_question,
    list_examiners,
    list_questions,
    list_tags,
    months_before,
    not_ready,
    remove_question,
)
from bodymap.services.visits.treating import record_treatment
from tests import shipped
from tests.records.builders import a_finding
from tests.services.visits.desk import Visits
from tests.store.memory_store import MemoryStore

MET = {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT"}
ACTIVE = FoundPoint(muscle="infraspinatus", state=State.ACTIVE, laterality=Laterality.RIGHT)


@pytest.fixture
def visits() -> Visits:
    return Visits(MemoryStore())


def a_point(**more: Any) -> Any:
    signs = MET | {"familiar_pain": "PRESENT"} | more.pop("signs", {})
    return a_finding("m1", muscle="infraspinatus", signs=signs, **more)


def asked(visits: Visits, *conditions: Condition, **more: Any) -> list[str]:
    question = Question(conditions=conditions, **more)
    found = find_answers(question=question, body=shipped.body(), ports=visits.ports)
    return [answer.line.person.name for answer in found]


def drawn(visits: Visits, region: str, nrs: int | None, person: Person | None = None) -> None:
    """A finished drawing of a whole region."""
    made = start_drawing(
        request_id=visits.ports.ids.new(),
        body_version="1",
        ports=visits.ports,
        person_id=(person or visits.person).id,
    )
    draft = Editing(made.id, "w", visits.ports)
    fill_regions(draft, mark_id="mark-0001", regions=(region,), body=shipped.body())
    if nrs is not None:
        answers = {"intensity": {"nrs": nrs, "recall": "NOW"}}
        describe_mark(draft, mark_id="mark-0001", answers=answers)
    with visits.ports.store.reading() as unit:
        version = unit.drawings.get(made.id).version
    finish_drawing(
        drawing_id=made.id, body=shipped.body(), expected_version=version, ports=visits.ports
    )


class TestTriggerPoints:
    def test_an_active_one_is_found_once_its_visit_is_finished(self, visits: Visits) -> None:
        visit = visits.start(a_point())
        assert asked(visits, ACTIVE) == []

        visits.finish(visit)
        assert asked(visits, ACTIVE) == ["Ada Beispiel"]
        assert asked(visits, ACTIVE.changed(laterality=Laterality.LEFT)) == []
        assert asked(visits, ACTIVE.changed(state=State.LATENT)) == []

    @pytest.mark.parametrize(
        "finding",
        [
            a_point(signs={"taut_band": "NOT_EXAMINED"}),
            a_point(copied_from="m0"),
            a_point(
                continues={
                    "assessment_id": "01900000-0000-7000-8000-000000000007",
                    "finding_id": "m0",
                    "course": Course.GONE,
                }
            ),
        ],
        ids=["criteria undecided", "copied and not confirmed", "gone"],
    )
    def test_what_was_not_found_at_this_visit_is_no_answer(
        self, visits: Visits, finding: Any
    ) -> None:
        visits.finished(finding)

        assert asked(visits, FoundPoint(muscle="infraspinatus")) == []


class TestPain:
    def test_pain_in_the_sacrum_counts_from_the_strength_on(self, visits: Visits) -> None:
        drawn(visits, "sacrum", 5)

        found = {n: asked(visits, DrawnPain(site="sacrum", at_least=n)) for n in (0, 4, 5, 6)}
        assert found == {0: ["Ada Beispiel"], 4: ["Ada Beispiel"], 5: ["Ada Beispiel"], 6: []}

    def test_pain_without_a_strength_is_found_only_where_none_is_asked(
        self, visits: Visits
    ) -> None:
        drawn(visits, "sacrum", None)

        assert asked(visits, DrawnPain(site="sacrum")) == ["Ada Beispiel"]
        assert asked(visits, DrawnPain(site="sacrum", at_least=1)) == []

    def test_a_side_is_the_persons_own(self, visits: Visits) -> None:
        drawn(visits, "sacroiliac.right", 7)

        right, left = (
            asked(visits, DrawnPain(site="sacroiliac", laterality=side))
            for side in (Laterality.RIGHT, Laterality.LEFT)
        )
        assert (right, left) == (["Ada Beispiel"], [])

    def test_a_part_that_the_body_lacks_is_refused(self, visits: Visits) -> None:
        with pytest.raises(UnknownSite):
            asked(visits, DrawnPain(site="tail"))


class TestTreatments:
    def test_a_reaction_is_found_and_a_treatment_without_one_is_not(self, visits: Visits) -> None:
        visit = visits.start(a_point())
        done = TreatmentRecord.checked({"id": "t1", "treatment": "eswt", "adverse": ["BRUISING"]})
        record_treatment(visits.on(visit), treatment=done)
        visits.finish(visit)

        assert asked(visits, Treated(with_reaction=True)) == ["Ada Beispiel"]
        assert asked(visits, Treated(treatment="eswt", with_reaction=True)) == ["Ada Beispiel"]
        assert asked(visits, Treated(treatment="dry_needling")) == []


class TestDays:
    def test_not_seen_counts_months_by_the_practices_clock(self, visits: Visits) -> None:
        set_time_zone(zone="Europe/Zurich", ports=visits.ports)
        visits.finished()  # 8 March 2026
        visits.clock.time = datetime.fromisoformat("2026-06-08T21:59:00+00:00")
        assert asked(visits, NotSeen(months=3)) == []  # still 8 June there

        visits.clock.time = datetime.fromisoformat("2026-06-08T22:01:00+00:00")
        assert asked(visits, NotSeen(months=3)) == ["Ada Beispiel"]

    @pytest.mark.parametrize(
        ("day", "months", "before"),
        [
            (date(2026, 3, 31), 1, date(2026, 2, 28)),
            (date(2024, 3, 31), 1, date(2024, 2, 29)),
            (date(2026, 1, 15), 1, date(2025, 12, 15)),
            (date(2026, 5, 15), 12, date(2025, 5, 15)),
            (date(2026, 11, 30), 3, date(2026, 8, 30)),
        ],
    )
    def test_months_are_those_of_the_calendar(self, day: date, months: int, before: date) -> None:
        assert months_before(day, months) == before

    @given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(1, 120))
    def test_months_before_lie_so_many_months_back(self, day: date, months: int) -> None:
        before = months_before(day, months)

        assert (day.year - before.year) * 12 + day.month - before.month == months
        assert before.day <= day.day

    def test_the_first_and_the_last_day_count_whole(self, visits: Visits) -> None:
        set_time_zone(zone="UTC", ports=visits.ports)
        visits.finished(a_point())  # 8 March 2026, noon
        the_8th = date(2026, 3, 8)

        assert asked(visits, ACTIVE, since=the_8th, until=the_8th) == ["Ada Beispiel"]
        assert asked(visits, ACTIVE, until=date(2026, 3, 7)) == []
        assert asked(visits, ACTIVE, since=date(2026, 3, 9)) == []

    def test_days_in_the_wrong_order_are_refused(self) -> None:
        asked = {"conditions": (Visited(),), "since": "2026-03-02", "until": "2026-03-01"}
        with pytest.raises(InvalidRecord, match="the last day lies before the first"):
            Question.checked(asked)


class TestTagsAndArchive:
    def test_people_are_found_by_a_tag_in_the_question_and_in_the_list(
        self, visits: Visits
    ) -> None:
        ports = visits.ports
        details = PersonDetails(name="Bo", tags=("Low back study", "low BACK study", "recall"))
        bo = add_person(details=details, request_id="bo", ports=ports)

        assert bo.tags == ("Low back study", "recall")
        assert list_tags(ports=ports) == ("Low back study", "recall")
        assert asked(visits, Tagged(tag="LOW BACK STUDY")) == ["Bo"]
        assert asked(visits, Tagged(tag="study")) == []
        assert [line.id for line in find_persons(ports=ports, query="study")] == [bo.id]
        edit_person(person_id=bo.id, changes={"tags": ()}, expected_version=1, ports=ports)
        assert list_tags(ports=ports) == ()
        assert asked(visits, Tagged(tag="recall")) == []

    def test_an_archived_person_leaves_the_lists_and_comes_back_unchanged(
        self, visits: Visits
    ) -> None:
        ports, ada = visits.ports, visits.person
        visits.finished(a_point())
        for _ in range(2):
            archived = archive_person(person_id=ada.id, ports=ports)
            assert archived == ada.changed(is_archived=True, version=2)

        assert find_persons(ports=ports).items == ()
        assert [line.id for line in find_persons(ports=ports, archived=True)] == [ada.id]
        assert [line.id for line in find_persons(ports=ports, archived=None)] == [ada.id]
        assert asked(visits, ACTIVE) == []
        assert asked(visits, ACTIVE, among="ARCHIVED") == ["Ada Beispiel"]
        for _ in range(2):
            assert bring_back(person_id=ada.id, ports=ports) == ada.changed(version=3)
        assert asked(visits, ACTIVE) == ["Ada Beispiel"]


class TestKept:
    def test_a_question_is_kept_as_it_was_asked_replaced_and_removed(self, visits: Visits) -> None:
        question = Question(
            conditions=(ACTIVE, DrawnPain(site="sacrum", at_least=5), NotSeen(months=3)),
            any_of=True,
            since=date(2026, 1, 1),
            examiner="Kim",
        )
        other = question.changed(any_of=False)
        keep_question(name="Recall", question=question, ports=visits.ports)
        assert list_questions(ports=visits.ports) == {"Recall": question}

        keep_question(name=" Recall ", question=other, ports=visits.ports)
        assert list_questions(ports=visits.ports) == {"Recall": other}
        remove_question(name="Recall", ports=visits.ports)
        assert list_questions(ports=visits.ports) == {}

    def test_a_question_asks_something_and_not_too_much(self) -> None:
        for count in (0, 9):
            with pytest.raises(InvalidRecord):
                Question.checked({"conditions": [{"kind": "visited"}] * count})


def test_all_answers_are_those_of_the_pages_and_records_that_are_not_read_are_counted(
    visits: Visits,
) -> None:
    people = [visits.other_person(f"Person {number}") for number in range(3)]
    for person in people:
        visits.finish(visits.start(a_point(), person_id=person.id))
    question = Question(conditions=(ACTIVE,))

    answers = every_answer(question=question, body=shipped.body(), ports=visits.ports)

    assert [answer.line.person.name for answer in answers] == ["Person 2", "Person 1", "Person 0"]
    assert list_examiners(ports=visits.ports) == ()
    assert not_ready(body_version="1", ports=visits.ports) == 0
    assert not_ready(body_version="2", ports=visits.ports) == 3
