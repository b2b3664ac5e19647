"""A backup is whole, and a restore leaves the records as before or as after, never between."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bodymap.errors import BackupElsewhere, NoBackup, StoreTooNew
from bodymap.services.kernel.ports import UnitOfWork
from bodymap.store import SqlStore, open_store
from bodymap.store.backup import Backup, back_up, restore
from bodymap.store.engine import FILE_NAME
from bodymap.store.register import NAME, UNDO_NAME
from tests.example_count import examples
from tests.records.builders import NOON, a_pain_drawing, a_person, an_assessment, an_id

ROOT = Path(__file__).parents[2]
LATER = NOON + timedelta(days=60)


def fill(store: SqlStore, *numbers: int) -> None:
    """A person, their assessment and their drawing for each number."""
    with store.writing() as unit:
        for number in numbers:
            person = a_person(id=an_id(number), name=f"Quastenflosser {number}")
            more = {"person_id": person.id, "code": f"C{number}"}
            unit.persons.add(person, at=NOON)
            unit.assessments.add(an_assessment(id=an_id(1_000 + number), **more), at=NOON)
            unit.drawings.add(a_pain_drawing(id=an_id(2_000 + number), **more), at=NOON)
        unit.commit()


def remove(store: SqlStore, number: int) -> None:
    """Remove a person for good."""
    with store.writing() as unit:
        unit.persons.set_deleted(an_id(number), NOON)
        assert unit.persons.erase(deleted_before=LATER) == 1
        unit.commit()


def everybody(store: SqlStore) -> set[str]:
    with store.reading() as unit:
        return {line.person.name for line in all_people(unit)}


def all_people(unit: UnitOfWork) -> tuple:
    return unit.persons.find((), sample=False, limit=200, after=None).items


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    opened = open_store(tmp_path)
    fill(opened, 1, 2, 3)
    return opened


@pytest.mark.usefixtures("store")
def test_a_backup_equals_the_records_and_says_what_it_holds(tmp_path: Path) -> None:
    target = tmp_path / "mine.sqlite3"

    assert back_up(tmp_path, target) == Backup(3, 3, 3)

    assert dump(target) == dump(tmp_path / FILE_NAME)
    assert target.stat().st_mode & 0o077 == 0
    assert {file.name for file in tmp_path.iterdir()} == {FILE_NAME, target.name}


def test_a_restore_brings_back_what_was_there_and_can_be_undone(
    store: SqlStore, tmp_path: Path
) -> None:
    target = tmp_path / "mine.sqlite3"
    back_up(tmp_path, target)
    before = dump(tmp_path / FILE_NAME)
    fill(store, 4)
    after = dump(tmp_path / FILE_NAME)

    assert restore(tmp_path, target) == Backup(3, 3, 3)

    assert dump(tmp_path / FILE_NAME) == before
    # Without a restart: the store is still open.
    assert everybody(store) == {f"Quastenflosser {number}" for number in (1, 2, 3)}
    restore(tmp_path, tmp_path / UNDO_NAME)
    assert dump(tmp_path / FILE_NAME) == after


def test_who_was_removed_for_good_does_not_come_back_with_a_backup(
    store: SqlStore, tmp_path: Path
) -> None:
    target = tmp_path / "mine.sqlite3"
    back_up(tmp_path, target)
    remove(store, 2)

    assert restore(tmp_path, target) == Backup(2, 2, 2, removed=3)

    assert everybody(store) == {"Quastenflosser 1", "Quastenflosser 3"}
    store.close()
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file != target)
    assert b"Quastenflosser 2" not in left
    assert b"Quastenflosser 3" in left


@pytest.mark.parametrize("what", ["lost", "damaged"])
def test_who_was_removed_stays_so_where_the_records_themselves_are_gone(
    store: SqlStore, tmp_path: Path, what: str
) -> None:
    target = tmp_path / "mine.sqlite3"
    back_up(tmp_path, target)
    remove(store, 2)
    store.close()
    live = tmp_path / FILE_NAME
    if what == "lost":
        live.unlink()
    else:
        live.write_bytes(live.read_bytes()[:1_000] + os.urandom(9_000))

    assert restore(tmp_path, target).removed == 3

    assert everybody(store) == {"Quastenflosser 1", "Quastenflosser 3"}
    assert (tmp_path / "damaged.sqlite3").exists() == (what == "damaged")


def test_who_is_removed_leaves_the_file_to_undo_with_and_their_id(
    store: SqlStore, tmp_path: Path
) -> None:
    target = tmp_path / "mine.sqlite3"
    back_up(tmp_path, target)
    restore(tmp_path, target)
    assert (tmp_path / UNDO_NAME).exists()

    remove(store, 1)

    assert not (tmp_path / UNDO_NAME).exists()
    assert len((tmp_path / NAME).read_text().split()) == 3
    assert an_id(1) not in (tmp_path / NAME).read_text()


def test_who_is_imported_again_comes_with_later_backups(store: SqlStore, tmp_path: Path) -> None:
    target = tmp_path / "mine.sqlite3"
    remove(store, 1)
    fill(store, 1)
    with store.writing() as unit:
        for number in (1, 1_001, 2_001):
            unit.erased.forget(an_id(number))
        unit.commit()
    back_up(tmp_path, target)
    (tmp_path / FILE_NAME).unlink()

    assert restore(tmp_path, target) == Backup(3, 3, 3)


def test_a_backup_of_elsewhere_becomes_the_records_of_this_practice(
    store: SqlStore, tmp_path: Path
) -> None:
    other = open_store(tmp_path / "elsewhere")
    fill(other, 7)
    back_up(tmp_path / "elsewhere", tmp_path / "theirs")
    other.close()

    restore(tmp_path, tmp_path / "theirs")

    assert everybody(store) == {"Quastenflosser 7"}


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 8_000])
@pytest.mark.usefixtures("store")
def test_what_is_no_backup_changes_nothing(tmp_path: Path, content: bytes) -> None:
    before = dump(tmp_path / FILE_NAME)
    (tmp_path / "bad").write_bytes(content)

    with pytest.raises(NoBackup):
        restore(tmp_path, tmp_path / "bad")

    assert dump(tmp_path / FILE_NAME) == before
    assert {file.name for file in tmp_path.iterdir()} == {FILE_NAME, "bad"}


@pytest.mark.usefixtures("store")
def test_a_backup_that_is_missing_damaged_or_too_new_changes_nothing(tmp_path: Path) -> None:
    target, before = tmp_path / "mine", dump(tmp_path / FILE_NAME)
    with pytest.raises(NoBackup, match="no such file"):
        restore(tmp_path, target)
    back_up(tmp_path, target)
    whole = target.read_bytes()

    target.write_bytes(whole[:5_000] + os.urandom(len(whole) - 5_000))
    with pytest.raises(NoBackup):
        restore(tmp_path, target)
    target.write_bytes(whole)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNew):
        restore(tmp_path, target)

    assert dump(tmp_path / FILE_NAME) == before


def test_a_database_server_has_tools_of_its_own(tmp_path: Path) -> None:
    url = "postgresql+psycopg://somebody:secret@db.clinic/bodymap"

    with pytest.raises(BackupElsewhere, match="pg_dump") as refused:
        back_up(tmp_path, tmp_path / "x", url=url)

    assert "secret" not in str(refused.value)


def test_a_backup_while_people_write_is_of_one_moment(store: SqlStore, tmp_path: Path) -> None:
    """Each person is kept with an assessment and a drawing; a backup never has one without."""
    stop = threading.Event()

    def write() -> None:
        number = 10
        while not stop.wait(0.02):
            fill(store, number)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = [back_up(tmp_path, tmp_path / "mine") for _ in range(3)]
    finally:
        stop.set()
        writer.join()

    assert all(each.people == each.assessments == each.drawings for each in found)
    assert [each.people for each in found] == sorted(each.people for each in found)


# In a process of its own for each line of input, so that each can be killed on its own.
WORK = """
import os, sys
from pathlib import Path
from bodymap.store.backup import back_up, restore
folder = Path(sys.argv[1])
for task in sys.stdin:
    process = os.fork()
    if process == 0:
        print(os.getpid(), flush=True)
        while True:
            if task.strip() == "backup":
                back_up(folder, folder / "new")
            else:
                restore(folder, folder / "A")
                restore(folder, folder / "B")
    os.waitpid(process, 0)
    print("killed", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("task", ["backup", "restore"])
def test_killed_in_the_middle_it_is_as_before_or_as_after(tmp_path: Path, task: str) -> None:
    """Several kills, each at a moment of its own."""
    store = open_store(tmp_path)
    fill(store, *range(40))
    back_up(tmp_path, tmp_path / "A")
    fill(store, *range(40, 60))
    back_up(tmp_path, tmp_path / "B")
    store.close()
    allowed = [dump(tmp_path / name) for name in "AB"]
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets
    command = [sys.executable, "-c", WORK, str(tmp_path)]
    pipe = subprocess.PIPE

    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(examples(fast=3, whole=6, nightly=50)):
            process.stdin.write(f"{task}\n")
            process.stdin.flush()
            worker = int(process.stdout.readline())
            time.sleep(chance.uniform(0, 0.6))
            os.kill(worker, signal.SIGKILL)
            assert process.stdout.readline() == "killed\n"
            assert dump(tmp_path / FILE_NAME) in allowed
            if (tmp_path / "new").exists():
                assert dump(tmp_path / "new") == allowed[1]
            # What the killed one left behind is in nobody's way.
            assert restore(tmp_path, tmp_path / "B").people == 60
        process.stdin.close()
