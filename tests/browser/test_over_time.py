"""A person's page over time, in a real browser: the axis, two days compared, charts and tables."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser
NOTE_WHAT_IS_SHOWN = """() => {
  window.shown = new Set();
  const note = () => document.querySelectorAll(".played img").forEach((each) =>
    window.shown.add(each.alt));
  const all = { subtree: true, childList: true, attributes: true };
  new MutationObserver(note).observe(document.body, all);
}"""


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

    compared = page.locator("[class*='st-key-compare-']")
    page.get_by_text("Overlaid", exact=True).click()
    expect(legend).to_contain_text(re.compile(r"drawn on \d"))
    first = compared.get_by_role("slider").first
    first.focus()
    first.press("ArrowRight")
    expect(page.get_by_text("Move one of the two ends to choose another day.")).to_be_visible()
    first.press("ArrowLeft")
    page.get_by_text("Side by side", exact=True).click()
    expect(page.get_by_role("img", name="Pain as drawn on")).to_have_count(2)


def test_a_small_body_opens_its_visit_and_the_days_are_played_one_after_the_other(
    server: Server, open_page: Opener
) -> None:
    page = open_page()
    AssessPage(page).start_for_a_sample(server.url, "Alma")
    page.get_by_role("link", name="Person's records").click()
    bodies = page.get_by_role("region", name="Visits over time").get_by_role("link")
    expect(bodies).to_have_count(2)
    shown = page.locator(".played img")
    days = page.locator("[class*='st-key-played-']").get_by_role("slider")
    expect(shown).to_have_attribute("alt", re.compile("strongest 4 of 10"))
    wait_until_quiet(page)
    latest = str(shown.get_attribute("alt"))

    days.focus()
    days.press("ArrowLeft")
    expect(shown).not_to_have_attribute("alt", latest)
    days.press("ArrowRight")
    expect(shown).to_have_attribute("alt", latest)

    page.evaluate(NOTE_WHAT_IS_SHOWN)
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("() => window.shown.size === 2")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(shown).to_have_attribute("alt", latest)

    page.get_by_text("The same as a table").click()
    table = page.get_by_role("region", name="Visits and drawings")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table).to_contain_text("Manual pressure release")

    bodies.first.click()
    expect(page.get_by_text("Finished", exact=False).first).to_be_visible()
    expect(page.locator(".list.marked li button")).not_to_have_count(0)


def test_nothing_plays_where_reduced_motion_is_asked_for(server: Server, open_page: Opener) -> None:
    page = open_page(reduced_motion="reduce")
    AssessPage(page).start_for_a_sample(server.url, "Alma")
    page.get_by_role("link", name="Person's records").click()

    expect(page.locator(".played img")).to_be_visible()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_hidden()
