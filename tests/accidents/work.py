"""A stretch of work on one record after the other, with accidents in between."""

import contextlib
import math
import time
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeout

from bodymap.body import Body
from tests.accidents.kept import kept_in
from tests.accidents.reckoning import Ledger, Outcome, reckon
from tests.accidents.windows import NOTE_ALL, Findings, Pains, Window
from tests.accidents.world import World, a_world
from tests.benchmarks.clicking import places
from tests.serving import prove

SIZE: Final[ViewportSize] = {"width": 1280, "height": 960}
PATIENCE_MS: Final = 120_000
"""How long a busy machine may take before a page counts as stuck."""
SPOTS: Final = 40
ON_ONE_RECORD: Final = 50
"""Operations before a record is finished and the next one begun."""
MOST_WINDOWS: Final = 3
SELDOM: Final = (4, 12)
"""Least and most deeds from one accident to the next."""
OFTEN: Final = (1, 4)
MOST_TRIES: Final = 50
LONG_MS: Final = 180_000
"""How long the server may take to hear of everything in the end."""


@dataclass
class Report:
    """What happened.

    Attributes:
        operations: How many operations were made that change a record, by kind.
        accidents: How often each kind of accident happened.
        finished: Records that were finished, which was shown.
        refused: Operations that were refused, which was shown.
        outcome: What is wrong.
    """

    operations: Counter[str] = field(default_factory=Counter)
    accidents: Counter[str] = field(default_factory=Counter)
    finished: int = 0
    refused: int = 0
    outcome: Outcome = field(default_factory=Outcome)


class Work:
    """Random deeds in browser windows while accidents happen."""

    def __init__(
        self,
        world: World,
        browser: Browser,
        random: Random,
        *,
        between: tuple[int, int] = SELDOM,
        until: float = math.inf,
        but: Container[str] = (),
        tell: Callable[[str], object] = lambda _: None,
    ) -> None:
        self.world, self.random, self._between, self._tell = world, random, between, tell
        self._until = until
        self.ledger, self.report = Ledger(), Report()
        self.records: dict[type[Window], list[str]] = {Findings: [], Pains: []}
        self.begun = 0
        self._context = a_context(browser)
        self._places = places(Body.load(), SPOTS)
        self._windows: list[Window] = []
        self._accidents: dict[str, Callable[[], None]] = {
            "kill -9 and restart": self._killed,
            "kill -9, restart and reload": self._killed_and_reloaded,
            "records busy": self._busy,
            "reload": self._reloaded,
            "second tab": self._second_tab,
            "duplicated tab": self._duplicated_tab,
            "network lost": self._network_lost,
            "network lost and reload": self._network_lost_and_reload,
        }
        self._accidents = {
            name: happen for name, happen in self._accidents.items() if name not in but
        }
        self._coming: list[str] = []

    @property
    def _is_time_left(self) -> bool:
        return time.monotonic() < self._until

    @property
    def made(self) -> int:
        return len(self.ledger.changing)

    def do(self, operations: int) -> Report:
        """Make so many operations, and compare in the end."""
        kinds = [Findings, Pains]
        try:
            while self.made < operations and self._is_time_left:
                until = min(operations, self.made + ON_ONE_RECORD)
                self._one_record(kinds[self.begun % 2], until)
        except (BrowserError, AssertionError):
            self._picture_all()
            raise
        self._context.close()
        assessments, drawings = self.records[Findings], self.records[Pains]
        kept = kept_in(self.world.folder, assessments, drawings)
        self.report.outcome = reckon(self.ledger, kept)
        self.report.refused = len(kept.refused)
        self.report.operations = Counter(each["op"] for each in self.ledger.changing.values())
        return self.report

    def _picture_all(self) -> None:
        """Every page as it stands, beside the records, for whoever looks for the cause."""
        folder = self.world.folder.parent
        for number, page in enumerate(self._context.pages):
            with contextlib.suppress(BrowserError):
                page.screenshot(path=folder / f"page-{number}.png", timeout=10_000)
            self._tell(f"{folder / f'page-{number}.png'}: {page.url}")

    def _one_record(self, kind: type[Window], until: int) -> None:
        self._windows = [self._begin(kind)]
        self.begun += 1
        self.records[kind].append(self._windows[0].record)
        while self.made < until and self._is_time_left:
            for _ in range(self.random.randint(*self._between)):
                if self.made < until:
                    self._act()
            if self.made < until:
                self._accident()
        for window in self._windows:
            with contextlib.suppress(BrowserTimeout):  # what is still on its way then is lost
                window.wait_until_saved(LONG_MS)
            window.note()
        self._finish(kind)
        for window in self._windows:
            window.page.close()

    def _begin(self, kind: type[Window]) -> Window:
        page = self._context.new_page()
        window = kind(page, self.ledger, self.random, self._places)
        if kind is Findings:
            window.body.start(self.world.url)
            page.wait_for_url("**draft=*")
        else:
            page.goto(f"{self.world.url}/mark")
            page.get_by_role("button", name="Draw it").click()
            window.body.wait_for_body()
            page.wait_for_url("**drawing=*")
        return window

    def _act(self) -> int:
        return self.random.choice(self._windows).act()

    def _some(self, least: int = 1) -> None:
        """Work goes on meanwhile."""
        for _ in range(self.random.randint(least, 4)):
            self._act()

    # ---- accidents

    def _accident(self) -> None:
        """Each kind in turn, in an order by chance, so that none is left out."""
        if not self._coming:
            self._coming = list(self._accidents)
            self.random.shuffle(self._coming)
        name = self._coming.pop()
        self._accidents[name]()
        self.report.accidents[name] += 1
        self._tell(f"{self.made} operations; {name}")

    def _killed(self) -> None:
        self._some()
        self.world.kill()
        self._some(least=0)
        self.world.start()

    def _killed_and_reloaded(self) -> None:
        self._killed()
        self._reload(self.random.choice(self._windows))

    def _busy(self) -> None:
        # SQLite itself waits for five seconds; now and then it is longer than that.
        seconds = 6.0 if self.random.random() < 0.25 else self.random.uniform(0.2, 2)
        with self.world.busy(seconds):
            self._some()

    def _reloaded(self) -> None:
        window = self.random.choice(self._windows)
        window.act()
        self._reload(window)

    def _reload(self, window: Window) -> None:
        window.note()
        window.page.reload()
        window.body.wait_for_body()
        window.note()

    def _make_room(self) -> None:
        """Close a tab, once everything done in it has arrived."""
        if len(self._windows) == MOST_WINDOWS:
            window = self._windows.pop(self.random.randrange(len(self._windows)))
            window.wait_until_saved(LONG_MS)
            window.note()
            window.page.close()

    def _second_tab(self) -> None:
        self._make_room()
        window = self._windows[0]
        page = self._context.new_page()
        page.goto(window.page.url)
        self._windows.append(self._another(page, window))
        self._some()

    def _duplicated_tab(self) -> None:
        """What a tab has stored is copied, with all that is on its way."""
        self._make_room()
        window = self._windows[0]
        window.act()
        with self._context.expect_page() as coming:
            window.page.evaluate("() => { window.open(location.href); }")
        self._windows.append(self._another(coming.value, window))
        self._some()

    def _another(self, page: Page, window: Window) -> Window:
        """A window like this one, on the page of another tab."""
        another = type(window)(page, self.ledger, self.random, self._places)
        another.body.wait_for_body()
        return another

    def _network_lost(self) -> None:
        self._without_network()
        self.world.network.come_back()

    def _without_network(self) -> None:
        if self.random.random() < 0.5:
            self.world.network.swallow()
            self._some()
        self.world.network.lose()
        self._some()

    def _network_lost_and_reload(self) -> None:
        window = self.random.choice(self._windows)
        self._without_network()
        window.note()
        with contextlib.suppress(BrowserError):
            window.page.reload()  # the browser shows a page of its own that says so
        self.world.network.come_back()
        for _ in range(MOST_TRIES):
            window.page.wait_for_timeout(100)
            with contextlib.suppress(BrowserError):
                window.page.reload()
                break
        window.body.wait_for_body()
        window.note()

    # ---- the end of a record

    def _finish(self, kind: type[Window]) -> None:
        window = self._windows[0]
        page, record = window.page, window.record
        if kind is Findings:
            page.get_by_role("button", name="Finish", exact=True).click()
            page.get_by_role("textbox", name="Your name, as typed").fill("Ada")
            page.keyboard.press("Tab")
            ending = page.get_by_role("button", name="Finish anyway")
            ending.or_(page.get_by_role("button", name="Finish now")).click()
            expect(page.get_by_text("Finished by Ada.")).to_be_visible(timeout=PATIENCE_MS)
        else:
            if not page.locator(".view .strokes path").count():
                return  # nothing is drawn in the end: there is nothing to finish
            page.goto(f"{self.world.url}/mark?drawing={record}&step=read-back")
            page.get_by_role("button", name="Yes", exact=True).click()
            expect(page.get_by_text("Your drawing is saved.")).to_be_visible(timeout=PATIENCE_MS)
        self.report.finished += 1


def a_context(browser: Browser) -> BrowserContext:
    """A browser of its own, let in, that notes every operation."""
    context = prove(browser.new_context(viewport=SIZE))
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(NOTE_ALL)
    return context


def work(
    folder: Path,
    browser: Browser,
    *,
    seed: int,
    operations: int,
    between: tuple[int, int] = SELDOM,
    most_s: float = math.inf,
    but: Container[str] = (),
    tell: Callable[[str], object] = lambda _: None,
) -> Report:
    """Everything, in a folder of its own.

    Args:
        folder: Where the records lie; made if need be.
        browser: A real one.
        seed: What happens, and when.
        operations: How many are made that change a record.
        between: Least and most deeds from one accident to the next.
        most_s: Begin nothing more after so many seconds.
        but: Kinds of accident that are left out.
        tell: Given a line after each accident.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with a_world(folder) as world:
        chance = Random(seed)  # noqa: S311 - no secret
        until = time.monotonic() + most_s
        doing = Work(world, browser, chance, between=between, until=until, but=but, tell=tell)
        return doing.do(operations)
