"""The patient's page in other languages: chosen, by wish, by link, and the same in the browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bodymap.wording import ENGLISH, words_in
from bodymap.wording.languages import KNOWN
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.test_mark_by_touch import SHOULDER
from tests.serving import Server
from tools import wording

pytestmark = pytest.mark.browser


def button(page: Page, key: str) -> None:
    page.locator(f"[class*='st-key-{key}'] button").click()


def heading(page: Page, message: str, language: str) -> None:
    expect(page.get_by_role("heading", name=words_in(language)(message), level=1)).to_be_visible()


def go_on(page: Page, key: str = "mark-next") -> None:
    wait_until_quiet(page)
    button(page, key)


def answer_none_until(page: Page, message: str, language: str) -> None:
    """Say that no sign of danger is there, until the heading of the next step is."""
    wanted = page.get_by_role("heading", name=words_in(language)(message), level=1)
    none = page.locator("[class*='st-key-safety-none'] label")
    for _ in range(12):
        wait_until_quiet(page)
        if wanted.is_visible():
            return
        ticked = page.get_by_role("checkbox", checked=True)
        if not ticked.count():
            none.first.click()
            expect(ticked).to_have_count(1)
        asked = page.locator(".stCheckbox label").first.inner_text()
        go_on(page)
        expect(page.locator(".stCheckbox label").filter(has_text=asked)).to_have_count(0)
    expect(wanted).to_be_visible()


def test_a_browser_that_wishes_german_gets_it_and_english_is_one_tap_away(
    open_page: Opener, server: Server
) -> None:
    page = open_page(locale="de-DE")
    page.goto(f"{server.url}/mark")
    heading(page, "mark-where", "de")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_text(words_in("de")("mark-not-checked"))).to_be_visible()

    page.locator(".stButtonGroup button").filter(has_text="English").click()
    heading(page, "mark-where", ENGLISH)
    expect(page.locator("html")).to_have_attribute("lang", ENGLISH)
    expect(page.get_by_text(words_in("de")("mark-not-checked"))).to_have_count(0)

    page.reload()
    heading(page, "mark-where", ENGLISH)


def test_a_link_can_ask_for_german_and_what_is_drawn_is_read_back_in_it(
    open_page: Opener, server: Server
) -> None:
    german = words_in("de")
    mark = MarkPage(open_page(**PHONE), server)
    page = mark.page
    page.goto(f"{server.url}/mark?lang=de")
    button(page, "mark-draw")
    mark.body.wait_for_body()
    expect(page.locator(".view.front-most [data-region='shoulder_front.left']")).to_have_attribute(
        "aria-label", "Vorderseite der linken Schulter"
    )
    mark.rub("front", *SHOULDER)
    expect(page.locator(".live")).to_contain_text("Markiert für Schmerz 1: ")
    go_on(page)
    heading(page, "mark-feels", "de")
    go_on(page)
    heading(page, "mark-true", "de")
    page.reload()
    answer_none_until(page, "mark-right", "de")
    expect(
        page.get_by_text(german("pain-yours.left"))
        .or_(page.get_by_text(german("pain-yours.right")))
        .first
    ).to_be_visible()
    go_on(page, "mark-finish")
    heading(page, "mark-thanks", "de")

    drawing = mark.recorded()
    assert "Schulter" not in drawing.model_dump_json()
    assert "houlder" not in drawing.model_dump_json()


@pytest.mark.parametrize("code", KNOWN)
def test_the_browser_says_what_the_server_says(
    open_page: Opener, server: Server, code: str
) -> None:
    """One source, two readers: each sentence of the body, filled, in every language."""
    say = words_in(code)
    english = wording.read_language(wording.CATALOGUES / ENGLISH)
    asked = {
        message: {name: 2 if name == "count" else "left" for name in wording.variables(pattern)}
        for message, pattern in english.items()
        if message.startswith(wording.IN_BROWSER)
    }
    page = open_page(**PHONE)
    page.goto(f"{server.url}/mark")
    button(page, "mark-draw")
    page.locator(".bm").wait_for()

    said = page.evaluate(
        """async ([code, asked]) => {
          const files = performance.getEntriesByType("resource").map(({ name }) => name);
          const { learn, Saying } = await import(files.find((name) => name.includes("/saying.")));
          await learn(code);
          const saying = new Saying(code);
          return Object.entries(asked).map(([id, values]) => saying.say(id, values));
        }""",
        [code, asked],
    )

    assert len(asked) > 100
    assert said == [say(message, **values) for message, values in asked.items()]


def test_the_catalogues_that_a_browser_fetches_are_small() -> None:
    sizes = {path.stem: path.stat().st_size for path in Path(wording.FOR_BROWSER).glob("*.js")}

    assert sizes.keys() == KNOWN.keys()
    assert sizes[ENGLISH] < 10_000
    assert max(sizes.values()) < 40_000
