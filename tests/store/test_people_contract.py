"""What every store promises of people, the real one and the one in memory."""

from datetime import timedelta

import pytest

from bodymap.records import Edition, Person
from bodymap.services.kernel.pages import Page
from bodymap.services.kernel.ports import Deleted, Store, VersionMoved
from tests.records.builders import (
    NOON,
    a_person,
    an_assessment,
    an_id,
)
from tests.store.keeping import FULL, a_step, add, kept, save


class TestPersons:
    def test_a_person_comes_back_as_it_was(self, store: Store) -> None:
        person = a_person(
            code="P-1", year_of_birth=1980, sex="FEMALE", height_cm=166.5, handedness="BOTH"
        )
        add(store, person)

        with store.reading() as unit:
            assert unit.persons.get(person.id) == person
            assert unit.persons.get(an_id(999)) is None

    def test_a_person_is_replaced_only_at_the_version_that_was_read(self, store: Store) -> None:
        person = a_person()
        add(store, person)
        newer = person.changed(name="Newer", version=2)

        save(store, newer, before=person)
        with pytest.raises(VersionMoved):
            save(store, person.changed(name="Lost", version=2), before=person)

        with store.reading() as unit:
            assert unit.persons.get(person.id) == newer

    def test_people_are_found_by_every_word_last_seen_first(self, store: Store) -> None:
        ada = a_person(id=an_id(1), name="Ada Émile")
        ben = a_person(id=an_id(2), name="Ben", code="émile_9%")
        sample = a_person(id=an_id(3), name="Émile Sample", is_sample=True)
        with store.writing() as unit:
            unit.persons.add(ada, at=NOON + timedelta(seconds=1))
            unit.persons.add(ben, at=NOON)
            unit.persons.add(sample, at=NOON)
            unit.commit()

        with store.reading() as unit:

            def find(*words: str, sample: bool = False, limit: int = 9) -> tuple[Person, ...]:
                found = unit.persons.find(words, sample=sample, limit=limit, after=None)
                return tuple(line.person for line in found)

            assert find() == (ada, ben)
            assert find(limit=1) == (ada,)
            assert find("emile") == (ada, ben)
            assert find("emile", "ada") == (ada,)
            assert find("e_9%") == (ben,)
            assert find("e%9") == ()
            assert find("emile", sample=True) == (sample,)

    def test_a_deleted_person_is_not_seen_until_restored(self, store: Store) -> None:
        person = a_person()
        theirs = FULL.changed(person_id=person.id)
        add(store, person, theirs)

        with store.writing() as unit:
            unit.persons.set_deleted(person.id, NOON)
            unit.commit()
        with store.reading() as unit:
            assert unit.persons.get(person.id) is None
            assert unit.persons.find((), sample=False, limit=9, after=None) == Page()
            assert unit.persons.deleted_at(person.id) == NOON
            assert unit.persons.deleted() == (Deleted("person", person.id, person.label, NOON),)
            assert unit.assessments.get(theirs.id) is None
            assert unit.assessments.deleted_at(theirs.id) == NOON
            assert unit.assessments.deleted() == ()
        with store.writing() as unit:
            unit.persons.set_deleted(person.id, None)
            unit.commit()

        assert kept(store, theirs.id) == theirs
        with store.reading() as unit:
            assert (unit.persons.get(person.id), unit.persons.deleted()) == (person, ())

    def test_erasing_takes_the_person_and_all_that_is_theirs(self, store: Store) -> None:
        person, other = a_person(), a_person(id=an_id(7), name="Stays")
        theirs = FULL.changed(person_id=person.id)
        stays = an_assessment(id=an_id(8), code="STAYS", person_id=other.id)
        add(store, person, other, theirs, stays)
        with store.writing() as unit:
            unit.assessments.add_edition(Edition(1, theirs))
            unit.undo.push(theirs.id, "w", a_step("Set a mark"))
            unit.requests.add("r", theirs.id, at=NOON)
            unit.persons.set_deleted(person.id, NOON)
            unit.commit()

        with store.writing() as unit:
            assert unit.persons.erase(deleted_before=NOON) == 0
            assert unit.persons.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
            unit.commit()

        with store.reading() as unit:
            assert unit.persons.deleted_at(person.id) is None
            assert unit.assessments.deleted_at(theirs.id) is None
            assert unit.assessments.editions(theirs.id) == ()
            assert unit.undo.next_undo(theirs.id, "w") is None
            assert unit.requests.subject("r") is None
            assert unit.persons.get(other.id) == other
            assert unit.assessments.get(stays.id) == stays

    def test_erasing_the_samples_leaves_real_people(self, store: Store) -> None:
        real = a_person()
        sample = a_person(id=an_id(9), name="Sample", is_sample=True)
        theirs = an_assessment(id=an_id(10), code="THEIRS", person_id=sample.id)
        add(store, real, sample, theirs, FULL)

        with store.writing() as unit:
            assert unit.persons.erase_samples() == 1
            unit.commit()

        with store.reading() as unit:
            assert unit.persons.get(sample.id) is None
            assert unit.assessments.get(theirs.id) is None
            assert unit.persons.get(real.id) == real
        assert kept(store, FULL.id) == FULL
