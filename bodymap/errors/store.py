"""Records that cannot be kept or read."""

from bodymap.errors.base import BodymapError, quoted


class StoreError(BodymapError):
    """Records that cannot be kept or read.

    Attributes:
        detail: What the database said; for a log, not for a page.
    """

    def __init__(self, message: str, *, detail: str = "") -> None:
        self.detail = detail
        super().__init__(message)


class StoreReadOnly(StoreError):
    """The file or folder of the records cannot be written."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} cannot be written. Nothing was saved; what was saved before "
            "is untouched. Give this account the right to write to the folder and the file, then "
            "save again.",
            detail=detail,
        )


class StoreFull(StoreError):
    """The disk of the records is full."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The disk that holds {where} is full. This change was not saved; everything saved "
            "before is safe. Free some space, then save again.",
            detail=detail,
        )


class StoreBusy(StoreError):
    """Another program holds the records for longer than it should."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} are locked by another program. This change was not saved. "
            "Close the other program, or wait a moment, then save again.",
            detail=detail,
        )


class StoreDamaged(StoreError):
    """The file of the records is damaged, or is no such file."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The file {where} is damaged or is not a file of records. Nothing was changed in it. "
            "Put it aside and restore the latest backup.",
            detail=detail,
        )


class StoreUnreachable(StoreError):
    """The file or the server of the records cannot be opened."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} cannot be opened. Check that the folder exists and may be "
            "entered, or that the database server runs, then try again.",
            detail=detail,
        )


class StoreDriverMissing(StoreError):
    """The driver of the database server is not installed.

    Attributes:
        where: The server.
        driver: Name of the Python package that is missing.
    """

    def __init__(self, where: str, *, driver: str) -> None:
        self.where, self.driver = where, driver
        super().__init__(
            f"The records in {where} need the Python package {quoted(driver)}, which is not "
            "installed. Install Bodymap with it: pip install 'bodymap[postgres]'."
        )


class StoreConflict(StoreError):
    """Two transactions met; the one that failed can simply be tried again."""

    def __init__(self, *, detail: str = "") -> None:
        super().__init__(
            "The same record was written at the same moment from elsewhere. This change was not "
            "saved; save again.",
            detail=detail,
        )


class StoreInconsistent(StoreError):
    """A record does not fit the others: it names one that is not there, or lacks what it needs."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} refused this change because it does not fit the other "
            "records there. Nothing was saved. Look at the records it belongs to, then save again.",
            detail=detail,
        )


class RecordUnreadable(StoreError):
    """One record that cannot be read any more; the others are not touched by that.

    Attributes:
        kind: Such as "person" or "assessment".
        record_id: Its id.
    """

    def __init__(self, kind: str, record_id: str, *, detail: str = "") -> None:
        self.kind, self.record_id = kind, record_id
        super().__init__(
            f"This {kind} ({quoted(record_id)}) cannot be read: what is kept of it is damaged. "
            "All others are there. Restore it from the latest backup.",
            detail=detail,
        )


class StoreTooNew(StoreError):
    """The records were written by a newer version of this program.

    Attributes:
        where: The file or server.
        found: Revision of its tables.
        known: Newest revision that this program knows.
    """

    def __init__(self, where: str, *, found: str, known: str) -> None:
        self.where, self.found, self.known = where, found, known
        super().__init__(
            f"The records in {where} have tables of revision {found}; this program knows them up "
            f"to {known}. Nothing was changed. Install the newer version of Bodymap again."
        )


class StoreOnNetwork(StoreError):
    """The folder of the records lies on a network file system, where locks cannot be trusted.

    Attributes:
        where: The folder.
        filesystem: Type of its file system.
    """

    def __init__(self, where: str, *, filesystem: str) -> None:
        self.where, self.filesystem = where, filesystem
        super().__init__(
            f"The folder {where} lies on a network file system ({filesystem}), where records could "
            "be lost. Choose a folder on this machine with BODYMAP_DATA_DIR, or a database server "
            "with BODYMAP_DATABASE_URL."
        )


class NoBackup(StoreError):
    """A file that cannot be made a backup of, or is none.

    Attributes:
        name: The file.
        reason: What is wrong with it.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(
            f"The backup {quoted(name)} cannot be used: {reason}. The records here were not "
            "changed. Choose another file."
        )


class BackupElsewhere(StoreError):
    """The records lie in a database server, whose own tools back it up.

    Attributes:
        where: The server.
    """

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(
            f"The records in {where} are backed up and restored with the tools of that database. "
            "Give its address to pg_dump and pg_restore."
        )
