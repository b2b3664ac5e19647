"""What the services rely on for pain drawings; every store keeps it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bodymap.body import Laterality
from bodymap.errors import StoreConflict
from bodymap.records import DrawingSummary, Edition, PainDrawing
from bodymap.records.derived import Derived, MarkCells, MarkedRegion
from bodymap.services.drawing.changes import MarkChange
from bodymap.services.kernel.ports import Deleted, KeptStep, Store, VersionMoved
from tests.records.builders import (
    NOON,
    a_mark,
    a_pain_drawing,
    a_person,
    an_assessment,
    an_id,
)

FULL = a_pain_drawing(
    drawn_by="WITH_HELP",
    occasion="AFTER_TREATMENT",
    marks=(
        a_mark(
            "m2",
            intensity={"nrs": 7, "recall": "NOW"},
            qualities=("ACHING", "OTHER"),
            other_quality="like a <b>bite</b>",
            depth="DEEP",
            timing=("AT_NIGHT",),
            since="UNDER_A_YEAR",
        ),
        a_mark("m1", drawing=None, inside=({"site": "teeth_upper", "laterality": "LEFT"},)),
    ),
    arrows=(
        {
            "id": "a1",
            "figure": "neutral",
            "body_version": "1",
            "view": "back",
            "x": 1,
            "y": 2.5,
            "to_view": "left",
            "to_x": 3,
            "to_y": 4,
        },
    ),
    severity={"past_week": {"fatigue": 3}, "past_six_months": {"headaches": True}},
    red_flags={"cauda_equina": False},
    seconds=41.5,
    actions=12,
)


def keep(store: Store, *drawings: PainDrawing) -> None:
    with store.writing() as unit:
        for drawing in drawings:
            unit.drawings.add(drawing, at=NOON)
        unit.commit()


def kept(store: Store, drawing_id: str = FULL.id) -> PainDrawing | None:
    with store.reading() as unit:
        return unit.drawings.get(drawing_id)


def listed(store: Store, **asked: object) -> tuple[DrawingSummary, ...]:
    usual = {
        "person_id": None,
        "assessment_id": None,
        "only_waiting": False,
        "sample": False,
        "limit": 9,
        "after": None,
    }
    with store.reading() as unit:
        return unit.drawings.summaries(**usual | asked).items


def a_step() -> KeptStep:
    change = MarkChange(before=None, after=a_mark(), position=0)
    return KeptStep("begin_mark", change.model_dump(mode="json"), name="w1:1")


def test_a_drawing_comes_back_as_it_was(store: Store) -> None:
    keep(store, FULL)

    assert kept(store) == FULL
    assert kept(store, an_id(99)) is None


def test_no_pain_is_a_drawing(store: Store) -> None:
    nothing = a_pain_drawing(no_pain=True)

    keep(store, nothing)

    assert kept(store) == nothing


def test_a_drawing_is_replaced_only_at_the_version_that_was_read(store: Store) -> None:
    keep(store, FULL)
    newer = FULL.changed(marks=FULL.marks[:1], version=2)

    with store.writing() as unit:
        unit.drawings.save(newer, before=FULL, at=NOON)
        unit.commit()
    with pytest.raises(VersionMoved), store.writing() as unit:
        unit.drawings.save(FULL.changed(version=2), before=FULL, at=NOON)

    assert kept(store) == newer


def test_a_code_is_given_once_and_finds_only_what_waits(store: Store) -> None:
    person = a_person()
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.drawings.add(FULL, at=NOON)
        unit.drawings.add(a_pain_drawing(id=an_id(6), code="GIVEN", person_id=person.id), at=NOON)
        unit.commit()

    with store.reading() as unit:
        assert (unit.drawings.by_code(FULL.code), unit.drawings.by_code("GIVEN")) == (FULL.id, None)
        assert unit.drawings.code_is_taken("GIVEN")
        assert not unit.drawings.code_is_taken("FREE")
    with pytest.raises(StoreConflict):
        keep(store, a_pain_drawing(id=an_id(7)))


def test_finished_drawings_of_a_person_are_read_with_their_cells_and_in_order(
    store: Store,
) -> None:
    ada, other = a_person(), a_person(id=an_id(3))
    whose = {"person_id": ada.id, "status": "FINISHED", "editions": 1, "finished_at": NOON}
    late = FULL.changed(**whose, drawn_at=NOON + timedelta(days=1))
    early = a_pain_drawing(id=an_id(11), code="EARLY", **whose)
    amended = FULL.changed(**whose | {"status": "DRAFT"}, id=an_id(12), code="AMEND", marks=())
    draft = a_pain_drawing(id=an_id(13), code="DRAFT", person_id=ada.id)
    theirs = early.changed(id=an_id(15), code="THEIRS", person_id=other.id)
    before = early.changed(id=an_id(12), code="AMEND", person_id=other.id)
    cells = (MarkCells("m2", b"1", 7), MarkCells("m1", b"2", None))
    with store.writing() as unit:
        for person in (ada, other):
            unit.persons.add(person, at=NOON)
        unit.commit()
    keep(store, late, early, amended, draft, theirs)
    with store.writing() as unit:
        unit.drawings.add_edition(Edition(1, before))
        unit.drawings.keep_derived(late.id, Derived("1", cells))
        unit.commit()

    with store.reading() as unit:
        found = unit.drawings.finished_of(ada.id)

    assert found == (
        (early, None),
        (before.changed(person_id=ada.id), None),
        (late, Derived("1", cells)),
    )


def test_drawings_are_listed_last_drawn_first_and_by_whose_they_are(store: Store) -> None:
    person = a_person()
    sample = a_person(id=an_id(3), name="Sample", is_sample=True)
    assessment = an_assessment(person_id=person.id)
    theirs = a_pain_drawing(
        id=an_id(6),
        code="A",
        person_id=person.id,
        assessment_id=assessment.id,
        drawn_at=NOON + timedelta(days=1),
        no_pain=True,
    )
    samples = a_pain_drawing(id=an_id(7), code="B", person_id=sample.id)
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.persons.add(sample, at=NOON)
        unit.assessments.add(assessment, at=NOON)
        unit.commit()
    keep(store, FULL, theirs, samples)

    assert [line.id for line in listed(store)] == [theirs.id, FULL.id]
    assert [line.id for line in listed(store, limit=1)] == [theirs.id]
    assert [line.id for line in listed(store, only_waiting=True)] == [FULL.id]
    assert [line.id for line in listed(store, sample=True)] == [samples.id]
    assert [line.id for line in listed(store, person_id=sample.id)] == [samples.id]
    assert [line.id for line in listed(store, assessment_id=assessment.id)] == [theirs.id]
    assert listed(store, person_id=person.id) == (
        DrawingSummary(
            id=theirs.id,
            person_id=person.id,
            person_label=person.label,
            is_sample=False,
            code="A",
            assessment_id=assessment.id,
            drawn_at=theirs.drawn_at,
            changed_at=NOON,
            drawn_by="SELF",
            occasion=None,
            status="DRAFT",
            editions=0,
            actions=0,
            mark_count=0,
            no_pain=True,
        ),
    )
    assert listed(store, only_waiting=True)[0].mark_count == 2
    with store.reading() as unit:
        lines = unit.drawings.lines([theirs.id, samples.id, an_id(99)])
        assert sorted(line.id for line in lines) == [theirs.id, samples.id]
        assert unit.drawings.lines([]) == ()


def test_editions_stay_as_they_were(store: Store) -> None:
    keep(store, FULL)
    first = Edition(1, FULL.changed(status="FINISHED", editions=1))
    second = Edition(2, FULL.changed(status="AMENDED", editions=2))

    with store.writing() as unit:
        unit.drawings.add_edition(first)
        unit.drawings.add_edition(second)
        unit.commit()

    with store.reading() as unit:
        assert unit.drawings.editions(FULL.id) == (first, second)
        assert unit.drawings.editions(an_id(99)) == ()


def test_steps_of_a_drawing_belong_to_one_window(store: Store) -> None:
    keep(store, FULL)
    with store.writing() as unit:
        unit.undo.push(FULL.id, "w1", a_step())
        unit.commit()

    with store.reading() as unit:
        assert unit.undo.next_undo(FULL.id, "w1") == replace(a_step(), number=1)
        assert unit.undo.next_undo(FULL.id, "w2") is None
    with store.writing() as unit:
        unit.undo.set_undone(FULL.id, "w1", 1, undone=True)
        assert unit.undo.next_undo(FULL.id, "w1") is None
        assert unit.undo.next_redo(FULL.id, "w1") is not None
        unit.undo.forget(FULL.id)
        assert unit.undo.next_redo(FULL.id, "w1") is None


def test_a_deleted_drawing_is_not_seen_until_restored(store: Store) -> None:
    keep(store, FULL)
    with store.writing() as unit:
        unit.drawings.set_deleted(FULL.id, NOON)
        unit.commit()

    assert (kept(store), listed(store)) == (None, ())
    with store.reading() as unit:
        assert unit.drawings.by_code(FULL.code) is None
        assert unit.drawings.deleted_at(FULL.id) == NOON
        assert unit.drawings.deleted() == (Deleted("drawing", FULL.id, FULL.code, NOON),)
    with store.writing() as unit:
        unit.drawings.set_deleted(FULL.id, None)
        unit.commit()
    assert kept(store) == FULL


def test_a_deleted_person_takes_drawings_along_and_brings_them_back(store: Store) -> None:
    person = a_person()
    theirs = FULL.changed(person_id=person.id)
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.drawings.add(theirs, at=NOON)
        unit.persons.set_deleted(person.id, NOON)
        unit.commit()

    assert (kept(store), listed(store)) == (None, ())
    with store.writing() as unit:
        assert unit.drawings.deleted_at(theirs.id) == NOON
        assert unit.drawings.deleted() == ()
        unit.persons.set_deleted(person.id, None)
        unit.commit()
    assert kept(store) == theirs


def test_erasing_a_person_takes_drawings_with_editions_steps_and_requests(store: Store) -> None:
    person = a_person()
    assessment = an_assessment(person_id=person.id)
    theirs = FULL.changed(person_id=person.id, assessment_id=assessment.id)
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.assessments.add(assessment, at=NOON)
        unit.drawings.add(theirs, at=NOON)
        unit.drawings.add_edition(Edition(1, theirs))
        unit.undo.push(theirs.id, "w", a_step())
        unit.requests.add("r", theirs.id, at=NOON)
        unit.persons.set_deleted(person.id, NOON)
        unit.commit()
    keep(store, a_pain_drawing(id=an_id(8), code="STAYS"))

    with store.writing() as unit:
        assert unit.persons.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
        unit.commit()

    with store.reading() as unit:
        assert unit.drawings.deleted_at(theirs.id) is None
        assert unit.drawings.editions(theirs.id) == ()
        assert unit.undo.next_undo(theirs.id, "w") is None
        assert unit.requests.subject("r") is None
        assert not unit.drawings.code_is_taken(theirs.code)
        assert unit.drawings.code_is_taken("STAYS")


def test_erasing_the_samples_takes_their_drawings(store: Store) -> None:
    sample = a_person(is_sample=True)
    with store.writing() as unit:
        unit.persons.add(sample, at=NOON)
        unit.drawings.add(FULL.changed(person_id=sample.id), at=NOON)
        assert unit.persons.erase_samples() == 1
        unit.commit()

    with store.reading() as unit:
        assert not unit.drawings.code_is_taken(FULL.code)


def test_erasing_an_assessment_leaves_its_drawings_to_the_person(store: Store) -> None:
    person, assessment = a_person(), an_assessment()
    theirs = FULL.changed(person_id=person.id, assessment_id=assessment.id)
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.assessments.add(assessment, at=NOON)
        unit.drawings.add(theirs, at=NOON)
        unit.assessments.set_deleted(assessment.id, NOON)
        assert unit.assessments.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
        unit.commit()

    assert kept(store) == theirs.changed(assessment_id=None)


def test_erasing_takes_drawings_deleted_before_and_no_others(store: Store) -> None:
    later = a_pain_drawing(id=an_id(6), code="LATER")
    keep(store, FULL, later, a_pain_drawing(id=an_id(7), code="KEPT"))
    with store.writing() as unit:
        unit.drawings.set_deleted(FULL.id, NOON)
        unit.drawings.set_deleted(later.id, NOON + timedelta(hours=1))
        assert unit.drawings.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
        unit.commit()

    with store.reading() as unit:
        assert [gone.id for gone in unit.drawings.deleted()] == [later.id]
        assert unit.drawings.get(an_id(7)) is not None


def test_what_follows_from_a_drawing_is_kept_replaced_and_out_of_date(store: Store) -> None:
    keep(store, FULL.changed(status="FINISHED", editions=1))
    first = Derived(
        "1",
        (MarkCells("m2", b"cells", 7), MarkCells("m1", b"", None)),
        (
            MarkedRegion("m1", "chin", Laterality.MIDLINE, None),
            MarkedRegion("m2", "hand_palm.right", Laterality.RIGHT, 7),
        ),
    )
    second = Derived("2", first.cells[:1], first.regions[1:])

    def see() -> tuple[object, ...]:
        with store.reading() as unit:
            of_each = (unit.drawings.underived(version) for version in ("1", "2", "3"))
            return unit.drawings.derived(FULL.id), *of_each

    assert see() == (None, (FULL.id,), (FULL.id,), (FULL.id,))
    for derived in (first, second):
        with store.writing() as unit:
            unit.drawings.keep_derived(FULL.id, derived)
            unit.commit()
        out_of_date = [() if v == derived.body_version else (FULL.id,) for v in "123"]
        assert see() == (derived, *out_of_date)
    with store.writing() as unit:
        unit.drawings.add_edition(Edition(1, FULL))
        unit.commit()
    assert see()[0] is None
