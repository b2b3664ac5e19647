"""Any order of operations, any repetition, any nonsense: the draft stays what it should be."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import InvalidRecord, NothingToUndo, UndoBlocked, UnknownFinding
from bodymap.records import Assessment, TriggerPointFinding
from tests.records.builders import a_finding
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

marks = st.sampled_from(["m1", "m2", "m3"])
notes = st.sampled_from(["", "a", "b"])
operations = st.one_of(
    st.tuples(st.just("record"), marks),
    st.tuples(st.just("remove"), marks),
    st.tuples(st.just("revise"), marks, notes),
    st.tuples(st.just("edit"), notes),
)


def do(desk: Desk, operation: tuple[str, ...], **more: Any) -> None:
    name, *rest = operation
    try:
        if name == "record":
            desk.record(rest[0], **more)
        elif name == "remove":
            desk.remove(rest[0], **more)
        elif name == "revise":
            desk.revise(rest[0], {"notes": rest[1]}, **more)
        else:
            desk.edit({"notes": rest[0]}, **more)
    except UnknownFinding:
        pass  # removed before, or never set


def content(assessment: Assessment) -> Assessment:
    return assessment.changed(version=1)


def repeated(step: Callable[[], Assessment]) -> list[Assessment]:
    """The step as often as it goes; what the draft was after each."""
    seen = []
    while True:
        try:
            seen.append(content(step()))
        except NothingToUndo:
            return seen


@given(st.lists(operations, max_size=12))
def test_all_steps_are_taken_back_one_by_one_and_repeated_to_the_same_end(
    done: list[tuple[str, ...]],
) -> None:
    desk = Desk(MemoryStore())
    seen = [content(desk.now())]
    for operation in done:
        do(desk, operation)
        if content(desk.now()) != seen[-1]:
            seen.append(content(desk.now()))

    assert repeated(desk.undo) == seen[:-1][::-1]
    assert repeated(desk.redo) == seen[1:]


@given(st.lists(st.tuples(operations, st.integers(1, 3)), max_size=10))
def test_operations_sent_several_times_do_what_they_do_once(
    done: list[tuple[tuple[str, ...], int]],
) -> None:
    once, often = Desk(MemoryStore()), Desk(MemoryStore())
    for number, (operation, times) in enumerate(done):
        do(once, operation, request_id=f"op-{number}")
        for _ in range(times):
            do(often, operation, request_id=f"op-{number}")

    assert often.now() == once.now()


@given(st.lists(st.tuples(st.sampled_from("AB"), operations), max_size=12))
def test_no_window_takes_back_what_another_one_did(
    done: list[tuple[str, tuple[str, ...]]],
) -> None:
    desk = Desk(MemoryStore())
    for window, operation in done:
        do(desk, operation, client_id=window)
    steps_of_b = {key: rows for key, rows in desk.ports.store.tables.steps.items() if key[1] == "B"}

    with suppress(UndoBlocked):  # B changed since what A would take back
        repeated(lambda: desk.undo(client_id="A"))
    left = {key: rows for key, rows in desk.ports.store.tables.steps.items() if key[1] == "B"}

    assert left == steps_of_b


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["PRESENT", "<script>", "../..", "\x00", "OTHER", "x" * 100_000]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=5) | st.sampled_from(["taut_band", "felt", "nrs", "kind", "self"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
fields = st.sampled_from([*TriggerPointFinding.model_fields, "version", "self"])


@settings(max_examples=3 * settings.default.max_examples)
@given(st.dictionaries(fields, anything, min_size=1, max_size=3))
def test_nonsense_is_refused_and_changes_nothing(changes: dict[str, Any]) -> None:
    desk = Desk(MemoryStore())
    after = desk.record(a_finding("m1"))

    with suppress(InvalidRecord):
        after = desk.revise("m1", changes)

    assert desk.now() == after
