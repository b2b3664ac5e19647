"""Browser windows on one record: what a person does there, and what the browser noted of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page

from tests.accidents.reckoning import Ledger, Name
from tests.browser.assess_page import AssessPage

Place = tuple[str, float, float]

#: Every operation is written to the tab's storage when it is made; this keeps a copy of each.
NOTE_ALL = """(() => {
  window.__noted = [];
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    if (key.startsWith("bodymap:")) window.__noted.push([key.slice(8), text]);
    return write.call(this, key, text);
  };
})()"""
ALL_SAVED = """() => Object.entries(sessionStorage).every(
  ([key, kept]) => !key.startsWith("bodymap:") || JSON.parse(kept).pending.length === 0)"""
TAKE_NOTED = "() => (window.__noted ?? []).splice(0)"


@dataclass
class Window:
    """One browser window on one record."""

    page: Page
    ledger: Ledger
    random: Random
    places: list[Place]

    @property
    def body(self) -> AssessPage:
        return AssessPage(self.page)

    @property
    def record(self) -> str:
        query = parse_qs(urlsplit(self.page.url).query)
        (record,) = query.get("draft") or query["drawing"]
        return record

    def note(self) -> int:
        """Enter what was made since; how many operations that change something are new."""
        before = len(self.ledger.changing)
        for log, text in self.page.evaluate(TAKE_NOTED):
            kept = json.loads(text)
            for operation in kept["pending"]:
                name = Name(log, kept["cid"], operation["seq"])
                self.ledger.note(name, operation)
        return len(self.ledger.changing) - before

    # ---- what a person does; each may come to nothing, as it does for a person

    def acts(self) -> dict[str, tuple[int, Callable[[], None]]]:
        """What can be done, each with how often."""
        raise NotImplementedError

    def act(self) -> int:
        """Do something at random; how many operations came of it."""
        acts = self.acts()
        names = list(acts)
        weights = [often for often, _ in acts.values()]
        name = self.random.choices(names, weights)[0]
        try:
            acts[name][1]()
        except BrowserError as error:
            if "Timeout" not in str(error):
                raise
        return self.note()

    def spot(self, *, free: bool = True) -> tuple[float, float]:
        """A place on the screen, at random; away from every mark."""
        taken = self.body.positions() if free else []
        while True:
            view, x, y = self.random.choice(self.places)
            if all((x - a) ** 2 + (y - b) ** 2 > 26**2 for a, b in taken):
                self.body.view(view).scroll_into_view_if_needed()
                return self.body.pixel(view, x, y)

    def focus(self) -> None:
        self.page.locator(".bm .region[tabindex='0']").first.focus()

    def press(self, *keys: str) -> None:
        self.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def undo(self) -> None:
        self.press("Control+z")

    def redo(self) -> None:
        self.press("Control+y")

    def one_of(self, found: Locator) -> Locator | None:
        count = found.count()
        return found.nth(self.random.randrange(count)) if count else None

    def wait_until_saved(self, most_ms: int) -> None:
        self.page.wait_for_function(ALL_SAVED, timeout=most_ms)


class Findings(Window):
    """A window on an assessment."""

    def acts(self) -> dict[str, tuple[int, Callable[[], None]]]:
        return {
            "add": (5, self.add),
            "answer": (4, self.answer),
            "select": (2, self.select),
            "move": (1, self.move),
            "remove": (1, self.remove),
            "undo": (2, self.undo),
            "redo": (1, self.redo),
        }

    def add(self) -> None:
        self.page.mouse.click(*self.spot())

    def select(self) -> None:
        line = self.one_of(self.body.lines)
        if line is not None:
            line.click()

    def answer(self) -> None:
        if self.random.random() < 0.5:
            self.select()
        self.press(
            *self.random.choices(["p", "a", "n", "0", "3", "7"], k=self.random.randint(1, 3))
        )

    def move(self) -> None:
        mark = self.one_of(self.body.marks)
        box = mark.locator(".x").bounding_box() if mark else None
        if box:
            start = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            self.body.drag(start, self.spot())

    def remove(self) -> None:
        self.select()
        self.press("Delete")


class Pains(Window):
    """A window on a drawing."""

    def acts(self) -> dict[str, tuple[int, Callable[[], None]]]:
        return {
            "stroke": (8, self.stroke),
            "arrow": (1, self.arrow),
            "another": (2, self.another),
            "select": (2, self.select),
            "remove": (1, self.remove),
            "undo": (2, self.undo),
            "redo": (1, self.redo),
        }

    def tool(self, name: str) -> None:
        self.page.locator(".bar").get_by_role("button", name=name, exact=True).click()

    def stroke(self) -> None:
        self.tool("Draw")
        x, y = self.spot(free=False)
        self.body.drag((x, y), (x + self.random.uniform(-20, 20), y + self.random.uniform(5, 30)))

    def arrow(self) -> None:
        self.tool("Arrow")
        self.body.drag(self.spot(free=False), self.spot(free=False))

    def another(self) -> None:
        button = self.page.locator(".subjects").get_by_text("Another pain", exact=True)
        if button.first.is_visible():
            button.first.click()

    def select(self) -> None:
        pain = self.one_of(self.page.locator(".subjects .choice button:visible"))
        if pain is not None:
            pain.click()

    def remove(self) -> None:
        button = self.page.locator(".subjects .remove")
        if button.is_visible():
            button.click()
