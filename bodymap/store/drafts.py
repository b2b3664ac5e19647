"""Undo steps, requests and settings in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bodymap.services.changes import Step
from bodymap.store.tables import requests, settings, steps
from bodymap.store.times import to_text

# Written out once: building a statement takes longer than running it.
_OWN: Final = (
    steps.c.assessment_id == bindparam("assessment"),
    steps.c.client_id == bindparam("client"),
)
_DROP_UNDONE: Final = delete(steps).where(*_OWN, steps.c.undone.is_(other=True))
_LAST_NUMBER: Final = select(func.max(steps.c.number)).where(*_OWN)
_NEXT: Final = {
    undone: select(steps)
    .where(*_OWN, steps.c.undone.is_(undone))
    .order_by(steps.c.number.asc() if undone else steps.c.number.desc())
    .limit(1)
    for undone in (False, True)
}
_MARK: Final = (
    update(steps)
    .where(*_OWN, steps.c.number == bindparam("which"))
    .values(undone=bindparam("is_undone"))
)
_SUBJECT: Final = select(requests.c.subject_id).where(requests.c.id == bindparam("request"))


class SqlHistory:
    """The port `HistoryRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def push(self, assessment_id: str, client_id: str, step: Step) -> None:
        """Add a step; the window's steps that were taken back are forgotten."""
        own = {"assessment": assessment_id, "client": client_id}
        self._connection.execute(_DROP_UNDONE, own)
        last = self._connection.execute(_LAST_NUMBER, own).scalar()
        row = {
            "assessment_id": assessment_id,
            "client_id": client_id,
            "number": (last or 0) + 1,
            "undone": False,
            "what": step.what,
            "change": step.change.model_dump(mode="json"),
        }
        self._connection.execute(insert(steps), row)

    def next_undo(self, assessment_id: str, client_id: str) -> Step | None:
        """The window's last step that is not taken back."""
        return self._step(assessment_id, client_id, undone=False)

    def next_redo(self, assessment_id: str, client_id: str) -> Step | None:
        """The window's first step that is taken back."""
        return self._step(assessment_id, client_id, undone=True)

    def set_undone(self, assessment_id: str, client_id: str, number: int, *, undone: bool) -> None:
        """Say whether a step is taken back."""
        own = {"assessment": assessment_id, "client": client_id}
        self._connection.execute(_MARK, own | {"which": number, "is_undone": undone})

    def forget(self, assessment_id: str) -> None:
        """Forget all steps of a draft."""
        self._connection.execute(delete(steps).where(steps.c.assessment_id == assessment_id))

    def _step(self, assessment_id: str, client_id: str, *, undone: bool) -> Step | None:
        own = {"assessment": assessment_id, "client": client_id}
        row = self._connection.execute(_NEXT[undone], own).mappings().first()
        if row is None:
            return None
        return Step(number=row["number"], what=row["what"], change=row["change"])


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


class SqlSettings:
    """The port `SettingsRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        """The setting, or None."""
        query = select(settings.c.value).where(settings.c.name == name)
        return self._connection.execute(query).scalar()

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        change = update(settings).where(settings.c.name == name).values(value=value)
        if self._connection.execute(change).rowcount == 0:
            self._connection.execute(insert(settings).values(name=name, value=value))
