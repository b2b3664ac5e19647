"""Records of another practice in the same database are never seen, changed or removed."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bodymap.services.kernel.ports import UnitOfWork
from bodymap.store import open_store
from bodymap.store.tables import metadata, practices
from bodymap.store.unit_of_work import SqlUnitOfWork
from tests.records.builders import NOON, a_hand_over, a_person, an_id
from tests.store.keeping import FULL, a_step
from tests.store.test_drawing_contract import FULL as DRAWING

OTHER = an_id(900)
PERSON = a_person(is_sample=True)


def fill(unit: UnitOfWork) -> None:
    unit.persons.add(PERSON, at=NOON)
    unit.assessments.add(FULL.changed(person_id=PERSON.id), at=NOON)
    unit.drawings.add(DRAWING.changed(person_id=PERSON.id), at=NOON)
    unit.hand_overs.add(a_hand_over(drawing_id=DRAWING.id))
    unit.undo.push(FULL.id, "w", a_step("set_finding"))
    unit.requests.add("r", FULL.id, at=NOON)
    unit.settings.set("examiner_name", "Kim")


def test_two_practices_keep_the_same_ids_apart(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store.engine.begin() as connection:
        connection.execute(practices.insert().values(id=OTHER, made_at="2026-01-01"))
    theirs = SqlUnitOfWork(store.engine, OTHER, writing=True)
    with theirs as unit:
        fill(unit)
        unit.commit()
    before = all_rows(store, OTHER)
    with store.reading() as unit:
        assert unit.persons.get(PERSON.id) is None
        assert unit.persons.find((), sample=True, limit=9, after=None).total == 0
        assert not unit.assessments.code_is_taken(FULL.code)
        assert unit.drawings.get(DRAWING.id) is None
        assert unit.settings.get("examiner_name") is None

    with store.writing() as unit:
        fill(unit)
        unit.undo.forget(FULL.id)
        unit.settings.set("examiner_name", "Bo")
        unit.requests.forget(before=NOON + timedelta(days=1))
        unit.persons.set_deleted(PERSON.id, NOON)
        assert unit.persons.erase_samples() == 1
        unit.commit()

    assert all_rows(store, OTHER) == before
    store.close()


def all_rows(store: Any, practice_id: str) -> dict[str, list[Any]]:
    with store.engine.connect() as connection:
        return {
            table.name: connection.execute(
                select(table).where(table.c.practice_id == practice_id).order_by(*table.primary_key)
            ).all()
            for table in metadata.sorted_tables
            if "practice_id" in table.c
        }


def test_every_key_begins_with_the_practice() -> None:
    for table in metadata.sorted_tables:
        if table.name == "practices":
            continue
        keys = [table.primary_key, *table.foreign_key_constraints]
        keys += [each for each in table.constraints if type(each).__name__ == "UniqueConstraint"]
        for key in (*keys, *table.indexes):
            assert next(iter(key.columns)).name == "practice_id", (table.name, key)
