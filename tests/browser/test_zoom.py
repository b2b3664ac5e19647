"""At 200 % zoom, which is half the width of a screen, nothing is cut off to the right."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser

#: Beside the pages of the navigation.
DEEPER = (
    "explore?muscle=infraspinatus",
    "explore?region=shoulder_front.right",
    "treatments?treatment=dry_needling_ims",
    "treatments?region=lower_back",
    "learn?topic=trigger_points",
    "learn?topic=aftercare",
    "draw?point=infraspinatus_upper",
)

TOO_WIDE = """() => {
  const main = document.querySelector(".stMain");
  const scrolls = (each) => each !== main
    && (getComputedStyle(each).overflowX !== "visible" || scrolls(each.parentElement));
  return [...main.querySelectorAll("*")]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
    .filter((each) => each.textContent.trim() && !scrolls(each.parentElement))
    .map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 40)}`)
    .slice(0, 5);
}"""


def is_all_there(page: Page, path: str) -> None:
    wait_until_quiet(page)
    widest = page.evaluate("() => document.querySelector('.stMain').scrollWidth - innerWidth")
    assert (path, widest <= 0, page.evaluate(TOO_WIDE)) == (path, True, [])


def test_nothing_is_cut_off_at_twice_the_size(open_page: Opener, server: Server) -> None:
    page = open_page(width=640, height=480)
    page.goto(server.url)
    expect(page.locator(".stMain h1").first).to_be_visible()
    is_all_there(page, "")
    for path in (
        "mark",
        "explore",
        "practise",
        "treatments",
        "learn",
        "people",
        "assess",
        "about",
        *DEEPER,
    ):
        page.goto(f"{server.url}/{path}")
        expect(page.locator(".stMain h1").first).to_be_visible()
        is_all_there(page, path)
