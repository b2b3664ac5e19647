"""A real Chromium, and what passes between it and the server."""

import contextlib
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from tests.serving import prove
from tools import chromium

SIZE = {"width": 1280, "height": 900}
PATIENCE_S = 30.0
QUIET_S = 0.3
POLL_S = 0.01


class Traffic:
    """Counts what a page sends and receives, from the moment it is made.

    Websocket bytes are payloads; HTTP bytes are as they travelled, compressed, with headers.
    """

    def __init__(self, page: Page) -> None:
        self.up = self.down = 0
        self.http = self.script = 0
        self.hosts: Counter[str] = Counter()
        self._last = time.monotonic()
        self._kinds: dict[str, str] = {}
        page.on("websocket", self._socket)
        page.on("request", lambda request: self._host(request.url))
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.responseReceived", self._received)
        network.on("Network.loadingFinished", self._finished)

    def outside(self) -> int:
        """Requests to any other machine."""
        return sum(count for host, count in self.hosts.items() if host != "127.0.0.1")

    def quiet_for(self) -> float:
        """Seconds since anything moved."""
        return time.monotonic() - self._last

    def _host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"}:
            self.hosts[parts.hostname or ""] += 1

    def _socket(self, socket: WebSocket) -> None:
        self._host(socket.url)
        socket.on("framesent", lambda payload: self._frame("up", payload))
        socket.on("framereceived", lambda payload: self._frame("down", payload))

    def _frame(self, way: str, payload: str | bytes) -> None:
        self._last = time.monotonic()
        setattr(self, way, getattr(self, way) + len(payload))

    def _received(self, event: dict[str, Any]) -> None:
        self._kinds[event["requestId"]] = event["type"]

    def _finished(self, event: dict[str, Any]) -> None:
        self._last = time.monotonic()
        size = int(event["encodedDataLength"])
        self.http += size
        if self._kinds.get(event["requestId"]) == "Script":
            self.script += size


@contextlib.contextmanager
def chromium_running() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.installed(), args=chromium.switches()
        )
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def new_page(browser: Browser) -> Iterator[tuple[Page, Traffic]]:
    """A page with an empty cache, listened to."""
    context = prove(browser.new_context(viewport=SIZE))
    try:
        page = context.new_page()
        yield page, Traffic(page)
    finally:
        context.close()


def wait_for(page: Page, expression: str) -> float:
    """Wait until a JavaScript expression is true; seconds it took.

    Asked from outside, because the page's own policy forbids evaluating text inside it.
    """
    start = time.monotonic()
    while not page.evaluate(expression):
        if time.monotonic() - start > PATIENCE_S:
            raise AssertionError(f"This never came true on {page.url}: {expression}")
        page.wait_for_timeout(POLL_S * 1000)
    return time.monotonic() - start


def settle(page: Page, traffic: Traffic, quiet_s: float = QUIET_S) -> None:
    """Wait until nothing has moved for a while; Playwright counts frames only while it waits."""
    until = time.monotonic() + PATIENCE_S
    page.wait_for_timeout(quiet_s * 1000)
    while traffic.quiet_for() < quiet_s and time.monotonic() < until:
        page.wait_for_timeout(50)
