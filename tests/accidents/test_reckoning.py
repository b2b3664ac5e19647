"""The reckoning sees what is lost, doubled or misplaced, and nothing where all is well."""

from typing import Any

import pytest

from tests.accidents.reckoning import Kept, Ledger, Name, Things, reckon

RECORD, HERE, THERE = "record", "window-1", "window-2"
STROKE = {"view": "front", "kind": "brush", "points": [[1, 2]]}
DRAWN = ("front", "brush", ((1.0, 2.0),))
PLACE = {"view": "back", "x": 3, "y": 4}
PUT = {"place": ("back", 3.0, 4.0)}


def made(*operations: dict[str, Any], window: str = HERE) -> dict[Name, dict[str, Any]]:
    return {
        Name(RECORD, window, number): {**each, "seq": number}
        for number, each in enumerate(operations, start=1)
    }


def outcome(
    operations: dict[Name, dict[str, Any]],
    kept: Things,
    *,
    done: tuple[Name, ...] | None = None,
    refused: tuple[Name, ...] = (),
) -> tuple[int, int, int]:
    ledger = Ledger()
    for name, each in operations.items():
        ledger.note(name, each)
    order = tuple(each for each in operations if each not in refused) if done is None else done
    return reckon(ledger, Kept(order, frozenset(refused), {RECORD: kept})).counts


ADD: dict[str, Any] = {"op": "add", "id": "a", **PLACE}
PRESENT: dict[str, Any] = {"op": "key", "id": "a", "key": "p", "question": "taut_band"}
RATE: dict[str, Any] = {"op": "key", "id": "a", "key": "7"}


def test_all_is_well_where_what_was_made_is_kept() -> None:
    steps = made(ADD, PRESENT, RATE, {"op": "undo", "step": "3"}, {"op": "redo", "step": "3"})

    assert outcome(steps, {"a": {**PUT, "taut_band": "p", "pain": 7}}) == (0, 0, 0)
    assert outcome(made(ADD, {"op": "remove", "id": "a"}), {}) == (0, 0, 0)
    assert outcome(made(ADD, PRESENT, {**PRESENT, "key": "n"}), {"a": PUT}) == (0, 0, 0)
    assert outcome(made({"op": "select", "id": "x"}), {}, done=()) == (0, 0, 0)


def test_an_undo_takes_back_its_own_window_s_step() -> None:
    both = made(ADD, RATE, {"op": "undo", "step": "2"}) | made(
        {**ADD, "id": "b"}, {**RATE, "id": "b"}, window=THERE
    )
    names = list(both)
    order = (names[0], names[3], names[1], names[4], names[2])

    assert outcome(both, {"a": PUT, "b": {**PUT, "pain": 7}}, done=order) == (0, 0, 0)
    assert outcome(both, {"a": {**PUT, "pain": 7}, "b": PUT}, done=order) == (0, 0, 2)


def test_what_was_refused_is_not_missed() -> None:
    steps = made(ADD, RATE)

    assert outcome(steps, {"a": PUT}, refused=(Name(RECORD, HERE, 2),)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("kept", "counts"),
    [
        ({}, (1, 0, 0)),
        ({"a": PUT, "b": PUT}, (0, 1, 0)),
        ({"a": {"place": ("front", 3.0, 4.0)}}, (0, 0, 1)),
        ({"a": {**PUT, "notes": "from nobody"}}, (0, 0, 1)),
    ],
)
def test_a_finding_lost_doubled_or_misplaced_is_counted(
    kept: Things, counts: tuple[int, int, int]
) -> None:
    assert outcome(made(ADD), kept) == counts


@pytest.mark.parametrize(
    ("a", "b", "counts"),
    [
        ((DRAWN,), (DRAWN,), (0, 0, 0)),
        ((DRAWN,), (), (1, 0, 0)),
        ((DRAWN,), (DRAWN, DRAWN), (0, 1, 0)),
        ((DRAWN, DRAWN), (), (0, 0, 1)),
    ],
)
def test_a_stroke_lost_doubled_or_in_another_pain_is_counted(
    a: tuple[Any, ...], b: tuple[Any, ...], counts: tuple[int, int, int]
) -> None:
    steps = made(
        {"op": "stroke", "id": "s", "mark": "a", **STROKE},
        {"op": "stroke", "id": "t", "mark": "b", **STROKE},
    )

    assert outcome(steps, {"a": {"strokes": a}, "b": {"strokes": b}}) == counts


def test_an_operation_of_which_nothing_is_known_is_lost_though_nothing_shows_it() -> None:
    steps = made(ADD, RATE, {**RATE, "key": "7"})
    names = list(steps)

    assert outcome(steps, {"a": {**PUT, "pain": 7}}, done=tuple(names[:2])) == (1, 0, 0)


def test_a_number_that_two_operations_have_is_a_loss() -> None:
    ledger = Ledger()
    name = Name(RECORD, HERE, 1)
    ledger.note(name, ADD)
    ledger.note(name, ADD)
    ledger.note(name, RATE)

    assert reckon(ledger, Kept((name,), frozenset(), {RECORD: {"a": PUT}})).counts == (1, 0, 0)


def test_what_was_done_out_of_turn_or_unasked_is_counted() -> None:
    steps = made(ADD, {**ADD, "id": "b"})
    one, two = steps

    assert outcome(steps, {"a": PUT, "b": PUT}, done=(two, one)) == (0, 0, 1)
    assert outcome({one: ADD}, {"a": PUT}, done=(one, two)) == (0, 1, 0)
    assert outcome({one: ADD}, {"a": PUT}, done=(one,), refused=(one,)) == (0, 1, 0)


def test_a_record_that_is_missing_whole_is_a_loss() -> None:
    ledger = Ledger()
    name = Name(RECORD, HERE, 1)
    ledger.note(name, ADD)

    assert reckon(ledger, Kept((name,), frozenset(), {})).counts == (1, 0, 0)
