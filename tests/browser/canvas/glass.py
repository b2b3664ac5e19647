"""Several contacts on a telephone's glass at once, as its screen tells the browser."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from tests.browser.canvas.conftest import Chart

FINGER, PALM = 12, 40
Point = tuple[float, float]

_PRESS = """([points, told]) => {
  const start = document.elementFromPoint(...points[0]).shadowRoot?.elementFromPoint(...points[0])
    ?? document.elementFromPoint(...points[0]);
  const send = (type, [x, y], more) => start.dispatchEvent(new PointerEvent(type, {
    bubbles: true, composed: true, clientX: x, clientY: y, pointerId: 7, isPrimary: true,
    pointerType: "mouse", button: 0, buttons: 1, ...told, ...more }));
  send("pointerdown", points[0]);
  for (const point of points.slice(1)) send("pointermove", point, { button: -1 });
  send("pointerup", points.at(-1), { buttons: 0 });
}"""


@dataclass
class Glass:
    """Contacts by their number: put down, moved, and lifted all together."""

    page: Page
    touching: dict[int, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session = self.page.context.new_cdp_session(self.page)

    def put(self, number: int, at: Point, radius: float = FINGER) -> None:
        self.touching[number] = {
            "id": number,
            "x": at[0],
            "y": at[1],
            "radiusX": radius,
            "radiusY": radius,
        }
        self._send("touchStart")

    def move(self, number: int, *points: Point) -> None:
        for x, y in points:
            self.touching[number] |= {"x": x, "y": y}
            self._send("touchMove")

    def lift(self) -> None:
        self.touching.clear()
        self._send("touchEnd")

    def _send(self, kind: str) -> None:
        points = list(self.touching.values())
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def press(body: Chart, *points: Point, **told: Any) -> None:
    """One pointer over places of the window, all in one breath; `told` goes into its events."""
    body.page.evaluate(_PRESS, [[list(point) for point in points], told])
