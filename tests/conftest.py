"""What tests of any folder need: the shipped figure and atlas, one real Chromium, examples."""

import gc
import importlib.metadata
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from bodymap.atlas import Atlas
from bodymap.body import Body
from tests import shipped
from tools.chromium import installed, switches

# A busy machine must not fail a test, and the first example may read files: no time limit for one.
# `make test` tries every property in full, on the same examples wherever it runs: what it says of
# a change depends on the change alone. `make fast` and `make nightly` draw theirs by chance.
settings.register_profile("whole", deadline=None, derandomize=True)
# `make fast` asks for this one by name.
settings.register_profile("fast", deadline=None, max_examples=20)
# `make nightly`: what takes hours.
settings.register_profile("nightly", deadline=None, max_examples=1_000)
settings.load_profile("whole")

PATIENCE_MS = 20_000
"""How long a busy machine may take before a page counts as stuck."""


@pytest.fixture(scope="session")
def body() -> Body:
    return shipped.body()


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return shipped.atlas()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=switches())
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def installed_components_are_looked_for_once() -> Iterator[None]:
    """For each page without a browser Streamlit reads what every installed package says of itself.

    None comes or goes during a run: asking again takes longer than most of these pages.
    """
    if "streamlit" not in sys.modules:
        yield
        return
    from streamlit.components.v2 import manifest_scanner  # noqa: PLC0415 - few tests need it

    scan = manifest_scanner.scan_component_manifests

    @cache
    def known(_asked: object) -> object:
        return scan()

    def once() -> object:
        return known(importlib.metadata.distributions)  # which a test may replace

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def new_files_have_their_tables_at_once() -> Iterator[None]:
    """All migrations of a file that is empty make the same tables each time."""
    if "bodymap.store.schema" not in sys.modules:
        yield
        return
    from tests.store.tables_at_once import tables_at_once  # noqa: PLC0415 - few tests need it

    with tables_at_once():
        yield


def pytest_collection_finish() -> None:
    """What was imported stays until the end: the collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
