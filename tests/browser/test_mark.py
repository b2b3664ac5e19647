"""A person shows where it hurts: with a finger on a phone, and from a list by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from bodymap.body import Body, Laterality
from bodymap.records import PainQuality, Status
from tests.browser.barriers import found
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, SAFETY, MarkPage, middle_of
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser
_FONTS_ARE_THERE = "() => document.fonts.status === 'loaded'"


def expect_no_findings(page: Page) -> None:
    wait_until_quiet(page)
    assert found(page) == []


def with_a_pain(page: Page, server: Server) -> MarkPage:
    """A drawing in which a finger has rubbed the right shoulder."""
    mark = MarkPage(page, server)
    mark.begin_to_draw()
    mark.rub("front", *((170 + 3 * step, 215 + 5 * step) for step in range(10)))
    expect(mark.another).to_be_visible()
    return mark


def test_pain_is_drawn_with_a_finger_described_read_back_and_put_right(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    mark = with_a_pain(page, server)
    mark.reload()
    expect(page.locator(".view[data-view='front'] .strokes path").first).to_be_attached()

    mark.button("Next").click()
    page.get_by_role("radio", name="6", exact=True).click()
    page.get_by_role("button", name="aching").click()
    mark.button("Next").click()
    mark.no_danger()
    expect(page.get_by_text(re.compile("Your right:.*shoulder"))).to_be_visible()
    expect(page.get_by_text("6 of 10, aching")).to_be_visible()
    mark.button("Wrong side").click()
    expect(page.get_by_text(re.compile("Your left:.*shoulder"))).to_be_visible()
    mark.button("Yes").click()
    expect(page.get_by_text("Your drawing is saved.")).to_be_visible()

    drawing = mark.recorded()
    (pain,) = drawing.marks
    assert drawing.status is Status.FINISHED
    assert pain.area(Body.load()).laterality is Laterality.LEFT
    assert (pain.intensity and pain.intensity.nrs, pain.qualities) == (6, (PainQuality.ACHING,))
    assert drawing.red_flags
    assert not any(drawing.red_flags.values())


def test_the_list_by_keyboard_gives_the_record_that_filling_the_region_gives(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    mark = MarkPage(page, server)
    mark.begin("Choose from a list")
    mark.search_the_list("front of right shoulder")
    mark.in_list("Front of the shoulder", "Right").focus()
    page.keyboard.press("Enter")
    expect(mark.another).to_be_visible()
    expect_no_findings(page)
    listed = mark.recorded()

    mark.begin_to_draw()
    mark.tool("Region")
    expect(page.locator(".region[data-region='shoulder_front.right']").first).to_have_attribute(
        "aria-label", "Front of the shoulder, right"
    )
    page.mouse.click(*mark.body.pixel("front", *middle_of("shoulder_front.right")))
    mark.body.wait_until_saved()
    expect(mark.another).to_be_visible()
    expect_no_findings(page)
    filled = mark.recorded()

    body = Body.load()
    assert listed.area(body) == filled.area(body) == body.fill(["shoulder_front.right"])
    assert [m.drawing and m.drawing.views[0].strokes for m in listed.marks] == [
        m.drawing and m.drawing.views[0].strokes for m in filled.marks
    ]


def test_no_pain_today_is_an_answer_and_an_unknown_drawing_has_a_way_on(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    mark = MarkPage(page, server)
    mark.begin("No pain today")
    expect(page.get_by_text("no pain today")).to_be_visible()
    expect_no_findings(page)
    mark.button("Yes").click()
    expect(page.get_by_text("Your drawing is saved.")).to_be_visible()
    drawing = mark.recorded()
    assert (drawing.no_pain, drawing.marks, drawing.status) == (True, (), Status.FINISHED)

    page.goto(f"{server.url}/mark?drawing=01900000-0000-7000-8000-000000000000&step=describe")
    mark.button("Begin a new drawing").click()
    expect(mark.button("Draw it")).to_be_visible()


def test_the_body_stands_on_the_page_before_any_code_has_come(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    page.route("**/static/js/**", lambda route: route.abort())

    page.goto(f"{server.url}/mark")

    expect(page.get_by_role("status")).to_contain_text("Bodymap is loading.")
    picture = page.locator("#first-picture img")
    expect(picture).to_be_in_viewport(ratio=1)
    assert picture.evaluate("picture => picture.naturalHeight") > 0


def test_an_icon_is_seen_as_one_and_letters_beyond_the_latin_ones_come_from_the_whole_font(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/mark")
    icon = page.get_by_test_id("stIconMaterial").filter(has_text="expand_more")
    expect(icon).to_be_visible()
    page.wait_for_function(_FONTS_ARE_THERE)
    assert icon.evaluate("icon => icon.getBoundingClientRect().width") < 30

    with page.expect_response("**/fonts/*") as whole:
        page.evaluate("document.querySelector('h1').textContent = 'Пётр'")
    assert whole.value.ok


def test_enter_twice_before_the_answer_goes_one_step_and_answers_nothing_unseen(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    mark = with_a_pain(page, server)
    wait_until_quiet(page)

    mark.button("Next").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How does it feel?")).to_be_visible()
    wait_until_quiet(page)
    expect(page.get_by_role("heading", name="How does it feel?")).to_be_visible()

    mark.button("Next").dblclick()
    expect(page.get_by_role("heading", name=SAFETY)).to_be_visible()
    wait_until_quiet(page)
    expect(page.get_by_text("Step 3 of 4")).to_be_visible()
    assert mark.recorded().red_flags == {}
