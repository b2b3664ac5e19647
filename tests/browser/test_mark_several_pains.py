"""Several pains: whatever is asked for beside the drawing, the body stays as it was turned."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage, Point
from tests.browser.test_mark_by_touch import BACK, SHOULDER, THIGH, strokes_of
from tests.serving import Server

pytestmark = pytest.mark.browser
PALM: tuple[Point, ...] = tuple((150 + 8 * step, 270) for step in range(8))
FACE: tuple[Point, ...] = tuple((180 + 8 * step, 300) for step in range(8))
PLACES = {"back": BACK, "hand_palm.right": PALM, "head_front": FACE}


@pytest.fixture
def mark(open_page: Opener, server: Server) -> MarkPage:
    page = MarkPage(open_page(**PHONE), server)
    page.begin_to_draw()
    return page


def turn(mark: MarkPage, view: str) -> None:
    part = {"hand_palm.right": "Hands", "head_front": "Head"}.get(view)
    if part:
        mark.page.locator(".insets").get_by_role("button", name=part).click()
    else:
        mark.body.turn_to("Back")
    expect(mark.body.view(view)).to_be_visible()


@pytest.mark.parametrize("view", PLACES)
def test_pains_are_begun_and_removed_without_the_body_turning_round(
    mark: MarkPage, view: str
) -> None:
    chart = mark.page.locator(".bm")
    turn(mark, view)
    chart.evaluate("root => { root.dataset.same = 'yes'; }")
    for number in (1, 2, 3):
        mark.rub(view, *PLACES[view])
        if number > 1:
            expect(mark.pain(number)).to_be_checked()
        mark.tool("Erase")
        mark.begin_another()
        expect(mark.body.view(view)).to_be_visible()
        expect(mark.page.locator(".bar").get_by_role("button", name="Erase")).to_have_attribute(
            "aria-pressed", "true"
        )
        mark.tool("Draw")
    for number in (3, 2):
        mark.pain(number).click()
        mark.button(f"Remove pain {number}").click()
        mark.body.wait_until_saved()
        expect(mark.page.get_by_role("radio", name=f"Pain {number}")).to_have_count(0)
        expect(mark.body.view(view)).to_be_visible()

    expect(chart).to_have_attribute("data-same", "yes")
    assert strokes_of(mark.recorded()) == [1]


def test_the_body_is_as_it_was_turned_after_another_step(mark: MarkPage) -> None:
    turn(mark, "back")
    mark.rub("back", *BACK)
    mark.button("Next").click()
    expect(mark.page.get_by_role("heading", name="How does it feel?")).to_be_visible()
    mark.button("Back").click()
    mark.body.wait_for_body()

    expect(mark.body.view("back")).to_be_visible()
    expect(mark.body.view("back").locator(".stroke")).to_have_count(1)


def test_turning_to_the_back_and_the_step_before_are_buttons_of_different_names(
    mark: MarkPage,
) -> None:
    expect(mark.button("Back")).to_have_count(0)
    expect(mark.button("Back view")).to_be_visible()
    mark.rub("front", *SHOULDER)
    mark.button("Next").click()
    mark.button("Back").click()
    mark.body.wait_for_body()

    expect(mark.button("Back")).to_have_count(0)
    expect(mark.body.view("front").locator(".stroke")).to_have_count(1)


def test_an_eraser_takes_from_the_pain_it_touches_and_says_from_which(mark: MarkPage) -> None:
    mark.rub("front", *SHOULDER)
    expect(mark.body.said).to_have_text(re.compile("^Marked for pain 1: .*shoulder.*, right"))
    mark.begin_another()
    mark.rub("front", *THIGH)
    expect(mark.body.said).to_have_text(re.compile("^Marked for pain 2: .*thigh, right"))
    mark.tool("Erase")
    mark.rub("front", *SHOULDER[5:])

    expect(mark.body.said).to_have_text(re.compile("^Erased from pain 1: "))
    assert strokes_of(mark.recorded()) == [2, 1]
    mark.page.locator(".bar").get_by_role("button", name="Undo").click()
    mark.body.wait_until_saved()
    expect(mark.body.said).to_have_text(re.compile("^Undone: Erased from pain 1: "))
    assert strokes_of(mark.recorded()) == [1, 1]
