"""Steps of open drafts that can be taken back, in the tables."""

from typing import Final

from sqlalchemy import bindparam, delete, func, select, update

from bodymap.services.kernel.ports import ComingStep, KeptStep
from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import undo_steps

# Written out once: building a statement takes longer than running it.
_OF_DRAFT: Final = (own(undo_steps), undo_steps.c.record_id == bindparam("draft"))
_OWN: Final = (*_OF_DRAFT, undo_steps.c.client_id == bindparam("client"))
_DROP_UNDONE: Final = delete(undo_steps).where(*_OWN, undo_steps.c.undone.is_(other=True))
_LAST_NUMBER: Final = select(func.max(undo_steps.c.number)).where(*_OWN)
_NEXT: Final = {
    undone: select(undo_steps)
    .where(*_OWN, undo_steps.c.undone.is_(undone))
    .order_by(undo_steps.c.number.asc() if undone else undo_steps.c.number.desc())
    .limit(1)
    for undone in (False, True)
}
_COMING: Final = {
    undone: select(undo_steps.c.name, undo_steps.c.number, undo_steps.c.what)
    .where(*_OWN, undo_steps.c.undone.is_(undone))
    .order_by(undo_steps.c.number.asc() if undone else undo_steps.c.number.desc())
    .limit(bindparam("most"))
    for undone in (False, True)
}
_MARK: Final = (
    update(undo_steps)
    .where(*_OWN, undo_steps.c.number == bindparam("which"))
    .values(undone=bindparam("is_undone"))
)
_FORGET: Final = delete(undo_steps).where(*_OF_DRAFT)


class SqlUndo(PracticeRecords):
    """The port `UndoRepository` over one transaction."""

    def push(self, draft_id: str, client_id: str, step: KeptStep) -> None:
        """Add a step; the window's steps that were taken back are forgotten."""
        own = {"draft": draft_id, "client": client_id}
        self._run(_DROP_UNDONE, own)
        last = self._run(_LAST_NUMBER, own).scalar()
        row = {
            "record_id": draft_id,
            "client_id": client_id,
            "number": (last or 0) + 1,
            "undone": False,
            "what": step.what,
            "change": step.change,
            "name": step.name,
        }
        self._insert(undo_steps, row)

    def next_undo(self, draft_id: str, client_id: str) -> KeptStep | None:
        """The window's last step that is not taken back."""
        return self._step(draft_id, client_id, undone=False)

    def next_redo(self, draft_id: str, client_id: str) -> KeptStep | None:
        """The window's first step that is taken back."""
        return self._step(draft_id, client_id, undone=True)

    def coming(
        self, draft_id: str, client_id: str, *, undone: bool, most: int
    ) -> tuple[ComingStep, ...]:
        """The steps that are taken back next, or repeated next if `undone`, in that order."""
        own = {"draft": draft_id, "client": client_id, "most": most}
        rows = self._run(_COMING[undone], own)
        return tuple(ComingStep(_name(row.name, row.number), row.what) for row in rows)

    def set_undone(self, draft_id: str, client_id: str, number: int, *, undone: bool) -> None:
        """Say whether a step is taken back."""
        own = {"draft": draft_id, "client": client_id}
        self._run(_MARK, own | {"which": number, "is_undone": undone})

    def forget(self, draft_id: str) -> None:
        """Forget all steps of a draft."""
        self._run(_FORGET, {"draft": draft_id})

    def _step(self, draft_id: str, client_id: str, *, undone: bool) -> KeptStep | None:
        own = {"draft": draft_id, "client": client_id}
        row = self._run(_NEXT[undone], own).mappings().first()
        if row is None:
            return None
        number = row["number"]
        name = _name(row["name"], number)
        return KeptStep(what=row["what"], change=row["change"], number=number, name=name)


def _name(kept: str | None, number: int) -> str:
    """Name of a step; one that was made before steps had names goes by its number."""
    return kept or f"step-{number}"
