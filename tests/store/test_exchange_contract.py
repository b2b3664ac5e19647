"""Where records came from, and the register of what was removed; the same in every store."""

from datetime import timedelta

from bodymap.records.origin import Origin
from bodymap.services.kernel.ports import Store
from tests.records.builders import NOON, a_pain_drawing, a_person, an_assessment, an_id

PERSON = a_person()
ORIGIN = Origin(
    record_id=PERSON.id,
    kind="person",
    at=NOON,
    source="theirs.zip",
    written_at=NOON - timedelta(days=2, microseconds=1),
)


def test_an_origin_is_kept_and_goes_with_its_record(store: Store) -> None:
    with store.writing() as unit:
        unit.persons.add(PERSON, at=NOON)
        unit.origins.add(ORIGIN)
        unit.commit()
    with store.reading() as unit:
        assert unit.origins.of(PERSON.id) == ORIGIN
        assert unit.origins.of(an_id(9)) is None

    with store.writing() as unit:
        unit.persons.set_deleted(PERSON.id, NOON)
        unit.persons.erase(deleted_before=NOON + timedelta(days=1))
        unit.commit()

    with store.reading() as unit:
        assert unit.origins.of(PERSON.id) is None


def test_what_is_removed_for_good_is_on_the_register_until_it_is_imported(store: Store) -> None:
    ids = [PERSON.id, an_id(71), an_id(72)]
    with store.writing() as unit:
        unit.persons.add(PERSON, at=NOON)
        unit.assessments.add(an_assessment(id=ids[1], person_id=PERSON.id), at=NOON)
        unit.drawings.add(a_pain_drawing(id=ids[2], person_id=PERSON.id), at=NOON)
        assert not any(unit.erased.has(each) for each in ids)
        unit.persons.set_deleted(PERSON.id, NOON)
        unit.persons.erase(deleted_before=NOON + timedelta(days=1))
        unit.commit()

    with store.writing() as unit:
        assert all(unit.erased.has(each) for each in ids)
        unit.erased.forget(PERSON.id)
        unit.commit()

    with store.reading() as unit:
        assert [unit.erased.has(each) for each in ids] == [False, True, True]
