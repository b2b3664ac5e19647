"""Undo steps, requests and settings in the tables."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from bodymap.services.changes import Step
from bodymap.store.tables import requests, settings, steps
from bodymap.store.times import to_text


class SqlHistory:
    """The port `HistoryRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def push(self, assessment_id: str, client_id: str, step: Step) -> None:
        """Add a step; the window's steps that were taken back are forgotten."""
        own = (steps.c.assessment_id == assessment_id, steps.c.client_id == client_id)
        self._connection.execute(delete(steps).where(*own, steps.c.undone.is_(other=True)))
        last = self._connection.execute(select(func.max(steps.c.number)).where(*own)).scalar()
        row = {
            "assessment_id": assessment_id,
            "client_id": client_id,
            "number": (last or 0) + 1,
            "undone": False,
            "what": step.what,
            "change": step.change.model_dump(mode="json"),
        }
        self._connection.execute(insert(steps).values(row))

    def next_undo(self, assessment_id: str, client_id: str) -> Step | None:
        """The window's last step that is not taken back."""
        return self._step(assessment_id, client_id, undone=False)

    def next_redo(self, assessment_id: str, client_id: str) -> Step | None:
        """The window's first step that is taken back."""
        return self._step(assessment_id, client_id, undone=True)

    def set_undone(self, assessment_id: str, client_id: str, number: int, *, undone: bool) -> None:
        """Say whether a step is taken back."""
        self._connection.execute(
            update(steps)
            .where(
                steps.c.assessment_id == assessment_id,
                steps.c.client_id == client_id,
                steps.c.number == number,
            )
            .values(undone=undone)
        )

    def forget(self, assessment_id: str) -> None:
        """Forget all steps of a draft."""
        self._connection.execute(delete(steps).where(steps.c.assessment_id == assessment_id))

    def _step(self, assessment_id: str, client_id: str, *, undone: bool) -> Step | None:
        order = steps.c.number.asc() if undone else steps.c.number.desc()
        query = (
            select(steps)
            .where(
                steps.c.assessment_id == assessment_id,
                steps.c.client_id == client_id,
                steps.c.undone.is_(undone),
            )
            .order_by(order)
            .limit(1)
        )
        row = self._connection.execute(query).mappings().first()
        if row is None:
            return None
        return Step(number=row["number"], what=row["what"], change=row["change"])


class SqlRequests:
    """The port `RequestRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def subject(self, request_id: str) -> str | None:
        """Id of the record that the request made or changed, or None if it is new."""
        query = select(requests.c.subject_id).where(requests.c.id == request_id)
        return self._connection.execute(query).scalar()

    def add(self, request_id: str, subject_id: str, *, at: datetime) -> None:
        """Remember a request; StoreConflict if somebody else carried it out just now."""
        row = {"id": request_id, "subject_id": subject_id, "done_at": to_text(at)}
        self._connection.execute(insert(requests).values(row))

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
