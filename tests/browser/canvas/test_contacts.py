"""Palm, thumb, second finger, pen and its eraser: what draws, and what never disturbs it."""

import math

import pytest

from tests.browser.canvas.conftest import Chart, Opened
from tests.browser.canvas.glass import PALM, Glass, Point, press

pytestmark = pytest.mark.browser
TOOLS = "tools=brush,erase,move"


def line(body: Chart, y: float) -> list[Point]:
    return [body.at("front", 210 + 10 * step, y) for step in range(12)]


def test_a_palm_that_rests_on_the_picture_lets_a_finger_draw(phone: Opened) -> None:
    body = phone(TOOLS)
    glass = Glass(body.page)
    glass.put(1, body.at("front", 300, 420), PALM)
    start, *rest = line(body, 330)
    glass.put(2, start)
    glass.move(2, *rest)
    glass.lift()
    body.wait_for_count("strokes", 1)

    press(body, *line(body, 260))
    assert [stroke[1] for stroke in body.wait_for_count("strokes", 2)] == ["BRUSH", "BRUSH"]


def test_a_palm_put_down_during_a_stroke_does_not_stop_it(phone: Opened) -> None:
    body = phone(TOOLS)
    glass = Glass(body.page)
    start, *rest = line(body, 330)
    glass.put(1, start)
    glass.move(1, *rest[:5])
    glass.put(2, body.at("front", 300, 420), PALM)
    glass.move(1, *rest[5:])
    glass.lift()

    assert body.wait_for_count("strokes", 1)[0][2] > 1
    left, right = body.root.evaluate(
        "root => { const { x, width } = root.querySelector('.stroke').getBBox();"
        " return [x, x + width]; }"
    )
    assert (round(left), round(right)) == (210, 320)


def test_a_thumb_that_does_not_move_lets_a_finger_draw(phone: Opened) -> None:
    body = phone(TOOLS)
    glass = Glass(body.page)
    glass.put(1, body.at("front", 300, 420))
    start, *rest = line(body, 330)
    glass.put(2, start)
    glass.move(2, *rest)
    glass.lift()

    body.wait_for_count("strokes", 1)
    box = body.view("front").locator("svg").get_attribute("viewBox")
    assert box is not None
    assert float(box.split()[2]) > 500


def test_a_pen_draws_though_a_finger_was_first(chart: Opened) -> None:
    body = chart("tools=brush", has_touch=True)
    glass = Glass(body.page)
    glass.put(1, body.at("front", 300, 420))
    glass.move(1, body.at("front", 300, 440), body.at("front", 300, 460))
    press(body, *line(body, 330), pointerType="pen", pressure=0.5)
    glass.lift()

    (stroke,) = body.wait_for_count("strokes", 1)
    assert stroke[:2] == ["front", "BRUSH"]
    assert body.kept["strokes"] == [stroke]
    top, height = body.root.evaluate(
        "root => { const { y, height } = root.querySelector('.stroke').getBBox();"
        " return [y, height]; }"
    )
    assert (round(top), round(height)) == (330, 0)


def test_the_other_end_of_a_pen_erases_whatever_tool_is_chosen(chart: Opened) -> None:
    body = chart("tools=brush")
    body.drag(*line(body, 330))
    body.wait_for_count("strokes", 1)
    press(body, *line(body, 330)[4:8], pointerType="pen", button=5, buttons=32)

    assert [stroke[1] for stroke in body.wait_for_count("strokes", 2)] == ["BRUSH", "ERASE"]


def test_a_mark_is_dragged_with_a_finger_and_a_tap_selects_it(phone: Opened) -> None:
    body = phone("marks=3")
    body.root.locator(".turn").click()
    glass = Glass(body.page)
    start = body.at("back", 370, 285)
    body.page.touchscreen.tap(*start)
    body.wait_for("selected", lambda selected: selected == "example0001")

    glass.put(1, start)
    glass.move(1, *(body.at("back", 370 - 5 * n, 285 + 5.625 * n) for n in range(1, 9)))
    glass.lift()

    moved = body.wait_for("marks", lambda marks: marks[0][2] < 360)
    assert moved[0][:2] == ["example0001", "back"]
    assert math.dist(moved[0][2:], (330, 330)) < 2
    assert body.scrolled == 0
    assert len(moved) == 3
