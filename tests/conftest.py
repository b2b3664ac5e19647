"""One real Chromium for every test of a process that needs one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tools.chromium import installed, switches

PATIENCE_MS = 20_000
"""How long a busy machine may take before a page counts as stuck."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=switches())
        yield browser
        browser.close()
