"""From the place under the finger to what can be done there, with its evidence, and back."""

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_a_yes_stops_the_way_and_none_opens_it(open_page: Opener, server: Server) -> None:
    page = open_page()
    page.goto(f"{server.url}/treatments?region=lower_back")
    first = page.locator(".stCheckbox").first
    expect(page.get_by_text("First, a few questions for safety")).to_be_visible()

    first.locator("label").click()
    expect(page.get_by_text("Call emergency services")).to_be_visible()
    expect(page.get_by_role("button", name="Read")).to_have_count(0)

    first.locator("label").click()
    page.locator(".stCheckbox", has_text="None of these applies").locator("label").click()
    expect(page.get_by_role("button", name="Read").first).to_be_visible()
    expect(page.get_by_role("heading", name="Dry needling")).to_be_visible()


def test_a_claim_stands_beside_the_evidence_with_its_sources(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/treatments?treatment=hydrostatic_ims")

    expect(page.get_by_role("heading", name="Hydrostatic IMS")).to_be_visible()
    expect(page.get_by_text("a clinic says").first).to_be_visible()
    expect(page.get_by_text("Set right:").first).to_be_visible()
    page.get_by_role("button", name="Who says so, and how sure").first.click()
    expect(page.get_by_text("certainty").first).to_be_visible()


def test_the_way_from_a_finding_to_its_treatments_leads_back(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    assess = AssessPage(page)
    assess.start(server.url)
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.lines).to_have_count(1)
    assess.choose_muscle("Infraspinatus")

    page.get_by_role("button", name="Treatments: upper back").click()
    expect(page.get_by_text("First, a few questions for safety")).to_be_visible()
    page.get_by_role("button", name="Back to the assessment").click()

    assess.wait_for_body()
    expect(assess.lines).to_have_count(1)


def test_an_unknown_treatment_or_part_is_said_and_the_list_is_there(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/treatments?treatment=magic")
    expect(page.get_by_text("There is no such treatment here")).to_be_visible()
    expect(page.get_by_role("button", name="Read").first).to_be_visible()

    page.goto(f"{server.url}/treatments?region=tail")
    expect(page.get_by_text("There is no such part of the body here")).to_be_visible()
