"""A person's page over time, in a real browser: the axis, two days compared, charts and tables."""

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_two_visits_stand_on_an_axis_and_are_compared_on_every_view(
    server: Server, open_page: Opener
) -> None:
    page = open_page()
    AssessPage(page).start_for_a_sample(server.url, "Alma")
    page.get_by_role("link", name="Person's records").click()

    line = page.get_by_role("region", name="Visits over time")
    expect(line.get_by_role("img")).to_have_count(2)
    expect(line).to_contain_text("Manual pressure release")
    expect(page.locator(".view[data-view='front'] .zone.looks")).to_have_count(2)
    legend = page.locator(".legend")
    expect(legend).to_contain_text("lost: drawn on the earlier day alone")
    expect(legend).to_contain_text("kept: drawn on both")
    expect(page.get_by_text("Active → Active, better than last time")).to_be_visible()
    expect(page.get_by_text("Pain on pressure 7 → 4 of 10")).to_be_visible()
    table = page.get_by_role("region", name="This finding, visit by visit")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table).to_contain_text("better for days")

    first = page.get_by_role("slider").first
    first.focus()
    first.press("ArrowRight")
    expect(page.get_by_text("Move one of the two ends to choose another day.")).to_be_visible()
    first.press("ArrowLeft")
    page.get_by_text("Side by side", exact=True).click()
    expect(page.get_by_role("img", name="Pain as drawn on")).to_have_count(2)
