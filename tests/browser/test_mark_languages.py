"""The patient's page in other languages: nothing of it stays English, and nothing is cut off."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from bodymap.wording import ENGLISH, PSEUDO, words_in
from bodymap.wording.languages import KNOWN
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.test_mark_by_touch import SHOULDER
from tests.serving import Server, running_app
from tools import wording

pytestmark = pytest.mark.browser

NOT_OURS: Final = (
    "[data-testid='stIconMaterial']",  # the name of a sign, drawn as the sign
    "[data-testid='stHeaderActionElements']",  # Streamlit's link to a heading
    "[data-testid='InputInstructions']",  # Streamlit's "Press Enter to apply"
    "[data-testid='stElementToolbar']",  # Streamlit's "Fullscreen" at a picture
    "[data-testid='stSelectbox'] button",  # Streamlit's "Open" and "Clear" at a choice
    "[data-testid='stVerticalBlock'] style",
    "[data-testid='stPopoverBody'] .stMarkdown a",  # titles of works that an advice rests on
    "script, style, noscript",
)
"""What stands on the page in plain letters and is no sentence of ours."""
NO_SENTENCES: Final = {"Ctrl", "Esc"}
PLAIN: Final = """([passed, names]) => {
  const found = [];
  const said = /[A-Za-z]{2,}/;
  const own = ["aria-label", "placeholder", "title", "alt"];
  const look = (root) => {
    for (const each of root.querySelectorAll("*")) {
      if (each.shadowRoot) look(each.shadowRoot);
      if (each.closest(passed.join(", ")) || !each.checkVisibility()) continue;
      const texts = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent);
      texts.push(...own.map((name) => each.getAttribute(name) ?? ""));
      for (const text of texts) {
        const left = names.reduce((all, name) => all.replaceAll(name, ""), text);
        if (said.test(left)) found.push(text.trim());
      }
    }
  };
  look(document.querySelector(".stMain"));
  return [...new Set(found)];
}"""
CUT: Final = """() => {
  const found = [];
  const look = (root) => {
    for (const each of root.querySelectorAll("*")) {
      if (each.shadowRoot) look(each.shadowRoot);
      const texts = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const speaks = texts.some((node) => node.textContent.trim());
      if (!speaks || !each.checkVisibility() || each.clientWidth < 2) continue;
      const { overflowX, overflowY } = getComputedStyle(each);
      const hides = (way) => way === "hidden" || way === "clip";
      const wide = hides(overflowX) && each.scrollWidth > each.clientWidth + 1;
      const tall = hides(overflowY) && each.scrollHeight > each.clientHeight + 3;
      let box = each; // a line may be wider than the button that it stands on
      while (getComputedStyle(box).display === "inline") box = box.parentElement;
      const around = document.createRange();
      around.selectNodeContents(each);
      const [inner, outer] = [around.getBoundingClientRect(), box.getBoundingClientRect()];
      const over = each instanceof HTMLElement && inner.width > outer.width + 1;
      if (wide || tall || over) found.push(each.textContent.trim());
    }
  };
  const main = document.querySelector(".stMain");
  look(main);
  if (main.scrollWidth > main.clientWidth + 1) found.push("the page itself");
  return found;
}"""


@pytest.fixture(scope="module")
def pseudo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_app(tmp_path_factory.mktemp("pseudo"), "--pseudo") as running:
        yield running


def expect_whole(page: Page, *names: str) -> None:
    """Nothing in sight is plain or cut off."""
    wait_until_quiet(page)
    plain: list[str] = page.evaluate(PLAIN, [list(NOT_OURS), [*NO_SENTENCES, *names]])
    cut: list[str] = page.evaluate(CUT)
    assert (plain, cut) == ([], []), page.url


def button(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} button").click()


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


def test_the_whole_way_in_the_pseudo_language_is_never_plain_and_never_cut_off(
    open_page: Opener, pseudo_server: Server
) -> None:
    mark = MarkPage(open_page(**PHONE), pseudo_server)
    page = mark.page
    page.goto(f"{pseudo_server.url}/mark")
    heading(page, "mark-where", PSEUDO)
    expect_whole(page)
    expect(page.locator("html")).to_have_attribute("lang", PSEUDO)

    button(page, "mark-list")
    page.locator(".st-key-mark-other-way").wait_for()
    field = page.locator("[class*='-search'] input")
    field.fill("chin")
    field.press("Enter")
    page.locator(".stButtonGroup").filter(has_text="Çħííñ").get_by_role("button").click()
    expect(page.locator("[class*='-chosen']").get_by_role("button")).to_have_count(1)
    expect_whole(page)

    go_on(page, "mark-other-way")
    mark.body.wait_for_body()
    mark.rub("front", *SHOULDER)
    expect_whole(page)

    go_on(page)
    heading(page, "mark-feels", PSEUDO)
    page.locator(".stExpander summary").first.click()
    page.locator(".stButtonGroup button").first.click()
    expect_whole(page)

    go_on(page)
    heading(page, "mark-true", PSEUDO)
    page.locator(".stCheckbox label").first.click()
    expect(page.locator(".st-key-safety-advice")).to_be_visible()
    expect_whole(page)

    answer_none_until(page, "mark-right", PSEUDO)
    expect_whole(page)

    go_on(page, "mark-finish")
    heading(page, "mark-thanks", PSEUDO)
    expect_whole(page, mark.recorded().code)


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
    open_page: Opener, pseudo_server: Server, code: str
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
    page.goto(f"{pseudo_server.url}/mark")
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
