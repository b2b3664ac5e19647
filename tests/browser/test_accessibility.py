"""No finding of axe-core on any page, and a name for everything on the body."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.barriers import found, in_every_look
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.browser.safety import box, none_until, tick
from tests.exchange.archive.archives import PERSON, packed
from tests.serving import Server

pytestmark = pytest.mark.browser

ARCHIVE = packed((PERSON,))


def the_start(page: Page, url: str) -> None:
    page.goto(f"{url}/assess")
    page.get_by_role("button", name="Start without a person").wait_for()
    page.get_by_text("Add a person").click()
    page.get_by_role("textbox", name="Name", exact=True).wait_for()


def an_assessment(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start(url)
    if assess.page.locator(".choose").is_visible():
        assess.turn_to("Back")
    assess.click("back", RIGHT_SHOULDER_BLADE)
    assess.choose_muscle("Infraspinatus")
    expect(assess.zone("essential", "back")).to_be_attached()
    expect(assess.panel.get_by_role("textbox", name="Notes")).to_be_visible()


def a_finished_assessment(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start(url)
    assess.click("front", (0.45, 0.45))
    expect(assess.lines).to_have_count(1)
    assess.wait_until_saved()
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("textbox", name="Your name").fill("A. Therapist")
    page.get_by_role("textbox", name="Your name").press("Enter")
    page.get_by_role("button", name="Finish anyway").click()
    page.get_by_role("button", name="Amend", exact=False).first.wait_for()


def an_assessment_with_a_drawing(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start_for_a_sample(url, "Alma")
    page.get_by_role("button", name="Examine", exact=True).first.click()
    expect(assess.panel.get_by_role("heading", name="1 · ")).to_be_visible()
    assess.sign("hypersensitive_spot", "present")
    expect(page.get_by_text("The findings so far cover")).to_be_visible()
    page.locator(".st-key-all-candidates summary").click()
    expect(page.locator(".st-key-candidate-row-1")).to_be_visible()


def last_time_beside_today(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start_for_a_sample(url, "Alma")
    page.locator(".st-key-card-last-time").get_by_role("radio", name="Same").first.click()
    expect(assess.lines).to_have_count(1)
    assess.lines.first.click()
    page.get_by_role("button", name="Confirmed today").wait_for()


def what_was_done(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start_for_a_sample(url, "Alma")
    page.locator(".st-key-card-last-time").get_by_role("radio", name="Worse").last.click()
    page.locator("[class*='st-key-last-time-lasted']").wait_for()
    page.locator(".st-key-record-treatment summary").click()
    page.get_by_role("button", name="Dry needling").click()
    page.get_by_role("spinbutton", name="Passes of the needle").wait_for()


def a_screen(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start(url)
    page.locator(".st-key-screens summary").click()
    page.locator(".st-key-screens").get_by_role("radio", name="Finding", exact=True).first.click()
    assess.panel.get_by_role("button", name="Next point").click()
    page.get_by_text("All referrals together").click()
    expect(page.locator(".legend")).to_contain_text("1 · ")


def notes_on_a_visit(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start(url)
    page.locator(".st-key-visit-notes summary").click()
    page.get_by_role("textbox", name="Subjective").wait_for()
    page.get_by_role("button", name="Text blocks").click()
    page.get_by_role("textbox", name="Name of the block").wait_for()


def outcome_measures(page: Page, url: str) -> None:
    assess = AssessPage(page)
    assess.start(url)
    page.locator(".st-key-outcome-measures summary").click()
    page.get_by_role("radiogroup", name="Enjoyment of life").get_by_text("5", exact=True).click()
    expect(page.get_by_role("radio", name="5", exact=True, checked=True)).to_be_visible()


def the_people(page: Page, url: str) -> None:
    page.goto(f"{url}/people")
    page.get_by_role("heading", name="Sample people").wait_for()


def a_person(page: Page, url: str) -> None:
    the_people(page, url)
    adding = page.get_by_role("button", name="Add sample people")
    removing = page.get_by_role("button", name="Remove all sample people")
    adding.or_(removing).wait_for()
    wait_until_quiet(page)
    if adding.is_visible():
        adding.click()
    removing.wait_for()
    page.locator("[class*='st-key-person-'] button").filter(has_text="Alma").click()
    page.get_by_role("region", name="This finding, visit by visit").wait_for()


def the_hand_over(page: Page, url: str) -> None:
    page.goto(f"{url}/hand-over")
    page.get_by_label("PIN, 4 to 12 digits").wait_for()


def export_and_import(page: Page, url: str) -> None:
    page.goto(f"{url}/exchange")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "records.zip", "mimeType": "application/zip", "buffer": ARCHIVE}
    )
    page.get_by_role("region", name="What this file would do").wait_for()


def backup_and_restore(page: Page, url: str) -> None:
    page.goto(f"{url}/exchange")
    page.get_by_role("button", name="Make a backup").click()
    page.get_by_role("button", name="Save the backup").wait_for()
    page.locator("input[type=file]").last.set_input_files(
        {"name": "b.sqlite3", "mimeType": "application/vnd.sqlite3", "buffer": b"x"}
    )
    page.get_by_role("button", name="Replace everything with this backup").wait_for()


def about(page: Page, url: str) -> None:
    page.goto(f"{url}/about")
    page.get_by_text("All sources").click()
    page.get_by_role("heading", name="Sources").wait_for()


def a_topic(page: Page, url: str) -> None:
    page.goto(f"{url}/learn?topic=trigger_points")
    page.get_by_role("img", name="A body from behind").wait_for()
    page.get_by_role("button", name="Source").first.press("Enter")
    page.get_by_text("From experts who voted").first.wait_for()


def all_treatments(page: Page, url: str) -> None:
    page.goto(f"{url}/treatments")
    page.get_by_role("region", name="Treatments side by side").wait_for()
    page.get_by_role("heading", name="When clinics compare").wait_for()


def a_treatment(page: Page, url: str) -> None:
    page.goto(f"{url}/treatments?treatment=hydrostatic_ims")
    page.get_by_text("What clinics say", exact=True).wait_for()
    what_it_is = page.locator(".st-key-card-section-0")
    what_it_is.get_by_role("button", name="Source").press("Enter")
    page.get_by_text("What the page says, in our words").first.wait_for()


def a_yes_for_safety(page: Page, url: str) -> None:
    page.goto(f"{url}/treatments?region=neck")
    chest = "Do you have pain or pressure in your chest?"
    none_until(page, box(page, chest))
    tick(page, chest)
    lasts = "Has pain or pressure in your chest lasted over 15 minutes?"
    none_until(page, box(page, lasts))
    tick(page, lasts)
    page.get_by_text("You said yes to").first.wait_for()


PLACES: tuple[Callable[[Page, str], None], ...] = (
    the_start,
    an_assessment,
    a_finished_assessment,
    an_assessment_with_a_drawing,
    last_time_beside_today,
    what_was_done,
    a_screen,
    notes_on_a_visit,
    outcome_measures,
    the_people,
    a_person,
    the_hand_over,
    export_and_import,
    backup_and_restore,
    about,
    a_topic,
    all_treatments,
    a_treatment,
    a_yes_for_safety,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_axe_finds_nothing_at_any_width_in_light_and_dark(
    open_page: Opener, server: Server, place: Callable[[Page, str], None]
) -> None:
    page = open_page()
    place(page, server.url)
    for width, theme, findings in in_every_look(page):
        assert (width, theme, findings) == (width, theme, [])


def test_axe_looks_inside_the_body(open_page: Opener, server: Server) -> None:
    assess = AssessPage(open_page())
    assess.start(server.url)
    assess.page.locator(".bar button").first.evaluate(
        "button => { button.replaceChildren(); button.removeAttribute('title'); }"
    )
    assert [finding["rule"] for finding in found(assess.page)] == ["button-name"]


def test_every_region_mark_and_control_of_the_body_has_a_name(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    an_assessment(page, server.url)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    controls = {"button", "radio", "textbox", "combobox", "spinbutton", "link", "checkbox"}
    named = [
        (node["role"]["value"], node.get("name", {}).get("value", "").strip())
        for node in nodes
        if not node.get("ignored") and node["role"]["value"] in controls
    ]
    assert len(named) > 200
    assert [role for role, name in named if not name] == []


def test_the_signs_say_which_sign_they_answer(open_page: Opener, server: Server) -> None:
    page = open_page()
    an_assessment(page, server.url)
    for sign in ("Taut band", "Hypersensitive spot", "Twitch response", "Familiar pain"):
        group = page.get_by_role("radiogroup", name=sign)
        expect(group.get_by_role("radio", name="present")).to_have_count(1)
