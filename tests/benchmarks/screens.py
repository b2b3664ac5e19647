"""The two screens that are compared: how to reach each, and where its marks and panel are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page

from tests.benchmarks.outlines import view_starts

#: Elements inside open shadow roots too; components draw there.
DEEP: Final = """(() => {
  const found = [];
  const look = root => root.querySelectorAll('*').forEach(e => {
    if (e.matches(SELECTOR)) found.push(e);
    if (e.shadowRoot) look(e.shadowRoot);
  });
  look(document);
  return found;
})()"""


def deep(selector: str) -> str:
    """JavaScript for the list of elements that match a selector, wherever they are."""
    return DEEP.replace("SELECTOR", repr(selector))


@dataclass(frozen=True)
class Screen:
    """A clickable body on a page.

    Attributes:
        name: How the tables call it.
        enter: Goes from the first page to the body, if that takes a click.
        first: JavaScript, true when the first page can be used.
        ready: JavaScript, true when the body can be clicked.
        root: JavaScript for the element that marks are looked for in; found once, before timing.
        mark: Selector of the part of a mark that is centred on its place.
        panel: JavaScript, text of the panel that Python writes.
        kept: JavaScript, number of marks that Python has.
        stored: Whether `kept` is asked after the page was loaded again: it must come back.
        place: JavaScript of `[view, x, y]` in view units: `[x, y]` in pixels of the window.
    """

    name: str
    enter: Callable[[Page], None]
    first: str
    ready: str
    root: str
    mark: str
    panel: str
    kept: str
    stored: bool
    place: str

    def at(self, page: Page, view: str, x: float, y: float) -> tuple[float, float]:
        left, top = page.evaluate(self.place, [view, x, y])
        return float(left), float(top)


_TRACES: Final = "document.querySelectorAll('.js-plotly-plot .scatterlayer .trace')"

PLOTLY: Final = Screen(
    name="plain st.plotly_chart screen",
    enter=lambda _page: None,
    first=f"{_TRACES}.length > 300",
    ready=f"{_TRACES}.length > 300 && !!document.querySelector('.st-key-panel')",
    root="document",
    mark='.scatterlayer path.point[style*="rgb(255, 0, 0)"]',
    panel="document.querySelector('.st-key-panel')?.textContent",
    kept="parseInt(document.querySelector('.st-key-panel')?.textContent ?? '0')",
    stored=False,
    place="""([view, x, y]) => {
      const chart = document.querySelector('.js-plotly-plot');
      const box = chart.getBoundingClientRect(), to = chart._fullLayout;
      const start = view === 'front' ? 0 : BACK;
      return [box.left + to._size.l + to.xaxis.l2p(x + start),
              box.top + to._size.t + to.yaxis.l2p(y)];
    }""".replace("BACK", str(view_starts()["back"])),
)

_PAD: Final = f"{deep('.pad')}[0]"

FLOOR: Final = Screen(
    name="one component and one line of text",
    enter=lambda _page: None,
    first=f"!!{_PAD}",
    ready=f"!!{_PAD} && !!document.querySelector('.st-key-panel')",
    root=_PAD,
    mark=".dot",
    panel="document.querySelector('.st-key-panel')?.textContent",
    kept="parseInt(document.querySelector('.st-key-panel')?.textContent ?? '0')",
    stored=False,
    place="""([view, x, y]) => {
      const box = PAD.getBoundingClientRect();
      return [box.left + x + (view === 'front' ? 0 : 500), box.top + y * 0.7];
    }""".replace("PAD", _PAD),
)

START_BUTTON: Final = "Start without a person"
_CANVAS: Final = f"{deep('.bm')}[0]"
_BUTTONS: Final = "Array.from(document.querySelectorAll('button'))"


def start_at_once(page: Page) -> None:
    """From the start page to the body."""
    page.get_by_role("button", name=START_BUTTON).click()


BODYMAP: Final = Screen(
    name="Bodymap",
    enter=start_at_once,
    first=f"{_BUTTONS}.some(button => button.textContent.includes('{START_BUTTON}'))",
    ready=f"""(root => !!root && root.querySelectorAll('path.region').length > 300
      && !root.querySelector('[aria-busy]') && !!document.querySelector('.st-key-card-panel')
    )({_CANVAS})""",
    root=_CANVAS,
    mark=".mark.own .x",
    panel="document.querySelector('.st-key-card-panel')?.textContent",
    kept=f"{_CANVAS}.querySelectorAll('.mark.own').length",
    stored=True,
    place="""([view, x, y]) => {
      const svg = CANVAS.querySelector(`.view[data-view="${view}"] svg`);
      const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
      return [point.x, point.y];
    }""".replace("CANVAS", _CANVAS),
)
