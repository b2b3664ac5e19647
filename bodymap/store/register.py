"""The register of what was removed for good, once more beside the file of the records.

Where that file is lost or damaged, a backup takes its place; who was removed must not come back
with it. In PostgreSQL the register lies in the database alone, whose own tools keep it.
"""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, select

from bodymap.store.tables import erased

NAME: Final = "removed-for-good.txt"
UNDO_NAME: Final = "before-restore.sqlite3"
"""The records as they were before the last restore; restoring this file undoes it."""
_OWNER_ONLY: Final = 0o600


def noted(folder: Path) -> set[str]:
    """Digests that stand beside the records."""
    try:
        return set((folder / NAME).read_text("ascii").split())
    except (OSError, UnicodeDecodeError):
        return set()


def note_beside(engine: Engine) -> None:
    """Write the register beside the file of the records, and remove what would tell of the removed.

    That is the file to undo the last restore with.
    """
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return
    folder = Path(engine.url.database).parent
    with engine.connect() as connection:
        digests = connection.execute(select(erased.c.digest).order_by(erased.c.digest)).scalars()
        _write(folder / NAME, digests)
    (folder / UNDO_NAME).unlink(missing_ok=True)


def _write(file: Path, lines: Iterable[str]) -> None:
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as writing:
            writing.writelines(f"{line}\n" for line in lines)
            writing.flush()
            os.fsync(writing.fileno())
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
