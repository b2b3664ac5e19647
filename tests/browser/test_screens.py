"""A screen is gone through beside the body; all referrals of the visit stand in one picture."""

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_two_points_of_a_screen_are_two_taps_and_their_referrals_one_picture(
    server: Server, open_page: Opener
) -> None:
    page = open_page()
    assess = AssessPage(page)
    assess.start(server.url)
    card = page.locator(".st-key-screens")
    card.locator("summary").click()
    nothing = card.get_by_role("radio", name="Nothing found")
    expect(nothing).to_have_count(10)

    nothing.first.click()
    expect(assess.lines).to_have_count(1)
    expect(assess.lines.first).to_contain_text("Examined, nothing found")
    expect(nothing.first).to_be_checked()

    card.get_by_role("radio", name="Finding", exact=True).nth(1).click()
    expect(assess.lines).to_have_count(2)
    expect(assess.panel.get_by_role("heading", name="2 · Levator scapulae, right")).to_be_visible()

    assess.panel.get_by_role("button", name="Next point").click()
    page.get_by_text("All referrals together").click()
    legend = page.locator(".legend")
    expect(legend).to_contain_text("2 · Levator scapulae, right")
    expect(legend).not_to_contain_text("1 · ")
    expect(page.locator(".view[data-view='back'] .zone.looks")).not_to_have_count(0)
