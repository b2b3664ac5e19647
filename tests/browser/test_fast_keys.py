"""Keys pressed faster than the page can follow: everything is recorded as pressed."""

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser

#: Places well apart on the back view, as shares of it.
PLACES = ((0.62, 0.2), (0.4, 0.3), (0.57, 0.37), (0.42, 0.45))


def test_signs_and_pain_answered_in_one_breath_are_all_there(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    assess = AssessPage(page)
    assess.start(server.url)

    for number, place in enumerate(PLACES, start=1):
        assess.click("back", place)
        expect(assess.lines).to_have_count(number)
        expect(assess.panel.get_by_role("heading")).to_contain_text(f"{number} ·")
        for key in "ppnap7":
            page.keyboard.press(key)
        expect(assess.panel.get_by_text("Meets the 2018 Delphi criteria")).to_be_visible()
        expect(assess.lines.nth(number - 1)).to_contain_text("Active")
        pressed = assess.panel.get_by_role("radio", checked=True)
        expect(pressed).to_have_text(
            ["present", "present", "not examined", "absent", "present", "7", "not asked"]
        )
