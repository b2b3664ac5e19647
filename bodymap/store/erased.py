"""The register of what was removed for good, in the tables."""

from collections.abc import Collection

from sqlalchemy import Connection, delete

from bodymap.store.erasing import digest_of, note_erased
from bodymap.store.practice import PracticeRecords, own, parts
from bodymap.store.tables import erased


class SqlErased(PracticeRecords):
    """The port `ErasedRepository` over one transaction.

    Attributes:
        forgot: Whether something was taken off in this transaction.
    """

    def __init__(self, connection: Connection, practice_id: str) -> None:
        super().__init__(connection, practice_id)
        self.forgot = False

    def among(self, record_ids: Collection[str]) -> frozenset[str]:
        """Those of these ids whose records were removed for good."""
        digests = {digest_of(record_id): record_id for record_id in record_ids}
        return frozenset(digests[each] for each in self._among(erased.c.digest, digests))

    def forget(self, *record_ids: str) -> None:
        """Take records off the register, as they were imported again on purpose."""
        for some in parts([digest_of(record_id) for record_id in record_ids]):
            gone = self._run(delete(erased).where(own(erased), erased.c.digest.in_(some)))
            self.forgot = gone.rowcount > 0 or self.forgot

    def note(self, digests: Collection[str]) -> None:
        """Keep digests, such as those of the records that a backup takes the place of."""
        note_erased(self._run, sorted(digests))
