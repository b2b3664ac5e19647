"""The search box in the page head: typing, choosing, and what is kept on the way."""

import json
import re
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from bodymap.analysis.search_index import SearchIndex
from bodymap.composition import search_index
from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.barriers import violations
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser

#: Asks the very code of the box, once for each query: the addresses found, best first by kind.
FIND = """async ([told, queries]) => {
  const { SearchIndex } = await import("/_stcore/bidi-components/bodymap.search/matching.js");
  const index = new SearchIndex(told);
  return queries.map((query) => {
    const { groups, instead } = index.find(query);
    return [groups.flatMap(({ hits }) => hits.map(({ entry }) => entry.href)), instead ?? null];
  });
}"""


@cache
def index() -> SearchIndex:
    return search_index()


def opened(page: Page, url: str) -> Locator:
    page.goto(url)
    box = page.get_by_role("combobox", name="Search everything")
    expect(box).to_be_visible()
    return box


def options(page: Page) -> Locator:
    return page.locator("#found").get_by_role("option")


def test_the_front_of_the_shoulder_leads_to_infraspinatus_by_keyboard_alone(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    box = opened(page, f"{server.url}/people")
    expect(page.get_by_role("heading", name="Sample people")).to_be_visible()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("front of shoulder pain")
    expect(options(page).first).to_contain_text("Infraspinatus")
    expect(page.locator(".search .told")).to_have_text(re.compile(r"^\d+ found$"))
    expect(box).to_have_attribute("aria-expanded", "true")
    muscle = options(page).filter(has_text=re.compile("^Infraspinatus")).first
    for _ in range(12):
        if muscle.get_attribute("aria-selected") == "true":
            break
        page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", str(muscle.get_attribute("id")))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/explore\?muscle=infraspinatus$"))
    expect(box).to_have_value("")

    page.keyboard.press("Control+k")
    page.keyboard.type("hydrostatic")
    expect(options(page).first).to_contain_text("Hydrostatic IMS")
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hydrostatic IMS")).to_be_visible()


def test_nothing_found_says_so_and_shows_a_way_on(open_page: Opener, server: Server) -> None:
    page = open_page()
    box = opened(page, f"{server.url}/about")
    box.fill("xyzzy")
    told = "Nothing called “xyzzy”. Try a muscle, a complaint, a place, a treatment or a person."
    expect(page.locator(".sheet p")).to_have_text(told)
    expect(page.locator(".search .told")).to_have_text(told)
    options(page).get_by_text("Show all muscles").click()
    expect(page.get_by_role("heading", name="Explore", level=1)).to_be_visible()


def test_an_open_assessment_is_kept_and_one_click_away(open_page: Opener, server: Server) -> None:
    assess = AssessPage(open_page())
    page = assess.page
    assess.start(server.url)
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.lines).to_have_count(1)
    box = page.get_by_role("combobox", name="Search everything")
    box.fill("thumb")
    options(page).get_by_text("Thumb, left").click()
    expect(page.get_by_text("typical trigger points refer here")).to_contain_text("Thumb, left")
    box.fill("whiplash")
    options(page).get_by_text("Why do they come").click()
    expect(page).to_have_url(re.compile(r"/learn\?topic=causes$"))
    page.get_by_role("button", name="Back to the assessment").click()
    assess.wait_for_body()
    expect(assess.lines).to_have_count(1)


def test_the_words_of_anything_find_it(open_page: Opener, server: Server) -> None:
    page = open_page()
    opened(page, f"{server.url}/about")

    def find(*queries: str) -> list[tuple[list[str], str | None]]:
        told: Any = json.loads(index().content)
        return [(hrefs, instead) for hrefs, instead in page.evaluate(FIND, [told, list(queries)])]

    titles = {entry.title: entry.href for entry in index().entries}
    of_titles = find(*titles)
    assert [
        t for t, (hrefs, _) in zip(titles, of_titles, strict=True) if titles[t] not in hrefs
    ] == []

    known = {
        "front of shoulder pa": "explore?muscle=infraspinatus",
        "shoulder bla": "explore?region=scapula_supraspinous.right",
        "ant delt": "explore?muscle=deltoid",
        "low back treat": "treatments?region=lower_back",
        "whiplash": "learn?topic=causes",
        "TCM acu": "treatments?treatment=acupuncture",
        "  Trapézius ": "explore?muscle=trapezius_upper",
    }
    answers = dict(zip(known, find(*known), strict=True))
    assert [query for query, href in known.items() if href not in answers[query][0]] == []

    (misspelt, instead), (nothing, _), (empty, _) = find("infraspinatis", "xyzzy", " . ")
    assert (misspelt[0], instead) == ("explore?muscle=infraspinatus", "infraspinatus")
    assert (nothing, empty) == ([], [])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_open_box_is_free_of_barriers_and_moves_nothing(
    open_page: Opener, server: Server, width: int, scheme: str
) -> None:
    page = open_page(width, 844, color_scheme=scheme)
    box = opened(page, f"{server.url}/about")
    title = page.get_by_role("heading", name="About Bodymap")
    expect(title).to_be_visible()
    wait_until_quiet(page)
    before = title.bounding_box()
    box.click()
    box.fill("shoulder")
    expect(options(page).first).to_be_visible()

    assert title.bounding_box() == before
    found = violations(page)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
