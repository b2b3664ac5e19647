"""The Assess page as a person handles it: by mouse, by finger, or by keyboard alone."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

#: A place over the infraspinatus of the right shoulder blade, as a share of the back view.
RIGHT_SHOULDER_BLADE = (0.62, 0.215)


@dataclass
class AssessPage:
    """Drives one browser window."""

    page: Page

    def start(self, url: str) -> None:
        self.page.goto(url)
        self.page.get_by_role("button", name="Start without a person").click()
        self.wait_for_body()

    def wait_for_body(self) -> None:
        self.page.locator(".stage:not([aria-busy]) .view .region").first.wait_for(state="attached")

    def view(self, view_id: str) -> Locator:
        return self.page.locator(f".view[data-view='{view_id}'] svg")

    def point(self, view_id: str, share: tuple[float, float]) -> tuple[float, float]:
        """Where on the screen a share of a view lies."""
        svg = self.view(view_id)
        svg.scroll_into_view_if_needed()
        box = svg.bounding_box()
        assert box is not None
        return box["x"] + box["width"] * share[0], box["y"] + box["height"] * share[1]

    def click(self, view_id: str, share: tuple[float, float]) -> None:
        self.page.mouse.click(*self.point(view_id, share))

    def tap(self, view_id: str, share: tuple[float, float]) -> None:
        self.page.touchscreen.tap(*self.point(view_id, share))

    def turn_to(self, name: str) -> None:
        """On a narrow screen one view stands alone; turn the body to another."""
        self.page.locator(".choose button", has_text=re.compile(f"^{name}$")).click()

    @property
    def marks(self) -> Locator:
        return self.page.locator(".mark.own")

    @property
    def lines(self) -> Locator:
        """The list of findings beside the body."""
        return self.page.locator(".list li button")

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

    def expect_state(self, text: str) -> None:
        expect(self.lines.first).to_contain_text(text)

    def zone(self, extent: str, view_id: str) -> Locator:
        return self.page.locator(f".view[data-view='{view_id}'] .zone.{extent}")
