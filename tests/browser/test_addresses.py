"""What the address says is what is shown: typed, and gone through by Back and Forward."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from bodymap.ui.pages import (
    about,
    assess,
    explore,
    hand_over,
    learn,
    mark,
    people,
    practise,
    present,
    redraw,
    treatments,
)
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser

PAGES = (
    *(about, assess, explore, hand_over, learn, mark),
    *(people, practise, present, redraw, treatments),
)
TITLES = {page.PATH: f"{page.TITLE} · Bodymap" for page in PAGES} | {
    "": f"{assess.TITLE} · Bodymap"
}
WALK = (mark, explore, treatments, learn, people, about)


def name_in(address: str) -> str:
    return urlsplit(address).path.strip("/")


def expect_what_the_address_says(page: Page) -> None:
    wait_until_quiet(page)
    expect(page).to_have_title(TITLES[name_in(page.url)])
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_back_and_forward_at_any_pace_show_what_the_address_says(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(server.url)
    wait_until_quiet(page)
    for each in WALK:
        page.get_by_role("link", name=each.TITLE, exact=True).first.click()
        expect(page).to_have_title(TITLES[each.PATH])

    # Slow: the page has come to rest each time. Fast: the next step follows as the address changes.
    for steps in (
        (-1,),
        (-2,),
        (1,),
        (-3,),
        (2,),
        (2,),
        (-4,),
        (1, 1, -1, 1, 1),
        (-1, -1, 1, 1, -1),
    ):
        for step in steps:
            with page.expect_event("framenavigated"):
                page.evaluate("step => history.go(step)", step)
        expect_what_the_address_says(page)
