"""From the place under the finger to what can be done there, with its evidence, and back."""

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.browser.safety import none_until, tick
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_the_way_from_the_lower_back_to_the_evidence_and_back(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/explore?group=lower_back")
    page.get_by_role("button", name="Quadratus lumborum").first.click()
    page.get_by_role("button", name="Treatments for this muscle").click()

    expect(page.get_by_text("A needle here could injure: Kidney")).to_be_visible()
    expect(page.get_by_text("First, a few questions for safety")).to_be_visible()
    toilet = "Has passing urine or stool, or feeling during sex, newly changed?"
    tick(page, toilet)
    none_until(page, page.get_by_role("checkbox", name="numb or strange to touch"))
    tick(page, "Is the skin between your legs numb or strange to touch?")
    expect(page.get_by_text("Call your local emergency number or go").first).to_be_visible()
    expect(page.get_by_role("button", name="Read: ")).to_have_count(0)
    none_until(page, page.get_by_role("button", name="Ask again"))
    expect(page.get_by_role("button", name="Read: ")).to_have_count(0)

    page.get_by_role("button", name="Ask again").click()
    none_until(page, page.get_by_role("button", name="Read: ").first)
    page.get_by_role("button", name="Read: Dry needling").click()
    expect(page.get_by_role("heading", name="Dry needling", level=1)).to_be_visible()
    evidence = page.locator(".stVerticalBlock", has_text="What we could check").last
    expect(evidence.get_by_text("Umbrella review of 36 reviews")).to_be_visible()
    evidence.get_by_role("button", name="Source").click()
    expect(page.get_by_text("Chys M, De Meulemeester K").first).to_be_visible()
    page.keyboard.press("Escape")

    page.get_by_role("button", name="All treatments").click()
    expect(page.get_by_role("button", name="Read: ").first).to_be_visible()
    page.get_by_role("link", name="Back to Quadratus lumborum on the body").click()
    expect(page.get_by_role("heading", name="Quadratus lumborum", level=1)).to_be_visible()


def test_a_place_can_be_taken_away_again(open_page: Opener, server: Server) -> None:
    page = open_page()
    page.goto(f"{server.url}/treatments?treatment=eswt&region=shoulder_front.right")
    expect(page.get_by_text("First, a few questions for safety")).to_be_visible()
    page.get_by_role("button", name="Front of the shoulder, right ✕").click()
    expect(page.get_by_text("First, a few questions for safety")).to_have_count(0)
    expect(page.get_by_text("What studies found, in short")).to_be_visible()
    assert page.url.endswith("/treatments?treatment=eswt")


def test_a_claim_stands_beside_the_evidence_with_its_sources(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/treatments?treatment=hydrostatic_ims")

    expect(page.get_by_role("heading", name="Hydrostatic IMS")).to_be_visible()
    expect(page.get_by_text("a clinic says").first).to_be_visible()
    expect(page.get_by_text("Set right:").first).to_be_visible()
    page.get_by_role("button", name="Source").first.click()
    expect(page.get_by_text("From a clinic's own claim").first).to_be_visible()


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


def test_what_is_not_there_is_said_with_a_way_on(open_page: Opener, server: Server) -> None:
    page = open_page()
    page.goto(f"{server.url}/treatments?treatment=magic")
    expect(page.get_by_text("There is no treatment called magic here")).to_be_visible()
    expect(page.get_by_role("button", name="Read: ").first).to_be_visible()

    page.goto(f"{server.url}/treatments?region=lowerback")
    expect(page.get_by_text("There is no part of the body called lowerback here")).to_be_visible()
    page.get_by_role("button", name="Did you mean this?").click()
    expect(page.get_by_text("First, a few questions for safety")).to_be_visible()

    page.goto(f"{server.url}/learn?topic=cause")
    expect(page.get_by_text("There is no topic called cause here")).to_be_visible()
    page.get_by_role("button", name="Did you mean: Why do they come").click()
    expect(page.get_by_role("heading", name="After a crash")).to_be_visible()


def test_reading_on_says_so_in_the_address_and_starts_at_the_top(
    open_page: Opener, server: Server
) -> None:
    page = open_page(width=390, height=700)
    page.goto(f"{server.url}/learn?topic=trigger_points")
    page.get_by_role("button", name="Active and latent").click()
    expect(page.get_by_role("heading", name="Active and latent", level=1)).to_be_in_viewport()
    expect(page).to_have_url(f"{server.url}/learn?topic=active_and_latent")

    page.go_back()
    expect(page.get_by_role("heading", name="What is a trigger point?", level=1)).to_be_visible()
