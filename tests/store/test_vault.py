"""What pages back up and restore: whole, cancelled at any step, nothing left on the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.errors import NoBackup
from bodymap.services.exchanging.keeping import STEPS
from bodymap.store import SqlStore
from bodymap.store.engine import FILE_NAME
from bodymap.store.vault import FileVault
from tests.store.test_backup import dump, everybody, fill, remove, store

__all__ = ["store"]


def quietly(_: int) -> None:
    """Say nothing."""


class _Cancelled(Exception):
    """Somebody pressed Cancel."""


def cancelling_at(step: int) -> Callable[[int], None]:
    def so_far(done: int) -> None:
        if done == step:
            raise _Cancelled

    return so_far


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_backup_is_restored_and_that_is_undone(store: SqlStore, tmp_path: Path) -> None:
    vault = FileVault(tmp_path)
    data, kept = vault.back_up(quietly)
    before = names(tmp_path)
    assert kept.counts == {"person": 3, "assessment": 3, "drawing": 3}
    fill(store, 4)
    assert not vault.can_undo()

    assert vault.restore(data, quietly) == kept
    assert everybody(store) == {f"Quastenflosser {number}" for number in (1, 2, 3)}
    assert vault.can_undo()
    assert vault.undo(quietly).counts["person"] == 4

    assert everybody(store) == {f"Quastenflosser {number}" for number in (1, 2, 3, 4)}
    assert names(tmp_path) - before == {"before-restore.sqlite3", "removed-for-good.txt"}


def test_who_was_removed_stays_so(store: SqlStore, tmp_path: Path) -> None:
    vault = FileVault(tmp_path)
    data, _ = vault.back_up(quietly)
    remove(store, 2)

    assert vault.restore(data, quietly).removed == 3

    assert everybody(store) == {"Quastenflosser 1", "Quastenflosser 3"}


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_cancelled_at_any_step_nothing_has_changed(
    store: SqlStore, tmp_path: Path, step: int
) -> None:
    vault = FileVault(tmp_path)
    data, _ = vault.back_up(quietly)
    fill(store, 4)
    before, files = dump(tmp_path / FILE_NAME), names(tmp_path)

    with pytest.raises(_Cancelled):
        vault.back_up(cancelling_at(step))
    with pytest.raises(_Cancelled):
        vault.restore(data, cancelling_at(step))

    assert dump(tmp_path / FILE_NAME) == before
    assert names(tmp_path) == files


@pytest.mark.usefixtures("store")
def test_what_is_no_backup_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    before, files = dump(tmp_path / FILE_NAME), names(tmp_path)

    with pytest.raises(NoBackup):
        FileVault(tmp_path).restore(b"nothing of ours", quietly)

    assert dump(tmp_path / FILE_NAME) == before
    assert names(tmp_path) == files


def test_what_a_killed_server_left_of_a_backup_is_gone_at_the_next_start(tmp_path: Path) -> None:
    for name in (".vault-0a1b", ".vault-0a1b.part", "bodymap.sqlite3"):
        (tmp_path / name).write_bytes(b"records")

    FileVault(tmp_path)

    assert names(tmp_path) == {"bodymap.sqlite3"}
