import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from bodymap import files
from bodymap.errors import StoreDamaged, StoreTooNew, StoreUnreachable
from bodymap.store import SqlStore, open_store, schema
from bodymap.store.engine import FILE_NAME, WRITING, store_url, where_is
from bodymap.store.schema import REVISIONS, practice_of, revision_of, run_migrations
from bodymap.store.tables import metadata
from tests.records.builders import an_id
from tests.store.old_files import an_old_file
from tests.store.tables_at_once import MIGRATED, tables_at_once


@pytest.fixture(autouse=True)
def by_all_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "run_migrations", MIGRATED)


def test_every_new_file_of_the_tests_has_the_tables_that_migrations_make(tmp_path: Path) -> None:
    with tables_at_once():
        first, later = (open_store(tmp_path / name) for name in ("first", "later"))

    assert made(first) == made(later)
    assert practice_of(first.engine) != practice_of(later.engine)


def made(store: SqlStore) -> tuple[set[object], int]:
    """What the tables are, and how many rows they have."""
    with store.engine.connect() as connection:
        names = inspect(connection).get_table_names()
        count = "SELECT count(*) FROM {}"
        rows = [connection.exec_driver_sql(count.format(name)).scalar_one() for name in names]
        found = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return {tuple(row) for row in found}, sum(rows)


def test_a_new_store_has_the_tables_of_the_program(tmp_path: Path) -> None:
    store = open_store(tmp_path / "made" / "here")

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert revision_of(connection) == REVISIONS[-1]
    store.close()


def test_the_listed_revisions_are_those_that_are_shipped() -> None:
    config = Config()
    config.set_main_option("script_location", str(files.package("store", "migrations")))
    config.set_main_option("path_separator", "os")

    scripts = ScriptDirectory.from_config(config)

    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_programs_that_start_at_once_make_the_tables_once(tmp_path: Path) -> None:
    opened = []

    def start() -> None:
        opened.append(open_store(tmp_path))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(opened) == 4
    for store in opened:
        with store.reading() as unit:
            assert unit.settings.get("none") is None
        store.close()


def test_an_interrupted_move_leaves_nothing(tmp_path: Path) -> None:
    engine = an_old_file(tmp_path, "0003")

    def move_and_stop() -> None:
        with engine.execution_options(**{WRITING: True}).begin() as connection:
            run_migrations(connection, REVISIONS[-1])
            raise KeyError

    with pytest.raises(KeyError):
        move_and_stop()

    with engine.connect() as connection:
        assert revision_of(connection) == "0003"
        assert not inspect(connection).has_table("undo_steps")
    engine.dispose()


def test_records_of_a_newer_program_are_not_touched(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    file = sqlite3.connect(tmp_path / FILE_NAME)
    with file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(StoreTooNew) as caught:
        open_store(tmp_path)

    assert (caught.value.found, caught.value.known) == ("9999", REVISIONS[-1])
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("these are not records" * 100)

    with pytest.raises(StoreDamaged, match="restore the latest backup"):
        open_store(tmp_path)

    assert (tmp_path / FILE_NAME).read_text() == "these are not records" * 100


@pytest.mark.parametrize("url", ["nonsense", "oracle9://x", "://", "mysql+nope://host/db"])
def test_an_address_that_cannot_be_used_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreUnreachable):
        open_store(tmp_path, url=url)


def test_the_environment_may_name_another_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other" / "records.db"
    monkeypatch.setenv("BODYMAP_DATABASE_URL", f"sqlite:///{other}")

    store = open_store(tmp_path / "unused")
    store.close()

    assert store.where == str(other)
    assert other.exists()
    assert not (tmp_path / "unused").exists()


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_the_tables_are_those_of_postgresql_too(table: Table) -> None:
    made = str(CreateTable(table).compile(dialect=postgresql.dialect()))

    assert made.lstrip().startswith(f"CREATE TABLE {table.name}")
    assert "SERIAL" not in made


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    url = store_url(folder=tmp_path, url="postgresql+psycopg://kim:secret@db.clinic/bodymap")

    assert where_is(url) == "postgresql+psycopg://kim:***@db.clinic/bodymap"


def test_names_of_an_old_file_are_found_anew_and_the_last_seen_come_first(tmp_path: Path) -> None:
    def person(number: int, name: str) -> dict[str, object]:
        return {
            "id": an_id(number),
            "version": 1,
            "is_sample": False,
            "name": name,
            "code": "",
            "year_of_birth": 1986,
            "figure": "neutral",
            "search_text": "as it was",
            "changed_at": "2026-01-02T00:00:00.000000Z",
        }

    def visit(number: int, whose: int, day: str) -> dict[str, object]:
        texts = dict.fromkeys(("examiner", "reason", "notes", "finished_by", "amended_because"), "")
        return texts | {
            "id": an_id(number),
            "version": 1,
            "person_id": an_id(whose),
            "code": f"C{number}",
            "examined_at": f"{day}T00:00:00.000000Z",
            "status": "DRAFT",
            "figure": "neutral",
            "body_version": "1",
            "editions": 0,
            "changed_at": f"{day}T00:00:00.000000Z",
        }

    people = [person(1, "Łukasz"), person(2, "Y\u0131lmaz"), person(3, "Ada")]
    visits = [visit(4, 2, "2025-03-01"), visit(5, 1, "2026-03-01"), visit(6, 1, "2026-02-01")]
    an_old_file(tmp_path, "0005", {"persons": people, "assessments": visits}).dispose()
    store = open_store(tmp_path)

    with store.reading() as unit:
        everybody = unit.persons.find((), sample=False, limit=9, after=None)
        assert [line.person.name for line in everybody] == ["Łukasz", "Ada", "Y\u0131lmaz"]
        for word, name in (("lukasz", "Łukasz"), ("yilmaz", "Y\u0131lmaz")):
            (found,) = unit.persons.find((word, "1986"), sample=False, limit=9, after=None)
            assert found.person.name == name
    store.close()
