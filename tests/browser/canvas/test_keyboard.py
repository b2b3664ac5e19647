"""Everything by keyboard alone, and what a screen reader is told."""

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import in_every_look
from tests.browser.canvas.conftest import Chart, Opened

pytestmark = pytest.mark.browser


def into_the_map(body: Chart) -> None:
    """Press Tab until a region has the focus."""
    for _ in range(40):
        body.page.keyboard.press("Tab")
        if body.root.evaluate(
            "root => !!root.getRootNode().activeElement?.classList.contains('region')"
        ):
            return
    raise AssertionError("Tab never reached the map")


def press(body: Chart, *keys: str) -> None:
    for key in keys:
        body.page.keyboard.press(key)


def test_the_map_is_one_stop_of_the_tab_key(chart: Opened) -> None:
    body = chart("marks=3")

    assert body.root.locator(".region[tabindex='0']").count() == 1
    into_the_map(body)
    press(body, "ArrowDown", "ArrowDown")
    assert body.root.locator(".region[tabindex='0']").count() == 1
    press(body, "Tab")
    assert body.root.locator(".region:focus").count() == 0


def test_arrows_move_to_the_next_region_and_on_to_the_next_view(chart: Opened) -> None:
    body = chart()
    into_the_map(body)
    first = body.focused
    press(body, "ArrowDown")
    assert body.focused not in {"", first}
    assert body.live.text_content() == body.focused

    seen = set()
    for _ in range(60):
        press(body, "ArrowRight")
        seen.add(
            body.root.evaluate(
                "root => root.getRootNode().activeElement.closest('.view').dataset.view"
            )
        )
    assert seen == {"front", "back", "right", "left"}


def test_enter_marks_the_region_and_the_focus_stays(chart: Opened) -> None:
    body = chart()
    into_the_map(body)
    press(body, "ArrowDown", "ArrowDown", "ArrowDown")
    here = body.focused

    press(body, "Enter")

    mark = body.wait_for_count("marks", 1)[0]
    assert body.live.text_content() == f"Marked: {here}"
    assert body.focused == here
    press(body, "ArrowDown", "Enter")
    assert body.wait_for_count("marks", 2)[0] == mark


def test_shift_and_arrows_move_a_fine_cross_hair(chart: Opened) -> None:
    body = chart()
    body.view("front").locator("[data-region='thigh_front.right']").focus()
    press(body, "Enter")
    first = body.wait_for_count("marks", 1)[0]

    press(body, "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowDown", "Enter")

    second = body.wait_for_count("marks", 2)[1]
    assert second[1] == first[1]
    assert second[2] - first[2] == pytest.approx(-8, abs=0.02)
    assert second[3] - first[3] == pytest.approx(4, abs=0.02)


def test_arrows_move_a_mark_and_the_focus_stays_on_it(chart: Opened) -> None:
    body = chart("marks=1&selected=1")
    body.root.locator(".mark.own").focus()

    press(body, "ArrowLeft", "ArrowLeft", "Shift+ArrowUp")

    moved = body.wait_for("marks", lambda marks: marks[0][2] != 370)
    assert moved == [["example0001", "back", 368, 281]]
    assert body.focused == "1: Infraspinatus, right"


def test_delete_removes_the_mark_at_hand_and_undo_brings_it_back(chart: Opened) -> None:
    body = chart("marks=1&selected=1")
    body.root.locator(".mark.own").focus()

    press(body, "Delete")
    expect(body.live).to_have_text("Removed. Undo brings it back.")
    body.wait_for_count("marks", 0)
    assert body.root.locator(".region:focus").count() == 1
    press(body, "Control+z")
    body.wait_for_count("marks", 1)
    press(body, "Control+y")
    body.wait_for_count("marks", 0)


def test_number_and_sign_keys_go_to_the_mark_at_hand(chart: Opened) -> None:
    body = chart("marks=2&selected=1")
    into_the_map(body)

    press(body, "7", "p", "A", "n", "1", "0")

    pressed = ["7", "p", "a", "n", "1", "10"]
    assert body.wait_for("keys", lambda keys: len(keys) == 6) == [
        ["example0001", key] for key in pressed
    ]


def test_keys_do_nothing_when_no_mark_is_at_hand(chart: Opened) -> None:
    body = chart("marks=1")
    into_the_map(body)

    press(body, "7", "p", "Delete")

    assert body.done == 0


def test_plus_minus_zoom_and_escape_lays_the_mark_down(chart: Opened) -> None:
    body = chart("marks=1&selected=1")
    into_the_map(body)
    svg = body.view("front").locator("svg")
    whole = svg.get_attribute("viewBox")

    press(body, "+")
    assert svg.get_attribute("viewBox") != whole
    press(body, "-")
    assert svg.get_attribute("viewBox") == whole
    press(body, "Escape")
    body.wait_for("selected", lambda selected: selected is None)


def test_a_checker_finds_no_barrier_in_the_canvas(chart: Opened) -> None:
    body = chart("marks=3&selected=1&zones=1&insets=1&tools=point,brush,outline,erase,region,move")
    body.root.locator(".zone").first.wait_for(state="attached")

    for width, theme, findings in in_every_look(body.page):
        assert (width, theme, findings) == (width, theme, [])


def test_every_region_mark_and_control_has_a_name(chart: Opened) -> None:
    body = chart("marks=3&insets=1")

    unnamed = body.root.evaluate(
        """root => [...root.querySelectorAll('button, [role=button]')].filter(e =>
             e.getClientRects().length && !(e.getAttribute('aria-label') ?? e.textContent).trim()
           ).map(e => e.outerHTML)"""
    )

    assert unnamed == []
    assert body.root.locator(".view .region").count() > 400


def test_enter_draws_erases_or_fills_at_the_cross_hair_with_the_tool_chosen(chart: Opened) -> None:
    body = chart("tools=brush,erase,region")
    region = body.view("front").locator("[data-region='thigh_front.right']")
    for name in ("Draw", "Erase", "Region"):
        body.root.locator(".bar").get_by_role("button", name=name).press("Enter")
        region.focus()
        press(body, "Shift+ArrowLeft", "Enter")

    strokes = body.wait_for_count("strokes", 3)
    assert [(kind, points) for _, kind, points, _ in strokes] == [
        ("BRUSH", 1),
        ("ERASE", 1),
        ("REGION", 0),
    ]
    assert strokes[2][3] == "thigh_front.right"
