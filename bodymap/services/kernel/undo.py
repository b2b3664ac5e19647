"""Undo and redo in an open draft, for each browser window on its own."""

from dataclasses import dataclass
from typing import Final

from bodymap.errors import NothingToUndo, StepPassed, UndoBlocked
from bodymap.records.draftable import DraftT
from bodymap.services.kernel.changes import ChangeT, NotAsBefore
from bodymap.services.kernel.editing import Editing, edited
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import UnitOfWork
from bodymap.services.kernel.transactions import checked_client

MOST_COMING: Final = 8
"""Steps named beforehand: as many can be taken back one after another without waiting."""


@dataclass(frozen=True)
class Undoable:
    """What a window can take back and repeat: ids of what was done; None if nothing.

    Attributes:
        undo_steps: Names of the steps that are taken back next, in that order.
        redo_steps: Names of those that are repeated next.
    """

    undo: str | None
    redo: str | None
    undo_steps: tuple[str, ...] = ()
    redo_steps: tuple[str, ...] = ()


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
        back, again = (
            unit.undo.coming(*own, undone=undone, most=MOST_COMING) for undone in (False, True)
        )
    return Undoable(
        undo=back[0].what if back else None,
        redo=again[0].what if again else None,
        undo_steps=tuple(step.name for step in back),
        redo_steps=tuple(step.name for step in again),
    )


def undo(kind: DraftKind[DraftT, ChangeT], editing: Editing, *, named: str | None = None) -> DraftT:
    """Take back the window's last step. Writes; steps of other windows are never touched.

    A step knows what it changed, so the version that was shown does not matter.

    Args:
        kind: Kind of draft.
        editing: Which, and whose step.
        named: The step that is meant; None for whichever comes next.

    Raises:
        NothingToUndo: there is none.
        StepPassed: another step than the one named comes next.
        UndoBlocked: another window changed since what the step made.
        NotOpen: the draft is finished.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    return _step_through(kind, editing, named, back=True)


def redo(kind: DraftKind[DraftT, ChangeT], editing: Editing, *, named: str | None = None) -> DraftT:
    """Repeat the window's last step that was taken back, named as for `undo`. Writes.

    Raises:
        NothingToUndo: nothing was taken back, or something new was done since.
        StepPassed: another step than the one named comes next.
        UndoBlocked: another window changed since what the step is about.
        NotOpen: the draft is finished.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    return _step_through(kind, editing, named, back=False)


def _step_through(
    kind: DraftKind[DraftT, ChangeT], editing: Editing, named: str | None, *, back: bool
) -> DraftT:
    own = (editing.draft_id, editing.client_id)

    def work(unit: UnitOfWork, kept: DraftT) -> DraftT:
        step = (unit.undo.next_undo if back else unit.undo.next_redo)(*own)
        if step is None:
            raise NothingToUndo("undo" if back else "redo")
        if named not in (None, step.name):
            raise StepPassed("undo" if back else "redo")
        change = kind.changes.validate_python(step.change)
        try:
            yours = kind.apply(kept, change.inverse() if back else change)
        except NotAsBefore as error:
            raise UndoBlocked(step.what, item_id=error.item_id) from error
        unit.undo.set_undone(*own, step.number, undone=back)
        return yours

    return edited(kind, editing, work)
