"""One server and one browser for all tests; every test has its own window."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page

from tests.browser.conftest import Opener
from tests.serving import free_port

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PATIENCE_S = 15.0
START_S = 60.0
DESK = {"width": 1280, "height": 1000}
PHONE = {"width": 390, "height": 844}

# Operations are numbered in the browser at once, before anything is sent.
DONE = """() => Object.entries(sessionStorage).filter(([key]) => key.startsWith("bodymap:"))
  .reduce((most, [, kept]) => Math.max(most, JSON.parse(kept).seq), 0)"""

Query = str
Opened = Callable[..., "Chart"]


@pytest.fixture(scope="session")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server of `harness.py`."""
    log = tmp_path_factory.mktemp("harness") / "server.log"
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(HERE / "harness.py")]
    with log.open("wb") as out:
        server = subprocess.Popen(
            [*command, "--server.port", str(port)],
            stdout=out,
            stderr=out,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait_until_healthy(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
            return
        time.sleep(0.1)
    raise AssertionError(f"The harness did not start:\n{log.read_text('utf-8')}")


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture
def chart(harness: str, new_tab: Opener) -> Iterator[Opened]:
    """Opens the page and waits until the body is there; the page must say no error."""
    pages: list[Page] = []
    errors: list[str] = []

    def open_one(query: Query = "", **options: Any) -> Chart:
        page = new_tab(**(DESK | options))
        pages.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(f"{harness}/?{query}")
        opened = Chart(page)
        opened.wait_until_drawn()
        return opened

    yield open_one
    for page in pages:
        page.close()
    assert errors == []


@pytest.fixture
def phone(chart: Opened) -> Opened:
    """As `chart`, on a telephone with a finger."""

    def open_one(query: Query = "") -> Chart:
        return chart(query, **PHONE, has_touch=True, is_mobile=True)

    return open_one


class Chart:
    """The clickable body on a page, as a person and as a test see it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator(".bm")
        self.live = self.root.locator(".live")
        self.alert = self.root.locator(".alert")

    def wait_until_drawn(self) -> None:
        self.page.locator(".stage:not([aria-busy]) .view .region").first.wait_for(timeout=30_000)
        self.page.locator("#kept").wait_for(state="attached")

    def view(self, name: str) -> Locator:
        return self.root.locator(f".view[data-view='{name}']")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def at(self, view: str, x: float, y: float) -> tuple[float, float]:
        """Pixels in the window where a view shows a point."""
        found = (
            self.view(view)
            .locator("svg")
            .evaluate(
                "(svg, [x, y]) => { const p = new DOMPoint(x, y)"
                ".matrixTransform(svg.getScreenCTM());"
                " return [p.x, p.y]; }",
                [x, y],
            )
        )
        return found[0], found[1]

    def at_all(self, view: str, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """Pixels in the window where a view shows many points."""
        (x0, y0), (x1, _) = self.at(view, 0, 0), self.at(view, 1, 0)
        return [(x0 + x * (x1 - x0), y0 + y * (x1 - x0)) for x, y in points]

    def units(self, view: str, x: float, y: float) -> tuple[float, float]:
        """View units that a pixel of the window shows."""
        found = (
            self.view(view)
            .locator("svg")
            .evaluate(
                "(svg, [x, y]) => { const p = new DOMPoint(x, y)"
                ".matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; }",
                [x, y],
            )
        )
        return found[0], found[1]

    def click(self, view: str, x: float, y: float) -> None:
        self.page.mouse.click(*self.at(view, x, y))

    def drag(self, *points: tuple[float, float]) -> None:
        """Press, move over points of the window, release."""
        mouse = self.page.mouse
        mouse.move(*points[0])
        mouse.down()
        for point in points[1:]:
            mouse.move(*point)
        mouse.up()

    @property
    def kept(self) -> dict[str, Any]:
        """What the server has."""
        kept: dict[str, Any] = json.loads(self.page.locator("#kept").text_content() or "")
        return kept

    @property
    def done(self) -> int:
        """How many operations this window has begun, sent or not."""
        return int(self.page.evaluate(DONE))

    def wait_for_zoom(self, view: str, narrower_than: float) -> None:
        """Wait until a view shows less than so many view units of width."""
        self.page.wait_for_function(
            "([svg, most]) => svg.viewBox.baseVal.width < most",
            arg=[self.view(view).locator("svg").element_handle(), narrower_than],
        )

    def wait_for(self, what: str, true: Callable[[Any], bool]) -> Any:
        """Wait until what the server keeps under a name is as it should be."""
        until = time.monotonic() + PATIENCE_S
        while not true(value := self.kept[what]):
            assert time.monotonic() < until, f"{what} stayed {value}"
            self.page.wait_for_timeout(50)
        return value

    def wait_for_count(self, what: str, count: int) -> list[Any]:
        found: list[Any] = self.wait_for(what, lambda value: len(value) == count)
        return found

    @property
    def shown(self) -> int:
        """Marks drawn in the view they were set in."""
        return self.root.locator(".mark.own").count()

    @property
    def focused(self) -> str:
        """Name of the element that has the focus."""
        return str(self.root.evaluate("root => root.getRootNode().activeElement?.ariaLabel ?? ''"))

    @property
    def scrolled(self) -> float:
        return float(self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))


class Finger:
    """A finger on the screen; the browser decides whether it scrolls or draws."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.page = page

    def draw(self, points: list[tuple[float, float]]) -> None:
        for kind, at in [
            ("touchStart", points[:1]),
            *(("touchMove", [point]) for point in points[1:]),
            ("touchEnd", []),
        ]:
            touches = [{"x": x, "y": y} for x, y in at]
            self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
            self.page.wait_for_timeout(12)
