"""Whatever happens to a log on its way, the record is as without it, or a refusal is shown.

A person does things on the body; from some point on the server hears nothing. Then the page may be
loaded again, its other widgets are used, the records are busy for a while, and the tail arrives in
parts and twice. Kept is what the same things give one after the other without any accident, but for
those that were refused. Where a widget does more than set a value of one thing (a copy, a choice
from the list, another figure), what it does depends on what is there when it is used: kept is then
what the same things give in the order in which the server came to know of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import streamlit as st
from hypothesis import example, given, settings
from hypothesis import strategies as hs

from bodymap.records import PainMark
from bodymap.ui.redraw import work
from tests.example_count import examples
from tests.ui.accidents.browser import Window
from tests.ui.accidents.other_pages import PlacePage, PractisePage, RedrawPage
from tests.ui.accidents.pages import AssessPage, MarkPage, OnePage, ReturningPage

Act = tuple[int, int, int]
READ_ONCE = cache(work.read_drawn)
# Six pages: 2,000 accidents in `make test`, 60,000 in `make nightly`.
PAGES = (AssessPage, ReturningPage, MarkPage, PractisePage, PlacePage, RedrawPage)
_SMALL = hs.integers(0, 23)
_ACTS = hs.tuples(_SMALL, _SMALL, _SMALL)


@dataclass(frozen=True)
class Story:
    """What a person does, and the accident.

    Attributes:
        heard: What is done on the body before the server hears no more.
        unheard: What is done after that.
        reloaded: Whether the page is loaded again before the tail arrives.
        beside: Other widgets that are used before the tail arrives, each on another thing.
        at_once: Widgets after those that do more than set a value.
        busy: Whether the records are busy while widgets are used and the tail first arrives.
        parts: How much of the tail arrives each time, before all of it.
        again: Whether the page is loaded again and the whole log arrives once more.
    """

    heard: tuple[Act, ...] = ()
    unheard: tuple[Act, ...] = ()
    reloaded: bool = True
    beside: tuple[tuple[int, int], ...] = ()
    at_once: tuple[tuple[int, int], ...] = ()
    busy: bool = False
    parts: tuple[int, ...] = ()
    again: bool = False


STORIES = hs.builds(
    Story,
    heard=hs.lists(_ACTS, max_size=6).map(tuple),
    unheard=hs.lists(_ACTS, max_size=6).map(tuple),
    reloaded=hs.booleans(),
    beside=hs.lists(hs.tuples(_SMALL, _SMALL), max_size=2, unique_by=lambda b: b[0] % 6).map(tuple),
    at_once=hs.just(()) | hs.lists(hs.tuples(_SMALL, _SMALL), max_size=3).map(tuple),
    busy=hs.booleans(),
    parts=hs.lists(hs.integers(1, 4), max_size=2).map(tuple),
    again=hs.booleans(),
)


ADD, STROKE, ANOTHER, SELECT = (0, 0, 3), (0, 1, 0), (2, 0, 0), 3
PRESENT, ABSENT, UNDO = (1, 0, 0), (1, 0, 1), (7, 1, 0)


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session of its own; the pattern on disk, which nothing here changes, is read once."""
    monkeypatch.setattr(work, "read_drawn", READ_ONCE)
    before = st.session_state
    yield
    st.session_state = before


def with_accident(page: OnePage, story: Story) -> tuple[Window, list[tuple[int, str]]]:
    """The window as it is in the end, and the widgets that were obeyed."""
    window = Window(page)
    window.look()
    for act in story.heard:
        page.act(window, *act)
        window.send()
        window.look()
    window.heard = window.seq
    for act in story.unheard:
        page.act(window, *act)
    if story.reloaded:
        page.begin_anew()
    if story.busy:
        page.be_busy(busy=True)
        window.send()
        page.be_busy(busy=False)
    used = [(kind, page.beside(kind, a)) for kind, a in story.beside]
    for widget in story.at_once:
        page.at_once(*widget)
    for part in story.parts:
        window.send(part)
    window.send()
    window.look()
    assert window.pending == []
    if story.again:
        page.begin_anew()
        window.hand_over(window.made)
    return window, [(kind, at) for kind, at in used if at is not None]


def without(
    page: OnePage, window: Window, refused: set[int], beside: list[tuple[int, str]]
) -> object:
    """What is kept of the same things one after the other, but for those that were refused."""
    again = type(page)()
    plain = Window(again)
    plain.look()
    for operation in window.made:
        if operation["seq"] not in refused:
            plain.hand_over([{**operation}] if again.content() is not None else [])
    for kind, at in beside:
        again.beside(kind, 0, at)
    return again.content()


def in_the_order_heard(
    page: OnePage,
    window: Window,
    refused: set[int],
    beside: list[tuple[int, str]],
    story: Story,
) -> object:
    """What is kept of the same things, one after the other, as the server came to know of them."""
    again = type(page)()
    plain = Window(again)
    plain.look()

    def hand_over(operations: list[dict[str, Any]]) -> None:
        for operation in operations:
            if operation["seq"] not in refused:
                plain.hand_over([{**operation}])

    heard = [each for each in window.made if each["seq"] <= window.heard]
    unheard = window.made[len(heard) :]
    hand_over(heard)
    if story.reloaded:
        again.begin_anew()
    if story.busy:
        hand_over(unheard)  # kept as soon as the first widget is used
    for kind, at in beside:
        again.beside(kind, 0, at)
    for widget in story.at_once:
        again.at_once(*widget)
    hand_over(unheard)
    return again.content()


def nothing_is_lost_doubled_or_misplaced(kind: type[OnePage], story: Story) -> None:
    page = kind()
    window, beside = with_accident(page, story)
    kept, refused = page.content(), set(page.refused)
    if story.at_once:
        assert kept == in_the_order_heard(page, window, refused, beside, story)
        return
    assert kept == without(page, window, refused, beside)
    if not beside:
        assert kept == without(page, window, set(), [])


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
@settings(max_examples=examples(fast=8, whole=334, nightly=10_000), deadline=None)
@given(story=STORIES)
@example(story=Story(heard=(ADD, ABSENT), unheard=(UNDO,), beside=((1, 0),), reloaded=False))
@example(story=Story(heard=(STROKE, (SELECT, 0, 0)), at_once=((0, 0),), reloaded=False, again=True))
def test_an_accident_changes_nothing_but_what_is_refused(kind: type[OnePage], story: Story) -> None:
    nothing_is_lost_doubled_or_misplaced(kind, story)


def test_a_sign_answered_before_a_reload_is_the_sign_that_was_meant() -> None:
    page = AssessPage()

    with_accident(page, Story(heard=(ADD, PRESENT, PRESENT), unheard=(ABSENT,)))

    (finding,) = page.desk.open().findings
    assert [value.value for value in finding.signs.model_dump().values()] == [
        "PRESENT",
        "PRESENT",
        "ABSENT",
        "NOT_EXAMINED",
        "NOT_EXAMINED",
    ]


@pytest.mark.parametrize("busy", [False, True])
def test_a_stroke_drawn_before_a_reload_goes_into_the_pain_it_was_drawn_for(*, busy: bool) -> None:
    page = MarkPage()
    first, second = (0, 1, 0), (0, 1, 1)
    back = (SELECT, 0, 0)

    with_accident(page, Story(heard=(first, ANOTHER, second, back), unheard=(first,), busy=busy))

    assert [strokes(mark) for mark in page.desk.open().marks] == [2, 1]


def test_another_pain_asked_for_while_the_records_are_busy_takes_no_stroke_along() -> None:
    page = MarkPage()
    window = Window(page)
    window.look()
    page.act(window, *STROKE)
    window.send()
    window.look()
    page.act(window, *STROKE)
    page.be_busy(busy=True)
    window.send()
    page.be_busy(busy=False)

    page.desk.attempt(page.desk.take, None)
    window.look()
    page.act(window, 0, 1, 1)
    window.send()

    assert [strokes(mark) for mark in page.desk.open().marks] == [2, 1]


def test_a_stroke_for_a_pain_that_is_gone_is_refused_and_begins_none() -> None:
    page = MarkPage()
    window, _ = with_accident(page, Story(heard=(STROKE,), unheard=(STROKE,), beside=((0, 0),)))

    assert page.desk.open().marks == ()
    assert page.refused == {2}
    assert window.pending == []


def strokes(mark: PainMark) -> int:
    return sum(len(view.strokes) for view in mark.drawing.views) if mark.drawing else 0
