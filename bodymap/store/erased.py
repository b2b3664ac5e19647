"""The register of what was removed for good, in the tables."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from bodymap.store.erasing import digest_of, note_erased
from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import erased


class SqlErased(PracticeRecords):
    """The port `ErasedRepository` over one transaction.

    Attributes:
        forgot: Whether something was taken off in this transaction.
    """

    def __init__(self, connection: Connection, practice_id: str) -> None:
        super().__init__(connection, practice_id)
        self.forgot = False

    def has(self, record_id: str) -> bool:
        """Whether a record of this id was removed for good."""
        this = (own(erased), erased.c.digest == digest_of(record_id))
        return self._run(select(erased.c.digest).where(*this)).first() is not None

    def forget(self, record_id: str) -> None:
        """Take a record off the register, as it was imported again on purpose."""
        this = (own(erased), erased.c.digest == digest_of(record_id))
        self.forgot = self._run(delete(erased).where(*this)).rowcount > 0 or self.forgot

    def note(self, digests: Collection[str]) -> None:
        """Keep digests, such as those of the records that a backup takes the place of."""
        note_erased(self._run, sorted(digests))
