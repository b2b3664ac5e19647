"""One damaged row is named and leaves the rest readable."""

from pathlib import Path

import pytest
from sqlalchemy import text

from bodymap.errors import RecordUnreadable
from bodymap.services.assessing.assessments import list_assessments, open_assessment
from bodymap.services.drawing.drawings import list_drawings, open_drawing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.people.persons import find_persons, open_person
from bodymap.store import SqlStore, open_store
from tests.records.builders import NOON, a_pain_drawing, a_person, an_assessment, an_id

GOOD, BAD = 50, 60


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """Of each kind one record that stays whole and one that will be damaged."""
    store = open_store(tmp_path)
    with store.writing() as unit:
        for number in (GOOD, BAD):
            code = f"C{number}"
            unit.persons.add(a_person(id=an_id(number)), at=NOON)
            unit.assessments.add(an_assessment(id=an_id(number), code=code), at=NOON)
            unit.drawings.add(a_pain_drawing(id=an_id(number), code=code), at=NOON)
        unit.commit()
    yield Ports(store, SystemClock(), SystemIds())
    store.close()


def damage(ports: Ports, table: str, column: str, value: object) -> None:
    store: SqlStore = ports.store
    with store.engine.begin() as connection:
        change = text(f"UPDATE {table} SET {column} = :value WHERE id = :id")  # noqa: S608
        connection.execute(change, {"value": value, "id": an_id(BAD)})


@pytest.mark.parametrize("column", ["sex", "height_cm", "year_of_birth", "figure"])
def test_a_damaged_person_is_named_and_the_others_are_found(ports: Ports, column: str) -> None:
    damage(ports, "persons", column, "?!")

    found = find_persons(ports=ports)

    assert ([person.id for person in found], found.unreadable) == ([an_id(GOOD)], (an_id(BAD),))
    with pytest.raises(RecordUnreadable) as caught:
        open_person(person_id=an_id(BAD), ports=ports)
    assert (caught.value.kind, caught.value.record_id) == ("person", an_id(BAD))


@pytest.mark.parametrize("column", ["examined_at", "status", "finished_at", "changed_at"])
def test_a_damaged_assessment_is_named_and_the_others_are_listed(ports: Ports, column: str) -> None:
    damage(ports, "assessments", column, "999-01-02")
    seen = {"examined_at", "status", "changed_at"}  # by a list

    found = list_assessments(ports=ports)

    assert an_id(GOOD) in [line.id for line in found]
    assert found.unreadable == ((an_id(BAD),) if column in seen else ())
    if column != "changed_at":
        with pytest.raises(RecordUnreadable, match="assessment"):
            open_assessment(assessment_id=an_id(BAD), ports=ports)
    assert open_assessment(assessment_id=an_id(GOOD), ports=ports).code == f"C{GOOD}"


@pytest.mark.parametrize("marks", ["[{", '{"a": 1}', '[{"id": ""}]'])
def test_a_damaged_drawing_is_named_and_the_others_open(ports: Ports, marks: str) -> None:
    damage(ports, "drawings", "marks", marks)

    assert len(list_drawings(ports=ports)) == 2
    with pytest.raises(RecordUnreadable, match="drawing"):
        open_drawing(drawing_id=an_id(BAD), ports=ports)
    assert open_drawing(drawing_id=an_id(GOOD), ports=ports).code == f"C{GOOD}"


def test_a_page_that_ends_in_damage_is_followed_by_the_next(ports: Ports) -> None:
    damage(ports, "assessments", "examined_at", "9999-99-99")

    first = list_assessments(ports=ports, limit=1)

    assert (first.items, first.unreadable, first.total) == ((), (an_id(BAD),), 2)
