"""The People page: who is there twice is noticed, merged and parted; long lists are turned over."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records import AssessmentSummary, Person, PersonDetails
from bodymap.services.assessing.assessments import list_assessments, start_assessment
from bodymap.services.drawing.drawings import open_drawing, start_drawing
from bodymap.services.people.persons import add_person, find_persons
from bodymap.ui import links
from bodymap.ui.pages import people
from tests.records.builders import an_id
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts
from tests.ui.test_drawing_in_assess import page as assess_page
from tests.ui.test_drawings_of_a_person import opened


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def person(bench: Bench, name: str, request_id: str, **details: object) -> Person:
    told = PersonDetails(name=name, **details)
    return add_person(details=told, request_id=request_id, ports=bench.kept.ports)


def names(bench: Bench) -> list[str]:
    return sorted(line.person.name for line in find_persons(ports=bench.kept.ports))


def add(at: AppTest, name: str) -> None:
    at.text_input(key="people-add-name").set_value(name)
    (submit,) = [button for button in at.button if button.label == "Add"]
    submit.click().run()


def test_who_is_there_already_can_be_taken_instead(bench: Bench) -> None:
    anna = person(bench, "Anna Lindqvist", "a", year_of_birth=1986)
    at = opened()
    add(at, "anna lindqvist")

    assert names(bench) == ["Anna Lindqvist"]
    assert "Not added yet" in "".join(warning.value for warning in at.warning)
    at.button(key=f"people-add-take-{anna.id}").click().run()

    assert names(bench) == ["Anna Lindqvist"]
    assert at.query_params[links.PERSON] == anna.id


def test_another_person_of_the_same_name_can_be_added(bench: Bench) -> None:
    person(bench, "Anna Lindqvist", "a")
    at = opened()
    add(at, "Anna Lindqvist")
    at.button(key="people-add-anyway").click().run()

    assert names(bench) == ["Anna Lindqvist", "Anna Lindqvist"]


def test_two_who_are_one_are_merged_and_parted_and_both_histories_say_so(bench: Bench) -> None:
    ports = bench.kept.ports
    anna, double = person(bench, "Anna", "a"), person(bench, "Änna", "b")
    visit = start_assessment(request_id="v", ports=ports, person_id=double.id, body_version="1")
    at = opened(person=anna.id)
    at.session_state["merge-person"] = True
    at.run()
    at.button(key=f"merge-{anna.id}-perhaps-{double.id}").click().run()
    at.button(key=f"merge-{anna.id}-do").click().run()
    assert not at.exception

    assert names(bench) == ["Anna"]
    assert [line.id for line in list_assessments(ports=ports, person_id=anna.id)] == [visit.id]
    assert "Änna was merged into this record, with 1 assessment" in texts(at)

    old_link = opened(person=double.id)
    assert "merged into that of Anna" in "".join(info.value for info in old_link.info)
    (part,) = [button for button in old_link.button if button.label == "Part them again"]
    part.click().run()

    assert names(bench) == ["Anna", "Änna"]
    assert [line.id for line in list_assessments(ports=ports, person_id=double.id)] == [visit.id]
    said = texts(old_link)
    assert "this record was merged into Anna, with 1 assessment" in said
    assert "Parted again on" in said


def test_a_drawing_of_the_wrong_person_moves_to_the_right_one(bench: Bench) -> None:
    ports = bench.kept.ports
    wrong, right = person(bench, "Wrong", "a"), person(bench, "Right", "b")
    visit = start_assessment(request_id="v", ports=ports, person_id=wrong.id, body_version="1")
    drawing = start_drawing(request_id="d", ports=ports, assessment_id=visit.id, body_version="1")
    at = opened(person=wrong.id)
    at.button(key=f"drawing-{drawing.id}").click().run()
    at.session_state[f"moving-{drawing.id}"] = True
    at.run()
    at.text_input(key=f"move-{drawing.id}-find").set_value("righ").run()
    at.button(key=f"move-{drawing.id}-take-{right.id}").click().run()
    at.button(key=f"moved-{drawing.id}").click().run()
    assert not at.exception

    assert open_drawing(drawing_id=drawing.id, ports=ports).person_id == right.id
    said = texts(at)
    assert "1 assessment and 1 drawing moved here from Wrong" in said
    assert "Moved here from Wrong on " in said, "on the drawing itself, which is open"
    assess = AppTest.from_function(assess_page, default_timeout=SLOW_S)
    assess.query_params["draft"] = visit.id
    assert "Moved here from Wrong on " in texts(assess.run())


def test_the_fifty_first_of_many_people_is_on_the_next_page(bench: Bench) -> None:
    for number in range(53):
        person(bench, f"Person {number:02d}", f"a{number}")
    at = opened()

    assert "50 of 53 people" in texts(at)
    at.button(key="people-page-next").click().run()
    assert "51 to 53 of 53 people" in texts(at)
    shown = [button.label for button in at.button if (button.key or "").startswith("person-")]
    assert [label[:9] for label in shown] == ["Person 02", "Person 01", "Person 00"]
    at.button(key="people-page-back").click().run()
    assert "50 of 53 people" in texts(at)
    at.text_input(key="people-find").set_value("person 0").run()
    assert "of 53" not in texts(at)


def summary(day: int, status: str, editions: int, reason: str = "") -> AssessmentSummary:
    at = datetime(2026, 3, day, 12, tzinfo=UTC)
    return AssessmentSummary(
        id=an_id(day),
        person_id=an_id(2),
        person_label="Ada",
        is_sample=False,
        code="K7M2QX",
        examined_at=at,
        changed_at=at,
        examiner="Kim",
        reason=reason,
        status=status,
        editions=editions,
        finding_count=1,
    )


@pytest.mark.parametrize(
    ("visits", "told"),
    [
        ([], "No visit is finished yet."),
        ([(3, "DRAFT", 0)], "No visit is finished yet. Not finished: 3 March 2026."),
        ([(2, "FINISHED", 1)], "Last visit 2 March 2026."),
        (
            [(5, "DRAFT", 0), (4, "DRAFT", 1, "neck"), (2, "FINISHED", 1, "shoulder")],
            "Last visit 4 March 2026: neck. Not finished: 5 March 2026, 4 March 2026.",
        ),
    ],
)
def test_a_person_s_page_says_when_and_why_they_came_and_what_is_open(
    visits: list[Any], told: str
) -> None:
    assert people.how_it_stands([summary(*each) for each in visits]) == told


def test_who_was_seen_today_stands_first(bench: Bench) -> None:
    ada, bo = person(bench, "Ada", "a"), person(bench, "Bo", "b")
    for whose, when in ((bo, datetime(2026, 3, 1, tzinfo=UTC)), (ada, datetime.now(UTC))):
        start_assessment(
            body_version="1",
            request_id=f"visit-{whose.id}",
            ports=bench.kept.ports,
            person_id=whose.id,
            examined_at=when,
        )

    said = texts(opened())

    assert said.index("**Today**") < said.index("**Before**")
    assert "Last visit" not in said
