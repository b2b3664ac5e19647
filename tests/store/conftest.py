"""Every store there is, for the tests of what they all promise."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bodymap.services.kernel.ports import Store
from bodymap.store import open_store
from bodymap.store.tables import metadata
from tests.store.memory_store import MemoryStore
from tools.postgresql import programs, server

# An empty database of its own, such as postgresql+psycopg://localhost/bodymap_test; all rows in
# it are removed. Without one, a private server is started where its programs are on the machine.
NAMED = os.environ.get("BODYMAP_TEST_DATABASE_URL")
WITHOUT = "PostgreSQL is not on this machine: the store was not tested on it (tools/postgresql.py)"


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    if NAMED:
        yield NAMED
    elif programs() is None:
        pytest.skip(WITHOUT)
    else:
        with server() as url:
            yield url


# A server takes seconds to start and each test some tenths: `make fast` does without.
@pytest.fixture(params=["memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        opened = MemoryStore()
    elif request.param == "sqlite":
        opened = open_store(tmp_path)
    else:
        opened = open_store(tmp_path, url=request.getfixturevalue("server_url"))
        names = ", ".join(t.name for t in metadata.sorted_tables if t.name != "practices")
        with opened.engine.begin() as connection:
            connection.execute(text(f"TRUNCATE {names}"))
    yield opened
    opened.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what was not tested."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(WITHOUT in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(WITHOUT, yellow=True)
