"""Type into the search box and see when what was found is on the screen."""

from typing import Final

from playwright.sync_api import Browser, Page

from tests.benchmarks.browsing import new_page, settle, wait_for
from tests.benchmarks.clock import Times
from tests.benchmarks.rows import Goal, Part, Row
from tests.benchmarks.screens import deep

QUERIES: Final = ("front of shoulder pain", "infraspinatus", "low back", "hydrostatic", "headache")
_LIST: Final = f"{deep('#found')}[0]"
_READY: Final = f"{deep('[role=combobox]')}.length > 0"

#: From the key going down until a painted frame has another list of findings.
WATCH: Final = """() => {
  const list = LIST, before = list.firstElementChild;
  const seen = window.__found = {start: null, shown: null};
  document.addEventListener('keydown', () => { seen.start = performance.now(); },
                            {capture: true, once: true});
  const look = () => {
    if (seen.start !== null && list.firstElementChild !== before) {
      seen.shown = performance.now() - seen.start;
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}""".replace("LIST", _LIST)


def row(browser: Browser, url: str, queries: tuple[str, ...] = QUERIES) -> Row:
    """Every keystroke of some searches, each until what it finds is shown."""
    with new_page(browser) as (page, traffic):
        page.goto(f"{url}/people")
        wait_for(page, _READY)
        settle(page, traffic)
        times = Times(tuple(ms for query in queries for ms in _typed(page, query)))
    return Row(
        "search", "keystroke to first result of the search", times.median, "ms", Part.BODY,
        Goal(100), p95=times.p95, how=f"{len(times.each_ms)} keystrokes of {len(queries)} searches",
    )  # fmt: skip


def _typed(page: Page, query: str) -> list[float]:
    """Milliseconds of every key of a search that begins in an empty box."""
    for key in ("Control+k", "Delete"):
        page.keyboard.press(key)
    each_ms = []
    for key in query:
        page.evaluate(WATCH)
        page.keyboard.press("Space" if key == " " else key)
        wait_for(page, "window.__found.shown !== null")
        each_ms.append(float(page.evaluate("window.__found.shown")))
    return each_ms
