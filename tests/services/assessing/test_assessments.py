from datetime import timedelta

import pytest

from bodymap.errors import (
    AlreadyAttached,
    EditClash,
    InvalidRecord,
    NotOpen,
    StillOpen,
    UnknownPerson,
)
from bodymap.records import Assessment, Status
from bodymap.services.assessing.assessments import (
    give_assessment_to_person,
    list_assessments,
    list_editions,
    start_assessment,
)
from tests.records.builders import a_finding, an_id
from tests.services.desk import Desk


def start(desk: Desk, request_id: str, **more: object) -> Assessment:
    return start_assessment(body_version="1", request_id=request_id, ports=desk.ports, **more)


def test_a_quick_assessment_waits_under_a_short_code(desk: Desk) -> None:
    assert (desk.draft.person_id, desk.draft.code) == (None, "CODE1")
    assert desk.draft.examined_at == desk.clock.now()


def test_starting_twice_by_one_request_starts_once(desk: Desk) -> None:
    assert start(desk, "start") == desk.draft
    assert len(list_assessments(ports=desk.ports)) == 1


def test_an_assessment_takes_the_figure_of_its_person(desk: Desk) -> None:
    person = desk.person(figure="female")

    assert start(desk, "r", person_id=person.id).figure == "female"
    assert start(desk, "s", person_id=person.id, figure="child").figure == "child"
    with pytest.raises(UnknownPerson):
        start(desk, "t", person_id=an_id(999))


def test_a_waiting_assessment_is_attached_to_its_person_once(desk: Desk) -> None:
    person, other = desk.person(), desk.person("Other", "add-2")
    arguments = {"assessment_id": desk.draft.id, "ports": desk.ports}

    attached = give_assessment_to_person(person_id=person.id, expected_version=1, **arguments)

    assert attached == desk.draft.changed(person_id=person.id, version=2)
    again = give_assessment_to_person(person_id=person.id, expected_version=1, **arguments)
    assert again == attached
    with pytest.raises(AlreadyAttached):
        give_assessment_to_person(person_id=other.id, expected_version=2, **arguments)


def test_finishing_keeps_name_as_typed_and_time(desk: Desk) -> None:
    draft = desk.record("m1")
    desk.clock.move(minutes=20)

    finished = desk.finish("  Kim  Muster ")

    assert finished == draft.changed(
        status=Status.FINISHED,
        finished_by="Kim Muster",
        finished_at=desk.clock.now(),
        editions=1,
        version=3,
    )


def test_finishing_needs_a_name(desk: Desk) -> None:
    for name in ("", "  ", "x" * 100_000):
        with pytest.raises(InvalidRecord):
            desk.finish(name)
    assert desk.now() == desk.draft


def test_finishing_sent_again_finishes_once(desk: Desk) -> None:
    finished = desk.finish(expected_version=1)

    assert desk.finish(expected_version=1) == finished
    with pytest.raises(NotOpen):
        desk.finish("Somebody Else", expected_version=1)


def test_finishing_what_another_window_changed_since_is_a_clash(desk: Desk) -> None:
    desk.record("m1")

    with pytest.raises(EditClash):
        desk.finish(expected_version=1)


def test_an_amendment_keeps_the_earlier_edition_readable(desk: Desk) -> None:
    desk.record("m1")
    first = desk.finish()
    desk.clock.move(days=1)
    desk.amend("wrong side")
    desk.remove("m1")
    desk.record("m2")

    second = desk.finish("Kim again")

    assert second.status is Status.AMENDED
    assert (second.amended_because, second.finished_by) == ("wrong side", "Kim again")
    editions = list_editions(assessment_id=desk.draft.id, ports=desk.ports)
    assert [(edition.number, edition.record) for edition in editions] == [
        (1, first),
        (2, second),
    ]
    assert first.findings == (a_finding("m1"),)


def test_only_what_is_finished_can_be_amended_and_once(desk: Desk) -> None:
    with pytest.raises(StillOpen):
        desk.amend()
    desk.finish()
    amending = desk.amend(expected_version=2)

    assert desk.amend(expected_version=2) == amending
    with pytest.raises(StillOpen):
        desk.amend(expected_version=3)


def test_a_given_up_amendment_leaves_the_last_edition(desk: Desk) -> None:
    desk.record("m1")
    finished = desk.finish()
    desk.amend()
    desk.remove("m1")

    assert desk.discard() == finished.changed(version=6)
    with pytest.raises(NotOpen):
        desk.discard()


def test_a_list_says_what_an_assessment_is_without_its_findings(desk: Desk) -> None:
    desk.record("m1")
    desk.record("m2")
    person = desk.person()
    start_assessment(
        body_version="1",
        request_id="r",
        ports=desk.ports,
        person_id=person.id,
        reason="knee",
        examined_at=desk.clock.now() - timedelta(days=3),
    )

    lines = list_assessments(ports=desk.ports)

    assert [(line.code, line.person_label, line.finding_count, line.reason) for line in lines] == [
        ("CODE1", "", 2, ""),
        ("CODE2", "Ada Beispiel", 0, "knee"),
    ]
    assert [line.code for line in list_assessments(ports=desk.ports, only_waiting=True)] == [
        "CODE1"
    ]
    desk.finish()
    assert [line.code for line in list_assessments(ports=desk.ports, only_open=True)] == ["CODE2"]


@pytest.mark.parametrize("because", ["", "   "])
def test_an_amendment_wants_a_reason(desk: Desk, because: str) -> None:
    finished = desk.finish()

    with pytest.raises(InvalidRecord, match="a reason is needed"):
        desk.amend(because)

    assert desk.now() == finished
