"""What only a server can show: several starts at once, an upgrade there, a missing driver."""

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bodymap.errors import StoreDriverMissing
from bodymap.records import Edition
from bodymap.store import open_store
from bodymap.store.engine import make_engine, store_url
from bodymap.store.schema import run_migrations
from tests.store.old_files import fill
from tests.store.test_upgrading import DRAWING, EXAMINED, LINK, PERSON, old_rows

pytestmark = pytest.mark.slow

OPEN = """
import sys
from pathlib import Path
from bodymap.store import open_store
store = open_store(Path("/unused"), url=sys.argv[1])
with store.reading() as unit:
    print(unit.settings.get("none"))
"""


@pytest.fixture
def empty_url(server_url: str) -> Iterator[str]:
    """A new database without tables on the server."""
    name = f"bodymap_{uuid.uuid4().hex}"
    whole = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with whole.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
    with whole.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    whole.dispose()


def test_three_programs_that_start_at_once_make_the_tables_once(empty_url: str) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, empty_url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]

    said = [process.communicate(timeout=120) for process in started]

    assert said == [("None\n", "")] * 3
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM practices")).scalar() == 1
    engine.dispose()


def test_everything_of_version_0003_is_there_on_a_server_too(empty_url: str) -> None:
    engine = make_engine(store_url(folder=Path("/unused"), url=empty_url))
    with engine.begin() as connection:
        run_migrations(connection, "0003")
        fill(connection, old_rows())
    engine.dispose()

    store = open_store(Path("/unused"), url=empty_url)

    with store.reading() as unit:
        assert unit.persons.get(PERSON.id) == PERSON
        assert unit.assessments.get(EXAMINED.id) == EXAMINED
        assert unit.assessments.editions(EXAMINED.id) == (Edition(1, EXAMINED),)
        assert unit.drawings.get(DRAWING.id) == DRAWING
        assert unit.drawings.editions(DRAWING.id) == (Edition(1, DRAWING),)
        assert unit.hand_overs.get(LINK.id) == LINK
        found = unit.persons.find(("pat-0", "ang"), sample=False, limit=9, after=None)
        assert [line.person for line in found] == [PERSON]
        step = unit.undo.next_redo(DRAWING.id, "w")
    assert step is not None
    assert step.what == "set_arrow"
    store.close()


def test_a_driver_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StoreDriverMissing, match=r"pip install 'bodymap\[postgres\]'") as caught:
        open_store(tmp_path, url="postgresql+psycopg://kim:secret@127.0.0.1:1/bodymap")

    assert caught.value.driver == "psycopg"
    assert "secret" not in str(caught.value)
