"""What must be so before records are trusted to a file: journal settings and a local disk."""

import sys
from pathlib import Path
from typing import Final, NamedTuple

from bodymap.errors import StoreOnNetwork

Version = tuple[int, int, int]


class Journal(NamedTuple):
    """How SQLite writes.

    Attributes:
        mode: `journal_mode`.
        synchronous: `synchronous`.
    """

    mode: str
    synchronous: str


# The two settings under which nothing acknowledged was lost in simulated power cuts; the common
# WAL with NORMAL, and DELETE with FULL, lost the last records.
WAL_FULL: Final = Journal("wal", "FULL")
DELETE_EXTRA: Final = Journal("delete", "EXTRA")

# In these versions two connections that write and check-point a write-ahead log at the same
# instant can corrupt it (the WAL-reset bug; SQLite 3.51.3 release notes). Two older branches
# have the repair.
_FIRST_AFFECTED: Final = (3, 7, 0)
_LAST_AFFECTED: Final = (3, 51, 2)
_REPAIRED: Final = frozenset({(3, 44, 6), (3, 50, 7)})

_NETWORK_TYPES: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ncpfs", "davfs"}
    | {"ceph", "glusterfs", "lustre", "beegfs", "gpfs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.s3fs", "fuse.gcsfuse"}
    | {"fuse.glusterfs", "fuse.ceph"}
)


def has_wal_reset_bug(version: Version) -> bool:
    """Whether this SQLite can corrupt a write-ahead log that two connections use."""
    return _FIRST_AFFECTED <= version <= _LAST_AFFECTED and version not in _REPAIRED


def safe_journal(version: Version) -> Journal:
    """The settings that keep what was acknowledged, for this version of SQLite."""
    return DELETE_EXTRA if has_wal_reset_bug(version) else WAL_FULL


def refuse_network_folder(folder: Path, *, mounts: str | None = None) -> None:
    """Refuse a folder on a network file system, where that can be told.

    On Linux the table of mounts says it; on Windows a path that names a server; elsewhere nothing
    is refused.

    Args:
        folder: Where the file of the records is to lie.
        mounts: Text in the form of `/proc/self/mounts`; the machine's own if not given.

    Raises:
        StoreOnNetwork: it lies on one.
    """
    if str(folder).startswith(("\\\\", "//")) and sys.platform == "win32":
        raise StoreOnNetwork(str(folder), filesystem="network share")
    if mounts is None:
        mounts = _mounts()
    filesystem = _type_at(folder.resolve(), mounts)
    if filesystem in _NETWORK_TYPES:
        raise StoreOnNetwork(str(folder), filesystem=filesystem)


def _mounts() -> str:
    table = Path("/proc/self/mounts")
    try:
        return table.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _type_at(folder: Path, mounts: str) -> str:
    found: tuple[int, str] = (-1, "")
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:  # noqa: PLR2004 - device, place, type
            continue
        # The table writes blanks as octal escapes (fstab(5)).
        place = Path(parts[1].replace("\\040", " ").replace("\\011", "\t"))
        # Of two mounts on one place the later one counts.
        if folder.is_relative_to(place) and len(place.parts) >= found[0]:
            found = (len(place.parts), parts[2])
    return found[1]
