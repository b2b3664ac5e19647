"""Every state of the Mark page: no finding of axe-core, and nothing cut off at twice the size."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import in_every_look
from tests.browser.conftest import Opener
from tests.browser.mark_page import SAFETY, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.safety import box, none_until, tick
from tests.browser.test_zoom import is_all_there
from tests.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EASED = "text=large&hand=left"


def a_drawing(mark: MarkPage) -> Iterator[str]:
    """From the start to the end of a drawing, with everything opened that can be opened."""
    page = mark.page
    page.goto(f"{mark.server.url}/mark")
    mark.button("Draw it").wait_for()
    yield "start"
    mark.button("Draw it").click()
    mark.body.wait_for_body()
    yield "draw, empty"
    stroke(mark, (170, 215), (185, 240))
    expect(mark.button("Another pain")).to_be_visible()
    yield "draw, one pain"
    mark.button("Another pain").click()
    expect(mark.hint).to_be_visible()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("combobox", name="Body to draw on").click()
    page.get_by_role("option", name="female").click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Choose it above to change it there")).to_be_visible()
    mark.body.wait_for_body()
    stroke(mark, (330, 215), (315, 240))
    expect(mark.pain(2)).to_be_checked()
    yield "draw, two pains on two bodies"
    mark.button("Next").click()
    expect(page.get_by_role("heading", name="How does it feel?")).to_be_visible()
    page.get_by_text("More about pain 1", exact=True).click()
    expect(page.get_by_text("Since when?").first).to_be_visible()
    mark.button("numb").first.click()
    yield "describe"
    mark.button("Next").click()
    expect(page.get_by_role("heading", name=SAFETY)).to_be_visible()
    yield "signs of danger"
    chest = "Do you have pain or pressure in your chest?"
    none_until(page, box(page, chest))
    tick(page, chest)
    lasts = "Has pain or pressure in your chest lasted over 15 minutes?"
    none_until(page, box(page, lasts))
    tick(page, lasts)
    expect(page.get_by_role("alert").first).to_contain_text("emergency department now")
    yield "a yes for safety"
    page.goto(page.url.replace("step=safety", "step=read-back"))
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(page.get_by_role("alert").first).to_contain_text("emergency department now")
    mark.button("Change pain 1").click()
    expect(page.get_by_role("button", name="Leave it out")).to_be_visible()
    yield "read back"
    page.keyboard.press("Escape")
    mark.button("Yes").click()
    expect(page.get_by_text("Your drawing is saved.")).to_be_visible()
    yield "done"


def other_ways(mark: MarkPage) -> Iterator[str]:
    """With larger text and for the left hand: the list, no pain, a drawing that is not there."""
    page = mark.page
    page.goto(f"{mark.server.url}/mark?{EASED}")
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("switch", name="Larger text")).to_be_checked()
    yield "start, settings open"
    page.keyboard.press("Escape")
    mark.button("Choose from a list").click()
    mark.search_the_list("front of the shoulder")
    mark.in_list("Front of the shoulder", "Right").click()
    expect(mark.another).to_be_visible()
    yield "list"
    page.goto(f"{mark.server.url}/mark?{EASED}")
    mark.button("No pain today").click()
    expect(page.get_by_text("no pain today")).to_be_visible()
    assert EASED in page.url
    yield "no pain"
    page.goto(f"{mark.server.url}/mark?drawing=nobody&{EASED}")
    mark.button("Begin a new drawing").wait_for()
    yield "unknown drawing"


def stroke(mark: MarkPage, *points: tuple[float, float]) -> None:
    mark.body.drag(*mark.pixels("front", *points))
    mark.body.wait_until_saved()


def looked_at(page: Page, state: str) -> list[object]:
    """What is found at every width in light and dark; the window is then as it was."""
    findings: list[object] = []
    for width, theme, found in in_every_look(page, 960):
        findings += [(state, width, theme, each) for each in found]
        is_all_there(page, f"{state}, {width} wide")
    page.set_viewport_size({"width": 640, "height": 480})
    is_all_there(page, f"{state}, at twice the size")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 960})
    wait_until_quiet(page)
    return findings


@pytest.mark.parametrize("way", [a_drawing, other_ways], ids=lambda way: way.__name__)
def test_every_state_can_be_read_by_everybody(
    open_page: Opener, server: Server, way: Callable[[MarkPage], Iterator[str]]
) -> None:
    mark = MarkPage(open_page(), server)
    findings = [each for state in way(mark) for each in looked_at(mark.page, state)]
    assert findings == []
