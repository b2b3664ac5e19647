"""What the scripts of the pages People and Assess cost before anything is chosen.

python -m tests.benchmarks.start_pages FOLDER [--profile]

Runs each again and again on the records of a folder, without a browser, and prints the least CPU
milliseconds of a run as JSON: a busy machine adds to the others.
"""

import argparse
import cProfile
import json
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from streamlit.testing.v1 import AppTest

from bodymap.analysis.search_index import SearchIndex
from bodymap.services.authority.access import Visit
from bodymap.services.authority.limits import limited
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import Practice
from bodymap.store import open_store
from bodymap.ui.session import Workspace
from tests.services.memory_shelf import MemoryShelf
from tests.shipped import atlas, body, layer

RUNS: Final = 9
PATIENCE_S: Final = 300
_opened: list[Workspace] = []


def opened() -> Workspace:
    """The workspace that the pages are shown."""
    return _opened[0]


def open_records(folder: Path) -> Workspace:
    """A workspace on the records of a folder, with its limits, as a visitor of this desk has it."""
    ports = Ports(store=open_store(folder), clock=SystemClock(), ids=SystemIds())
    workspace = Workspace(
        ports=limited(ports, lambda: Visit(on_this_device=True)),
        body=lambda _: body(),
        atlas=atlas,
        search=lambda: SearchIndex.of(atlas(), body()),
        practice=Practice(MemoryShelf(), ports.clock, ports.ids),
        pattern_names=PatternNames(),
        muscle_layer=layer,
    )
    _opened[:] = [workspace]
    return workspace


def people() -> None:
    from bodymap.ui.pages import people as page  # noqa: PLC0415 - a script of its own
    from tests.benchmarks.start_pages import opened, with_pages  # noqa: PLC0415

    with_pages()
    page.show(opened())


def assess() -> None:
    from bodymap.ui.pages import assess as page  # noqa: PLC0415 - a script of its own
    from tests.benchmarks.start_pages import opened, with_pages  # noqa: PLC0415

    with_pages()
    page.show(opened())


def with_pages() -> None:
    """Other pages of the app, so that ways to them can be shown."""
    import streamlit as st  # noqa: PLC0415

    from bodymap.ui import links  # noqa: PLC0415

    paths = ("assess", "people", "mark", "explore", "treatments", "hand-over")
    paths += (links.EXCHANGE, links.FIND_RECORDS)
    made = {path: st.Page(lambda: None, title=path, url_path=path) for path in paths}
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")


SCRIPTS: Final[dict[str, Callable[[], None]]] = {"people": people, "assess": assess}


def cost(script: Callable[[], None], **asked: str) -> float:
    """Least CPU milliseconds of a run, the first left out; `asked` stands in the address."""
    at = AppTest.from_function(script, default_timeout=PATIENCE_S)
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    if at.exception:
        raise AssertionError(at.exception)
    each = []
    for _ in range(RUNS):
        start = time.process_time()
        at.run()
        each.append((time.process_time() - start) * 1000)
    return min(each)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.start_pages")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    given = parser.parse_args()
    open_records(given.folder)
    sys.stdout.write(json.dumps({name: cost(script) for name, script in SCRIPTS.items()}) + "\n")
    if given.profile:
        import threading  # noqa: PLC0415

        for script in SCRIPTS.values():
            at = AppTest.from_function(script, default_timeout=PATIENCE_S).run()
            profiles: list[cProfile.Profile] = []

            def begin(*_: object, profiles: list[cProfile.Profile] = profiles) -> None:
                threading.setprofile(None)
                profiles.append(cProfile.Profile())
                profiles[-1].enable()

            threading.setprofile(begin)
            at.run()
            threading.setprofile(None)
            pstats.Stats(profiles[0]).sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    from tests.benchmarks import start_pages

    start_pages.main()  # the scripts import this module by its name
