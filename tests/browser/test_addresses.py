"""What the address says is what is shown: typed, and gone through by Back and Forward."""

import re
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
    "": f"{people.TITLE} · Bodymap"
}
ICON = re.compile(r"keyboard_|expand_|format_size|check_circle|visibility\b|arrow_")
WALK = (mark, explore, treatments, learn, people, about)


def name_in(address: str) -> str:
    return urlsplit(address).path.strip("/")


def expect_what_the_address_says(page: Page) -> None:
    wait_until_quiet(page)
    expect(page).to_have_title(TITLES[name_in(page.url)])
    expect(page.get_by_text("Page not found")).to_have_count(0)


def unspoken(page: Page) -> list[tuple[str, str]]:
    """What a screen reader would read out without a name, or with the name of an icon in it."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    named = [
        (node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "").strip())
        for node in nodes
        if not node.get("ignored")
    ]
    return [
        (role, name)
        for role, name in named
        if ICON.search(name) or (role in {"button", "link", "textbox", "combobox"} and not name)
    ]


def test_every_page_is_there_under_its_typed_name(open_page: Opener, server: Server) -> None:
    page = open_page()
    missed: list[str] = []
    page.on("response", lambda r: missed.append(r.url) if r.status >= 400 else None)
    for name in (*(each.PATH for each in PAGES), "explore/", "start"):
        page.goto(f"{server.url}/{name}")
        wait_until_quiet(page)

        expect(page).to_have_title(TITLES["" if name == "start" else name.rstrip("/")])
        expect(page.get_by_text("Page not found")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        assert (name, unspoken(page)) == (name, [])
    assert missed == []


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
