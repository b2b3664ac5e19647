"""The file of the records: whose it is, and what happens when another takes its place."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from bodymap.errors import StoreError
from bodymap.records import PersonDetails
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.people.persons import add_person, find_persons
from bodymap.store import open_store
from bodymap.store.engine import FILE_NAME, empty_journal, prepare_connections
from bodymap.store.guard import WAL_FULL
from bodymap.store.schema import migrate
from bodymap.store.store import SqlStore
from tests.records.builders import NOON, a_person


def rights(file: Path) -> int:
    return file.stat().st_mode & 0o777


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    assert rights(tmp_path / FILE_NAME) == 0o600

    (tmp_path / FILE_NAME).chmod(0o644)  # as earlier versions made it
    open_store(tmp_path).close()
    assert rights(tmp_path / FILE_NAME) == 0o600


def test_a_file_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    ports = Ports(store, SystemClock(), SystemIds())
    add_person(details=PersonDetails(name="Before"), request_id="a", ports=ports)
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "backup")
    add_person(details=PersonDetails(name="After"), request_id="b", ports=ports)

    (tmp_path / "backup").rename(tmp_path / FILE_NAME)

    assert [line.person.name for line in find_persons(ports=ports)] == ["Before"]
    add_person(details=PersonDetails(name="Later"), request_id="c", ports=ports)
    assert find_persons(ports=ports)[0].person.name == "Later"
    assert find_persons(ports=Ports(open_store(tmp_path), SystemClock(), SystemIds())).total == 2
    store.close()


def test_a_file_that_was_taken_away_is_missed_aloud_and_not_begun_again(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    ports = Ports(store, SystemClock(), SystemIds())
    add_person(details=PersonDetails(name="Before"), request_id="a", ports=ports)
    file, away = tmp_path / FILE_NAME, tmp_path / "away"

    file.rename(away)
    assert [line.person.name for line in find_persons(ports=ports)] == ["Before"]
    with pytest.raises(StoreError):
        add_person(details=PersonDetails(name="Later"), request_id="b", ports=ports)
    assert not file.exists()

    away.rename(file)
    add_person(details=PersonDetails(name="Later"), request_id="b", ports=ports)
    assert find_persons(ports=ports).total == 2
    store.close()


def test_what_is_erased_leaves_the_write_ahead_log_at_once(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'records'}")
    prepare_connections(engine, WAL_FULL)
    migrate(engine)
    store, log = SqlStore(engine), tmp_path / "records-wal"
    with store.writing() as unit:
        unit.persons.add(a_person(name="Quastenflosser", is_sample=True), at=NOON)
        unit.commit()
    assert b"Quastenflosser" in log.read_bytes()

    with store.writing() as unit:
        assert unit.persons.erase_samples() == 1
        unit.commit()

    assert log.stat().st_size == 0
    assert b"Quastenflosser" not in (tmp_path / "records").read_bytes()
    empty_journal(engine)
    store.close()
