"""How somebody acts on a page: by mouse, by keyboard alone, or by touch; counted as they go.

A person's time, not the machine's, by the figures that `tests.browser.therapist` names with their
sources: a tap 1.2 s, a key 0.28 s, a decision 1.4 s before each thing that is done. A scroll is one
turn of the wheel or one swipe of 1.2 s. Reading and palpating are not counted.
"""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.quiet import wait_until_quiet
from tests.browser.therapist import DECISION_S, KEY_S, TAP_S

MOST_TABS = 200
_FOCUSED = "element => element.getRootNode().activeElement === element"
_HOLDS_FOCUS = """element => {
  const here = element.getRootNode().activeElement;
  const group = element.closest('[role=radiogroup]');
  return here !== null && group !== null && group.contains(here);
}"""


@dataclass
class Hands:
    """Acts on a page and counts.

    Attributes:
        actions: Things done: a tap, or all keys of one thing together.
        keys: Keys pressed.
        scrolls: How often the page had to be scrolled first.
        seconds: A person's time.
    """

    page: Page
    actions: int = 0
    keys: int = 0
    scrolls: int = 0
    seconds: float = 0.0

    name = "mouse"

    def press(self, what: Locator) -> None:
        """Press a button, link, radio or summary."""
        self._begin(what)
        self._in_sight(what)
        self._point(what)

    def press_at(self, what: Locator, share: tuple[float, float]) -> None:
        """Press a place within something, as a share of it from its upper left corner."""
        self._begin(what)
        self._in_sight(what)
        box = what.bounding_box()
        assert box is not None
        # A mouse points at whole pixels.
        at = (
            round(box["x"] + box["width"] * share[0]),
            round(box["y"] + box["height"] * share[1]),
        )
        self._press_pixel(*at)
        self.seconds += TAP_S

    def _press_pixel(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)

    def agree(self) -> None:
        """Answer a question of the browser itself; the dialog is accepted by the caller."""
        self._decide()
        self.seconds += TAP_S

    def fill(self, what: Locator, text: str) -> None:
        """Write into a field."""
        self.press(what)
        self.type(text)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.page.keyboard.type(text)
        self._count_keys(len(text))

    def key(self, *keys: str) -> None:
        """Press keys, as one action."""
        self._decide()
        for key in keys:
            self.page.keyboard.press(key)
        self._count_keys(len(keys))

    def _begin(self, what: Locator) -> None:
        expect(what).to_be_visible()
        wait_until_quiet(self.page)
        self._decide()

    def _decide(self) -> None:
        self.actions += 1
        self.seconds += DECISION_S

    def _count_keys(self, keys: int) -> None:
        self.keys += keys
        self.seconds += keys * KEY_S

    def _in_sight(self, what: Locator) -> None:
        """Scroll there if it is not in the window as a whole."""
        box, size = what.bounding_box(), self.page.viewport_size
        assert box is not None
        assert size is not None
        if box["y"] < 0 or box["y"] + box["height"] > size["height"]:
            what.scroll_into_view_if_needed()
            self.scrolls += 1
            self.seconds += TAP_S

    def _point(self, what: Locator) -> None:
        what.click()
        self.seconds += TAP_S


class Fingers(Hands):
    """By touch."""

    name = "touch"

    def _press_pixel(self, x: float, y: float) -> None:
        self.page.touchscreen.tap(x, y)

    def _point(self, what: Locator) -> None:
        what.tap()
        self.seconds += TAP_S


class Keys(Hands):
    """By keyboard alone: Tab and arrows to get there, Enter or the space bar to press."""

    name = "keyboard alone"

    def agree(self) -> None:
        """Press Enter in a dialog."""
        self._decide()
        self._count_keys(1)

    def _in_sight(self, what: Locator) -> None:
        """What has the focus is brought into sight by the browser."""

    def _point(self, what: Locator) -> None:
        in_group = what.get_attribute("role") == "radio"
        self.reach(what, in_group=in_group)
        self._one("Space" if in_group else "Enter")

    def fill(self, what: Locator, text: str) -> None:
        """Write into a field."""
        self._begin(what)
        self.reach(what)
        self._one("ControlOrMeta+a")
        self.type(text)

    def reach(self, what: Locator, *, in_group: bool = False) -> None:
        """Tab until this has the focus, by arrows within a group."""
        for _ in range(MOST_TABS):
            if what.evaluate(_HOLDS_FOCUS if in_group else _FOCUSED):
                break
            self._one("Tab")
        if in_group:
            for _ in range(MOST_TABS):
                if what.evaluate(_FOCUSED):
                    break
                self._one("ArrowRight")
        assert what.evaluate(_FOCUSED), f"{what} is out of reach by keyboard"

    def _one(self, key: str) -> None:
        self.page.keyboard.press(key)
        self._count_keys(1)
