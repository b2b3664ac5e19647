"""Where records came from, and the register of what was removed; the same in every store."""

from datetime import timedelta

from bodymap.body import Laterality
from bodymap.records.derived import Derived, MarkCells, MarkedRegion
from bodymap.records.origin import Origin
from bodymap.records.portable import Whole
from bodymap.services.kernel.ports import Store
from tests.records.builders import NOON, a_finding, a_pain_drawing, a_person, an_assessment, an_id

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
        assert not unit.erased.among(ids)
        unit.persons.set_deleted(PERSON.id, NOON)
        unit.persons.erase(deleted_before=NOON + timedelta(days=1))
        unit.commit()

    with store.writing() as unit:
        assert unit.erased.among(ids) == set(ids)
        unit.erased.forget(PERSON.id)
        unit.commit()

    with store.reading() as unit:
        assert unit.erased.among(ids) == set(ids[1:])


def test_several_records_are_kept_and_read_at_once(store: Store) -> None:
    said = an_assessment(id=an_id(71), person_id=PERSON.id, findings=(a_finding("m1"),))
    now = said.changed(version=2, reason="neck")
    drawn = a_pain_drawing(id=an_id(72), person_id=PERSON.id, code="D", no_pain=True)
    several = [Whole(now, (said, now)), Whole(an_assessment(id=an_id(73), code="A"))]
    with store.writing() as unit:
        unit.persons.add(PERSON, at=NOON)
        unit.assessments.add_whole(several, at=NOON)
        unit.drawings.add_whole([Whole(drawn)], at=NOON)
        unit.assessments.add_whole([], at=NOON)
        unit.commit()

    ids = [an_id(73), an_id(99), an_id(71)]
    with store.reading() as unit:
        assert unit.assessments.wholes(ids) == (several[1], several[0])
        assert unit.drawings.wholes([drawn.id]) == (Whole(drawn),)
        assert unit.assessments.there(ids) == {an_id(71), an_id(73)}
        assert unit.persons.there([*ids, PERSON.id]) == {PERSON.id}
        assert unit.assessments.codes_taken([now.code, "A", "B"]) == {now.code, "A"}
        assert unit.assessments.last_editions(ids) == {now.id: now}
        (line,) = unit.persons.find((), sample=None, limit=10, after=None)
    assert line.seen_at == max(now.examined_at, drawn.drawn_at)


def test_what_is_deleted_is_there_and_not_read(store: Store) -> None:
    said = an_assessment(id=an_id(71), person_id=PERSON.id)
    with store.writing() as unit:
        unit.persons.add(PERSON, at=NOON)
        unit.assessments.add_whole([Whole(said, (said,))], at=NOON)
        unit.persons.set_deleted(PERSON.id, NOON)
        unit.commit()

    with store.reading() as unit:
        assert unit.assessments.wholes([said.id]) == ()
        assert unit.assessments.there([said.id]) == {said.id}
        assert unit.assessments.last_editions([said.id]) == {said.id: said}


def test_what_follows_from_several_records_is_kept_at_once(store: Store) -> None:
    made = {
        an_id(number): Derived(
            "1",
            (MarkCells("m", b"x", number),),
            (MarkedRegion("m", "nose", Laterality.MIDLINE, number),),
        )
        for number in (1, 2)
    }
    with store.writing() as unit:
        unit.drawings.keep_all_derived({})
        for record_id in made:
            unit.drawings.add(a_pain_drawing(id=record_id, code=record_id), at=NOON)
        unit.drawings.keep_all_derived(made)
        unit.drawings.keep_all_derived(made)
        unit.commit()

    with store.reading() as unit:
        assert {record_id: unit.drawings.derived(record_id) for record_id in made} == made
