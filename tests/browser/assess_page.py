"""The Assess page as a person handles it: by mouse, by finger, or by keyboard alone."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

#: A place over the infraspinatus of the right shoulder blade, as a share of the back view.
RIGHT_SHOULDER_BLADE = (0.62, 0.215)
INFRASPINOUS_FOSSA = "Infraspinous fossa, right"

_ALL_SAVED = """() => Object.entries(sessionStorage).every(
  ([key, kept]) => !key.startsWith("bodymap:") || JSON.parse(kept).pending.length === 0)"""


@dataclass
class AssessPage:
    """Drives one browser window."""

    page: Page

    def start(self, url: str) -> None:
        self.page.goto(url)
        self.page.get_by_role("button", name="Start without a person").click()
        self.wait_for_body()

    def start_for_a_sample(self, url: str, name: str) -> None:
        """Begin an assessment of a sample person, who is added if need be."""
        self.page.goto(f"{url}/people")
        adding = self.page.get_by_role("button", name="Add sample people")
        removing = self.page.get_by_role("button", name="Remove all sample people")
        adding.or_(removing).wait_for()
        if adding.is_visible():
            adding.click()
        removing.wait_for()
        self.page.locator("[class*='st-key-person-'] button").filter(has_text=name).click()
        self.page.get_by_role("button", name="New visit").click()
        self.wait_for_body()

    def reload(self) -> None:
        self.page.reload()
        self.wait_for_body()

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.wait_for_body()

    def wait_for_body(self) -> None:
        self.page.locator(".stage:not([aria-busy]) .view .region").first.wait_for(state="attached")

    def wait_until_saved(self) -> None:
        """Until the server has acknowledged everything that was done on the body."""
        self.page.wait_for_function(_ALL_SAVED)

    def view(self, view_id: str) -> Locator:
        return self.page.locator(f".view[data-view='{view_id}'] svg")

    def point(self, view_id: str, share: tuple[float, float]) -> tuple[float, float]:
        """Where on the screen a share of a view lies."""
        svg = self.view(view_id)
        svg.scroll_into_view_if_needed()
        box = svg.bounding_box()
        assert box is not None
        # A mouse points at whole pixels.
        x, y = box["x"] + box["width"] * share[0], box["y"] + box["height"] * share[1]
        return round(x), round(y)

    def pixel(self, view_id: str, x: float, y: float) -> tuple[float, float]:
        """Where on the screen a point of a view lies; x and y in view units."""
        return self._through(view_id, "svg.getScreenCTM()", (x, y))

    def units(self, view_id: str, pixel: tuple[float, float]) -> tuple[float, float]:
        """The point of a view, in view units, that a place on the screen shows."""
        return self._through(view_id, "svg.getScreenCTM().inverse()", pixel)

    def _through(
        self, view_id: str, matrix: str, point: tuple[float, float]
    ) -> tuple[float, float]:
        turned = self.view(view_id).evaluate(
            f"(svg, [x, y]) => {{ const p = new DOMPoint(x, y).matrixTransform({matrix});"
            " return [p.x, p.y]; }",
            list(point),
        )
        return turned[0], turned[1]

    def click(self, view_id: str, share: tuple[float, float]) -> None:
        self.page.mouse.click(*self.point(view_id, share))

    def tap(self, view_id: str, share: tuple[float, float]) -> None:
        self.page.touchscreen.tap(*self.point(view_id, share))

    def drag(self, *pixels: tuple[float, float]) -> None:
        """Press at the first place on the screen, move over the others, release."""
        mouse = self.page.mouse
        mouse.move(*pixels[0])
        mouse.down()
        for pixel in pixels[1:]:
            mouse.move(*pixel, steps=4)
        mouse.up()

    def turn_to(self, name: str) -> None:
        """On a narrow screen one view stands alone; turn the body to another."""
        named = re.compile(f"^{name}( view)?$")
        self.page.locator(".choose").get_by_role("button", name=named).click()

    def walk(self, key: str, until: str) -> None:
        """Press an arrow key until the region of this name has the focus."""
        focused = self.page.locator(".region:focus")
        for _ in range(20):
            if focused.get_attribute("aria-label") == until:
                return
            self.page.keyboard.press(key)
        expect(focused).to_have_attribute("aria-label", until)

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until this has the focus."""
        for _ in range(60):
            if wanted.evaluate("element => element.getRootNode().activeElement === element"):
                return
            self.page.keyboard.press("Tab")
        expect(wanted).to_be_focused()

    def tool(self, name: str) -> Locator:
        """A button of the bar above the body."""
        return self.page.locator(".bar").get_by_role("button", name=name)

    def part(self, name: str) -> Locator:
        """The button of another part of the body, such as the hands."""
        return self.page.locator(".insets").get_by_role("button", name=name)

    @property
    def marks(self) -> Locator:
        return self.page.locator(".mark.own")

    def positions(self) -> list[tuple[float, float]]:
        """Where the marks are, in view units of their own view, in the order they were set."""
        marks = self.marks.evaluate_all(
            "marks => marks.map((mark) => [Number(mark.querySelector('text').textContent),"
            " mark.getAttribute('transform')])"
        )
        numbers = [re.findall(r"-?[\d.]+", transform) for _, transform in sorted(marks)]
        return [(float(x), float(y)) for x, y in numbers]

    @property
    def lines(self) -> Locator:
        """The list of findings beside the body."""
        return self.page.locator(".list.marked li button")

    @property
    def alert(self) -> Locator:
        """What the body refuses, and why."""
        return self.page.locator(".bm .alert")

    @property
    def said(self) -> Locator:
        """What a screen reader is told."""
        return self.page.locator(".bm .live")

    @property
    def panel(self) -> Locator:
        return self.page.locator(".st-key-card-panel")

    def choose_muscle(self, name: str) -> None:
        pill = self.panel.get_by_role("button", name=re.compile(f"^{name}"))
        pill.or_(self.panel.get_by_role("radio", name=re.compile(f"^{name}"))).first.click()
        expect(self.panel.get_by_role("heading", name=re.compile(name))).to_be_visible()

    def sign(self, sign: str, value: str) -> None:
        row = self.page.locator(f"[class*='st-key-sign-'][class*='{sign}']")
        row.get_by_text(value, exact=True).click()

    def rate_pain(self, nrs: int) -> None:
        self.panel.get_by_role("radio", name=str(nrs), exact=True).click()

    def feel(self, referral: str) -> None:
        """Say what referral was felt."""
        self.panel.get_by_role("radio", name=referral, exact=True).click()

    def expect_state(self, text: str) -> None:
        expect(self.lines.first).to_contain_text(text)

    def zone(self, extent: str, view_id: str) -> Locator:
        return self.page.locator(f".view[data-view='{view_id}'] .zone.{extent}")
