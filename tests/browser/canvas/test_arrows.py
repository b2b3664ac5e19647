"""Arrows: by one drag, by two taps, by keyboard alone; taken away again; and a pen's pressure."""

import pytest
from playwright.sync_api import expect

from tests.browser.canvas.conftest import Chart, Opened

pytestmark = pytest.mark.browser
TOOLS = "tools=arrow,brush,erase,move"


def near(told: list[object], *expected: object) -> bool:
    return all(
        value == wanted
        if isinstance(wanted, str)
        else abs(float(str(value)) - float(str(wanted))) < 2
        for value, wanted in zip(told, expected, strict=True)
    )


def test_a_drag_goes_from_where_it_began_to_where_it_ends_also_in_the_view_beside(
    chart: Opened,
) -> None:
    body = chart(TOOLS)
    body.drag(body.at("front", 200, 200), body.at("front", 190, 300), body.at("front", 110, 420))
    body.drag(body.at("front", 265, 350), body.at("front", 300, 350), body.at("back", 265, 300))

    one, two = body.wait_for_count("arrows", 2)
    assert near(one, "front", 200, 200, "front", 110, 420)
    assert near(two, "front", 265, 350, "back", 265, 300)
    assert body.view("front").locator(".arrow .way").all_text_contents() == ["", "→ Back"]
    assert body.view("back").locator(".arrow .way").all_text_contents() == ["Front →"]


def test_by_keyboard_enter_begins_and_enter_ends_and_escape_gives_up(chart: Opened) -> None:
    body = chart(TOOLS)
    offer = body.root.locator(".offer")
    body.root.locator(".region[tabindex='0']").first.focus()
    body.page.keyboard.press("Enter")
    expect(offer).to_be_visible()
    body.page.keyboard.press("Escape")
    expect(offer).to_be_hidden()
    expect(body.root.locator(".arrow")).to_have_count(0)

    body.page.keyboard.press("Enter")
    for _ in range(4):
        body.page.keyboard.press("ArrowDown")
    body.page.keyboard.press("Shift+ArrowRight")
    body.page.keyboard.press("Enter")

    (arrow,) = body.wait_for_count("arrows", 1)
    assert arrow[0] == arrow[3] == "front"
    assert arrow[5] > arrow[2]
    expect(offer).to_be_hidden()
    line = body.root.locator(".list.arrows li .find")
    expect(line).to_have_text(["1arrow 1"])
    line.press("Delete")
    body.wait_for_count("arrows", 0)
    assert body.focused
    body.page.keyboard.press("Control+z")
    body.wait_for_count("arrows", 1)


def test_the_eraser_takes_away_the_arrow_it_touches_and_no_other(chart: Opened) -> None:
    body = chart(TOOLS)
    for x in (200, 330):
        body.drag(body.at("front", x, 250), body.at("front", x, 300), body.at("front", x, 360))
    body.wait_for_count("arrows", 2)

    body.root.locator(".bar").get_by_role("button", name="Erase").click()
    body.drag(body.at("front", 170, 300), body.at("front", 230, 310))

    (left,) = body.wait_for_count("arrows", 1)
    assert near(left, "front", 330, 250, "front", 330, 360)
    assert body.kept["strokes"] == []


def test_a_drag_that_ends_beside_the_body_sets_nothing(chart: Opened) -> None:
    body = chart(TOOLS)
    body.drag(body.at("front", 265, 350), body.at("front", 300, 350), body.at("front", 20, 60))

    assert body.live.inner_text() == "beside the body"
    assert body.kept["arrows"] == []


def pen(body: Chart, *steps: tuple[float, float, float]) -> None:
    """A pen over points of the front view, each with how hard it is pressed, 0 to 1."""
    session = body.page.context.new_cdp_session(body.page)
    for number, (x, y, force) in enumerate(steps):
        at = dict(zip("xy", body.at("front", x, y), strict=True))
        told = {**at, "button": "left", "buttons": 1, "pointerType": "pen", "force": force}
        kind = "mouseMoved" if number else "mousePressed"
        session.send("Input.dispatchMouseEvent", {"type": kind, "clickCount": 1, **told})
    told = {**at, "button": "left", "buttons": 0, "pointerType": "pen", "force": 0}
    session.send("Input.dispatchMouseEvent", {"type": "mouseReleased", "clickCount": 1, **told})


def test_a_pen_draws_as_broad_as_it_is_pressed_in_one_step(chart: Opened) -> None:
    body = chart("tools=brush")
    pen(body, *((200 + 10 * n, 300, 0.05 + 0.1 * n) for n in range(10)))

    body.wait_for_count("strokes", 5)
    assert body.kept["radii"] == [6, 8.5, 12, 17, 24]
    body.page.keyboard.press("Control+z")
    body.wait_for_count("strokes", 0)


def test_a_pen_that_tells_no_pressure_draws_with_the_brush_that_was_chosen(chart: Opened) -> None:
    body = chart("tools=brush")
    pen(body, *((200 + 10 * n, 300, 0.5) for n in range(10)))

    body.wait_for_count("strokes", 1)
    assert body.kept["radii"] == [12]


def test_for_a_left_hand_turning_lies_left_and_zooming_right(phone: Opened) -> None:
    def places(query: str) -> list[bool]:
        body = phone(query)
        boxes = [body.root.locator(part).bounding_box() for part in (".turn", ".looks")]
        return [box["x"] < 195 for box in boxes if box]

    assert places("") == [False, True]
    assert places("left=1") == [True, False]
