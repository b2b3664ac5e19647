from datetime import timedelta

import pytest

from bodymap.errors import EditClash, InvalidRecord, UnknownAssessment, UnknownPerson
from bodymap.records import PersonDetails, PersonSummary
from bodymap.services.assessing.assessments import (
    list_assessments,
    open_assessment,
    start_assessment,
)
from bodymap.services.kernel.pages import Page, Position, every_line
from bodymap.services.kernel.ports import Deleted
from bodymap.services.maintaining.deleting import (
    delete_assessment,
    delete_person,
    list_deleted,
    purge,
    restore_assessment,
    restore_person,
)
from bodymap.services.maintaining.settings import get_examiner_name, set_examiner_name
from bodymap.services.people.persons import add_person, edit_person, find_persons, open_person
from tests.services.desk import Desk


def find(desk: Desk, query: str) -> list[str]:
    return [line.person.label for line in find_persons(query=query, ports=desk.ports)]


def test_adding_twice_by_one_request_adds_one_person(desk: Desk) -> None:
    assert desk.person() == desk.person()
    assert find(desk, "") == ["Ada Beispiel"]


@pytest.mark.parametrize("query", ["ada", "BEISPIEL", "bei  ad", "Ädä", ""])
def test_a_person_is_found_without_regard_to_capitals_and_accents(desk: Desk, query: str) -> None:
    desk.person()

    assert find(desk, query) == ["Ada Beispiel"]


@pytest.mark.parametrize("query", ["adam", "%", "_da", "ada muster", "x" * 100_000])
def test_who_does_not_match_is_not_found(desk: Desk, query: str) -> None:
    desk.person()

    assert find(desk, query) == []


def test_a_year_of_birth_that_lies_ahead_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidRecord, match="at most this year, 2026"):
        desk.person(year_of_birth=2027)


def test_an_edit_from_an_older_version_is_shown_and_overwrites_nothing(desk: Desk) -> None:
    person = desk.person()
    arguments = {"person_id": person.id, "expected_version": 1, "ports": desk.ports}
    theirs = edit_person(changes={"height_cm": 170}, **arguments)

    with pytest.raises(EditClash) as caught:
        edit_person(changes={"height_cm": 180}, **arguments)

    assert caught.value.theirs == theirs == person.changed(height_cm=170, version=2)
    assert caught.value.yours.height_cm == 180
    assert edit_person(changes={"height_cm": 170}, **arguments) == theirs


def test_an_edit_cannot_reach_what_is_not_a_detail(desk: Desk) -> None:
    person = desk.person()

    for changes in ({"is_sample": True}, {"id": "x"}, {"version": 9}, {"name": ""}):
        with pytest.raises(InvalidRecord):
            edit_person(person_id=person.id, changes=changes, expected_version=1, ports=desk.ports)


def test_a_deleted_person_is_gone_with_their_assessments_until_restored(desk: Desk) -> None:
    person = desk.person()
    theirs = start_assessment(
        body_version="1", request_id="r", ports=desk.ports, person_id=person.id
    )
    delete_person(person_id=person.id, ports=desk.ports)

    assert find(desk, "") == []
    assert [line.id for line in list_assessments(ports=desk.ports)] == [desk.draft.id]
    with pytest.raises(UnknownPerson) as caught:
        open_person(person_id=person.id, ports=desk.ports)
    assert caught.value.deleted
    with pytest.raises(UnknownAssessment, match="Restore it"):
        open_assessment(assessment_id=theirs.id, ports=desk.ports)

    assert list_deleted(ports=desk.ports) == (
        Deleted("person", person.id, "Ada Beispiel", desk.clock.now()),
    )
    assert restore_person(person_id=person.id, ports=desk.ports) == person
    assert open_assessment(assessment_id=theirs.id, ports=desk.ports) == theirs
    assert list_deleted(ports=desk.ports) == ()


def test_a_deleted_assessment_can_be_restored(desk: Desk) -> None:
    desk.record("m1")
    before = desk.now()
    delete_assessment(assessment_id=desk.draft.id, ports=desk.ports)

    with pytest.raises(UnknownAssessment):
        desk.now()
    with pytest.raises(UnknownAssessment):
        desk.record("m2")
    desk.clock.move(days=29)
    delete_assessment(assessment_id=desk.draft.id, ports=desk.ports)
    desk.clock.move(days=1)
    assert [gone.label for gone in list_deleted(ports=desk.ports)] == ["CODE1"]
    assert restore_assessment(assessment_id=desk.draft.id, ports=desk.ports) == before


def test_after_30_days_what_was_deleted_is_removed_for_good(desk: Desk) -> None:
    person = desk.person()
    start_assessment(body_version="1", request_id="r", ports=desk.ports, person_id=person.id)
    delete_person(person_id=person.id, ports=desk.ports)
    delete_assessment(assessment_id=desk.draft.id, ports=desk.ports)

    desk.clock.move(days=30)
    assert purge(ports=desk.ports) == 0
    desk.clock.move(seconds=1)
    assert list_deleted(ports=desk.ports) == ()
    assert purge(ports=desk.ports) == 2

    with pytest.raises(UnknownPerson):
        restore_person(person_id=person.id, ports=desk.ports)
    with pytest.raises(UnknownAssessment):
        restore_assessment(assessment_id=desk.draft.id, ports=desk.ports)


def test_the_examiner_is_a_setting(desk: Desk) -> None:
    assert get_examiner_name(ports=desk.ports) == ""
    assert set_examiner_name(name=" Kim  Muster ", ports=desk.ports) == "Kim Muster"
    assert get_examiner_name(ports=desk.ports) == "Kim Muster"
    with pytest.raises(InvalidRecord):
        set_examiner_name(name="x" * 100_000, ports=desk.ports)


def test_a_request_id_that_cannot_be_is_refused(desk: Desk) -> None:
    for request_id in ("", "x" * 151, "a b", "ä"):
        with pytest.raises(InvalidRecord, match="request_id"):
            add_person(details=PersonDetails(name="Ada"), request_id=request_id, ports=desk.ports)


NAMES = (
    "Łukasz Østergård",
    "Y\u0131lmaz İnci",
    "Straße Æbelø",
    "Þórður Œuvre",
    "می\u200cخواهم",  # noqa: RUF001
    "O\u2019Brien",
)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("lukasz ostergard", NAMES[0]),
        ("ŁUKASZ", NAMES[0]),
        ("yilmaz", NAMES[1]),
        ("YILMAZ", NAMES[1]),
        ("YILMAZ İNCİ", NAMES[1]),
        ("inci", NAMES[1]),
        ("strasse aebelo", NAMES[2]),
        ("thord", NAMES[3]),
        ("oeuvre", NAMES[3]),
        ("میخواهم", NAMES[4]),
        ("می\u200cخو", NAMES[4]),
        ("o'brien", NAMES[5]),
        ("obrien", NAMES[5]),
    ],
)
def test_a_name_is_found_however_it_is_typed(desk: Desk, query: str, name: str) -> None:
    for number, each in enumerate(NAMES):
        assert desk.person(each, f"add-{number}").name == each

    assert find(desk, query) == [name]


@pytest.mark.parametrize("query", ["mol", "pero", "rose", "jor", "rob"])
def test_letters_that_are_scattered_over_a_name_find_nobody(desk: Desk, query: str) -> None:
    for name in ("Margarethe Olsen", "Peter Brandt", "Johanna Meier", "Roland Petersen"):
        desk.person(name, f"add-{name[0]}")

    assert find(desk, query) == []


def test_a_person_is_found_by_code_and_by_year_of_birth(desk: Desk) -> None:
    desk.person("Ada", "a", code="P-17", year_of_birth=1986)
    desk.person("Ada", "b", code="P-18", year_of_birth=1987)

    assert find(desk, "p-17") == ["Ada"]
    assert find(desk, "ada 1987") == ["Ada"]
    assert find(desk, "1988") == []


def test_every_one_of_many_is_reached_page_by_page(desk: Desk) -> None:
    for number in range(201):
        desk.person(f"Person {number:03d}", f"add-{number}")

    def read(after: Position | None) -> Page[PersonSummary]:
        return find_persons(ports=desk.ports, limit=50, after=after)

    first = read(None)
    assert (len(first), first.total, first.more) == (50, 201, True)
    assert {line.person.name for line in every_line(read)} == {
        f"Person {number:03d}" for number in range(201)
    }
    assert find(desk, "person 000") == ["Person 000"]


def test_who_is_born_this_year_can_be_added(desk: Desk) -> None:
    assert desk.person(year_of_birth=2026).year_of_birth == 2026


def test_joiners_stay_within_a_word_and_nowhere_else(desk: Desk) -> None:
    assert desk.person("\u200dक\u094d\u200dष \u200c x\u200d").name == "क\u094d\u200dष x"


def test_who_was_seen_last_comes_first_with_the_reason(desk: Desk) -> None:
    ada, bo = desk.person("Ada", "a"), desk.person("Bo", "b")
    start_assessment(
        request_id="v",
        ports=desk.ports,
        person_id=ada.id,
        reason="headache",
        examined_at=desk.clock.now() + timedelta(hours=1),
        body_version="1",
    )

    assert find_persons(ports=desk.ports).items == (
        PersonSummary(ada, desk.clock.now() + timedelta(hours=1), "headache"),
        PersonSummary(bo),
    )
