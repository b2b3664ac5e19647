"""What every store promises of assessments, the real one and the one in memory."""

from datetime import timedelta
from typing import Any

import pytest

from bodymap.records import Edition, Status
from bodymap.services.kernel.ports import Deleted, Store, VersionMoved
from tests.records.builders import (
    NOON,
    a_finding,
    a_person,
    a_point,
    an_assessment,
    an_id,
)
from tests.store.keeping import FULL, add, kept, save


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

            def lines(person_id: str | None = None, **wanted: Any) -> list[tuple[str, str, int]]:
                chosen = {"only_open": False, "only_waiting": False, "sample": False} | wanted
                found = unit.assessments.summaries(
                    person_id=person_id, limit=9, after=None, **chosen
                )
                return [(line.code, line.person_label, line.finding_count) for line in found]

            assert lines() == [("WAITS", "", 0), ("K7M2QX", "Ada Beispiel", 2)]
            assert lines(only_open=True) == [("WAITS", "", 0)]
            assert lines(only_waiting=True) == [("WAITS", "", 0)]
            assert lines(person.id) == [("K7M2QX", "Ada Beispiel", 2)]
            assert lines(sample=True) == [("THIRD", "S-1", 0)]
            assert lines(sample.id) == [("THIRD", "S-1", 0)]
            assert lines(an_id(999)) == []
            assert lines(words=("bei", "ada")) == [("K7M2QX", "Ada Beispiel", 2)]
            assert lines(words=("wai",)) == [("WAITS", "", 0)]
            assert lines(words=("ada", "wai")) == []
            assert lines(words=("aits",)) == lines(words=("%",)) == []
            (line,) = unit.assessments.summaries(
                person_id=person.id,
                only_open=False,
                only_waiting=False,
                sample=False,
                limit=1,
                after=None,
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
        editions = (Edition(1, FULL), Edition(2, second))
        with store.writing() as unit:
            for edition in editions:
                unit.assessments.add_edition(edition)
            unit.commit()

        with store.reading() as unit:
            assert unit.assessments.editions(FULL.id) == editions

    def test_finished_visits_of_a_person_are_read_whole_and_in_order(self, store: Store) -> None:
        ada, other = a_person(), a_person(id=an_id(3))
        whose = {"person_id": ada.id, "status": "FINISHED", "editions": 1, "finished_at": NOON}
        late = FULL.changed(**whose, examined_at=NOON + timedelta(days=1))
        early = an_assessment(id=an_id(11), code="EARLY", findings=(a_finding("m9"),), **whose)
        amended = FULL.changed(
            **whose | {"status": "DRAFT"}, id=an_id(12), code="AMEND", findings=(), version=3
        )
        draft = an_assessment(id=an_id(13), code="DRAFT", person_id=ada.id)
        gone = early.changed(id=an_id(14), code="GONE")
        theirs = early.changed(id=an_id(15), code="THEIRS", person_id=other.id)
        before = early.changed(id=an_id(12), code="AMEND", person_id=other.id)
        add(store, ada, other, late, early, amended, draft, gone, theirs)
        with store.writing() as unit:
            unit.assessments.set_deleted(gone.id, NOON)
            unit.assessments.add_edition(Edition(1, before))
            unit.commit()

        with store.reading() as unit:
            found = unit.assessments.finished_of(ada.id)

        assert found == (early, before.changed(person_id=ada.id), late)

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


def test_only_drafts_in_which_nothing_stands_are_removed_as_empty(store: Store) -> None:
    person = a_person()
    empty = an_assessment(id=an_id(60), code="EMPTY")
    kept_ones = [
        an_assessment(id=an_id(61), code="OWNED", person_id=person.id),
        an_assessment(id=an_id(62), code="REASON", reason="neck"),
        an_assessment(id=an_id(63), code="FOUND", findings=(a_finding(),)),
    ]
    add(store, person, empty, *kept_ones)
    with store.writing() as unit:
        assert unit.assessments.erase_empty(changed_before=NOON) == 0
        assert unit.assessments.erase_empty(changed_before=NOON + timedelta(seconds=1)) == 1
        assert unit.drawings.erase_empty(changed_before=NOON + timedelta(seconds=1)) == 0
        unit.commit()

    assert [kept(store, each.id) for each in (empty, *kept_ones)] == [None, *kept_ones]
