"""A real Chromium, and the app as a person starts it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import PATIENCE_MS
from tests.serving import Server, prove, running_app

Opener = Callable[..., Page]
Windows = Callable[..., BrowserContext]

LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Iterator[Windows]:
    """Browser windows by size and kind; tests share them, so that code is fetched once."""
    opened: dict[str, BrowserContext] = {}

    def window(**options: Any) -> BrowserContext:
        name = json.dumps(options, sort_keys=True)
        if name not in opened:
            opened[name] = prove(chromium.new_context(**options))
            opened[name].set_default_timeout(PATIENCE_MS)
        return opened[name]

    yield window
    for context in opened.values():
        context.close()


@pytest.fixture
def open_page(windows: Windows) -> Iterator[Opener]:
    """Open tabs of any size; afterwards each must have asked nobody but this machine.

    No script on a page may have failed either.
    """
    pages: list[Page] = []
    asked: list[str] = []
    errors: list[str] = []

    def open_one(width: int = 1280, height: int = 960, **options: Any) -> Page:
        page = windows(viewport={"width": width, "height": height}, **options).new_page()
        pages.append(page)
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_one
    for page in pages:
        page.close()
    assert [url for url in asked if not url.startswith(LOCAL)] == []
    assert errors == []


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One app for all tests that leave it as it is."""
    with running_app(tmp_path_factory.mktemp("records")) as running:
        yield running


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    return tmp_path / "records"
