"""Which drawings lie at hand in an assessment, and in which order."""

from datetime import UTC, datetime
from typing import Any

from bodymap.records import Occasion
from bodymap.services.assessing.assessments import give_assessment_to_person
from bodymap.services.drawing.at_hand import drawings_at_hand
from bodymap.services.drawing.drawings import finish_drawing, start_drawing
from bodymap.services.drawing.marks import say_no_pain
from bodymap.services.kernel.editing import Editing
from bodymap.services.maintaining.time_zone import set_time_zone
from tests import shipped
from tests.services.desk import Desk

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def drawn(desk: Desk, name: str, *, finished: bool = True, marked: bool = True, **how: Any) -> str:
    """A drawing made now on the desk's clock; its id."""
    drawing = start_drawing(body_version="1", request_id=f"draw:{name}", ports=desk.ports, **how)
    if marked:
        draft = Editing(drawing.id, "window-1", desk.ports)
        drawing = say_no_pain(draft, no_pain=True)
    if finished:
        finish_drawing(
            drawing_id=drawing.id,
            body=shipped.body(),
            expected_version=drawing.version,
            ports=desk.ports,
        )
    return drawing.id


def at_hand(desk: Desk) -> list[str]:
    return [line.id for line in drawings_at_hand(assessment=desk.now(), ports=desk.ports)]


def given_to(desk: Desk) -> str:
    """The desk's assessment is given to a person; their id."""
    person = desk.person()
    now = desk.now()
    give_assessment_to_person(
        assessment_id=now.id, person_id=person.id, expected_version=now.version, ports=desk.ports
    )
    return str(person.id)


def test_attached_ones_come_first_then_those_of_the_day_then_the_latest(desk: Desk) -> None:
    person = given_to(desk)
    desk.clock.time = NOON.replace(month=1)
    oldest = drawn(desk, "oldest", person_id=person)
    desk.clock.time = NOON.replace(month=2)
    older = drawn(desk, "older", person_id=person)
    desk.clock.time = NOON.replace(hour=13)
    attached = drawn(desk, "attached", assessment_id=desk.draft.id)
    desk.clock.time = NOON.replace(hour=14)
    same_day = drawn(desk, "same-day", person_id=person)
    desk.clock.time = NOON.replace(hour=15)
    drawn(desk, "somebody", person_id=desk.person("Eva", "add-eva").id)
    drawn(desk, "waiting")

    assert at_hand(desk) == [attached, same_day, older, oldest]


def test_what_was_left_after_the_treatment_comes_after_what_was_there_before(desk: Desk) -> None:
    attached: dict[str, Any] = {"assessment_id": desk.draft.id}
    before = drawn(desk, "before", occasion=Occasion.BEFORE_TREATMENT, **attached)
    desk.clock.move(hours=1)
    after = drawn(desk, "after", occasion=Occasion.AFTER_TREATMENT, **attached)

    assert at_hand(desk) == [before, after]


def test_of_the_same_day_too_what_was_left_after_the_treatment_comes_last(desk: Desk) -> None:
    person = given_to(desk)
    before = drawn(desk, "before", occasion=Occasion.BEFORE_TREATMENT, person_id=person)
    desk.clock.move(hours=1)
    after = drawn(desk, "after", occasion=Occasion.AFTER_TREATMENT, person_id=person)

    assert at_hand(desk) == [before, after]


def test_the_same_day_is_that_of_the_practice(desk: Desk) -> None:
    set_time_zone(zone="Australia/Brisbane", ports=desk.ports)  # the day ends at 14:00 UTC
    person = given_to(desk)
    desk.clock.time = NOON.replace(hour=13)
    same_day = drawn(desk, "same-day", person_id=person)
    desk.clock.time = NOON.replace(hour=15)
    next_day = drawn(desk, "next-day", person_id=person)

    assert at_hand(desk) == [same_day, next_day]


def test_a_drawing_under_way_is_at_hand_where_it_is_attached_and_something_is_said(
    desk: Desk,
) -> None:
    person = given_to(desk)
    drawn(desk, "elsewhere", finished=False, person_id=person)
    drawn(desk, "untouched", finished=False, marked=False, assessment_id=desk.draft.id)
    begun = drawn(desk, "begun", finished=False, assessment_id=desk.draft.id)

    assert at_hand(desk) == [begun]


def test_a_finished_assessment_is_not_read_by_what_was_drawn_on_a_later_day(desk: Desk) -> None:
    person = given_to(desk)
    desk.finish()
    desk.clock.move(hours=1)
    same_day = drawn(desk, "same-day", person_id=person)
    desk.clock.move(days=5)
    drawn(desk, "later", person_id=person)
    attached = drawn(desk, "attached", assessment_id=desk.draft.id)

    assert at_hand(desk) == [attached, same_day]


def test_without_a_person_only_what_is_attached_is_at_hand(desk: Desk) -> None:
    drawn(desk, "waiting")
    attached = drawn(desk, "attached", assessment_id=desk.draft.id)

    assert at_hand(desk) == [attached]


def test_no_drawing_is_no_drawing(desk: Desk) -> None:
    assert at_hand(desk) == []
