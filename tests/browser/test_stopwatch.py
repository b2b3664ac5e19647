"""The stopwatch of a drawing counts while its page is in use, and not through a lunch break."""

import pytest
from playwright.sync_api import Page

from bodymap import files
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

EMPTY = "http://127.0.0.1:9/empty"
PAGE = "<div class='st-key-mark-finish'><button>Yes</button></div>"
MOUNT = (
    "void window.mount({data: {log: 'a', ends: %r}, setStateValue: (_, s) => { window.told = s; }})"
)


def start(page: Page, ends: str = "") -> None:
    code = files.package("ui", "mark", "frontend", "stopwatch.js").read_text("utf-8")
    page.goto(EMPTY)
    # Not as a module: that would run at a later moment, and the page's clock stands still.
    page.add_script_tag(content=code.replace("export default function", "window.mount = function"))
    page.evaluate(MOUNT % ends)


@pytest.fixture
def page(open_page: Opener) -> Page:
    page = open_page()
    page.route(EMPTY, lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.clock.install()
    return page


def use(page: Page, seconds: int) -> None:
    for _ in range(seconds):
        page.evaluate("dispatchEvent(new Event('pointermove'))")
        page.clock.run_for(1000)


def test_an_hour_without_a_touch_counts_half_a_minute_and_a_reload_goes_on(page: Page) -> None:
    start(page)
    use(page, 10)
    page.clock.run_for(3_600_000)
    use(page, 5)
    start(page)
    use(page, 5)
    start(page, ends="mark-finish")
    near = page.evaluate("window.told")
    assert 48 <= near <= 52

    use(page, 4)
    page.get_by_role("button", name="Yes").dispatch_event("click")
    assert near + 3 <= page.evaluate("window.told") <= near + 5
