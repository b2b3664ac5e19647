"""What every store promises of people, the real one and the one in memory."""

from datetime import timedelta

import pytest

from bodymap.records import Edition, Person
from bodymap.records.transfer import Transfer, TransferKind, Transferred
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

    def test_whether_there_is_anybody_is_known(self, store: Store) -> None:
        def anybody() -> list[bool]:
            with store.reading() as unit:
                return [unit.persons.any(sample=sample) for sample in (None, False, True)]

        assert anybody() == [False, False, False]
        add(store, a_person(is_sample=True))
        assert anybody() == [True, False, True]
        add(store, a_person(id=an_id(77)))
        assert anybody() == [True, True, True]
        with store.writing() as unit:
            unit.persons.set_deleted(an_id(77), NOON)
            unit.commit()
        assert anybody() == [True, False, True]

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
            assert find("emi") == (ada, ben)
            assert find("emile_9") == find("9%") == (ben,)  # from each sign after another on
            assert find("mile") == find("e_9%") == find("e%9") == find("emile%") == ()
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


class TestMerged:
    def test_who_is_part_of_another_is_neither_opened_nor_found(self, store: Store) -> None:
        whole, part = a_person(), a_person(id=an_id(7), name="Part", code="P-1")
        add(store, whole, part)
        with store.writing() as unit:
            unit.persons.set_merged(part.id, whole.id)
            unit.commit()

        with store.reading() as unit:
            assert unit.persons.get(part.id) is None
            assert unit.persons.merged_into(part.id) == whole.id
            assert unit.persons.merged_into(whole.id) is None
            assert unit.persons.label(part.id) == "Part"
            assert unit.persons.label(an_id(99)) is None
            assert unit.persons.like("part", "p-1") == ()
            found = unit.persons.find((), sample=None, limit=9, after=None)
            assert [line.person for line in found] == [whole]
        with store.writing() as unit:
            unit.persons.set_merged(part.id, None)
            unit.commit()

        with store.reading() as unit:
            assert unit.persons.get(part.id) == part
            assert unit.persons.like("part", "") == (part,)
            assert unit.persons.like("", "p-1") == (part,)
            assert unit.persons.like("par", "p-") == ()

    def test_records_are_given_from_one_person_to_another(self, store: Store) -> None:
        one, other = a_person(), a_person(id=an_id(7), name="Other")
        theirs = an_assessment(id=an_id(8), code="THEIRS", person_id=one.id)
        gone = an_assessment(id=an_id(9), code="GONE", person_id=one.id)
        add(store, one, other, theirs, gone)
        with store.writing() as unit:
            unit.assessments.set_deleted(gone.id, NOON)
            assert unit.assessments.of_person(one.id) == (theirs.id, gone.id)
            ids = [theirs.id, gone.id, an_id(99)]
            went = unit.assessments.give(ids, from_id=one.id, to_id=other.id, at=NOON)
            again = unit.assessments.give(ids, from_id=one.id, to_id=other.id, at=NOON)
            unit.commit()

        assert set(went) == {theirs.id, gone.id}
        assert again == ()
        with store.reading() as unit:
            assert unit.assessments.get(theirs.id) == theirs.changed(person_id=other.id, version=2)
            assert unit.assessments.of_person(one.id) == ()
            assert unit.drawings.of_person(one.id) == ()

    def test_what_went_is_told_of_both_until_one_is_removed(self, store: Store) -> None:
        one, other = a_person(), a_person(id=an_id(7), name="Other")
        add(store, one, other)
        transfer = Transfer(
            id=an_id(50),
            kind=TransferKind.MERGED,
            from_id=one.id,
            to_id=other.id,
            at=NOON,
            records=(Transferred(kind="drawing", id=an_id(51)),),
        )
        later = transfer.changed(id=an_id(52), kind=TransferKind.MOVED, records=())
        undone = transfer.changed(undone_at=NOON + timedelta(days=1))
        with store.writing() as unit:
            unit.transfers.add(transfer)
            unit.transfers.add(later)
            unit.transfers.save(undone)
            unit.commit()

        with store.reading() as unit:
            assert unit.transfers.get(transfer.id) == undone
            assert unit.transfers.get(an_id(99)) is None
            for person in (one, other):
                assert unit.transfers.of_person(person.id) == (later, undone)
        with store.writing() as unit:
            unit.persons.set_deleted(one.id, NOON)
            assert unit.persons.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
            assert unit.transfers.of_person(other.id) == ()
            unit.commit()

    def test_a_list_follows_when_somebody_was_seen(self, store: Store) -> None:
        ada, bo = a_person(id=an_id(2), name="Ada"), a_person(id=an_id(7), name="Bo")
        add(store, ada, bo)
        visit = an_assessment(person_id=ada.id, reason="neck", examined_at=NOON + timedelta(days=2))
        add(store, visit)

        def seen() -> list[tuple[str, object, str]]:
            with store.reading() as unit:
                found = unit.persons.find((), sample=False, limit=9, after=None)
            return [(line.person.name, line.seen_at, line.reason) for line in found]

        assert seen() == [("Ada", visit.examined_at, "neck"), ("Bo", None, "")]
        moved = visit.changed(person_id=bo.id, version=2)
        save(store, moved, before=visit)
        assert seen() == [("Bo", visit.examined_at, "neck"), ("Ada", None, "")]
        with store.writing() as unit:
            unit.assessments.set_deleted(visit.id, NOON)
            unit.commit()
        assert seen() == [("Bo", None, ""), ("Ada", None, "")]
