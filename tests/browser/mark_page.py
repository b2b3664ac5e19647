"""The Mark page as a person handles it: with a finger on a telephone, by mouse, or from a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from bodymap.body import Body
from bodymap.records import PainDrawing
from bodymap.services.drawing.drawings import open_drawing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from tests.browser.assess_page import AssessPage
from tests.browser.safety import none_until
from tests.serving import Server

PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
Point = tuple[float, float]

SAFETY = "Are any of these true for you?"
"""Heading of the step that asks for signs of danger."""


@dataclass
class MarkPage:
    """Drives one browser window that shows a drawing of pain."""

    page: Page
    server: Server

    @property
    def body(self) -> AssessPage:
        """The body chart, as every page shows it."""
        return AssessPage(self.page)

    def begin(self, how: str = "Draw it") -> None:
        """Start a new drawing; the body is there unless it is chosen from a list."""
        self.page.goto(f"{self.server.url}/mark")
        self.page.get_by_role("button", name=how).click()

    def begin_to_draw(self) -> None:
        self.begin()
        self.body.wait_for_body()

    def reload(self) -> None:
        self.page.reload()
        self.body.wait_for_body()

    @property
    def hint(self) -> Locator:
        """What is said while another pain is asked for."""
        return self.page.locator(".subjects .hint")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def no_danger(self) -> None:
        """Say at each part of the questions for safety that none is so, and go on."""
        expect(self.page.get_by_role("heading", name=SAFETY)).to_be_visible()
        none_until(self.page, self.page.get_by_role("heading", name="Is this right?"))

    def tool(self, name: str) -> None:
        """Take a tool of the body to hand."""
        chosen = self.page.locator(".bar").get_by_role("button", name=name)
        chosen.click()
        expect(chosen).to_have_attribute("aria-pressed", "true")

    def pain(self, number: int) -> Locator:
        """The button that takes a pain to hand; there are such from the second pain on."""
        return self.page.get_by_role("radio", name=f"Pain {number}")

    @property
    def another(self) -> Locator:
        """What begins another pain; there once something is marked."""
        chosen = self.page.get_by_role("radio", name="Another pain")
        return self.button("Another pain").or_(chosen)

    def begin_another(self) -> None:
        self.another.click()
        expect(self.page.get_by_role("radio", name="Another pain")).to_be_checked()

    def search_the_list(self, query: str) -> None:
        """Type into the search of the list, and press Enter."""
        field = self.page.get_by_role("textbox", name="Search for a part")
        field.fill(query)
        field.press("Enter")

    def in_list(self, part: str, side: str) -> Locator:
        """The button of one side of a part in the list."""
        row = self.page.get_by_test_id("stButtonGroup").filter(has_text=part)
        return row.get_by_role("button", name=side, exact=True)

    def open_step(self, step: str) -> None:
        """Open a step of the drawing by its address."""
        self.page.goto(self.page.url.replace("step=draw", f"step={step}"))

    def pixels(self, view: str, *points: Point) -> list[Point]:
        """Where on the screen points of a view lie, once the view has been scrolled to."""
        self.body.view(view).scroll_into_view_if_needed()
        return [self.body.pixel(view, x, y) for x, y in points]

    def finger(self, *pixels: Point) -> None:
        """A finger that is put down, moved over the pixels, and lifted, as a screen tells it."""
        self._touch([[pixel] for pixel in pixels])

    def _touch(self, steps: Sequence[Sequence[Point]]) -> None:
        session = self.page.context.new_cdp_session(self.page)

        def send(kind: str, at: Sequence[Point]) -> None:
            touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(at)]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

        for number, at in enumerate(steps):
            send("touchMove" if number else "touchStart", at)
        send("touchEnd", [])
        session.detach()

    def rub(self, view: str, *points: Point) -> None:
        """Draw, erase or set an arrow with a finger over points of a view, until it is kept."""
        self.finger(*self.pixels(view, *points))
        self.body.wait_until_saved()

    @property
    def scrolled(self) -> float:
        """How far the page is scrolled down, in pixels of the screen."""
        return float(self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))

    def recorded(self) -> PainDrawing:
        """What lies in the store for the drawing that the address names."""
        (drawing_id,) = parse_qs(urlsplit(self.page.url).query)["drawing"]
        store = open_store(Path(self.server.log_file).parent)
        ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
        return open_drawing(drawing_id=drawing_id, ports=ports)


def middle_of(region: str, view: str = "front") -> Point:
    """A point of a view on a cell in the middle of a region."""
    body = Body.load()
    shown = (body.project(int(cell), view) for cell in body.fill([region]).cells)
    points = [point for point in shown if point is not None]
    middle = [sum(values) / len(points) for values in zip(*points, strict=True)]
    return min(points, key=lambda point: dist(point, middle))
