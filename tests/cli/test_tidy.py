"""`bodymap tidy`, for cron."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bodymap import cli
from bodymap.store import open_store
from tests.records.builders import a_person, an_assessment, an_id


def test_what_was_deleted_long_ago_is_removed_and_it_says_how_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BODYMAP_DATA_DIR", str(tmp_path))
    store, now = open_store(tmp_path), datetime.now(UTC)
    old, new = a_person(id=an_id(1)), a_person(id=an_id(2))
    with store.writing() as unit:
        for person, days in ((old, 31), (new, 29)):
            unit.persons.add(person, at=now)
            unit.persons.set_deleted(person.id, now - timedelta(days=days))
        unit.assessments.add(an_assessment(id=an_id(3)), at=now - timedelta(days=3))
        unit.commit()
    store.close()

    assert cli.main(["tidy"]) == 0
    assert capsys.readouterr().out == "Removed for good: 1. Empty drafts removed: 1.\n"
    assert cli.main(["tidy"]) == 0
    assert capsys.readouterr().out == "Removed for good: 0. Empty drafts removed: 0.\n"
