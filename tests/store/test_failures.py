"""What goes wrong with a disk is said clearly, and the finding stays in hand."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from bodymap.errors import (
    StoreBusy,
    StoreConflict,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreInconsistent,
    StoreReadOnly,
    StoreUnreachable,
)
from bodymap.services.assessing.assessments import open_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock, UnitOfWork
from bodymap.services.kernel.transactions import written
from bodymap.store import SqlStore, open_store
from bodymap.store.engine import FILE_NAME
from bodymap.store.failures import as_store_error
from bodymap.store.guard import safe_journal
from tests.records.builders import NOON, a_finding, an_assessment, an_id
from tests.store.saving import finding

ROOT = Path(__file__).parents[2]
JOURNAL = safe_journal(sqlite3.sqlite_version_info[:3])


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any account may enter, unlike pytest's own."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def ports(folder: Path) -> Iterator[Ports]:
    store = open_store(folder)
    yield Ports(store=store, clock=SystemClock(), ids=SystemIds())
    store.close()


def hindered(folder: Path, hindrance: str) -> list[str]:
    command = [sys.executable, "-m", "tests.store.saving", str(folder), "hindered", hindrance]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.slow  # each starts a program of its own, which gives up its rights
@pytest.mark.parametrize(
    ("hindrance", "kind", "advice"),
    [
        ("read-only folder", "StoreReadOnly", "the right to write"),
        ("read-only file", "StoreReadOnly", "the right to write"),
        ("full", "StoreFull", "Free some space"),
        ("closed folder", "StoreUnreachable", "folder exists"),
    ],
)
def test_a_disk_that_takes_nothing_is_named_and_nothing_is_lost(
    folder: Path, ports: Ports, hindrance: str, kind: str, advice: str
) -> None:
    draft = start_assessment(body_version="1", request_id="start", ports=ports)
    record_finding(Editing(draft.id, "w", ports), finding=finding(1))
    ports.store.close()

    name, message, in_hand, as_before = hindered(folder, hindrance)

    assert name == kind
    assert advice in message
    assert str(folder) in message
    # A write-ahead log cannot even be read there.
    readable = hindrance != "closed folder" and JOURNAL.mode == "delete"
    assert (in_hand, as_before) == ("True", "True" if readable else kind)


def test_a_disk_that_fills_up_in_the_middle_keeps_what_was_saved(ports: Ports) -> None:
    draft = start_assessment(body_version="1", request_id="start", ports=ports)
    before = record_finding(Editing(draft.id, "w", ports), finding=finding(1))
    store: SqlStore = ports.store
    store.close()
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def fill() -> None:
        nonlocal before
        for number in range(50):
            before = record_finding(
                Editing(draft.id, "w", ports),
                finding=a_finding(f"m{number}", notes="x" * 4_000),
            )

    with pytest.raises(StoreFull):
        fill()

    assert open_assessment(assessment_id=draft.id, ports=ports) == before
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    record_finding(Editing(draft.id, "w", ports), finding=finding(99))


def test_a_locked_file_is_named_and_saving_goes_on_when_it_is_free(
    folder: Path, ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.store.engine._WAIT_MILLISECONDS", 50)
    draft = start_assessment(body_version="1", request_id="start", ports=ports)
    ports.store.close()
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(StoreBusy, match="Close the other program"):
        record_finding(Editing(draft.id, "w", ports), finding=finding(1))

    other.execute("ROLLBACK")
    other.close()
    saved = record_finding(Editing(draft.id, "w", ports), finding=finding(1))
    assert saved.findings == (finding(1),)


@pytest.mark.parametrize("damage", ["cut", "overwritten"])
def test_a_damaged_file_is_named(folder: Path, ports: Ports, damage: str) -> None:
    draft = start_assessment(body_version="1", request_id="start", ports=ports)
    for number in range(20):
        record_finding(Editing(draft.id, "w", ports), finding=finding(number))
    ports.store.close()
    with sqlite3.connect(folder / FILE_NAME) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    whole = (folder / FILE_NAME).read_bytes()
    half = len(whole) // 2
    broken = whole[:half] if damage == "cut" else whole[:4096] + b"\xa5" * (len(whole) - 4096)
    (folder / FILE_NAME).write_bytes(broken)

    with pytest.raises(StoreDamaged, match="restore the latest backup"):
        record_finding(Editing(draft.id, "w", ports), finding=finding(99))


class ServerError(Exception):
    """As a PostgreSQL driver raises it."""

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "kind"),
    [
        ("40001", StoreConflict),
        ("40P01", StoreConflict),
        ("23505", StoreConflict),
        ("23503", StoreInconsistent),
        ("23502", StoreInconsistent),
        ("53100", StoreFull),
        ("25006", StoreReadOnly),
        ("55P03", StoreBusy),
        ("XX001", StoreDamaged),
        ("08006", StoreUnreachable),
        (None, StoreUnreachable),
        ("22012", StoreError),
    ],
)
def test_errors_of_a_database_server_are_told_apart(
    sqlstate: str | None, kind: type[StoreError]
) -> None:
    error = OperationalError("INSERT", {}, ServerError(sqlstate))

    assert type(as_store_error(error, where="db.clinic")) is kind


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ("INSERT INTO t VALUES (1, 'b', 1)", StoreConflict),
        ("INSERT INTO t VALUES (2, 'a', 1)", StoreConflict),
        ("INSERT INTO t VALUES (2, 'b', 9)", StoreInconsistent),
        ("INSERT INTO t VALUES (2, NULL, 1)", StoreInconsistent),
        ("INSERT INTO t VALUES (2, '', 1)", StoreInconsistent),
    ],
)
def test_only_what_is_there_already_is_a_conflict(wrong: str, kind: type[StoreError]) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.exec_driver_sql(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code <> ''),"
            " other INTEGER REFERENCES t(id))"
        )
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 'a', 1)")
        with pytest.raises(IntegrityError) as caught:
            connection.exec_driver_sql(wrong)

    made = as_store_error(caught.value, where="x")

    assert type(made) is kind
    assert made.detail == str(caught.value.orig)


def test_an_assessment_of_nobody_is_refused_at_once_and_says_so(ports: Ports) -> None:
    tries = []

    def work(unit: UnitOfWork) -> None:
        tries.append(1)
        unit.assessments.add(an_assessment(person_id=an_id(99)), at=NOON)

    with pytest.raises(StoreInconsistent, match="does not fit") as caught:
        written(ports, work)

    assert (len(tries), caught.value.detail) == (1, "FOREIGN KEY constraint failed")


def test_too_many_at_once_is_busy() -> None:
    assert type(as_store_error(NoConnectionFree("pool"), where="x")) is StoreBusy


def test_an_unknown_error_still_says_what_to_do() -> None:
    error = DBAPIError("SELECT", {}, sqlite3.OperationalError("no such column: x"))

    made = as_store_error(error, where="here")

    assert "Nothing was saved. Save again" in str(made)
    assert made.detail == "no such column: x"
