"""Drawing: brush, outline, eraser, whole regions; zones and words that come from elsewhere."""

import math

import pytest
from playwright.sync_api import Page, expect

from bodymap.body.pain_colours import UNRATED
from tests.browser.canvas.conftest import Chart, Opened
from tests.browser.quiet import wait_until_quiet

pytestmark = pytest.mark.browser
TOOLS = "tools=brush,outline,erase,region"


def circle(body: Chart, radius: float) -> list[tuple[float, float]]:
    turn = [step * math.pi / 12 for step in range(25)]
    return [body.at("front", 265 + radius * math.cos(a), 400 + radius * math.sin(a)) for a in turn]


def tool(body: Chart, name: str) -> None:
    body.root.locator(".bar").get_by_role("button", name=name).click()


def test_a_stroke_stays_where_it_was_drawn_while_the_server_is_slow(chart: Opened) -> None:
    body = chart(f"{TOOLS}&slow=0.8")
    body.drag(*(body.at("front", 220 + 8 * step, 300) for step in range(10)))

    drawn = body.view("front").locator(".stroke.brush")
    assert drawn.count() == 1
    assert body.kept["strokes"] == []
    body.wait_for_count("strokes", 1)
    assert drawn.count() == 1


def test_each_tool_sends_its_own_kind_of_stroke(chart: Opened) -> None:
    body = chart(TOOLS)
    for name in ("Draw", "Outline", "Erase"):
        tool(body, name)
        body.drag(*circle(body, 30))
    tool(body, "Region")
    body.click("front", 220, 300)

    strokes = body.wait_for_count("strokes", 4)
    assert [kind for _, kind, _, _ in strokes] == ["BRUSH", "OUTLINE", "ERASE", "REGION"]
    assert strokes[3][3] == "chest_lower.right"
    assert all(4 < points <= 30 for _, _, points, _ in strokes[:3])


def test_the_brush_has_three_sizes_by_button_and_by_key(chart: Opened) -> None:
    body = chart(TOOLS)
    sizes = body.root.get_by_role("group", name="Brush size")

    def draw(y: float) -> None:
        body.drag(body.at("front", 220, y), body.at("front", 250, y))

    draw(250)
    sizes.get_by_role("button", name="Brush 3 of 3").click()
    draw(300)
    for _ in range(3):
        body.page.keyboard.press("[")
    draw(350)

    body.wait_for_count("strokes", 3)
    assert body.kept["radii"] == [12, 24, 6]
    tool(body, "Outline")
    expect(sizes).to_be_hidden()


def test_a_brush_stroke_that_closes_offers_once_to_fill_the_inside(chart: Opened) -> None:
    body = chart(TOOLS)
    body.drag(*circle(body, 60))
    offer = body.root.locator(".offer")
    offer.wait_for()

    offer.click()

    assert [s[1] for s in body.wait_for_count("strokes", 2)] == ["BRUSH", "OUTLINE"]
    expect(offer).to_be_hidden()


def test_zones_show_in_every_view_they_reach_with_a_legend(chart: Opened) -> None:
    body = chart("zones=1&marks=1")
    body.root.locator(".zone").first.wait_for(state="attached")

    for view in ("front", "back", "right"):
        assert body.view(view).locator(".zone.essential").count() == 1
        stippled = body.view(view).locator(".zone.spillover").get_attribute("fill") or ""
        assert stippled.startswith("url(#stipple")
    legend = body.root.locator(".legend").inner_text().split("\n")
    assert legend == [
        "Typical referral:",
        "essential: where it is mainly felt",
        "spillover: felt by some",
        "marked place",
    ]


def test_a_chart_without_zones_needs_no_legend(chart: Opened) -> None:
    assert chart("marks=1").root.locator(".legend").is_hidden()


def test_insets_are_loaded_only_when_asked_for(chart: Opened) -> None:
    body = chart("insets=1")
    asked: list[str] = []
    body.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))

    body.button("Hands").click()
    body.view("hand_palm.right").locator(".region").first.wait_for(state="attached")
    assert "hand.json" in asked
    assert not any(name.startswith("neutral.head") for name in asked)
    assert body.view("front").is_hidden()
    body.click("hand_palm.right", 180, 420)
    assert body.wait_for_count("marks", 1)[0][1] == "hand_palm.right"
    body.button("Body").click()
    body.view("front").wait_for()


def test_the_patients_sides_are_named_at_both_hands(chart: Opened) -> None:
    body = chart()

    def x(view: str, words: str) -> float:
        box = body.view(view).get_by_text(words).bounding_box()
        assert box is not None
        return box["x"]

    assert x("front", "your right") < x("front", "your left")
    assert x("back", "your left") < x("back", "your right")


def test_print_shows_the_chart_without_its_tools(chart: Opened) -> None:
    body = chart("zones=1&marks=3")
    body.page.emulate_media(media="print")

    assert body.root.locator(".bar").is_hidden()
    assert body.view("front").is_visible()
    assert body.view("back").is_visible()
    assert body.root.locator(".list.marked li").count() == 3


def bytes_per_click(page: Page, body: Chart, clicks: int) -> float:
    passed: list[int] = []

    def listen(socket: object) -> None:
        for way in ("framesent", "framereceived"):
            socket.on(way, lambda payload: passed.append(len(payload)))  # type: ignore[attr-defined]

    page.on("websocket", listen)
    page.reload()
    body.wait_until_drawn()
    wait_until_quiet(page)
    before = len(body.kept["marks"])
    passed.clear()
    for n in range(clicks):
        body.click("back", 200 + 40 * n, 300)
        body.wait_for_count("marks", before + n + 1)
        wait_until_quiet(page)
    return sum(passed) / clicks


def test_a_click_costs_less_than_eight_kilobytes(chart: Opened) -> None:
    body = chart("marks=3&zones=1&insets=1")

    assert bytes_per_click(body.page, body, 4) < 8000


def test_pain_that_was_not_rated_has_the_colour_that_print_gives_it(chart: Opened) -> None:
    body = chart(TOOLS)
    body.drag(*(body.at("front", 220 + 8 * step, 300) for step in range(10)))
    body.wait_for_count("strokes", 1)

    red, green, blue = (int(UNRATED[at : at + 2], 16) for at in (1, 3, 5))
    stroke = body.view("front").locator(".stroke.brush").first
    expect(stroke).to_have_css("stroke", f"rgb({red}, {green}, {blue})")
