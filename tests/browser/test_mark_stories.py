"""Everyday stories, told by touch on two telephones, from the list and by keyboard: one record."""

from typing import Final

import pytest
from playwright.sync_api import expect

from bodymap.analysis.read_back import read_back
from bodymap.body import Body, SurfaceArea
from bodymap.ui.mark.places import place_names
from bodymap.wording.pain import places_in_words
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage, middle_of
from tests.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: Where each story hurts: regions, each with the picture that shows it and the way to that.
STORIES: Final = {
    "headache": (("head_temple.right", "head_right", "Head"),),
    "back to leg": (("lumbar_outer.left", "back", ""), ("calf.left", "back", "")),
    "neck": (("neck_back_lower.left", "back", ""),),
    "pelvic": (("pelvic_floor_puborectalis.right", "pelvic_floor_female", "Pelvic floor"),),
    "hands": (("hand_palm.right", "hand_palm.right", "Hands"), ("thumb.left", "front", "")),
}
SIDES: Final = {"left": "Left", "right": "Right"}


def look_at(mark: MarkPage, view: str, part: str) -> None:
    """Turn the body to a view, or show the part that it belongs to."""
    wanted = mark.page.locator(f".insets button[data-key='{part}']")
    if wanted.get_attribute("aria-pressed") == "false":
        wanted.click()
    turn = mark.page.locator(f".choose button[data-key='{view}']")
    expect(turn).to_be_attached()
    if turn.is_visible():
        turn.click()
    expect(mark.body.view(view)).to_be_visible()


def on_the_body(mark: MarkPage, story: str, *, by_keyboard: bool) -> SurfaceArea:
    mark.page.once("dialog", lambda dialog: dialog.accept())
    mark.begin_to_draw()
    mark.tool("Region")
    for region, view, part in STORIES[story]:
        look_at(mark, view, part)
        if by_keyboard:
            mark.page.locator(f".view[data-view='{view}'] [data-region='{region}']").focus()
            mark.page.keyboard.press("Enter")
        else:
            mark.page.touchscreen.tap(*mark.pixels(view, middle_of(region, view))[0])
        mark.body.wait_until_saved()
    return mark.recorded().area(Body.load())


def in_the_list(mark: MarkPage, story: str) -> SurfaceArea:
    page, body = mark.page, Body.load()
    names = place_names(body)
    mark.begin("Choose from a list")
    for region, _, _ in STORIES[story]:
        label = body.region(region).plain_label
        mark.search_the_list(label)
        row = page.get_by_test_id("stButtonGroup").filter(has=page.get_by_text(label, exact=True))
        row.get_by_role("button", name=SIDES[region.rpartition(".")[2]], exact=True).click()
        expect(page.get_by_role("button", name=names[region], exact=True)).to_be_visible()
    return mark.recorded().area(body)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_the_same_record_by_touch_in_the_list_and_by_keyboard(
    open_page: Opener, server: Server, story: str
) -> None:
    body = Body.load()
    meant = body.fill([region for region, _, _ in STORIES[story]])

    for width, height in ((390, 844), (320, 568)):
        phone = MarkPage(open_page(**{**PHONE, "width": width, "height": height}), server)
        assert on_the_body(phone, story, by_keyboard=False) == meant
    desk = MarkPage(open_page(), server)
    assert on_the_body(desk, story, by_keyboard=True) == meant
    assert in_the_list(desk, story) == meant
    desk.page.goto(f"{desk.page.url}&step=read-back")
    for place in places_in_words(read_back(meant).places).split("; "):
        label = place.partition(",")[0]
        expect(desk.page.get_by_text(label, exact=False).first).to_be_visible()
