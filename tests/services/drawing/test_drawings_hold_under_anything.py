"""Any order of operations on a drawing: what is taken back is repeated to the same end."""

from collections.abc import Callable
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import InvalidRecord, NothingToUndo, UnknownMark
from bodymap.records import PainDrawing
from bodymap.services.drawing.marks import fill_regions, remove_mark, say_no_pain
from tests.example_count import at_most
from tests.services.easel import Easel
from tests.shipped import body
from tests.store.memory_store import MemoryStore

marks = st.sampled_from(["mark-0001", "mark-0002", "mark-0003"])
operations = st.one_of(
    st.tuples(st.just("draw"), marks, st.sampled_from([(200.0, 260.0), (240.0, 400.0)])),
    st.tuples(st.just("choose"), marks, st.sampled_from(["calf.left", "nose"])),
    st.tuples(st.just("describe"), marks, st.sampled_from(["SKIN", "DEEP", None])),
    st.tuples(st.just("remove"), marks, st.none()),
    st.tuples(st.just("no pain"), marks, st.booleans()),
)


def do(easel: Easel, operation: tuple) -> None:
    name, mark_id, value = operation
    with suppress(UnknownMark, InvalidRecord):  # not there; or marks beside "no pain"
        if name == "draw":
            easel.draw(mark_id, points=(value,))
        elif name == "choose":
            fill_regions(easel.on(), mark_id=mark_id, regions=(value,), body=body())
        elif name == "describe":
            easel.describe(mark_id, depth=value)
        elif name == "remove":
            remove_mark(easel.on(), mark_id=mark_id)
        else:
            say_no_pain(easel.on(), no_pain=value)


def content(drawing: PainDrawing) -> PainDrawing:
    return drawing.changed(version=1, actions=0)


def repeated(step: Callable[[], PainDrawing]) -> list[PainDrawing]:
    """The step as often as it goes; what the drawing was after each."""
    seen = []
    while True:
        try:
            seen.append(content(step()))
        except NothingToUndo:
            return seen


@settings(max_examples=at_most(40))
@given(st.lists(operations, max_size=10))
def test_all_steps_are_taken_back_one_by_one_and_repeated_to_the_same_end(
    done: list[tuple],
) -> None:
    easel = Easel(MemoryStore(), body())
    seen = [content(easel.now())]
    for operation in done:
        do(easel, operation)
        now = content(easel.now())
        if now != seen[-1]:
            seen.append(now)

    assert repeated(easel.undo) == seen[-2::-1]
    assert repeated(easel.redo) == seen[1:]


@settings(max_examples=at_most(25))
@given(st.lists(operations, max_size=8), st.lists(operations, max_size=8))
def test_what_is_kept_is_always_a_drawing_that_finishes(
    first: list[tuple], second: list[tuple]
) -> None:
    easel = Easel(MemoryStore(), body())
    for operation in first:
        do(easel, operation)
    finished = easel.finish()
    easel.amend()
    for operation in second:
        do(easel, operation)

    assert content(easel.discard()).marks == finished.marks
    assert easel.now().area(body()) == finished.area(body())
