"""The Explore page: find, open, switch the side, and share what is shown."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser
INFRASPINATUS = "muscle=infraspinatus&point=infraspinatus_upper&side=left"


def opened(page: Page, server: Server, query: str = "") -> AssessPage:
    page.goto(f"{server.url}/explore{query}")
    canvas = AssessPage(page)
    canvas.wait_for_body()
    return canvas


def expect_left_infraspinatus(canvas: AssessPage) -> None:
    page = canvas.page
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page.get_by_role("radio", name="left", exact=True)).to_have_attribute(
        "aria-checked", "true"
    )
    expect(canvas.zone("essential", "front")).to_be_attached()
    expect(canvas.zone("essential", "left")).to_be_attached()
    expect(canvas.zone("essential", "right")).to_have_count(0)
    expect(canvas.lines.first).to_contain_text("Upper belly below the scapular spine")


def test_infraspinatus_is_found_by_its_pain_and_its_link_shows_the_same_elsewhere(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server)
    page = canvas.page
    page.get_by_role("textbox", name="Find a muscle").press_sequentially("front of shoulder pain")
    first = page.locator(".st-key-explore-results button").first
    expect(first).to_contain_text("Infraspinatus")
    first.click()
    expect(canvas.zone("essential", "right")).to_be_attached()
    page.get_by_role("radio", name="left", exact=True).click()
    expect_left_infraspinatus(canvas)
    expect(page).to_have_url(re.compile(re.escape(INFRASPINATUS)))
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".live")).to_have_text("Link copied")

    again = AssessPage(open_page())
    again.page.goto(page.url)
    again.wait_for_body()
    expect_left_infraspinatus(again)


def test_back_forward_and_reload_show_what_was_shown(open_page: Opener, server: Server) -> None:
    canvas = opened(open_page(), server, "?muscle=infraspinatus")
    page = canvas.page
    page.get_by_role("radio", name="left", exact=True).click()
    expect_left_infraspinatus(canvas)
    page.go_back()
    expect(canvas.zone("essential", "right")).to_be_attached()
    page.go_forward()
    expect_left_infraspinatus(canvas)
    page.reload()
    canvas.wait_for_body()
    expect_left_infraspinatus(canvas)


def test_a_click_on_the_body_tells_who_refers_there_by_mouse_and_by_key(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server)
    page = canvas.page
    page.locator(".view[data-view='front'] [data-region='shoulder_front.right']").click()
    told = page.get_by_text("typical trigger points refer here")
    expect(told).to_contain_text("Front of the shoulder, right")
    hit = page.locator("[class*='st-key-hit-essential-'] button", has_text="Infraspinatus")
    hit.click()
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("region=shoulder_front.right"))

    region = page.locator(".view[data-view='front'] [data-region='shoulder_front.left']")
    region.focus()
    page.keyboard.press("Enter")
    expect(told).to_contain_text("Front of the shoulder, left")
    page.get_by_role("button", name="Leave this place").click()
    expect(told).to_have_count(0)


def test_a_misspelt_link_is_answered_with_the_nearest_muscle(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server, "?muscle=infraspinatu")
    page = canvas.page
    expect(page.get_by_text("There is no muscle called infraspinatu here")).to_be_visible()
    page.get_by_role("button", name="Show Infraspinatus").click()
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page.get_by_text("There is no muscle")).to_have_count(0)


def test_words_that_find_nothing_say_how_to_go_on(open_page: Opener, server: Server) -> None:
    canvas = opened(open_page(), server, "?find=xyzzy")
    expect(canvas.page.get_by_text("Nothing found. Try a name")).to_be_visible()


def test_every_statement_has_its_source_one_tap_away(open_page: Opener, server: Server) -> None:
    page = opened(open_page(), server, "?muscle=infraspinatus").page
    buttons = page.get_by_role("button", name=re.compile("^Source: "))
    expect(buttons).to_have_count(7)
    page.get_by_role("button", name="Source: place and referral").click()
    expect(page.get_by_text("Certainty: high")).to_be_visible()


def test_two_patterns_stand_side_by_side_and_the_link_shows_both(
    open_page: Opener, server: Server
) -> None:
    page = opened(open_page(), server, "?muscle=infraspinatus").page
    page.get_by_role("combobox", name="Compare with").click()
    page.keyboard.type("Supraspinatus")
    page.locator("[role='option']", has_text="Supraspinatus: ").click()
    expect(page).to_have_url(re.compile("with=supraspinatus_"))

    again = open_page()
    again.goto(page.url)
    for slot, name in enumerate(("Infraspinatus, right", "Supraspinatus, right")):
        card = again.locator(f".st-key-card-compare-{slot}")
        expect(card.get_by_role("heading", name=name)).to_be_visible()
        expect(card.locator(".zone.essential").first).to_be_attached()


def test_a_therapist_reads_about_the_muscle_and_goes_back_to_the_finding(
    open_page: Opener, server: Server
) -> None:
    assess = AssessPage(open_page())
    page = assess.page
    assess.start(server.url)
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.lines).to_have_count(1)
    assess.choose_muscle("Infraspinatus")
    page.get_by_role("button", name="What is typical").click()
    page.get_by_role("button", name="About this muscle").click()
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/explore.*side=right"))
    page.get_by_role("button", name="Back to the assessment").click()
    assess.wait_for_body()
    expect(assess.lines.first).to_contain_text("Infraspinatus, right")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?muscle=infraspinatus&with=supraspinatus_belly,subscapularis_belly",
        "?region=shoulder_front.right",
    ],
)
def test_the_page_is_free_of_barriers_a_machine_can_find(
    open_page: Opener, server: Server, scheme: str, width: int, query: str
) -> None:
    page = opened(open_page(width, 844, color_scheme=scheme), server, query).page
    expect(page.get_by_text("it does not diagnose")).to_be_visible()

    found = Axe().run(page).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
