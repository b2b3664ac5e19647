"""On a telephone, with real touches: drawing, scrolling, erasing, arrows, and nothing gets lost."""

import re

import pytest
from playwright.sync_api import expect

from bodymap.records import PainDrawing, PainMark
from tests.browser.barriers import found
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage, Point
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser
SHOULDER: tuple[Point, ...] = tuple((170 + 3 * step, 215 + 5 * step) for step in range(10))
THIGH: tuple[Point, ...] = tuple((225, 560 + 8 * step) for step in range(10))
BACK: tuple[Point, ...] = tuple((240 + 6 * step, 420) for step in range(10))

SCROLLER = "document.querySelector('[data-testid=stMain]')"


@pytest.fixture
def mark(open_page: Opener, server: Server) -> MarkPage:
    """A new drawing on a telephone."""
    page = MarkPage(open_page(**PHONE), server)
    page.begin_to_draw()
    return page


def views_of(pain: PainMark) -> list[str]:
    return [layer.view for layer in pain.drawing.views] if pain.drawing else []


def strokes_of(drawing: PainDrawing) -> list[int]:
    """How many strokes each pain has."""
    layers = [pain.drawing.views if pain.drawing else () for pain in drawing.marks]
    return [sum(len(view.strokes) for view in views) for views in layers]


def test_three_pains_each_as_strong_as_it_is_outlive_a_reload_in_the_middle(
    mark: MarkPage,
) -> None:
    mark.rub("front", *SHOULDER)
    mark.begin_another()
    mark.rub("front", *THIGH)
    expect(mark.pain(2)).to_be_checked()
    mark.reload()
    expect(mark.body.view("front").locator(".stroke")).to_have_count(2)
    mark.begin_another()
    mark.page.locator(".turn").click()
    mark.rub("back", *BACK)
    expect(mark.pain(3)).to_be_checked()

    mark.button("Next").click()
    for number, strength in enumerate(("2", "5", "9"), start=1):
        card = mark.page.locator(f".st-key-card-pain-{number}")
        card.get_by_role("radio", name=strength, exact=True).click()
        wait_until_quiet(mark.page)
    mark.button("Back").click()
    mark.body.wait_for_body()

    pains = mark.recorded().marks
    assert [pain.intensity and pain.intensity.nrs for pain in pains] == [2, 5, 9]
    assert [views_of(pain) for pain in pains] == [["front"], ["front"], ["back"]]
    shown = mark.page.locator(".stroke")
    expect(shown).to_have_count(3)
    colours = shown.evaluate_all("all => all.map(each => each.style.getPropertyValue('--pain'))")
    assert len(set(colours)) == 3


def test_what_was_drawn_is_rubbed_out_and_undone_and_done_again(mark: MarkPage) -> None:
    mark.rub("front", *SHOULDER)
    expect(mark.another).to_be_visible()
    whole = mark.recorded()
    body = mark.body.page.locator(".bar")

    mark.tool("Erase")
    mark.rub("front", *SHOULDER[5:])
    expect(body.get_by_role("button", name="Undo")).to_be_enabled()
    rubbed = mark.recorded()
    body.get_by_role("button", name="Undo").click()
    mark.body.wait_until_saved()
    undone = mark.recorded()
    body.get_by_role("button", name="Redo").click()
    mark.body.wait_until_saved()

    assert [strokes_of(each) for each in (whole, rubbed, undone, mark.recorded())] == [
        [1],
        [2],
        [1],
        [2],
    ]
    assert undone.marks == whole.marks


def test_the_page_scrolls_unless_something_is_drawn(mark: MarkPage) -> None:
    def swipe(x: float, y: float) -> None:
        mark.finger(*((x, y - 6 * step) for step in range(20)))

    def expect_scrolled() -> None:
        mark.page.wait_for_function(f"() => {SCROLLER}.scrollTop > 50")
        mark.page.evaluate(f"{SCROLLER}.scrollTop = 0")

    mark.page.evaluate(f"{SCROLLER}.scrollTop = 0")
    swipe(*mark.body.pixel("front", 265, 420))
    mark.body.wait_until_saved()
    expect(mark.another).to_be_visible()
    assert mark.scrolled == 0

    body = mark.page.locator(".bm .view:visible").bounding_box()
    assert body is not None
    swipe(body["x"] - 8, body["y"] + body["height"] / 2)
    expect_scrolled()

    mark.tool("Move")
    swipe(*mark.body.pixel("front", 265, 420))
    expect_scrolled()
    assert strokes_of(mark.recorded()) == [1]


def test_a_hand_is_drawn_in_on_its_own_picture_and_read_back(mark: MarkPage) -> None:
    mark.page.locator(".insets").get_by_role("button", name="Hands").click()
    mark.page.get_by_role("button", name="Your right palm").click()
    expect(mark.body.view("hand_palm.right")).to_be_visible()
    mark.rub("hand_palm.right", *((150 + 8 * step, 270) for step in range(8)))
    expect(mark.another).to_be_visible()

    (pain,) = mark.recorded().marks
    assert views_of(pain) == ["hand_palm.right"]
    mark.open_step("read-back")
    expect(mark.page.get_by_text(re.compile("Your right:.*palm"))).to_be_visible()


def test_an_arrow_is_set_by_a_drag_or_by_two_taps_in_two_views_and_taken_away(
    mark: MarkPage,
) -> None:
    lines = mark.page.locator(".list.arrows .label")
    mark.rub("front", *SHOULDER)
    mark.tool("Arrow")
    mark.rub("front", (200, 190), (180, 230), (150, 300), (110, 420))
    expect(lines).to_have_text(["from the right side of the chest to the right forearm"])

    mark.rub("front", (300, 400))
    mark.page.locator(".turn").click()
    mark.rub("back", (240, 300))
    expect(lines).to_have_text(
        [
            "from the right side of the chest to the right forearm",
            "from the left side of the belly to the left side of the upper back",
        ]
    )
    wait_until_quiet(mark.page)
    assert found(mark.page) == []

    mark.page.locator(".turn").click()
    mark.tool("Erase")
    mark.rub("front", (130, 330), (150, 340), (170, 350))
    expect(lines).to_have_text(
        ["from the left side of the belly to the left side of the upper back"]
    )
    mark.page.locator(".bar").get_by_role("button", name="Undo").click()
    mark.body.wait_until_saved()
    first, second = mark.recorded().arrows
    assert (first.view, first.to_view) == ("front", "front")
    assert (second.view, second.to_view) == ("front", "back")

    mark.button("Remove: from the right side of the chest to the right forearm").click()
    mark.body.wait_until_saved()
    assert mark.recorded().arrows == (second,)
    mark.reload()
    expect(lines).to_have_count(1)
