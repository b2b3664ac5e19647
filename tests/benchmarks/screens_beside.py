"""Bodymap and the plain Plotly screen, one after the other in the same browser."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bodymap import files
from bodymap.body import Body
from tests.benchmarks import loading, searching, turning
from tests.benchmarks.browsing import Traffic, chromium_running, new_page, settle, wait_for
from tests.benchmarks.clicking import Clicked, places, quick_clicks, single_clicks
from tests.benchmarks.loading import Loaded, loaded
from tests.benchmarks.relay import Wire, wire
from tests.benchmarks.rows import Beside, Goal, Part, Row
from tests.benchmarks.screens import BODYMAP, FLOOR, PLOTLY, Screen
from tests.benchmarks.servers import running_script
from tests.browser.assess_page import AssessPage
from tests.browser.therapist import Therapist, record_five

TWO_MINUTES_S = 120


@dataclass(frozen=True)
class Effort:
    """How much of everything: the page of figures uses the defaults, a test the least."""

    clicks: int = 24
    quick: int = 20
    openings: int = 5
    starts: int = 3
    turns: int = turning.TURNS
    searches: int = len(searching.QUERIES)
    people: bool = True


@dataclass(frozen=True)
class Seen:
    """All that was measured of one screen."""

    load: Loaded
    clicked: Clicked
    kept: int


def seen(browser: Browser, url: str, screen: Screen, effort: Effort) -> Seen:
    """Measure one screen; its server runs."""
    load = loaded(browser, url, screen, effort.openings)
    at = places(Body.load(), effort.clicks + effort.quick)
    with _ready(browser, url, screen) as (page, traffic, counted):
        clicked = single_clicks(page, traffic, counted, screen, at[: effort.clicks])
        kept = quick_clicks(page, traffic, screen, at[effort.clicks :])
    return Seen(load, clicked, kept)


def floor(browser: Browser, url: str, effort: Effort) -> Clicked:
    """The same single clicks where Streamlit has the least to do; its server runs."""
    at = places(Body.load(), effort.clicks)
    with _ready(browser, url, FLOOR) as (page, traffic, counted):
        return single_clicks(page, traffic, counted, FLOOR, at)


@contextmanager
def _ready(browser: Browser, url: str, screen: Screen) -> Iterator[tuple[Page, Traffic, Wire]]:
    """A page on which the screen can be clicked, reached through a counted wire."""
    with new_page(browser) as (page, traffic), wire(url) as counted:
        page.goto(counted.url)
        wait_for(page, screen.first)
        screen.enter(page)
        wait_for(page, screen.ready)
        settle(page, traffic)
        yield page, traffic, counted


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def rows(effort: Effort | None = None, running: Browser | None = None) -> list[Row]:
    """Measure everything that takes a browser."""
    effort = effort or Effort()
    launched = chromium_running() if running is None else nullcontext(running)
    with _scratch() as folder, launched as browser:
        with running_script("empty_screen.py", folder) as server:
            nothing = loading.weight_of_nothing(browser, server.url)
        with running_script("floor_screen.py", folder) as server:
            least = floor(browser, server.url, effort)
        with running_script("plotly_screen.py", folder) as server:
            plain = seen(browser, server.url, PLOTLY, effort)
        with loading.watched_app(folder / "watched") as (server, record):
            own = seen(browser, server.url, BODYMAP, effort)
            keys = (False, True) if effort.people else ()
            people = [_person(browser, server.url, by_keys=by_keys) for by_keys in keys]
            found = searching.row(browser, server.url, searching.QUERIES[: effort.searches])
            turned = turning.rows(browser, server.url, effort.turns)
            sockets = loading.outside_sockets(record)
        cold = loading.cold_starts(folder / "cold", effort.starts)
        cold_nothing = loading.cold_starts_of_nothing(folder / "nothing", effort.starts)
        cold_page = [
            loading.cold_first_page(browser, folder / f"page-{run}") for run in range(effort.starts)
        ]
    return [
        *_click_rows(own, plain, least, effort),
        *_load_rows(own, plain, nothing),
        *_start_rows(cold, cold_nothing, cold_page),
        _row(
            "outside", "requests to other machines, browser and server",
            own.load.outside + sockets, "", Goal(0),
            how="every request of every page; every socket that the server tried to open",
        ),
        found,
        *turned,
        *_person_rows(people),
    ]  # fmt: skip


def _person(browser: Browser, url: str, *, by_keys: bool) -> Therapist:
    with new_page(browser) as (page, _):
        return record_five(AssessPage(page), url, by_keys=by_keys)


def _row(
    row_id: str, what: str, value: float, unit: str, goal: Goal | None = None, *,
    beside: float | None = None, p95: float | None = None, how: str = "",
    part: Part = Part.CLICKS,
) -> Row:  # fmt: skip
    alternative = None if beside is None else Beside(PLOTLY.name, beside)
    return Row(row_id, what, value, unit, part, goal, alternative, p95, how)


def _click_rows(own: Seen, plain: Seen, least: Clicked, effort: Effort) -> list[Row]:
    mine, other = own.clicked, plain.clicked
    clicks, quick = effort.clicks, effort.quick
    how = f"{clicks} single clicks on front and back, from the release of the button"
    return [
        _row(
            "mark", "click to mark visible", mine.mark()[0], "ms", Goal(16),
            beside=other.mark()[0], p95=mine.mark()[1], how=how,
        ),
        _row(
            "panel", "click to panel updated by Python", mine.panel()[0], "ms", Goal(120),
            beside=other.panel()[0], p95=mine.panel()[1], how=how,
        ),
        _row(
            "panel_floor", "the least that a click takes in Streamlit", least.panel()[0], "ms",
            p95=least.panel()[1], how=f"{FLOOR.name}, in the same run",
        ),
        _row(
            "registered", f"single clicks that registered, of {clicks}", mine.registered, "",
            Goal(clicks, at_least=True), beside=other.registered,
        ),
        _row(
            "kept", f"clicks kept, of {quick} made 60 ms apart", own.kept, "",
            Goal(quick, at_least=True), beside=plain.kept,
            how="the mouse does not wait for the page; Bodymap's are counted after a reload",
        ),
        _row(
            "socket", "websocket per click, both ways", mine.socket_kb(), "kB", Goal(8),
            beside=other.socket_kb(),
            how=f"as it travels: up {median(mine.up) / 1000:.1f}, down "
            f"{median(mine.down) / 1000:.1f} kB; {median(mine.payload) / 1000:.1f} kB before "
            f"compression, {median(other.payload) / 1000:.0f} kB beside it",
        ),
    ]  # fmt: skip


def _load_rows(own: Seen, plain: Seen, nothing: tuple[float, float]) -> list[Row]:
    mine, other = own.load, plain.load
    return [
        _row("first_page", "first page, warm server, empty cache", mine.first_s, "s", Goal(2)),
        _row(
            "body_page", "page with the body, warm server, empty cache", mine.body_s, "s",
            beside=other.body_s,
        ),
        _row("reload", "the same page reloaded", mine.reload_s, "s", beside=other.reload_s),
        _row(
            "weight", "HTTP beyond Streamlit's own empty page", mine.http_kb - nothing[0], "kB",
            Goal(1500), beside=other.http_kb - nothing[0],
            how=f"as it travels; the empty page has {nothing[0]:,.0f} kB",
        ),
        _row(
            "script", "JavaScript beyond Streamlit's own empty page",
            mine.script_kb - nothing[1], "kB", beside=other.script_kb - nothing[1],
        ),
        _row(
            "first_socket", "websocket for the page with the body", mine.socket_kb, "kB",
            beside=other.socket_kb,
        ),
        _row(
            "assets", "assets/body/ in all", _size_mb(), "MB", Goal(12), part=Part.MUST,
        ),
    ]  # fmt: skip


def _start_rows(cold: list[float], nothing: list[float], page: list[float]) -> list[Row]:
    alternative = Beside("Streamlit with an empty page", median(nothing))
    return [
        Row(
            "cold", "cold start: from the command until the server answers", median(cold), "s",
            Part.CLICKS, Goal(2), alternative,
        ),
        _row(
            "cold_page", "cold start, then the first page in a browser with an empty cache",
            median(page), "s",
        ),
    ]  # fmt: skip


def _person_rows(people: list[Therapist]) -> list[Row]:
    return [
        Row(
            f"five_{name}", f"five findings recorded, {name.replace('_', ' ')}",
            person.seconds, "s", Part.PERSON, Goal(TWO_MINUTES_S),
            Beside("by somebody who reads every word", person.seconds_reading_all),
            how=f"{person.actions} actions, {person.words} words to read",
        )
        for name, person in zip(("by_mouse", "by_mouse_and_keys"), people, strict=False)
    ]  # fmt: skip


def _size_mb() -> float:
    return sum(file.stat().st_size for file in files.assets("body").iterdir()) / 1e6
