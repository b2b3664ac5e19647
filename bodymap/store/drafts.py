"""Undo steps, requests and settings in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from bodymap.services.kernel.changes import Step
from bodymap.store.tables import drawing_steps, requests, settings, steps
from bodymap.store.times import to_text

_SUBJECT: Final = select(requests.c.subject_id).where(requests.c.id == bindparam("request"))


class StepStatements:
    """Statements on one table of steps, written out once: building them takes longer than running.

    Args:
        table: `steps` or `drawing_steps`.
        owner: Its column that names the draft.
    """

    def __init__(self, table: Table, owner: Column[str]) -> None:
        own = (owner == bindparam("draft"), table.c.client_id == bindparam("client"))
        self.owner = owner.name
        self.add = insert(table)
        self.drop_undone = delete(table).where(*own, table.c.undone.is_(other=True))
        self.last_number = select(func.max(table.c.number)).where(*own)
        self.next = {
            undone: select(table)
            .where(*own, table.c.undone.is_(undone))
            .order_by(table.c.number.asc() if undone else table.c.number.desc())
            .limit(1)
            for undone in (False, True)
        }
        self.mark = (
            update(table)
            .where(*own, table.c.number == bindparam("which"))
            .values(undone=bindparam("is_undone"))
        )
        self.forget = delete(table).where(owner == bindparam("draft"))


ASSESSMENT_STEPS: Final = StepStatements(steps, steps.c.assessment_id)
DRAWING_STEPS: Final = StepStatements(drawing_steps, drawing_steps.c.drawing_id)


class SqlHistory:
    """The port `HistoryRepository` over one transaction."""

    def __init__(self, connection: Connection, statements: StepStatements) -> None:
        self._connection, self._on = connection, statements

    def push(self, draft_id: str, client_id: str, step: Step) -> None:
        """Add a step; the window's steps that were taken back are forgotten."""
        own = {"draft": draft_id, "client": client_id}
        self._connection.execute(self._on.drop_undone, own)
        last = self._connection.execute(self._on.last_number, own).scalar()
        row = {
            self._on.owner: draft_id,
            "client_id": client_id,
            "number": (last or 0) + 1,
            "undone": False,
            "what": step.what,
            "change": step.change.model_dump(mode="json"),
        }
        self._connection.execute(self._on.add, row)

    def next_undo(self, draft_id: str, client_id: str) -> Step | None:
        """The window's last step that is not taken back."""
        return self._step(draft_id, client_id, undone=False)

    def next_redo(self, draft_id: str, client_id: str) -> Step | None:
        """The window's first step that is taken back."""
        return self._step(draft_id, client_id, undone=True)

    def set_undone(self, draft_id: str, client_id: str, number: int, *, undone: bool) -> None:
        """Say whether a step is taken back."""
        own = {"draft": draft_id, "client": client_id}
        self._connection.execute(self._on.mark, own | {"which": number, "is_undone": undone})

    def forget(self, draft_id: str) -> None:
        """Forget all steps of a draft."""
        self._connection.execute(self._on.forget, {"draft": draft_id})

    def _step(self, draft_id: str, client_id: str, *, undone: bool) -> Step | None:
        own = {"draft": draft_id, "client": client_id}
        row = self._connection.execute(self._on.next[undone], own).mappings().first()
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
