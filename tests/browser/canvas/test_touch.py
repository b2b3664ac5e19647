"""A finger on a telephone: tapping, scrolling and drawing do not disturb each other."""

import math

import pytest

from tests.browser.canvas.conftest import Finger, Opened

pytestmark = pytest.mark.browser


def test_a_tap_marks_the_exact_place(phone: Opened) -> None:
    body = phone()
    x, y = body.at("front", 245, 300)

    body.page.touchscreen.tap(x, y)

    mark = body.wait_for_count("marks", 1)[0]
    assert mark[1] == "front"
    assert math.dist(mark[2:], (245, 300)) < 1


def test_a_swipe_over_the_body_scrolls_the_page_and_marks_nothing(phone: Opened) -> None:
    body = phone()
    x, y = body.at("front", 245, 500)

    Finger(body.page).draw([(x, y - 12 * step) for step in range(20)])
    body.page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 50")

    assert body.done == 0


def test_drawing_with_a_finger_does_not_scroll(phone: Opened) -> None:
    body = phone("tools=brush,erase,region")
    x, y = body.at("front", 245, 400)

    Finger(body.page).draw([(x + 15 * math.sin(step / 3), y - 6 * step) for step in range(20)])

    stroke = body.wait_for_count("strokes", 1)[0]
    assert stroke[:2] == ["front", "BRUSH"]
    assert stroke[2] > 4
    assert body.scrolled == 0


def test_one_view_stands_alone_and_the_body_turns(phone: Opened) -> None:
    body = phone()
    assert body.root.locator(".view:visible").count() == 1
    assert body.view("front").is_visible()

    body.root.locator(".turn").click()
    assert body.view("back").is_visible()
    assert body.root.locator(".view:visible").count() == 1
    assert body.view("back").get_by_text("your left").is_visible()
    body.root.locator(".turn").click()
    assert body.view("front").is_visible()


def test_every_control_is_large_enough_and_nothing_is_wider_than_the_screen(phone: Opened) -> None:
    body = phone("insets=1&marks=3&zones=1&tools=point,brush,move")

    small = body.root.evaluate(
        """root => [...root.querySelectorAll('button, .mark.own')].map(e => {
             const b = e.getBoundingClientRect(); return [e.textContent, b.width, b.height];
           }).filter(([, w, h]) => w && (w < 24 || h < 24))"""
    )
    overflow = body.page.evaluate(
        "(() => { const m = document.querySelector('[data-testid=stMain]');"
        " return m.scrollWidth - m.clientWidth; })()"
    )

    assert small == []
    assert overflow == 0


def test_two_fingers_zoom_instead_of_drawing(phone: Opened) -> None:
    body = phone("tools=brush")
    x, y = body.at("front", 265, 350)
    finger = Finger(body.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": px, "y": py, "id": number} for number, (px, py) in enumerate(points)]
        finger.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    touch("touchStart", (x - 20, y))
    touch("touchStart", (x - 20, y), (x + 20, y))
    for apart in (30, 40, 60):
        touch("touchMove", (x - apart, y), (x + apart, y))
    touch("touchEnd")

    body.wait_for_zoom("front", narrower_than=300)
    assert body.done == 0
