"""What a screen reader meets on the way through Mark, compared with a script that people read.

`mark_spoken.txt` holds the accessibility tree of each step, the title, what has the focus, and what
was said aloud. After a change on purpose, `BODYMAP_WRITE_SPOKEN=1` writes it anew, to be read.
"""

import os
import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from bodymap.body import Body
from bodymap.ui.mark.places import region_names
from tests.browser.conftest import Opener
from tests.browser.mark_page import SAFETY, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.safety import box
from tests.conftest import PATIENCE_MS
from tests.serving import Server

pytestmark = pytest.mark.browser
SCRIPT: Final = Path(__file__).with_name("mark_spoken.txt")
REGION: Final = ".view[data-view='front'] [data-region='shoulder_front.right']"
FOCUSED: Final = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === document.body) return "nothing";
  return `${at.tagName.toLowerCase()} ${at.getAttribute("aria-label") ?? at.innerText}`.trim();
}"""
CHANGING: Final = (
    (r"therapist: (\S+ )?\w{6}\b", "therapist: CODE"),
    (r"\b[A-Z0-9]{6}\b", "CODE"),
    (r"\d+ \w+ \d{4}, \d\d:\d\d", "DAY, TIME"),
    (r"/url: .*", "/url: ..."),
)


def heard(page: Page) -> str:
    """Title, focus and tree; of the many regions those that are marked, the others counted."""
    wait_until_quiet(page)
    # a busy machine may have been late to save, and have said so
    expect(page.locator(".kept:not(:empty)")).to_have_count(0, timeout=PATIENCE_MS)
    lines = page.locator(".st-key-mark-page").aria_snapshot().splitlines()
    regions = {f'- button "{name}"' for name in region_names(Body.load()).values()}
    shown = [line for line in lines if line.strip() not in regions]
    unmarked = len(lines) - len(shown)
    if unmarked:
        shown.append(f"({unmarked} regions that are not marked)")
    tree = "\n".join(shown)
    for pattern, instead in CHANGING:
        tree = re.sub(pattern, instead, tree)
    return f"title: {page.title()}\nfocus: {page.evaluate(FOCUSED)}\n{tree.strip()}\n"


def test_the_way_through_is_heard_as_it_was_written_down(open_page: Opener, server: Server) -> None:
    mark = MarkPage(open_page(), server)
    page = mark.page
    page.goto(f"{server.url}/mark")
    expect(mark.button("Draw it")).to_be_visible()
    told = [f"== begin\n{heard(page)}"]
    mark.button("Draw it").focus()
    page.keyboard.press("Enter")
    mark.body.wait_for_body()
    expect(page.get_by_role("heading", name="Where does it hurt?")).to_be_focused()
    told.append(f"== draw\n{heard(page)}")
    mark.tool("Region")
    page.locator(REGION).focus()
    page.keyboard.press("Enter")
    mark.body.wait_until_saved()
    expect(page.locator(REGION)).to_have_attribute("aria-label", re.compile("marked for pain 1"))
    told.append(f"== marked\nsaid: {mark.body.said.inner_text()}\n{heard(page)}")
    for heading in ("How does it feel?", SAFETY):
        mark.button("Next").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_focused()
        told.append(f"== {heading}\n{heard(page)}")
    mark.no_danger()
    expect(page.get_by_role("heading", name="Is this right?")).to_be_focused()
    told.append(f"== read back\n{heard(page)}")
    mark.button("Yes").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_focused()
    told.append(f"== end\n{heard(page)}")
    whole = "\n".join(told)

    if os.environ.get("BODYMAP_WRITE_SPOKEN"):
        SCRIPT.write_text(whole, "utf-8")
    assert whole == SCRIPT.read_text("utf-8")


def test_a_second_enter_or_a_double_click_answers_nothing(
    open_page: Opener, server: Server
) -> None:
    mark = MarkPage(open_page(), server)
    page = mark.page
    mark.begin_to_draw()
    mark.tool("Region")
    page.locator(REGION).focus()
    page.keyboard.press("Enter")
    mark.body.wait_until_saved()
    expect(mark.button("Next")).to_be_enabled()
    mark.button("Next").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How does it feel?", level=1)).to_be_focused()
    page.keyboard.press("Enter")
    wait_until_quiet(page)
    mark.button("Next").dblclick()
    expect(page.get_by_role("heading", name=SAFETY)).to_be_focused()
    wait_until_quiet(page)

    expect(page.get_by_text("Part 1 of")).to_be_visible()
    expect(box(page, "None of these")).not_to_be_checked()
