"""Beside the body, or where nothing is: it is said on the spot, and nothing else happens."""

import pytest
from playwright.sync_api import expect

from tests.browser.canvas.conftest import Chart, Opened
from tests.browser.canvas.glass import press

pytestmark = pytest.mark.browser
TOOLS = "tools=brush,outline,erase,region"


def tool(body: Chart, name: str) -> None:
    body.root.locator(".bar").get_by_role("button", name=name).click()


@pytest.mark.parametrize(
    ("tools", "named", "said"),
    [
        ("point", "Point", "Beside the body: nothing was marked."),
        (TOOLS, "Draw", "Beside the body: nothing was drawn."),
        (TOOLS, "Outline", "Beside the body: nothing was drawn."),
        (TOOLS, "Region", "Beside the body: nothing was marked."),
        (TOOLS, "Erase", "Nothing is drawn here to erase."),
    ],
)
def test_beside_the_body_each_tool_says_so_on_the_spot(
    chart: Opened, tools: str, named: str, said: str
) -> None:
    body = chart(tools if "=" in tools else f"tools={tools}")
    tool(body, named)
    before = body.view("front").bounding_box()
    x, y = body.at("front", 60, 880)

    body.page.mouse.click(x, y)

    near = body.root.locator(".near")
    expect(near).to_have_text(said)
    box = near.bounding_box()
    assert box is not None
    assert abs(box["x"] - x) < 40
    assert abs(box["y"] - y) < 60
    assert body.live.inner_text() == said
    assert body.view("front").bounding_box() == before
    assert body.alert.is_hidden()
    # the next thing done takes the word away, and is the only one kept
    tool(body, "Region" if "region" in tools else named)
    body.click("front", 220, 300)
    kept = body.wait_for_count("strokes" if "region" in tools else "marks", 1)
    assert len(kept) == 1
    expect(near).to_be_hidden()


def test_a_mark_dragged_beside_the_body_is_said_to_stay(chart: Opened) -> None:
    body = chart("marks=1")
    body.drag(body.at("back", 370, 285), body.at("back", 450, 600), body.at("back", 500, 900))

    expect(body.root.locator(".near")).to_have_text("Beside the body: the mark stays where it was.")


def test_an_outline_round_a_hand_that_runs_beside_the_body_is_taken(chart: Opened) -> None:
    body = chart(TOOLS)
    tool(body, "Outline")
    around = [(60, 440), (140, 440), (140, 560), (60, 560), (60, 440)]
    press(body, *(body.at("front", x, y) for x, y in around))

    assert body.wait_for_count("strokes", 1)[0][1] == "OUTLINE"


def test_a_stroke_is_said_as_a_place_and_so_is_what_is_erased_or_undone(chart: Opened) -> None:
    body = chart(TOOLS)
    body.drag(body.at("front", 212, 290), body.at("front", 228, 305))
    expect(body.live).to_have_text("Drawn: Lower anterior ribs, right; Breast, right")
    tool(body, "Erase")
    body.drag(body.at("front", 212, 297), body.at("front", 220, 300))
    expect(body.live).to_have_text("Erased: Lower anterior ribs, right; Breast, right")
    body.button("Undo").click()
    expect(body.live).to_have_text("Undone: Erased: Lower anterior ribs, right; Breast, right")
    body.button("Redo").click()
    expect(body.live).to_have_text("Done again: Erased: Lower anterior ribs, right; Breast, right")
    body.wait_for_count("strokes", 2)


@pytest.mark.parametrize(
    ("tools", "kept"),
    [
        ("point", "marks"),
        ("brush", "strokes"),
        ("outline,point", "marks"),
        ("region", "strokes"),
    ],
)
def test_a_click_without_a_pointer_acts_on_the_region(chart: Opened, tools: str, kept: str) -> None:
    body = chart(f"tools={tools}")
    body.root.get_by_role("button", name="Lower anterior ribs, right").first.dispatch_event(
        "click", {"detail": 0}
    )

    body.wait_for_count(kept, 1)


def test_a_stroke_of_any_length_is_kept_in_joined_parts_and_undone_whole(chart: Opened) -> None:
    body = chart(TOOLS)
    scribble = [(200 + 37 * n % 120, 250 + 53 * n % 300) for n in range(9000)]
    press(body, *(body.at_all("front", scribble)))

    first, second = body.wait_for_count("strokes", 2)
    assert first[2] == 4000
    assert second[2] > 2000
    assert body.alert.is_hidden()
    body.button("Undo").click()
    body.wait_for_count("strokes", 0)
