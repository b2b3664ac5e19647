"""Requests that were carried out, in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from bodymap.store.tables import requests
from bodymap.store.times import to_text

_SUBJECT: Final = select(requests.c.subject_id).where(requests.c.id == bindparam("request"))


class SqlRequests:
    """The port `RequestRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def subject(self, request_id: str) -> str | None:
        """Id of the record that the request made or changed, or None if it is new."""
        return self._connection.execute(_SUBJECT, {"request": request_id}).scalar()

    def add(self, request_id: str, subject_id: str, *, at: datetime) -> None:
        """Remember a request; StoreConflict if somebody else carried it out just now."""
        row = {"id": request_id, "subject_id": subject_id, "done_at": to_text(at)}
        self._connection.execute(insert(requests), row)

    def forget(self, *, before: datetime) -> None:
        """Forget requests older than this."""
        self._connection.execute(delete(requests).where(requests.c.done_at < to_text(before)))
