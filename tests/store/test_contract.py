"""What the services rely on; the store in memory and the real one both keep it."""

import threading
from datetime import timedelta

import pytest

from bodymap.errors import StoreConflict
from bodymap.services.assessing.assessments import open_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, Store, SystemClock
from tests.records.builders import (
    NOON,
    a_finding,
    an_id,
)
from tests.store.keeping import FULL, a_step, add, kept


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


class TestHistory:
    def test_steps_are_taken_back_and_repeated_in_order_per_window(self, store: Store) -> None:
        add(store, FULL)

        with store.writing() as unit:
            for what in ("one", "two", "three"):
                unit.undo.push(FULL.id, "w1", a_step(what))
            unit.undo.push(FULL.id, "w2", a_step("theirs"))
            unit.commit()

        def see(client_id: str = "w1") -> tuple[str | None, str | None]:
            with store.reading() as unit:
                back = unit.undo.next_undo(FULL.id, client_id)
                again = unit.undo.next_redo(FULL.id, client_id)
            return back and back.what, again and again.what

        def mark(*, undone: bool) -> None:
            with store.writing() as unit:
                find = unit.undo.next_undo if undone else unit.undo.next_redo
                step = find(FULL.id, "w1")
                assert step is not None
                assert step.change == a_step("").change
                unit.undo.set_undone(FULL.id, "w1", step.number, undone=undone)
                unit.commit()

        assert see() == ("three", None)
        mark(undone=True)
        mark(undone=True)
        assert see() == ("one", "two")
        mark(undone=False)
        assert see() == ("two", "three")
        with store.writing() as unit:
            unit.undo.push(FULL.id, "w1", a_step("four"))
            unit.commit()
        assert see() == ("four", None)
        assert see("w2") == ("theirs", None)
        with store.writing() as unit:
            unit.undo.forget(FULL.id)
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
    draft = start_assessment(body_version="1", request_id="start", ports=ports)

    def record(editor: int) -> None:
        for number in [*range(6), *range(6)]:
            mark = a_finding(f"mark-{editor}-{number}")
            record_finding(Editing(draft.id, f"w{editor}", ports), finding=mark)

    threads = [threading.Thread(target=record, args=(editor,)) for editor in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kept_now = open_assessment(assessment_id=draft.id, ports=ports)
    assert sorted(finding.id for finding in kept_now.findings) == [
        f"mark-{editor}-{number}" for editor in range(4) for number in range(6)
    ]
    assert kept_now.version == 1 + 24
