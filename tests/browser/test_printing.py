"""Sheets to print: one page of paper each, with the muscle and the side on it."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.assess_page import AssessPage
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


def test_a_visit_is_printed_as_its_report_and_not_as_the_screen(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    assess = AssessPage(page)
    assess.start_for_a_sample(server.url, "Sample: Alma")
    page.get_by_role("button", name="Report", exact=True).click()
    expect(page.get_by_text("The browser's own print gives this report too")).to_be_visible()
    heading = page.get_by_role("heading", name=re.compile(r"Assessment of \d"))
    expect(heading).to_be_hidden()

    page.emulate_media(media="print")

    expect(heading).to_be_visible()
    expect(page.locator(".printed-report")).to_contain_text("What this is and is not")
    expect(page.locator(".stage")).to_be_hidden()
    expect(page.get_by_role("button", name="Save the report (PDF)")).to_be_hidden()
    expect(page.get_by_test_id("stPopoverBody")).to_be_hidden()
    text = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
    assert "Assessment of" in text.split("\n")[0]
    assert "Large type" not in text
