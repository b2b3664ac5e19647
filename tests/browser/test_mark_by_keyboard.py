"""A drawing of pain from the start to the end without a pointer: by list, and on the body."""

import re

import pytest
from playwright.sync_api import Locator, expect

from bodymap.records import PainDrawing, PainQuality, Status
from tests.browser.conftest import Opener
from tests.browser.mark_page import SAFETY, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.safety import box
from tests.serving import Server

pytestmark = pytest.mark.browser


WHERE = """wanted => {
  const at = wanted.getRootNode().activeElement;
  if (at === wanted) return "there";
  if (wanted.closest(".bm")) return "Tab";
  const group = wanted.closest("[role='radiogroup'], [role='toolbar'], [role='group']");
  return group?.contains(at) ? "ArrowRight" : "Tab";
}"""
MOST_KEYS = 90


def press(mark: MarkPage, wanted: Locator, key: str = "Enter") -> None:
    """Go to it by Tab, within a group of buttons by arrows, and press it."""
    expect(wanted).to_be_enabled()
    wait_until_quiet(mark.page)
    for _ in range(MOST_KEYS):
        where = wanted.evaluate(WHERE)
        if where == "there":
            break
        mark.page.keyboard.press(where)
    assert wanted.evaluate(WHERE) == "there"
    mark.page.keyboard.press(key)


def finish(mark: MarkPage) -> PainDrawing:
    """From the marked place on: describe, signs of danger with one question, read back, keep."""
    page = mark.page
    press(mark, mark.button("Next"))
    expect(page.get_by_role("heading", name="How does it feel?")).to_be_visible()
    press(mark, mark.button("numb"))
    expect(mark.button("numb")).to_have_attribute("aria-pressed", "true")
    six = page.get_by_role("radio", name="6", exact=True)
    press(mark, six)
    expect(six).to_be_checked()
    press(mark, mark.button("Next"))
    expect(page.get_by_role("heading", name=SAFETY)).to_be_visible()
    injury = "Did the pain start with a fall, a blow or another injury?"
    shape = box(page, "Since an injury, is your arm bent out of shape?")
    read_back = page.get_by_role("heading", name="Is this right?")
    part = 1
    while not read_back.is_visible():
        expect(page.get_by_text(re.compile(f"Part {part} of"))).to_be_visible()
        wait_until_quiet(page)  # what is asked is there, or is not asked in this part
        asked = box(page, injury)
        ticked = asked if asked.count() else box(page, "None of these")
        press(mark, ticked, "Space")
        expect(ticked).to_be_checked()
        expect(ticked).to_be_focused()
        wait_until_quiet(page)
        if shape.count():
            press(mark, shape, "Space")
            expect(page.get_by_role("alert").first).to_contain_text("emergency")
            press(mark, shape, "Space")
            expect(page.get_by_role("alert")).to_have_count(0)
        part += 1
        press(mark, mark.button("Next"))
        expect(page.get_by_text(re.compile(f"Part {part} of")).or_(read_back)).to_be_visible()
    expect(page.get_by_text("front of the shoulder")).to_be_visible()
    press(mark, mark.button("Wrong side"))
    expect(page.get_by_text("Your left:")).to_be_visible()
    press(mark, mark.button("Wrong side"))
    expect(page.get_by_text("Your right:")).to_be_visible()
    press(mark, mark.button("Yes"))
    expect(page.get_by_text("Your drawing is saved.")).to_be_visible()
    return mark.recorded()


def test_the_list_and_the_body_give_the_same_record_by_keyboard(
    open_page: Opener, server: Server
) -> None:
    mark = MarkPage(open_page(), server)
    page = mark.page
    page.goto(f"{server.url}/mark")
    press(mark, mark.button("Choose from a list"))
    mark.search_the_list("front of the shoulder")
    press(mark, mark.in_list("Front of the shoulder", "Right"))
    listed = finish(mark)

    page.goto(f"{server.url}/mark")
    press(mark, mark.button("Draw it"))
    mark.body.wait_for_body()
    press(mark, page.locator(".bar").get_by_role("button", name="Region"))
    region = page.locator(".view[data-view='front'] [data-region='shoulder_front.right']")
    region.focus()  # how arrows walk from region to region has a test of its own
    page.keyboard.press("Enter")
    mark.body.wait_until_saved()
    filled = finish(mark)

    (one,), (other,) = listed.marks, filled.marks
    assert one == other.changed(id=one.id)
    assert (one.intensity and one.intensity.nrs, one.qualities) == (6, (PainQuality.NUMB,))
    assert listed.red_flags == filled.red_flags
    assert listed.red_flags["cue_injury"]
    assert not listed.red_flags["limb_fracture"]
    assert listed.status is filled.status is Status.FINISHED
    assert filled.seconds is not None
    assert 0 < filled.seconds < 600
