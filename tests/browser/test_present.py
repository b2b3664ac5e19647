"""A presentation by keyboard, and what can be taken away from Explore."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from tests.browser.barriers import in_every_look, violations
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser
LAST_OF_THE_NECK = "**/referral/**/scalenus_minimus_belly/**"


def presenting(page: Page, server: Server, query: str) -> None:
    page.goto(f"{server.url}/present?{query}")
    expect(page.locator("dialog.deck .view:visible").first).to_be_visible()


def expect_step(page: Page, at: int, step: int) -> None:
    expect(page).to_have_url(re.compile(rf"[?&]at={at}&step={step}(&|$)"))
    expect(page.locator(".deck .live")).to_contain_text(f"Slide {at} of ")


def test_a_pattern_is_revealed_by_keys_survives_a_reload_and_escape_leaves(
    open_page: Opener, server: Server
) -> None:
    page = open_page(reduced_motion="reduce")
    presenting(page, server, "muscles=infraspinatus,soleus&side=left&order=quiz")
    name, live = page.locator(".deck .name"), page.locator(".deck .live")
    cross, zones = page.locator(".deck .view:visible .mark"), ".deck .view:visible .zone"
    expect(name).to_have_text("Which muscle is it?")
    expect(cross).to_have_count(0)

    page.keyboard.press("PageDown")
    expect(cross.first).to_be_attached()
    expect(live).to_contain_text("2.5 cm below the middle of the spine of the scapula")
    expect(page.locator(f"{zones}.essential")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{zones}.essential").first).to_be_attached()
    expect(page.locator(f"{zones}.spillover")).to_have_count(0)
    page.keyboard.press(" ")
    expect(page.locator(f"{zones}.spillover").first).to_be_attached()
    expect_step(page, 1, 4)
    expect(name).to_have_text("Which muscle is it?")

    page.reload()
    expect(page.locator(f"{zones}.spillover").first).to_be_attached()
    expect_step(page, 1, 4)
    page.keyboard.press("PageDown")
    expect(name).to_have_text("Infraspinatus")
    expect(live).to_contain_text("Often noticed: Deep pain in the front of the shoulder joint")
    page.keyboard.press("PageDown")
    expect_step(page, 2, 1)
    page.keyboard.press("PageUp")
    expect_step(page, 1, 5)
    page.keyboard.press("End")
    expect(name).to_have_text("Soleus")
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    page.keyboard.press("Home")
    expect_step(page, 1, 1)

    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/explore\?muscle=infraspinatus&.*side=left"))
    expect(page.locator("dialog.deck")).to_have_count(0)


def test_taps_and_buttons_go_on_and_back_and_a_slide_that_fails_is_tried_again(
    open_page: Opener, server: Server
) -> None:
    page = open_page(390, 844, reduced_motion="reduce")
    # from the start on, so that no answer of an earlier page can stand in for it
    page.route(LAST_OF_THE_NECK, lambda route: route.abort())
    presenting(page, server, "group=neck")
    page.mouse.click(300, 300)
    expect_step(page, 1, 2)
    page.mouse.click(20, 300)
    expect_step(page, 1, 1)
    page.get_by_role("button", name="Next").click()
    expect_step(page, 1, 2)
    page.keyboard.press("End")
    expect(page.get_by_role("alert")).to_have_text(re.compile("could not be loaded"))
    page.unroute(LAST_OF_THE_NECK)
    page.keyboard.press("PageUp")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.keyboard.press("Home")
    page.get_by_role("button", name="Hide names").click()
    expect(page).to_have_url(re.compile("order=quiz"))
    expect(page.locator(".deck .name")).to_have_text("Which muscle is it?")


def test_one_step_back_from_a_presentation_leads_to_where_it_was_started(
    open_page: Opener, server: Server
) -> None:
    page = open_page(reduced_motion="reduce")
    started = f"{server.url}/explore?muscle=soleus&point=soleus_tp1&side=left"
    page.goto(started)
    for name in ("Share or print", "Present this muscle"):
        page.get_by_role("button", name=name).wait_for()
        wait_until_quiet(page)
        page.get_by_role("button", name=name).click()
    expect(page.locator("dialog.deck .view:visible").first).to_be_visible()
    page.go_back()
    expect(page.locator("dialog.deck")).to_have_count(0)
    expect(page.get_by_role("heading", name="Soleus", level=1)).to_be_visible()
    expect(page).to_have_url(started)


def drawn_on_slide(page: Page) -> Locator:
    return page.locator(".deck .view:visible .pen .ink")


def draw_a_line(page: Page) -> None:
    box = page.locator(".deck .view:visible svg").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()


def test_a_teacher_draws_writes_notes_shows_the_muscle_and_takes_slides_away(
    open_page: Opener, server: Server
) -> None:
    page = open_page(reduced_motion="reduce")
    presenting(page, server, "muscles=infraspinatus&at=1&step=4")
    expect(page.locator(".deck .zone.essential").first).to_be_attached()
    expect(page.locator(".deck .zone.muscle")).to_have_count(0)
    page.keyboard.press("m")
    expect(page.locator(".deck .zone.muscle").first).to_be_attached()
    expect(page).to_have_url(re.compile("layer=muscles"))

    page.keyboard.press("p")
    draw_a_line(page)
    draw_a_line(page)
    expect(drawn_on_slide(page)).to_have_count(2)
    expect_step(page, 1, 4)
    page.get_by_role("button", name="Undo line").click()
    expect(drawn_on_slide(page)).to_have_count(1)
    page.keyboard.press("PageDown")
    expect(drawn_on_slide(page)).to_have_count(1)
    page.get_by_role("button", name="Clear lines").click()
    expect(drawn_on_slide(page)).to_have_count(0)
    draw_a_line(page)
    page.keyboard.press("p")

    page.keyboard.press("n")
    notes = page.get_by_role("textbox", name="Your notes")
    expect(notes).to_be_focused()
    page.keyboard.type("Ask who has felt this.")
    expect_step(page, 1, 5)
    expect(page.get_by_text("Kept in this browser on this device")).to_be_visible()
    page.keyboard.press("Escape")
    expect(notes).to_be_hidden()

    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Slides")).to_be_visible()
    wait_until_quiet(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Slides (PowerPoint)").click()
    slides = Presentation(saved.value.path()).slides
    first, second = (slide.notes_slide.notes_text_frame.text for slide in slides)
    assert first.startswith("Ask who has felt this.")
    assert not second.startswith("Ask")
    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture (SVG)").click()
    assert 'class="line"' in picture.value.path().read_text("utf-8")
    assert 'class="muscle"' in picture.value.path().read_text("utf-8")

    page.get_by_role("button", name="Go on presenting").click()
    expect(drawn_on_slide(page)).to_have_count(1)
    page.reload()
    expect(page.locator(".deck .zone.essential").first).to_be_attached()
    page.keyboard.press("n")
    expect(notes).to_have_value("Ask who has felt this.")
    notes.fill("")


def test_what_can_be_taken_away_is_free_of_barriers_a_machine_can_find(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/present?muscles=infraspinatus&take=away")
    page.get_by_role("button", name="Slides (PowerPoint)").wait_for()

    for width, theme, findings in in_every_look(page):
        assert (width, theme, findings) == (width, theme, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("room", ["dark", "light"])
def test_a_slide_is_free_of_barriers_a_machine_can_find(
    open_page: Opener, server: Server, room: str, width: int, height: int
) -> None:
    page = open_page(width, height, reduced_motion="reduce")
    presenting(page, server, f"muscles=infraspinatus&step=4&layer=muscles&room={room}")
    expect(page.locator(".deck .zone").first).to_be_attached()
    page.keyboard.press("p")
    page.keyboard.press("n")
    expect(page.get_by_role("textbox", name="Your notes")).to_be_visible()
    expect(page.get_by_role("dialog", name="Infraspinatus")).to_be_visible()

    found = violations(page)

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pictures_a_handout_and_a_blank_figure_are_taken_away_from_explore(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/explore?muscle=infraspinatus&side=left&figure=female")
    page.get_by_role("button", name="Share or print").click()
    with page.expect_download() as svg:
        page.get_by_role("button", name="Picture (SVG)").click()
    assert svg.value.suggested_filename == "infraspinatus_upper-left.svg"
    assert "<title>Infraspinatus, left</title>" in svg.value.path().read_text("utf-8")
    with page.expect_download() as png:
        page.get_by_role("button", name="Picture (PNG)").click()
    assert png.value.path().read_bytes().startswith(b"\x89PNG")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Handout to print").click()
    sheet = opened.value
    expect(sheet).to_have_url(re.compile("/handout/female/infraspinatus_upper/left$"))
    expect(sheet.get_by_role("heading", name="First, for your safety")).to_be_visible()
    sheet.get_by_role("link", name="Show it for Letter paper").click()
    expect(sheet).to_have_url(re.compile("paper=letter"))
    pages = re.findall(rb"/Type\s*/Page\b", sheet.pdf(prefer_css_page_size=True))
    assert len(pages) == 1
    assert violations(sheet) == []
    sheet.goto(f"{server.url}/blank/female/hands")
    expect(sheet.get_by_role("img", name="Blank body chart, hands, female figure")).to_be_visible()
    assert violations(sheet) == []
    sheet.close()

    page.get_by_role("button", name="Present this muscle").click()
    expect(page.locator("dialog.deck .view:visible").first).to_be_visible()
    expect(page).to_have_url(re.compile("/present.*side=left"))


def test_a_swipe_on_a_telephone_goes_on_and_back_and_a_scroll_does_neither(
    open_page: Opener, server: Server
) -> None:
    page = open_page(390, 844, reduced_motion="reduce", has_touch=True)
    presenting(page, server, "group=neck")
    expect_step(page, 1, 1)

    finger = page.context.new_cdp_session(page)

    def swipe(start: tuple[int, int], end: tuple[int, int]) -> None:
        """One finger, as the browser itself reports it: pointer events and scrolling follow."""

        def touch(kind: str, *points: tuple[float, float]) -> None:
            told = [{"x": x, "y": y} for x, y in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

        touch("touchStart", start)
        for share in (0.25, 0.5, 0.75, 1.0):
            x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
            touch("touchMove", (x, y))
        touch("touchEnd")

    swipe((320, 300), (80, 310))
    expect_step(page, 1, 2)
    swipe((320, 300), (80, 290))
    expect_step(page, 1, 3)
    swipe((80, 300), (320, 300))
    expect_step(page, 1, 2)
    swipe((200, 500), (210, 200))  # up: a person scrolls
    swipe((320, 300), (80, 300))
    expect_step(page, 1, 3)
