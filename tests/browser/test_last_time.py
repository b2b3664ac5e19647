"""Last time's findings lie on the body as ghosts, and each is answered in one tap."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server, running_app

pytestmark = pytest.mark.browser


def test_a_ghost_becomes_a_mark_with_one_tap_and_undo_brings_it_back(
    server: Server, open_page: Opener
) -> None:
    page = open_page()
    assess = AssessPage(page)
    assess.start_for_a_sample(server.url, "Alma")
    ghost = page.locator(".view[data-view='back'] .ghost")
    expect(ghost).to_have_count(1)
    expect(page.locator(".legend")).to_contain_text("finding of last time")

    page.locator(".st-key-card-last-time").get_by_role("radio", name="Worse").first.click()

    expect(assess.lines).to_have_count(1)
    expect(assess.lines.first).to_contain_text("Worse than last time")
    expect(ghost).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(assess.lines).to_have_count(0)
    expect(ghost).to_have_count(1)


def test_what_was_done_is_recorded_beside_the_body_and_undone(
    server: Server, open_page: Opener
) -> None:
    page = open_page()
    assess = AssessPage(page)
    assess.start_for_a_sample(server.url, "Bruno")
    card = page.locator(".st-key-card-treatments")
    card.locator("summary").click()
    card.get_by_role("button", name="Manual pressure release").click()
    seconds = card.get_by_role("spinbutton", name="Seconds each time")
    seconds.fill("60")
    seconds.press("Enter")
    expect(card.get_by_role("button", name="60 s")).to_be_visible()
    card.get_by_text("asked and agreed").click()
    expect(card.get_by_role("radio", name="asked and agreed")).to_be_checked()

    page.get_by_role("button", name="Undo").click()
    expect(card.get_by_role("radio", name="asked and agreed")).not_to_be_checked()
    page.get_by_role("button", name="Undo").click()
    expect(card.get_by_role("button", name="60 s")).to_have_count(0)


def test_a_visit_begins_and_ends_with_the_person(open_page: Opener, data_folder: Path) -> None:
    with running_app(data_folder) as server:
        page = open_page()
        assess = AssessPage(page)
        assess.start_for_a_sample(server.url, "SAMPLE-C")
        page.locator(".st-key-card-last-time").get_by_role("radio", name="Gone").first.click()
        expect(assess.lines).to_have_count(1)
        page.get_by_role("button", name="Finish").click()
        page.get_by_role("textbox", name="Your name").fill("A. Therapist")
        page.get_by_role("textbox", name="Your name").press("Enter")
        page.get_by_role("button", name="Finish now").click()

        expect(page.get_by_text("Finished by A. Therapist: ")).to_be_visible()
        expect(page.get_by_role("button", name="New visit")).to_be_visible()
        expect(page.get_by_role("region", name="Visits over time")).to_be_visible()
