import sqlite3
from pathlib import Path

import pytest

from bodymap.errors import StoreOnNetwork
from bodymap.store import open_store
from bodymap.store.guard import (
    DELETE_EXTRA,
    WAL_FULL,
    has_wal_reset_bug,
    refuse_network_folder,
    safe_journal,
)

AFFECTED = (
    "3.7.0 3.7.17 3.8.0 3.22.0 3.31.1 3.35.5 3.37.2 3.39.4 3.40.1 3.42.0 3.43.2 3.44.0 3.44.5 "
    "3.45.0 3.45.3 3.46.1 3.47.2 3.48.0 3.49.1 3.50.0 3.50.4 3.50.6 3.51.0 3.51.1 3.51.2"
)
SAFE = "3.6.23 3.44.6 3.50.7 3.51.3 3.52.0 3.53.1 3.54.1 4.0.0"


def version(text: str) -> tuple[int, int, int]:
    major, minor, patch = text.split(".")
    return int(major), int(minor), int(patch)


@pytest.mark.parametrize("text", AFFECTED.split())
def test_a_version_with_the_wal_reset_bug_keeps_no_write_ahead_log(text: str) -> None:
    assert has_wal_reset_bug(version(text))
    assert safe_journal(version(text)) == DELETE_EXTRA == ("delete", "EXTRA")


@pytest.mark.parametrize("text", SAFE.split())
def test_a_version_without_it_writes_ahead(text: str) -> None:
    assert not has_wal_reset_bug(version(text))
    assert safe_journal(version(text)) == WAL_FULL == ("wal", "FULL")


def test_every_connection_has_the_settings_that_survive_a_power_cut(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "mmap_size")

    with store.engine.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    store.close()

    journal = safe_journal(sqlite3.sqlite_version_info[:3])
    levels = {"FULL": 2, "EXTRA": 3}
    assert found == [journal.mode, levels[journal.synchronous], 1, 5_000, 0]


def test_a_file_left_in_another_journal_mode_is_set_right(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    journal = safe_journal(sqlite3.sqlite_version_info[:3])
    other = {"wal": "delete", "delete": "wal"}[journal.mode]
    file = sqlite3.connect(tmp_path / "bodymap.sqlite3")
    assert file.execute(f"PRAGMA journal_mode={other}").fetchone() == (other,)
    file.close()

    store = open_store(tmp_path)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == journal.mode
    store.close()


MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
me@host: /mnt/ssh fuse.sshfs rw 0 0
proc /proc proc rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("folder", "filesystem"),
    [("/home/kim/data", "nfs4"), ("/mnt/my share/data", "cifs"), ("/mnt/ssh", "fuse.sshfs")],
)
def test_a_network_folder_is_refused(folder: str, filesystem: str) -> None:
    with pytest.raises(StoreOnNetwork) as caught:
        refuse_network_folder(Path(folder), mounts=MOUNTS)

    assert (caught.value.where, caught.value.filesystem) == (folder, filesystem)
    assert "BODYMAP_DATA_DIR" in str(caught.value)


@pytest.mark.parametrize("folder", ["/home/local/data", "/var/lib", "/homework", "/"])
def test_a_local_folder_is_taken(folder: str) -> None:
    """It raises nothing, as it does for the folders above."""
    refuse_network_folder(Path(folder), mounts=MOUNTS)


def test_nothing_is_refused_where_nothing_can_be_told() -> None:
    """It raises nothing."""
    refuse_network_folder(Path("/home/kim"), mounts="")
