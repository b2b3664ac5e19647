"""Undo and redo in an open draft, for each browser window on its own."""

from dataclasses import dataclass

from bodymap.errors import NothingToUndo, UndoBlocked
from bodymap.records.draftable import DraftT
from bodymap.services.kernel.changes import ChangeT, NotAsBefore
from bodymap.services.kernel.editing import Editing, edited
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import UnitOfWork
from bodymap.services.kernel.transactions import checked_client


@dataclass(frozen=True)
class Undoable:
    """What a window can take back and repeat: ids of its steps; None if nothing."""

    undo: str | None
    redo: str | None


def undoable(kind: DraftKind[DraftT, ChangeT], editing: Editing) -> Undoable:
    """What the window can take back and repeat in a draft.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none.
        InvalidRecord: the window's id cannot be one.
    """
    checked_client(editing.client_id)
    own = (editing.draft_id, editing.client_id)
    with editing.ports.store.reading() as unit:
        kind.kept(unit, editing.draft_id)
        back, again = unit.undo.next_undo(*own), unit.undo.next_redo(*own)
    return Undoable(undo=back.what if back else None, redo=again.what if again else None)


def undo(kind: DraftKind[DraftT, ChangeT], editing: Editing) -> DraftT:
    """Take back the window's last step. Writes; steps of other windows are never touched.

    A step knows what it changed, so the version that was shown does not matter.

    Raises:
        NothingToUndo: there is none.
        UndoBlocked: another window changed since what the step made.
        NotOpen: the draft is finished.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    return _step_through(kind, editing, back=True)


def redo(kind: DraftKind[DraftT, ChangeT], editing: Editing) -> DraftT:
    """Repeat the window's last step that was taken back. Writes.

    Raises:
        NothingToUndo: nothing was taken back, or something new was done since.
        UndoBlocked: another window changed since what the step is about.
        NotOpen: the draft is finished.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    return _step_through(kind, editing, back=False)


def _step_through(kind: DraftKind[DraftT, ChangeT], editing: Editing, *, back: bool) -> DraftT:
    own = (editing.draft_id, editing.client_id)

    def work(unit: UnitOfWork, kept: DraftT) -> DraftT:
        step = (unit.undo.next_undo if back else unit.undo.next_redo)(*own)
        if step is None:
            raise NothingToUndo("undo" if back else "redo")
        change = kind.changes.validate_python(step.change)
        try:
            yours = kind.apply(kept, change.inverse() if back else change)
        except NotAsBefore as error:
            raise UndoBlocked(step.what, item_id=error.item_id) from error
        unit.undo.set_undone(*own, step.number, undone=back)
        return yours

    return edited(kind, editing, work)
