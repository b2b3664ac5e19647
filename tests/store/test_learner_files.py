"""Learners in files: read back as kept, never half written, never lost silently."""

import errno
import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from bodymap.errors import StoreFull, StoreReadOnly, UnknownLearner
from bodymap.records.practice import Learner
from bodymap.store import LearnerFiles
from tests.analysis.practice.books import NOON, an_answer

ADA = "01900000-0000-7000-8000-00000000000a"
BEN = "01900000-0000-7000-8000-00000000000b"


def learner(learner_id: str = ADA, **fields: Any) -> Learner:
    made = {"id": learner_id, "name": "Ada", "made_at": NOON, "used_at": NOON}
    return Learner.checked(made | fields)


def with_answer(before: Learner) -> Learner:
    return before.changed(answers=(*before.answers, an_answer()))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A data folder with one learner."""
    LearnerFiles(tmp_path).add(learner())
    return tmp_path


def the_file(folder: Path, learner_id: str = ADA) -> Path:
    return folder / "practice" / f"{learner_id}.json"


def test_nobody_practises_in_a_new_folder_and_none_is_made_by_looking(tmp_path: Path) -> None:
    assert LearnerFiles(tmp_path / "new").all() == ()
    assert not (tmp_path / "new").exists()


def test_what_is_kept_is_read_back_by_another_program(kept: Path) -> None:
    changed = LearnerFiles(kept).change(ADA, with_answer)
    assert LearnerFiles(kept).all() == (changed,)
    assert [path.name for path in (kept / "practice").iterdir()] == [f"{ADA}.json"]


def test_who_was_last_here_comes_first_and_can_be_removed(kept: Path) -> None:
    files = LearnerFiles(kept)
    files.add(learner(BEN, name="Ben", used_at=NOON.replace(year=2027)))
    assert [each.name for each in files.all()] == ["Ben", "Ada"]
    files.remove(BEN)
    files.remove(BEN)
    assert LearnerFiles(kept).all() == files.all() == (learner(),)


def test_a_learner_who_is_not_there_cannot_change_wherever_the_id_points(kept: Path) -> None:
    for wrong in (BEN, "../records", "", f"../practice/{ADA}"):
        with pytest.raises(UnknownLearner):
            LearnerFiles(kept).change(wrong, with_answer)
        LearnerFiles(kept).remove(wrong)
    assert LearnerFiles(kept).all() == (learner(),)


GOOD = learner().model_dump(mode="json")
BROKEN = {
    "cut short": json.dumps(GOOD)[:50],
    "empty": "",
    "a list": "[]",
    "unknown field": json.dumps(GOOD | {"health": "fine"}),
    "no name": json.dumps({k: v for k, v in GOOD.items() if k != "name"}),
    "another learner": json.dumps(GOOD | {"id": BEN}),
    "not text": "\udcff\udcfe",
    "deep": "[" * 100_000,
    "answers beyond number": json.dumps(GOOD | {"dropped": -1}),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_is_set_aside_untouched_and_told_of(kept: Path, how: str) -> None:
    LearnerFiles(kept).add(learner(BEN, name="Ben"))
    the_file(kept).write_text(BROKEN[how], encoding="utf-8", errors="surrogateescape")
    broken = the_file(kept).read_bytes()
    files = LearnerFiles(kept)

    assert [each.name for each in files.all()] == ["Ben"]
    (told,) = files.unreadable()
    assert told.set_aside
    assert told.reason
    assert (Path(told.folder) / told.file).read_bytes() == broken
    assert not the_file(kept).exists()
    assert files.all() == LearnerFiles(kept).all()


def test_a_file_that_breaks_while_the_program_runs_is_noticed(kept: Path) -> None:
    files = LearnerFiles(kept)
    assert len(files.all()) == 1
    the_file(kept).write_text("{}")
    assert files.all() == ()
    assert len(files.unreadable()) == 1


def test_a_file_of_a_newer_program_is_left_as_it_is(kept: Path) -> None:
    newer = json.dumps(GOOD | {"schema_version": 2, "wings": 2})
    the_file(kept).write_text(newer)
    files = LearnerFiles(kept)
    assert files.all() == ()
    assert files.unreadable()[0].set_aside is False
    assert the_file(kept).read_text() == newer


def test_a_giant_file_is_not_read(kept: Path) -> None:
    the_file(kept).write_bytes(b" " * 8_000_001)
    files = LearnerFiles(kept)
    assert files.all() == ()
    assert "8000001 bytes" in files.unreadable()[0].reason


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, StoreFull), (errno.EACCES, StoreReadOnly)]
)
def test_what_cannot_be_written_leaves_the_old_file_and_is_said(
    kept: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    files = LearnerFiles(kept)
    before = the_file(kept).read_bytes()

    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fails)
        with pytest.raises(kind):
            files.change(ADA, with_answer)
    assert the_file(kept).read_bytes() == before
    assert [path.name for path in (kept / "practice").iterdir()] == [f"{ADA}.json"]
    assert files.all() == (learner(),)


def test_twenty_changes_at_once_are_all_kept(kept: Path) -> None:
    files = LearnerFiles(kept)
    threads = [threading.Thread(target=files.change, args=(ADA, with_answer)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(LearnerFiles(kept).all()[0].answers) == 20
