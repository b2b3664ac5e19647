"""The short way through the accidents; `make accidents` is the long one.

Without the reload that fails because the network is lost: that one still loses operations, see
`docs/decisions/0020-reckoned-by-rules-of-its-own.md`.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.accidents.__main__ import in_words
from tests.accidents.work import OFTEN, work


@pytest.mark.browser
@pytest.mark.slow
def test_sixty_operations_through_accidents_are_all_there_once_and_in_their_place(
    chromium: Browser, tmp_path: Path
) -> None:
    folder, but = tmp_path / "records", {"network lost and reload"}
    report = work(folder, chromium, seed=3, operations=60, between=OFTEN, but=but)

    assert report.outcome.counts == (0, 0, 0), in_words(report)
    assert report.operations.total() >= 60
    assert report.finished > 0
    assert len(report.accidents) >= 5
