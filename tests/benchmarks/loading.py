"""How long pages take to appear, what they weigh, and how long the server takes to start."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.app.test_outbound import GUARD
from tests.benchmarks.browsing import new_page, settle, wait_for
from tests.benchmarks.screens import BODYMAP, Screen
from tests.benchmarks.servers import ROOT, wait_until_healthy
from tests.serving import Server, free_port, running_app

NOTHING = "document.querySelector('.stMarkdown')?.textContent === 'Nothing'"
AFTER_LOAD_S = 1.0


@dataclass(frozen=True)
class Loaded:
    """A page opened with an empty cache, then reloaded; medians of some openings.

    Attributes:
        first_s: Until the first page can be used.
        body_s: Until the body can be clicked, with an empty cache and by its own address.
        reload_s: The same with what the browser kept.
        http_kb: Everything that came over HTTP for the body's page, as it travelled.
        script_kb: The part of it that is JavaScript.
        socket_kb: What came over the websocket.
        outside: Requests to other machines, over all openings.
    """

    first_s: float
    body_s: float
    reload_s: float
    http_kb: float
    script_kb: float
    socket_kb: float
    outside: int


def loaded(browser: Browser, url: str, screen: Screen, times: int) -> Loaded:
    """Open a screen with an empty cache; the server is warm: one visit goes before."""
    with new_page(browser) as (page, traffic):
        page.goto(url)
        wait_for(page, screen.first)
        screen.enter(page)
        wait_for(page, screen.ready)
        settle(page, traffic)
        body_url = page.url
        outside = traffic.outside()
    first, body, again, http, script, socket = [], [], [], [], [], []
    for _ in range(times):
        with new_page(browser) as (page, traffic):
            first.append(_opening(partial(page.goto, url), page, screen.first))
            outside += traffic.outside()
        with new_page(browser) as (page, traffic):
            body.append(_opening(partial(page.goto, body_url), page, screen.ready))
            settle(page, traffic, AFTER_LOAD_S)
            http.append(traffic.http)
            script.append(traffic.script)
            socket.append(traffic.down)
            again.append(_opening(page.reload, page, screen.ready))
            outside += traffic.outside()
    kb = [median(each) / 1000 for each in (http, script, socket)]
    return Loaded(median(first), median(body), median(again), *kb, outside)


def _opening(go: Callable[[], object], page: Page, ready: str) -> float:
    start = time.monotonic()
    go()
    wait_for(page, ready)
    return time.monotonic() - start


def weight_of_nothing(browser: Browser, url: str) -> tuple[float, float]:
    """HTTP and JavaScript kB of Streamlit's own empty page."""
    with new_page(browser) as (page, traffic):
        page.goto(url)
        wait_for(page, NOTHING)
        settle(page, traffic, AFTER_LOAD_S)
        return traffic.http / 1000, traffic.script / 1000


@contextmanager
def watched_app(data_folder: Path) -> Iterator[tuple[Server, Path]]:
    """Bodymap with a record of every socket that it tries to open to another machine."""
    guard = data_folder / "guard"
    guard.mkdir(parents=True)
    (guard / "sitecustomize.py").write_text(GUARD, "utf-8")
    record = data_folder / "sockets.txt"
    environment = {"PYTHONPATH": str(guard), "SOCKET_RECORD": str(record)}
    with running_app(data_folder, environment=environment) as server:
        yield server, record


def outside_sockets(record: Path) -> int:
    """How many of them there were; the guard's own line says that it was in place."""
    lines = record.read_text("utf-8").splitlines()
    assert "guard in place" in lines
    return sum(line != "guard in place" for line in lines)


def cold_starts(data_folder: Path, times: int) -> list[float]:
    """Seconds from the command to the first answered health check, in new processes."""
    command = [sys.executable, "-m", "bodymap.cli", "app"]
    return [_until_healthy(command, data_folder / f"cold-{run}") for run in range(times)]


def cold_starts_of_nothing(data_folder: Path, times: int) -> list[float]:
    """The same for Streamlit with an empty page."""
    empty = str(Path(__file__).with_name("empty_screen.py"))
    command = [sys.executable, "-m", "streamlit", "run", empty]
    flag = "--server.port"
    return [_until_healthy(command, data_folder / f"nothing-{run}", flag) for run in range(times)]


def cold_first_page(browser: Browser, data_folder: Path) -> float:
    """Seconds from the command to a first page that can be used, nothing being warm."""
    start = time.monotonic()
    with running_app(data_folder) as server, new_page(browser) as (page, _):
        page.goto(server.url)
        wait_for(page, BODYMAP.first)
        return time.monotonic() - start


def _until_healthy(command: list[str], data_folder: Path, port_flag: str = "--port") -> float:
    data_folder.mkdir(parents=True)
    port, log_file = free_port(), data_folder / "server.log"
    given = {**os.environ, "BODYMAP_DATA_DIR": str(data_folder)}
    start = time.monotonic()
    with log_file.open("ab") as log:
        process = subprocess.Popen(
            [*command, port_flag, str(port)], stdout=log, stderr=log, cwd=ROOT, env=given
        )
    server = Server(f"http://127.0.0.1:{port}", process, log_file)
    try:
        wait_until_healthy(server)
        return time.monotonic() - start
    finally:
        server.stop()
