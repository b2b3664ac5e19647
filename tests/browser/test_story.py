"""From the click to the saved record, and found again after a restart of the server."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import INFRASPINOUS_FOSSA, RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.serving import free_port, running_app

pytestmark = pytest.mark.browser


def record_by_pointer(assess: AssessPage) -> None:
    expect(assess.lines).to_have_count(1)
    assess.choose_muscle("Infraspinatus")
    for sign in ("taut_band", "hypersensitive_spot", "familiar_pain"):
        assess.sign(sign, "present")
    assess.expect_state("Active")
    assess.rate_pain(7)
    expect(assess.page.locator(".zone.essential").first).to_be_attached()


def expect_recorded(assess: AssessPage) -> None:
    """The same finding, after everything was closed."""
    assess.wait_for_body()
    expect(assess.lines).to_have_count(1)
    expect(assess.lines.first).to_contain_text("Infraspinatus, right")
    expect(assess.lines.first).to_contain_text("Active")
    expect(assess.marks).to_have_count(1)
    expect(assess.panel).to_contain_text("Meets the 2018 Delphi criteria")


def test_a_therapist_with_a_mouse_finds_the_record_again_after_a_restart(
    open_page: Opener, data_folder: Path
) -> None:
    port = free_port()
    with running_app(data_folder, port=port) as server:
        assess = AssessPage(open_page())
        assess.start(server.url)
        assess.click("back", RIGHT_SHOULDER_BLADE)
        record_by_pointer(assess)
        for view in ("front", "right"):
            expect(assess.zone("essential", view)).to_be_attached()
        expect(assess.zone("spillover", "back")).to_be_attached()
        expect(assess.panel).to_contain_text("Needling hazards")
        address = assess.page.url

    with running_app(data_folder, port=port):
        again = AssessPage(open_page())
        again.page.goto(address)
        expect_recorded(again)
        assert re.search(r"\?draft=[0-9a-f-]{36}$", address)


def test_a_therapist_with_a_phone_finds_the_record_again_after_a_restart(
    open_page: Opener, data_folder: Path
) -> None:
    port = free_port()
    with running_app(data_folder, port=port) as server:
        assess = AssessPage(open_page(390, 844, has_touch=True, is_mobile=True))
        assess.start(server.url)
        assess.turn_to("Back")
        assess.tap("back", RIGHT_SHOULDER_BLADE)
        record_by_pointer(assess)

    with running_app(data_folder, port=port) as server:
        again = AssessPage(open_page(390, 844, has_touch=True, is_mobile=True))
        again.page.goto(server.url)
        again.page.get_by_role("button", name=re.compile("1 finding")).tap()
        expect_recorded(again)


def test_a_therapist_without_a_mouse_finds_the_record_again_after_a_restart(
    open_page: Opener, data_folder: Path
) -> None:
    port = free_port()
    with running_app(data_folder, port=port) as server:
        page = open_page()
        assess = AssessPage(page)
        page.goto(server.url)
        page.get_by_role("button", name="Start without a person").focus()
        page.keyboard.press("Enter")
        assess.wait_for_body()
        assess.tab_to(page.locator(".view .region[tabindex='0']"))
        assess.walk("ArrowDown", until="Clavicle, right")
        page.keyboard.press("PageDown")
        page.keyboard.press("ArrowDown")
        assess.walk("ArrowRight", until=INFRASPINOUS_FOSSA)
        page.keyboard.press("Shift+ArrowUp")
        page.keyboard.press("Enter")
        expect(assess.lines).to_have_count(1)
        for key in ("p", "p", "n", "a", "p", "1", "0"):
            page.keyboard.press(key)
        assess.expect_state("Active")
        ten = assess.panel.get_by_role("radio", name="10", exact=True)
        expect(ten).to_be_checked()
        assess.tab_to(assess.panel.get_by_role("radio", name=re.compile("^Infraspinatus")))
        page.keyboard.press("Enter")
        expect(assess.zone("essential", "back")).to_be_attached()
        assess.wait_until_saved()
        address = page.url

    with running_app(data_folder, port=port):
        again = AssessPage(open_page())
        again.page.goto(address)
        expect_recorded(again)
