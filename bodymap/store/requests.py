"""Requests that were carried out, in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select

from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import requests
from bodymap.store.times import to_text

_SUBJECT: Final = select(requests.c.subject_id).where(
    own(requests), requests.c.id == bindparam("request")
)
_FORGET: Final = delete(requests).where(own(requests), requests.c.done_at < bindparam("before"))


class SqlRequests(PracticeRecords):
    """The port `RequestRepository` over one transaction."""

    def subject(self, request_id: str) -> str | None:
        """Id of the record that the request made or changed, or None if it is new."""
        subject: str | None = self._run(_SUBJECT, {"request": request_id}).scalar()
        return subject

    def add(self, request_id: str, subject_id: str, *, at: datetime) -> None:
        """Remember a request; StoreConflict if somebody else carried it out just now."""
        row = {"id": request_id, "subject_id": subject_id, "done_at": to_text(at)}
        self._insert(requests, row)

    def forget(self, *, before: datetime) -> None:
        """Forget requests older than this."""
        self._run(_FORGET, {"before": to_text(before)})
