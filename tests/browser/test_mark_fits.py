"""The body with its tools fits the screen of a telephone, upright and on its side."""

import math
import os
import signal
import sys
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage
from tests.browser.test_mark_by_touch import SHOULDER, THIGH
from tests.serving import Server

pytestmark = pytest.mark.browser
HEADER_PX: Final = 60
LEAST_TARGET_PX: Final = 44
#: Width, height, how tall the body is at least, and whether all is in sight without scrolling.
SCREENS: Final = (
    (390, 844, 450, True),
    (360, 640, 250, True),
    (320, 568, 230, False),
    (844, 390, 170, False),
    (640, 360, 170, False),
)
BOXES: Final = """root => {
  const at = (element) => { const b = element.getBoundingClientRect();
    return { name: element.getAttribute("aria-label") ?? element.textContent, left: b.left,
      top: b.top, right: b.right, bottom: b.bottom }; };
  const seen = (all) => [...all].filter((each) => each.checkVisibility() && each.clientWidth);
  return { body: at(root.querySelector(".view.front-most svg")),
    places: at(root.querySelector(".places")),
    around: seen(root.querySelectorAll(":is(.sizes, .steps, .looks) button, .turn")).map(at),
    tools: seen(root.querySelectorAll(".bm button")).map(at) };
}"""
Box = dict[str, Any]


def apart(one: Box, other: Box) -> bool:
    return bool(
        one["right"] <= other["left"] + 1
        or other["right"] <= one["left"] + 1
        or one["bottom"] <= other["top"] + 1
        or other["bottom"] <= one["top"] + 1
    )


def boxes(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.locator(".bm").evaluate(BOXES)
    return found


@pytest.mark.parametrize(("width", "height", "tall", "whole"), SCREENS)
def test_the_body_and_its_tools_are_on_the_screen_and_none_lies_on_the_body(
    open_page: Opener,
    server: Server,
    capsys: pytest.CaptureFixture[str],
    *,
    width: int,
    height: int,
    tall: int,
    whole: bool,
) -> None:
    page = open_page(**{**PHONE, "width": width, "height": height})
    mark = MarkPage(page, server)
    mark.begin_to_draw()
    expect(page.get_by_text("One finger draws")).to_be_visible()
    before = boxes(page)
    way_on = page.locator(".st-key-big-way").bounding_box()
    assert way_on is not None
    if whole:
        assert before["places"]["top"] >= HEADER_PX
        assert before["body"]["bottom"] <= way_on["y"]
    mark.rub("front", *SHOULDER)
    mark.begin_another()
    mark.rub("front", *THIGH)
    expect(mark.pain(2)).to_be_checked()
    after = boxes(page)

    body = after["body"]
    least = min(
        min(each["right"] - each["left"], each["bottom"] - each["top"]) for each in after["tools"]
    )
    with capsys.disabled():
        sys.stdout.write(
            f"\n{width}x{height}: body {body['bottom'] - body['top']:.0f} px tall, "
            f"{len(after['tools'])} targets, the smallest {least:.0f} px\n"
        )
    assert body["bottom"] - body["top"] >= tall
    assert body["bottom"] - body["top"] <= height - HEADER_PX
    assert [each["name"] for each in after["around"] if not apart(each, body)] == []
    assert least >= LEAST_TARGET_PX - 0.5
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0


def test_while_the_server_is_out_of_reach_the_page_says_that_the_drawing_is_safe(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    mark = MarkPage(page, server)
    mark.begin_to_draw()
    line = page.locator(".kept")
    os.kill(server.process.pid, signal.SIGSTOP)
    try:
        mark.finger(*mark.pixels("front", *SHOULDER))
        expect(line).to_contain_text("safe on this device")
    finally:
        os.kill(server.process.pid, signal.SIGCONT)
    expect(line).to_have_text("Saved.")
    mark.body.wait_until_saved()


def test_filling_a_ring_is_offered_where_the_finger_is(open_page: Opener, server: Server) -> None:
    page = open_page(**PHONE)
    mark = MarkPage(page, server)
    mark.begin_to_draw()
    turns = [2 * math.pi * step / 32 for step in range(32)]
    ring = [(215 + 40 * math.sin(turn), 600 - 40 * math.cos(turn)) for turn in turns]
    pixels = mark.pixels("front", *ring)
    mark.finger(*pixels)
    offer = page.locator(".offer")
    expect(offer).to_be_visible()
    box = offer.bounding_box()
    assert box is not None
    x, y = pixels[-1]

    assert abs(box["x"] + box["width"] / 2 - x) < 60
    assert 0 < box["y"] - y < 60
    offer.click()
    mark.body.wait_until_saved()
    expect(page.locator(".view[data-view='front'] .stroke")).to_have_count(2)
