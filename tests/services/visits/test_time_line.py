"""Visits and drawings of a person by day, read at once."""

from datetime import timedelta

from bodymap.body import Body
from bodymap.records import Occasion, PainDrawing
from bodymap.services.drawing.drawings import finish_drawing, start_drawing
from bodymap.services.drawing.marks import fill_regions, say_no_pain
from bodymap.services.kernel.editing import Editing
from bodymap.services.visits.time_line import Event, time_line
from tests.records.builders import a_finding
from tests.services.visits.desk import Visits

SHOULDER, KNEE = "shoulder_front.right", "knee_front.left"


def drawn(visits: Visits, body: Body, region: str | None, **start: object) -> PainDrawing:
    ports = visits.ports
    drawing = start_drawing(
        body_version="1",
        request_id=ports.ids.new(),
        ports=ports,
        **{"person_id": visits.person.id} | start,
    )
    editing = Editing(drawing.id, "window-1", ports)
    if region is None:
        made = say_no_pain(editing, no_pain=True)
    else:
        made = fill_regions(editing, mark_id="mark-1", regions=(region,), body=body)
    return finish_drawing(
        drawing_id=drawing.id, body=body, expected_version=made.version, ports=ports
    )


def line(visits: Visits, body: Body) -> tuple[Event, ...]:
    return time_line(person_id=visits.person.id, body=body, ports=visits.ports)


def test_a_drawing_belongs_to_its_visit_or_its_day_or_stands_alone(
    visits: Visits, body: Body
) -> None:
    alone = drawn(visits, body, KNEE)
    first = visits.start(a_finding("m1"))
    visits.clock.move(days=2)
    attached = drawn(visits, body, SHOULDER, assessment_id=first.id)
    first = visits.finish(first)
    second = visits.finished()
    visits.clock.move(hours=1)
    of_the_day = drawn(visits, body, None)

    events = line(visits, body)

    assert [(event.visit, event.drawing) for event in events] == [
        (None, alone),
        (first, attached),
        (second, of_the_day),
    ]
    assert [event.area for event in events] == [body.fill([KNEE]), body.fill([SHOULDER]), None]
    assert [event.at for event in events] == [
        alone.drawn_at,
        first.examined_at,
        second.examined_at,
    ]


def test_the_drawing_before_a_treatment_is_shown_not_the_one_after(
    visits: Visits, body: Body
) -> None:
    visit = visits.start()
    after = {"assessment_id": visit.id, "occasion": Occasion.AFTER_TREATMENT}
    drawn(visits, body, KNEE, **after)
    before = drawn(visits, body, SHOULDER, assessment_id=visit.id)
    visits.finish(visit)

    (event,) = line(visits, body)

    assert event.drawing == before


def test_drafts_deleted_ones_and_those_of_others_are_not_on_the_line(
    visits: Visits, body: Body
) -> None:
    visits.start(a_finding("m1"))
    drawn(visits, body, KNEE, person_id=visits.other_person("Bo").id)

    assert line(visits, body) == ()
    assert time_line(person_id="../x", body=body, ports=visits.ports) == ()


def test_nobody_is_late_for_the_day(visits: Visits, body: Body) -> None:
    visit = visits.finished()
    visits.clock.move(days=1)
    tomorrow = drawn(visits, body, KNEE)

    assert [event.drawing for event in line(visits, body)] == [None, tomorrow]
    assert tomorrow.drawn_at - visit.examined_at == timedelta(days=1)
