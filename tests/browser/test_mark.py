"""A person shows where it hurts: with a finger on a phone, and from a list by keyboard."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from bodymap.body import Body, Laterality
from bodymap.records import PainDrawing, PainQuality, Status
from bodymap.services.drawings import open_drawing
from bodymap.services.ids import SystemIds
from bodymap.services.ports import Ports, SystemClock
from bodymap.store import open_store
from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.browser.test_accessibility import found
from tests.serving import Server

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
Point = tuple[float, float]


def begin(page: Page, server: Server, how: str) -> None:
    page.goto(f"{server.url}/mark")
    page.get_by_role("button", name=how).click()


def expect_no_findings(page: Page) -> None:
    wait_until_quiet(page)
    assert found(page) == []


def recorded(page: Page, server: Server) -> PainDrawing:
    """What lies in the store for the drawing that the address names."""
    (drawing_id,) = parse_qs(urlsplit(page.url).query)["drawing"]
    store = open_store(Path(server.log_file).parent)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    return open_drawing(drawing_id=drawing_id, ports=ports)


def finger(page: Page, *points: Point) -> None:
    """A finger that is put down, moved over the points, and lifted, as a touch screen tells it."""
    session = page.context.new_cdp_session(page)
    for number, (x, y) in enumerate(points):
        kind = "touchMove" if number else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def on_the_right_shoulder(canvas: AssessPage) -> list[Point]:
    canvas.view("front").scroll_into_view_if_needed()
    return [canvas.pixel("front", 170 + 3 * step, 215 + 5 * step) for step in range(10)]


def middle_of(region: str) -> Point:
    """A point of the front view on the cell in the middle of a region."""
    body = Body.load()
    cells = body.fill([region]).cells
    middle = body.xyz_cm[cells].mean(axis=0)
    point = body.project(int(body.nearest(middle, body.fill([region])) or 0), "front")
    assert point is not None
    return point


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_pain_is_drawn_with_a_finger_described_read_back_and_put_right(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    begin(page, server, "Draw it")
    canvas = AssessPage(page)
    canvas.wait_for_body()

    path = on_the_right_shoulder(canvas)
    before = page.evaluate("scrollY")
    finger(page, *path)
    assert page.evaluate("scrollY") == before
    canvas.wait_until_saved()
    expect(button(page, "Another pain")).to_be_visible()
    page.reload()
    canvas.wait_for_body()
    expect(page.locator(".view[data-view='front'] .strokes path").first).to_be_attached()

    button(page, "Next").click()
    page.get_by_role("radio", name="6", exact=True).click()
    page.get_by_role("button", name="aching").click()
    button(page, "Next").click()
    expect(page.get_by_role("heading", name="Any of these?")).to_be_visible()
    button(page, "None").click()
    expect(page.get_by_text(re.compile("Your right:.*shoulder"))).to_be_visible()
    expect(page.get_by_text("6 of 10, aching")).to_be_visible()
    button(page, "Wrong side").click()
    expect(page.get_by_text(re.compile("Your left:.*shoulder"))).to_be_visible()
    button(page, "Yes").click()
    expect(page.get_by_text("Your drawing is kept.")).to_be_visible()

    drawing = recorded(page, server)
    (mark,) = drawing.marks
    assert drawing.status is Status.FINISHED
    assert mark.area(Body.load()).laterality is Laterality.LEFT
    assert (mark.intensity and mark.intensity.nrs, mark.qualities) == (6, (PainQuality.ACHING,))
    assert drawing.red_flags
    assert not any(drawing.red_flags.values())


def test_the_list_by_keyboard_gives_the_record_that_filling_the_region_gives(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    begin(page, server, "Name it")
    field = page.get_by_role("combobox", name="Parts of the body that hurt")
    field.focus()
    page.keyboard.type("Front of the shoulder, right")
    page.keyboard.press("Enter")
    expect(button(page, "Another pain")).to_be_visible()
    expect_no_findings(page)
    listed = recorded(page, server)

    begin(page, server, "Draw it")
    canvas = AssessPage(page)
    canvas.wait_for_body()
    page.get_by_title("Fill a whole region").click()
    expect(page.locator(".region[data-region='shoulder_front.right']").first).to_have_attribute(
        "aria-label", "Front of the shoulder, right"
    )
    page.mouse.click(*canvas.pixel("front", *middle_of("shoulder_front.right")))
    canvas.wait_until_saved()
    expect(button(page, "Another pain")).to_be_visible()
    expect_no_findings(page)
    filled = recorded(page, server)

    body = Body.load()
    assert listed.area(body) == filled.area(body) == body.fill(["shoulder_front.right"])
    assert [m.drawing and m.drawing.views[0].strokes for m in listed.marks] == [
        m.drawing and m.drawing.views[0].strokes for m in filled.marks
    ]


def test_no_pain_today_is_an_answer_and_an_unknown_drawing_has_a_way_on(
    open_page: Opener, server: Server
) -> None:
    page = open_page(**PHONE)
    begin(page, server, "No pain today")
    expect(page.get_by_text("no pain today")).to_be_visible()
    expect_no_findings(page)
    button(page, "Yes").click()
    expect(page.get_by_text("Your drawing is kept.")).to_be_visible()
    drawing = recorded(page, server)
    assert (drawing.no_pain, drawing.marks, drawing.status) == (True, (), Status.FINISHED)

    page.goto(f"{server.url}/mark?drawing=01900000-0000-7000-8000-000000000000&step=describe")
    button(page, "Begin a new drawing").click()
    expect(button(page, "Draw it")).to_be_visible()
