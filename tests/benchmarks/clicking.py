"""Click on a screen and see when the mark is drawn, when the panel has answered, what was sent."""

import math
import random
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Page

from bodymap.body import Body
from tests.benchmarks.browsing import Traffic, settle, wait_for
from tests.benchmarks.clock import percentile
from tests.benchmarks.relay import Wire
from tests.benchmarks.screens import Screen

SEED = 7
APART = 52.0
"""View units between any two clicks, so that no click meets the mark or the number of another."""
NEAR_PX = 9
"""A mark whose centre is this near to the click is that click's mark."""
TIMEOUT_MS = 6000
STEPS_OF_A_CLICK = (
    ("mouseMoved", "none", 15),
    ("mousePressed", "left", 25),
    ("mouseReleased", "left", 20),
)
QUICK_GAP_MS = sum(then_ms for _, _, then_ms in STEPS_OF_A_CLICK)
PRESS_MS = 30
AFTER_QUICK_S = 3.0
NO_LIMIT = 0

#: Looks at every frame that is painted, from the release of the button on, for a mark at the very
#: place (redrawing all marks is no answer) and for another text in the panel.
WATCH = """([x, y]) => {
  const root = ROOT, before = PANEL;
  const seen = window.__seen = {start: null, mark: null, panel: null};
  const isHere = mark => {
    const box = mark.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y) < NEAR;
  };
  document.addEventListener('pointerup', () => { seen.start ??= performance.now(); },
                            {capture: true, once: true});
  const look = () => {
    if (window.__seen !== seen) return;
    if (seen.start !== null) {
      const now = performance.now() - seen.start;
      if (seen.mark === null && Array.from(root.querySelectorAll(`MARK`)).some(isHere)) {
        seen.mark = now;
      }
      if (seen.panel === null && PANEL !== before) seen.panel = now;
    }
    if (seen.mark === null || seen.panel === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


@dataclass
class Clicked:
    """What many single clicks showed; a click that was never answered counts as infinite."""

    mark_ms: list[float] = field(default_factory=list)
    panel_ms: list[float] = field(default_factory=list)
    up: list[int] = field(default_factory=list)
    down: list[int] = field(default_factory=list)
    payload: list[int] = field(default_factory=list)

    @property
    def registered(self) -> int:
        return sum(map(math.isfinite, self.panel_ms))

    def mark(self) -> tuple[float, float]:
        return median(self.mark_ms), percentile(self.mark_ms, 0.95)

    def panel(self) -> tuple[float, float]:
        return median(self.panel_ms), percentile(self.panel_ms, 0.95)

    def socket_kb(self) -> float:
        """What travelled for a click, both ways, compressed where it was."""
        return median(up + down for up, down in zip(self.up, self.down, strict=True)) / 1000


def places(body: Body, count: int) -> list[tuple[str, float, float]]:
    """Places on front and back, well apart and never on the edge of the figure."""
    rng = random.Random(SEED)  # noqa: S311 - the same places in every run
    chosen: list[tuple[str, float, float]] = []
    while len(chosen) < count:
        view = rng.choice(("front", "back"))
        x, y = rng.uniform(70, 460), rng.uniform(60, 940)
        around = ((0, 0), (6, 0), (-6, 0), (0, 6), (0, -6))
        on_body = all(body.hit(view, x + dx, y + dy) for dx, dy in around)
        apart = all(v != view or math.dist((a, b), (x, y)) > APART for v, a, b in chosen)
        if on_body and apart:
            chosen.append((view, x, y))
    return chosen


def single_clicks(
    page: Page,
    traffic: Traffic,
    wire: Wire,
    screen: Screen,
    at: list[tuple[str, float, float]],
) -> Clicked:
    """One click after another, each when all is quiet."""
    watch = WATCH.replace("MARK", screen.mark).replace("PANEL", screen.panel)
    watch = watch.replace("ROOT", screen.root).replace("NEAR", str(NEAR_PX))
    clicked = Clicked()
    for place in at:
        x, y = screen.at(page, *place)
        page.mouse.move(x, y)
        settle(page, traffic)
        up, down, payload = wire.up, wire.down, traffic.up + traffic.down
        page.evaluate(watch, [x, y])
        page.mouse.click(x, y, delay=PRESS_MS)
        _wait_for_both(page)
        settle(page, traffic)
        seen = page.evaluate("window.__seen")
        clicked.mark_ms.append(_or_never(seen["mark"]))
        clicked.panel_ms.append(_or_never(seen["panel"]))
        clicked.up.append(wire.up - up)
        clicked.down.append(wire.down - down)
        clicked.payload.append(traffic.up + traffic.down - payload)
    return clicked


def quick_clicks(
    page: Page, traffic: Traffic, screen: Screen, at: list[tuple[str, float, float]]
) -> int:
    """Clicks 60 ms apart; how many of them are kept."""
    before = page.evaluate(screen.kept)
    spots = [screen.at(page, *place) for place in at]
    mouse = Hand(page)
    for x, y in spots:
        mouse.click(x, y)
    settle(page, traffic, AFTER_QUICK_S)
    if screen.stored:
        page.reload()
        wait_for(page, screen.ready)
        settle(page, traffic)
    return int(page.evaluate(screen.kept)) - int(before)


class Hand:
    """A mouse that does not wait for the page, as a hand does not.

    Playwright's own waits until the page has handled each event; a page that redraws under the
    pointer slows it down, and one that replaces the pressed element stops it for good.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)._impl_obj

    def click(self, x: float, y: float) -> None:
        """Arrive, press, let go; takes `QUICK_GAP_MS`."""
        for kind, button, then_ms in STEPS_OF_A_CLICK:
            pressed = int(kind == "mousePressed")
            event = {"type": kind, "x": x, "y": y, "button": button, "buttons": pressed}
            sent = self._page._loop.create_task(
                self._session.send("Input.dispatchMouseEvent", {**event, "clickCount": 1}, NO_LIMIT)
            )
            sent.add_done_callback(lambda task: task.cancelled() or task.exception())
            self._page.wait_for_timeout(then_ms)


def _or_never(value: float | None) -> float:
    return math.inf if value is None else value


def _wait_for_both(page: Page) -> None:
    waited = 0
    while waited < TIMEOUT_MS:
        seen = page.evaluate("window.__seen")
        if seen["mark"] is not None and seen["panel"] is not None:
            return
        page.wait_for_timeout(20)
        waited += 20
