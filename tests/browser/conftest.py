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
DESK = {"width": 1280, "height": 960}

CALM = """(() => {
  const calm = new CSSStyleSheet();
  calm.replaceSync(`.stSkeleton, .stSkeleton * { animation: none !important }
    [data-stale="true"] { opacity: 1 !important; transition: none !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, calm];
})()"""
"""Streamlit's shimmer while a page loads and its fading of what is stale, switched off.

Both repaint the page at every frame; without a graphics card that is a third of what an opened page
costs. What Bodymap itself moves, it moves in shadow trees of its own, which this does not reach.
"""

LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


@pytest.fixture(scope="session")
def new_tab(chromium: Browser) -> Iterator[Opener]:
    """Opens tabs of any size and look; those with the same kind of screen share a window.

    What a window has fetched once, its later tabs need not fetch.
    """
    windows: dict[str, BrowserContext] = {}

    def open_one(
        width: int,
        height: int,
        *,
        color_scheme: Any = None,
        reduced_motion: Any = None,
        **screen: Any,
    ) -> Page:
        name = json.dumps(screen, sort_keys=True)
        if name not in windows:
            windows[name] = prove(chromium.new_context(viewport=DESK, **screen))
            windows[name].set_default_timeout(PATIENCE_MS)
            windows[name].add_init_script(CALM)
        page = windows[name].new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
        return page

    yield open_one
    for window in windows.values():
        window.close()


@pytest.fixture
def open_page(new_tab: Opener) -> Iterator[Opener]:
    """Open tabs of any size; afterwards each must have asked nobody but this machine.

    No script on a page may have failed either.
    """
    pages: list[Page] = []
    asked: list[str] = []
    errors: list[str] = []

    def open_one(width: int = 1280, height: int = 960, **options: Any) -> Page:
        page = new_tab(width, height, **options)
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
