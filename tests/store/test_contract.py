"""What the services rely on; the store in memory and the real one both keep it."""

import threading
from datetime import timedelta

import pytest

from bodymap import services
from bodymap.errors import StoreConflict
from bodymap.records import Assessment, Edition, Person, Status
from bodymap.services import Deleted, Ports, Store, SystemClock, SystemIds
from bodymap.services.changes import FindingChange, Step
from bodymap.services.ports import VersionMoved
from tests.records.builders import (
    NOON,
    a_drawing,
    a_finding,
    a_person,
    a_point,
    an_assessment,
    an_id,
)


def add(store: Store, *records: Person | Assessment) -> None:
    with store.writing() as unit:
        for record in records:
            (unit.persons if isinstance(record, Person) else unit.assessments).add(record, at=NOON)
        unit.commit()


def save(store: Store, record: Person | Assessment, *, before: Person | Assessment) -> None:
    with store.writing() as unit:
        repository = unit.persons if isinstance(record, Person) else unit.assessments
        repository.save(record, before=before, at=NOON)
        unit.commit()


def kept(store: Store, assessment_id: str) -> Assessment | None:
    with store.reading() as unit:
        return unit.assessments.get(assessment_id)


def a_step(what: str) -> Step:
    return Step(what=what, change=FindingChange(before=None, after=a_finding(), position=0))


FULL = an_assessment(
    examiner="Kim",
    reason="shoulder",
    notes="first\nsecond",
    findings=(
        a_finding("m2"),
        a_finding(
            "m1",
            place={"kind": "drawn", "drawing": a_drawing(), "cell": 3, "region": "scapula.left"},
            laterality="LEFT",
            muscle="infraspinatus",
            trigger_point="other",
            signs={"taut_band": "PRESENT", "familiar_pain": "ABSENT"},
            pain_on_pressure={"nrs": 0},
            pressure_pain_threshold={"kilopascals": 98.0665, "entered_in": "kgf/cm2"},
            depth="DEEP",
            referral={"felt": "OTHER", "drawing": a_drawing()},
            notes="<b>firm</b>",
        ),
    ),
)


class TestUnitOfWork:
    def test_what_is_committed_is_there(self, store: Store) -> None:
        add(store, FULL)

        assert kept(store, FULL.id) == FULL

    def test_what_is_not_committed_is_not_there(self, store: Store) -> None:
        with store.writing() as unit:
            unit.assessments.add(FULL, at=NOON)

        assert kept(store, FULL.id) is None

    def test_an_error_leaves_nothing_behind(self, store: Store) -> None:
        def fail_in_the_middle() -> None:
            with store.writing() as unit:
                unit.assessments.add(FULL, at=NOON)
                raise KeyError

        with pytest.raises(KeyError):
            fail_in_the_middle()

        assert kept(store, FULL.id) is None

    def test_reading_and_writing_go_on_after_an_error(self, store: Store) -> None:
        def repeat_a_request() -> None:
            with store.writing() as unit:
                unit.requests.add("r", an_id(), at=NOON)
                unit.requests.add("r", an_id(), at=NOON)
                unit.commit()

        with pytest.raises(StoreConflict):
            repeat_a_request()

        add(store, FULL)
        assert kept(store, FULL.id) == FULL


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

    def test_people_are_found_by_every_word_last_changed_first(self, store: Store) -> None:
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
                return unit.persons.find(words, sample=sample, limit=limit)

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
            assert unit.persons.find((), sample=False, limit=9) == ()
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
            unit.assessments.add_edition(Edition(number=1, assessment=theirs))
            unit.history.push(theirs.id, "w", a_step("Set a mark"))
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
            assert unit.history.next_undo(theirs.id, "w") is None
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


class TestAssessments:
    def test_findings_are_added_changed_moved_in_order_and_removed(self, store: Store) -> None:
        add(store, FULL)
        two, one = FULL.findings
        three = a_finding("m3", place=a_point(x=1))
        changed = one.changed(notes="changed", referral={"felt": "NONE"})
        for after in (
            FULL.changed(findings=(two, changed, three), version=2),
            FULL.changed(findings=(changed, two, three), version=3),
            FULL.changed(findings=(three,), reason="", version=4),
            FULL.changed(findings=(), version=5),
        ):
            before = kept(store, FULL.id)
            assert before is not None
            save(store, after, before=before)

            assert kept(store, FULL.id) == after

    def test_an_assessment_is_replaced_only_at_the_version_that_was_read(
        self, store: Store
    ) -> None:
        add(store, FULL)
        newer = FULL.changed(notes="newer", findings=(), version=2)

        save(store, newer, before=FULL)
        with pytest.raises(VersionMoved):
            save(store, FULL.changed(version=2), before=FULL)

        assert kept(store, FULL.id) == newer

    def test_the_same_finding_id_may_stand_in_two_assessments(self, store: Store) -> None:
        other = FULL.changed(id=an_id(5), code="OTHER", findings=(a_finding("m1", notes="other"),))
        add(store, FULL, other)

        assert kept(store, FULL.id) == FULL
        assert kept(store, other.id) == other

    def test_lines_of_a_list_are_chosen_and_ordered(self, store: Store) -> None:
        person, sample = a_person(), a_person(id=an_id(9), name="", code="S-1", is_sample=True)
        first = FULL.changed(person_id=person.id, status=Status.FINISHED)
        second = an_assessment(
            id=an_id(11), code="WAITS", examined_at=NOON + timedelta(days=1), reason="knee"
        )
        third = an_assessment(id=an_id(12), code="THIRD", person_id=sample.id)
        add(store, person, sample, first, second, third)

        with store.reading() as unit:

            def lines(person_id: str | None = None, **wanted: bool) -> list[tuple[str, str, int]]:
                chosen = {"only_open": False, "only_waiting": False, "sample": False} | wanted
                found = unit.assessments.summaries(person_id=person_id, limit=9, **chosen)
                return [(line.code, line.person_label, line.finding_count) for line in found]

            assert lines() == [("WAITS", "", 0), ("K7M2QX", "Ada Beispiel", 2)]
            assert lines(only_open=True) == [("WAITS", "", 0)]
            assert lines(only_waiting=True) == [("WAITS", "", 0)]
            assert lines(person.id) == [("K7M2QX", "Ada Beispiel", 2)]
            assert lines(sample=True) == [("THIRD", "S-1", 0)]
            assert lines(sample.id) == [("THIRD", "S-1", 0)]
            assert lines(an_id(999)) == []
            (line,) = unit.assessments.summaries(
                person_id=person.id, only_open=False, only_waiting=False, sample=False, limit=1
            )
            assert (line.id, line.changed_at, line.status) == (first.id, NOON, Status.FINISHED)

    def test_a_code_is_taken_once_it_is_used(self, store: Store) -> None:
        add(store, FULL)

        with store.reading() as unit:
            assert unit.assessments.code_is_taken(FULL.code)
            assert not unit.assessments.code_is_taken("FREE")

    def test_editions_are_kept_as_they_were(self, store: Store) -> None:
        add(store, FULL)
        second = FULL.changed(findings=(), finished_at=NOON, finished_by="Kim", version=7)
        editions = (Edition(number=1, assessment=FULL), Edition(number=2, assessment=second))
        with store.writing() as unit:
            for edition in editions:
                unit.assessments.add_edition(edition)
            unit.commit()

        with store.reading() as unit:
            assert unit.assessments.editions(FULL.id) == editions

    def test_a_deleted_assessment_is_not_seen_until_restored_or_erased(self, store: Store) -> None:
        add(store, FULL)
        with store.writing() as unit:
            unit.assessments.set_deleted(FULL.id, NOON)
            unit.commit()
        with store.reading() as unit:
            assert unit.assessments.get(FULL.id) is None
            assert unit.assessments.deleted() == (Deleted("assessment", FULL.id, FULL.code, NOON),)
            assert unit.assessments.deleted_at(FULL.id) == NOON
        with store.writing() as unit:
            unit.assessments.set_deleted(FULL.id, None)
            unit.commit()
        assert kept(store, FULL.id) == FULL

        with store.writing() as unit:
            unit.assessments.set_deleted(FULL.id, NOON)
            assert unit.assessments.erase(deleted_before=NOON) == 0
            assert unit.assessments.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
            unit.commit()
        with store.reading() as unit:
            assert unit.assessments.deleted_at(FULL.id) is None


class TestHistory:
    def test_steps_are_taken_back_and_repeated_in_order_per_window(self, store: Store) -> None:
        add(store, FULL)

        with store.writing() as unit:
            for what in ("one", "two", "three"):
                unit.history.push(FULL.id, "w1", a_step(what))
            unit.history.push(FULL.id, "w2", a_step("theirs"))
            unit.commit()

        def see(client_id: str = "w1") -> tuple[str | None, str | None]:
            with store.reading() as unit:
                back = unit.history.next_undo(FULL.id, client_id)
                again = unit.history.next_redo(FULL.id, client_id)
            return back and back.what, again and again.what

        def mark(*, undone: bool) -> None:
            with store.writing() as unit:
                find = unit.history.next_undo if undone else unit.history.next_redo
                step = find(FULL.id, "w1")
                assert step is not None
                assert step.change == a_step("").change
                unit.history.set_undone(FULL.id, "w1", step.number, undone=undone)
                unit.commit()

        assert see() == ("three", None)
        mark(undone=True)
        mark(undone=True)
        assert see() == ("one", "two")
        mark(undone=False)
        assert see() == ("two", "three")
        with store.writing() as unit:
            unit.history.push(FULL.id, "w1", a_step("four"))
            unit.commit()
        assert see() == ("four", None)
        assert see("w2") == ("theirs", None)
        with store.writing() as unit:
            unit.history.forget(FULL.id)
            unit.commit()
        assert (see(), see("w2")) == ((None, None), (None, None))


class TestRequestsAndSettings:
    def test_a_request_is_remembered_and_forgotten(self, store: Store) -> None:
        with store.writing() as unit:
            unit.requests.add("old", an_id(1), at=NOON)
            unit.requests.add("new", an_id(2), at=NOON + timedelta(days=1))
            unit.requests.forget(before=NOON + timedelta(hours=1))
            unit.commit()

        with store.reading() as unit:
            assert unit.requests.subject("old") is None
            assert unit.requests.subject("new") == an_id(2)

    def test_a_setting_is_kept_and_replaced(self, store: Store) -> None:
        for value in ("first", "second"):
            with store.writing() as unit:
                unit.settings.set("examiner", value)
                unit.commit()

        with store.reading() as unit:
            assert (unit.settings.get("examiner"), unit.settings.get("none")) == ("second", None)


def test_writers_that_meet_lose_nothing_and_double_nothing(store: Store) -> None:
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    draft = services.start_assessment(request_id="start", ports=ports)

    def record(editor: int) -> None:
        for number in [*range(6), *range(6)]:
            mark = a_finding(f"mark-{editor}-{number}")
            services.record_finding(services.Draft(draft.id, f"w{editor}", ports), finding=mark)

    threads = [threading.Thread(target=record, args=(editor,)) for editor in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kept_now = services.open_assessment(assessment_id=draft.id, ports=ports)
    assert sorted(finding.id for finding in kept_now.findings) == [
        f"mark-{editor}-{number}" for editor in range(4) for number in range(6)
    ]
    assert kept_now.version == 1 + 24
