"""On each step of Mark what can be pressed is large enough."""

import sys
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.mark_page import SAFETY, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.test_mark_by_touch import SHOULDER
from tests.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LEAST_PX: Final = 24
TARGETS: Final = """() => {
  const page = document.querySelector(".st-key-mark-page");
  const roots = [page, ...[...page.querySelectorAll("*")].flatMap((each) => each.shadowRoot ?? [])];
  const pressed = "button, summary, label:has(input)";
  const all = roots.flatMap((root) => [...root.querySelectorAll(pressed)]);
  return all.filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => {
    const { width, height } = each.getBoundingClientRect();
    return { name: each.ariaLabel ?? each.innerText, size: Math.round(Math.min(width, height)) };
  }).filter(({ size }) => size > 1);
}"""


def steps(mark: MarkPage) -> Iterator[str]:
    """From the start to the end; on each step the page has come to rest."""
    page = mark.page
    page.goto(f"{mark.server.url}/mark")
    expect(mark.button("Draw it")).to_be_visible()
    yield "start"
    mark.button("Draw it").click()
    mark.body.wait_for_body()
    mark.body.drag(*mark.pixels("front", *SHOULDER))
    mark.body.wait_until_saved()
    expect(mark.button("Next")).to_be_enabled()
    yield "draw"
    mark.button("Choose from a list").click()
    expect(page.get_by_role("textbox", name="Search for a part")).to_be_visible()
    yield "list"
    mark.button("Next").click()
    expect(page.get_by_role("heading", name="How does it feel?", level=1)).to_be_focused()
    yield "describe"
    mark.button("Next").click()
    expect(page.get_by_role("heading", name=SAFETY)).to_be_focused()
    yield "safety"
    mark.no_danger()
    yield "read back"
    mark.button("Yes").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_focused()
    yield "end"


def told(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"{line}\n")


def test_every_target_is_large_enough(
    open_page: Opener,
    server: Server,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mark = MarkPage(open_page(), server)
    small = []
    told(capsys, f"\ntargets, at least {LEAST_PX} px")
    for step in steps(mark):
        wait_until_quiet(mark.page)
        found = mark.page.evaluate(TARGETS)
        sizes = [each["size"] for each in found]
        told(capsys, f"{step:>10}: {len(sizes)} targets, the smallest {min(sizes)} px")
        small += [(step, each["name"], each["size"]) for each in found if each["size"] < LEAST_PX]

    assert small == []
