"""Sheets to print: one page of paper each, with the muscle and the side on it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_a_sheet_is_one_page_and_says_on_paper_what_it_is(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    for path, heading in (
        ("handout/neutral/infraspinatus_upper/right", "Infraspinatus, right side"),
        ("handout/child/gluteus_minimus_anterior/left", "Gluteus minimus, left side"),
        ("handout/neutral/sternocleidomastoid_clavicular/left", "Sternocleidomastoid, left side"),
        ("blank/neutral/body", "Name"),
        ("blank/female/hands", "Name"),
    ):
        page.goto(f"{server.url}/{path}")
        page.emulate_media(media="print")

        expect(page.get_by_text(heading).first).to_be_visible()
        for paper in ("A4", "Letter"):
            assert (path, paper, pages(page.pdf(format=paper))) == (path, paper, 1)
