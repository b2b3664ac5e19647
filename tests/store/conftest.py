"""Every store there is, for the tests of what they all promise."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bodymap.services.kernel.ports import Store
from bodymap.store import open_store
from bodymap.store.tables import metadata
from tests.store.memory_store import MemoryStore

# An empty database of its own, such as postgresql+psycopg://localhost/bodymap_test; all rows in
# it are removed.
SERVER = os.environ.get("BODYMAP_TEST_DATABASE_URL")
STORES = ["memory", "sqlite", *(["server"] if SERVER else [])]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        opened = MemoryStore()
    elif request.param == "sqlite":
        opened = open_store(tmp_path)
    else:
        opened = open_store(tmp_path, url=SERVER)
        with opened.engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
    yield opened
    opened.close()
