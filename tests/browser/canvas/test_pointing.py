"""Marks by mouse: exact, at once, none lost."""

import math

import pytest
from playwright.sync_api import expect

from bodymap.body import Body
from tests.browser.canvas.conftest import Opened

pytestmark = pytest.mark.browser

#: Well inside the figure, apart from each other.
BACK = [(200 + 40 * (n % 4), 255 + 45 * (n // 4)) for n in range(20)]


def test_a_click_shows_a_mark_before_the_server_answers(chart: Opened) -> None:
    body = chart("slow=1.5")
    body.click("back", 300, 250)

    assert body.shown == 1
    assert body.kept["marks"] == []
    assert len(body.wait_for_count("marks", 1)) == 1


@pytest.mark.parametrize("query", ["", "slow=0.4"], ids=["quick server", "slow server"])
def test_twenty_quick_clicks_are_all_kept_in_order(chart: Opened, query: str) -> None:
    body = chart(query)
    pixels = [body.at("back", *point) for point in BACK]

    for x, y in pixels:
        body.page.mouse.click(x, y)

    marks = body.wait_for_count("marks", 20)
    assert body.shown == 20
    placed = [(x, y) for _, _, x, y in marks]
    assert all(
        math.dist(there, body.units("back", *pixel)) < 0.02
        for there, pixel in zip(placed, pixels, strict=True)
    )
    assert len({mark[0] for mark in marks}) == 20


def test_a_mark_lies_exactly_under_the_pointer_at_any_zoom(chart: Opened) -> None:
    body = chart()
    places = [(205, 400), (230, 420), (215, 450), (240, 470), (232, 520)]
    for times, place in enumerate(places, start=1):
        pixel = body.at("front", *place)
        body.page.mouse.click(*pixel)
        mark = body.wait_for_count("marks", times)[-1]

        assert math.dist(mark[2:], place) < 0.02
        drawn = body.root.locator(f".mark.own[data-mark='{mark[0]}'] .x").bounding_box()
        assert drawn is not None
        middle = (drawn["x"] + drawn["width"] / 2, drawn["y"] + drawn["height"] / 2)
        assert math.dist(middle, pixel) < 0.1
        body.button("Zoom in").click()


def test_the_name_under_the_pointer_is_the_region_that_is_recorded(chart: Opened) -> None:
    body = chart()
    figure = Body.load()
    for view, x, y in [("front", 215, 300), ("back", 330, 215), ("right", 130, 250)]:
        body.page.mouse.move(*body.at(view, x, y))
        hit = figure.hit(view, *body.units(view, *body.at(view, x, y)))
        assert hit is not None
        assert hit.region is not None
        region = figure.regions[hit.region]
        assert region.label in (body.root.locator(".tip").text_content() or "")


def test_a_click_beside_the_body_marks_nothing(chart: Opened) -> None:
    body = chart()
    body.click("front", 20, 900)
    body.click("front", 300, 300)

    assert len(body.wait_for_count("marks", 1)) == 1


def test_a_mark_is_dragged_to_another_place(chart: Opened) -> None:
    body = chart("marks=1")
    start, end = body.at("back", 370, 285), body.at("back", 330, 330)

    body.drag(start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end)

    moved = body.wait_for("marks", lambda marks: marks[0][2] < 360)
    assert moved[0][:2] == ["example0001", "back"]
    assert math.dist(moved[0][2:], (330, 330)) < 1.5
    assert body.shown == 1


def test_a_mark_dragged_beside_the_body_goes_back(chart: Opened) -> None:
    body = chart("marks=1")
    start = body.at("back", 370, 285)

    body.drag(start, body.at("back", 450, 600), body.at("back", 500, 900))

    drawn = body.root.locator(".mark.own")
    expect(drawn).to_have_attribute("transform", "translate(370 285)")
    assert body.done == 0


def test_undo_and_redo_give_and_take_the_last_step(chart: Opened) -> None:
    body = chart()
    body.click("back", 300, 250)
    body.click("back", 250, 350)
    both = body.wait_for_count("marks", 2)

    body.button("Undo").click()
    assert body.wait_for_count("marks", 1) == both[:1]
    body.button("Redo").click()
    assert body.wait_for_count("marks", 2) == both


def test_a_refused_mark_is_taken_back_with_a_message_and_nothing_else_is_lost(
    chart: Opened,
) -> None:
    body = chart()
    body.click("front", 245, 300)
    body.click("front", 205, 955)
    body.click("front", 290, 400)

    body.alert.wait_for()
    assert body.alert.text_content() == "Marks on the feet are not taken here."
    assert body.alert.get_attribute("role") == "alert"
    assert len(body.wait_for_count("marks", 2)) == 2
    expect(body.root.locator(".mark.own")).to_have_count(2)


def test_marks_and_list_are_linked_both_ways(chart: Opened) -> None:
    body = chart("marks=3")
    lines = body.root.locator(".list.marked li button")
    mark = body.root.locator(".mark.own[data-mark=example0002]")

    lines.nth(1).hover()
    assert "hot" in (mark.get_attribute("class") or "")
    mark.hover()
    assert "hot" in (lines.nth(1).get_attribute("class") or "")
    lines.nth(1).click()
    assert body.wait_for("selected", lambda selected: selected == "example0002")
    assert lines.nth(1).get_attribute("aria-current") == "true"
    assert "selected" in (mark.get_attribute("class") or "")


def test_an_empty_list_says_what_to_do(chart: Opened) -> None:
    body = chart()

    empty = body.root.locator(".list.marked .empty")
    assert empty.text_content() == "No marks yet. Click the exact place on the body."
    body.click("back", 300, 250)
    empty.wait_for(state="hidden")


def test_a_chart_that_is_closed_takes_no_marks(chart: Opened) -> None:
    body = chart("readonly=1&marks=1")
    body.click("back", 250, 350)

    assert body.done == 0
    assert body.shown == 1
    assert body.root.get_by_role("button", name="Point", exact=True).count() == 0


def test_zooming_with_the_wheel_keeps_the_point_under_the_pointer(chart: Opened) -> None:
    body = chart()
    x, y = body.at("front", 300, 300)
    body.page.mouse.move(x, y)
    before = body.units("front", x, y)
    body.page.keyboard.down("Control")
    for _ in range(4):
        body.page.mouse.wheel(0, -100)
    body.page.keyboard.up("Control")

    body.wait_for_zoom("front", narrower_than=400)
    assert math.dist(body.units("front", x, y), before) < 0.5


def test_the_move_tool_moves_a_zoomed_picture(chart: Opened) -> None:
    body = chart()
    body.button("Zoom in").click()
    body.root.get_by_role("button", name="Move").click()
    x, y = body.at("front", 265, 400)
    before = body.units("front", x, y)

    body.drag((x, y), (x + 20, y + 20), (x + 40, y + 30))

    assert math.dist(body.units("front", x + 40, y + 30), before) < 0.5
    assert body.kept["marks"] == []
