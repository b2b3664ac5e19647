"""The operation log: whatever is merged, repeated or lost, everything is done once and in order."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bodymap.canvas import RemoveMark, Undo, Vocabulary, receive
from bodymap.canvas.log import MOST_OPERATIONS, Received
from tests.canvas.test_operations import anything
from tests.example_count import at_most

LOG = "log"
WINDOW = "window-1"


def known(_figure: str) -> Vocabulary | None:
    return Vocabulary(views={"back": (527.0, 1000.0)}, regions={"nose"})


def remove(number: int) -> dict[str, Any]:
    return {"op": "remove", "id": f"mark-{number:04}", "seq": number}


def test_new_operations_come_in_order_and_old_ones_not_at_all() -> None:
    message = {"log": LOG, "cid": WINDOW, "ops": [remove(4), remove(2), remove(3), remove(1)]}

    assert receive(LOG, message, {WINDOW: 2}, known) == Received(
        WINDOW, (RemoveMark(3, "mark-0003"), RemoveMark(4, "mark-0004")), (), 4
    )


def test_a_repeated_number_counts_once() -> None:
    message = {"log": LOG, "cid": WINDOW, "ops": [remove(1), {"op": "undo", "step": "1", "seq": 1}]}

    assert receive(LOG, message, {}, known).operations == (RemoveMark(1, "mark-0001"),)


def test_a_refused_operation_does_not_hold_up_the_others() -> None:
    message = {
        "log": LOG,
        "cid": WINDOW,
        "ops": [{"op": "burn", "seq": 1}, {"op": "undo", "step": "1", "seq": 2}],
    }

    received = receive(LOG, message, {}, known)

    assert received.operations == (Undo(2, "1"),)
    assert [refusal.number for refusal in received.refusals] == [1]
    assert "burn" in received.refusals[0].message
    assert received.last == 2


def test_what_was_done_for_another_log_is_not_for_this_one() -> None:
    message = {"log": "the question before", "cid": WINDOW, "ops": [remove(1)]}

    assert receive(LOG, message, {WINDOW: 3}, known) == Received(None)


def test_a_refused_operation_at_the_end_is_done_with() -> None:
    message = {"log": LOG, "cid": WINDOW, "ops": [remove(1), {"op": "burn", "seq": 2}]}

    received = receive(LOG, message, {}, known)

    assert (received.last, [refusal.number for refusal in received.refusals]) == (2, [2])


def test_one_window_does_not_answer_for_another() -> None:
    message = {"log": LOG, "cid": WINDOW, "ops": [remove(1)]}

    assert receive(LOG, message, {"window-2": 9}, known).operations == (RemoveMark(1, "mark-0001"),)


def test_a_flood_is_taken_a_part_at_a_time() -> None:
    message = {
        "log": LOG,
        "cid": WINDOW,
        "ops": [remove(n) for n in range(1, MOST_OPERATIONS + 500)],
    }

    assert receive(LOG, message, {}, known).last == MOST_OPERATIONS


@given(anything)
def test_a_message_of_any_shape_brings_nothing_and_breaks_nothing(message: object) -> None:
    assert receive(LOG, message, {}, known).operations == ()


@given(
    st.fixed_dictionaries(
        {"log": st.just(LOG), "cid": st.just(WINDOW), "ops": anything | st.lists(anything)}
    )
)
def test_operations_of_any_shape_break_nothing(message: object) -> None:
    assert receive(LOG, message, {}, known).client_id == WINDOW


@given(st.lists(st.integers(1, 40), max_size=60), st.integers(0, 40))
def test_receiving_again_after_acknowledging_brings_nothing(numbers: list[int], done: int) -> None:
    message = {"log": LOG, "cid": WINDOW, "ops": [remove(n) for n in numbers]}
    first = receive(LOG, message, {WINDOW: done}, known)

    again = receive(LOG, message, {WINDOW: first.last}, known)

    assert [operation.number for operation in first.operations] == sorted(
        {n for n in numbers if n > done}
    )
    assert again == Received(WINDOW, (), (), first.last)


class TwoWindows(RuleBasedStateMachine):
    """Two browser windows act; messages are merged, lost, late and repeated on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[list[dict[str, Any]]]] = {"window-1": [], "window-2": []}
        self.pending: dict[str, list[dict[str, Any]]] = {"window-1": [], "window-2": []}
        self.made: dict[str, list[str]] = {"window-1": [], "window-2": []}
        self.done: dict[str, list[str]] = {"window-1": [], "window-2": []}
        self.acknowledged: dict[str, int] = {}

    @rule(window=st.sampled_from(["window-1", "window-2"]))
    def act(self, window: str) -> None:
        number = len(self.made[window]) + 1
        operation = remove(number)
        self.made[window].append(operation["id"])
        self.pending[window].append(operation)
        self.sent[window].append(list(self.pending[window]))

    @rule(window=st.sampled_from(["window-1", "window-2"]), pick=st.integers(0, 10_000))
    def some_message_arrives(self, window: str, pick: int) -> None:
        if self.sent[window]:
            self._arrive(window, self.sent[window][pick % len(self.sent[window])])

    @rule(window=st.sampled_from(["window-1", "window-2"]))
    def acknowledgement_arrives(self, window: str) -> None:
        done = self.acknowledged.get(window, 0)
        self.pending[window] = [op for op in self.pending[window] if op["seq"] > done]

    def _arrive(self, window: str, operations: list[dict[str, Any]]) -> None:
        received = receive(
            LOG, {"log": LOG, "cid": window, "ops": operations}, self.acknowledged, known
        )
        for operation in received.operations:
            assert isinstance(operation, RemoveMark)
            self.done[window].append(operation.mark_id)
        self.acknowledged[window] = received.last

    @invariant()
    def everything_done_was_made_once_and_in_order(self) -> None:
        for window, done in self.done.items():
            assert done == self.made[window][: len(done)]

    def teardown(self) -> None:
        for window, operations in self.pending.items():
            self._arrive(window, operations)
            assert self.done[window] == self.made[window]


TwoWindows.TestCase.settings = settings(max_examples=at_most(60), stateful_step_count=30)
TestTwoWindows = TwoWindows.TestCase
