"""How an open draft is changed: one step, compared with what was shown, kept with its undo.

Assessments and drawings are changed the same way; `draft_kinds` says where each kind lies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from bodymap.errors import NothingToUndo
from bodymap.services.kernel.changes import Step, inverse
from bodymap.services.kernel.draft_kinds import DraftKind, DraftT
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import checked_client, is_done, must_be_as_shown, written


@dataclass(frozen=True)
class Draft:
    """An open assessment or drawing as one browser window sees it.

    Attributes:
        draft_id: The assessment or drawing.
        client_id: The browser window, whose step a change will be.
        ports: Store, clock and ids.
        expected_version: Version that was shown; None where the newest may be changed.
        request_id: Of the operation, if it may be sent again; then it changes nothing.
    """

    draft_id: str
    client_id: str
    ports: Ports
    expected_version: int | None = None
    request_id: str | None = None

    def with_version(self) -> Self:
        """This, for a change that overwrites what is there.

        Raises:
            ValueError: it does not say which version was shown, so that a clash of two editors
                could not be seen.
        """
        if self.expected_version is None:
            message = "a change that overwrites names the version it started from: expected_version"
            raise ValueError(message)
        return self


def change(kind: DraftKind[DraftT], draft: Draft, plan: Callable[[DraftT], Step | None]) -> DraftT:
    """Apply the step that `plan` makes of the draft as it is kept. Writes.

    Args:
        kind: Kind of draft.
        draft: Which, and what the window was shown.
        plan: Makes the step; None changes nothing. May refuse.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none, or it or its person is deleted.
        NotOpen: it is finished.
        EditClash: it was changed since `expected_version` was shown; nothing was overwritten.
        InvalidRecord: the window's id cannot be one, or the change makes no valid record.
    """
    checked_client(draft.client_id)
    ports = draft.ports

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft.draft_id)
        if draft.request_id is not None and is_done(unit, draft.request_id):
            return kept
        kind.must_be_open(kept)
        step = plan(kept)
        yours = kept if step is None else kind.apply(kept, step.change, step.what)
        if step is not None:
            must_be_as_shown(kept, yours, draft.expected_version)
        if draft.request_id is not None:
            unit.requests.add(draft.request_id, draft.draft_id, at=ports.clock.now())
        if step is not None:
            kind.save(unit, kept, yours, ports.clock.now())
            kind.history(unit).push(draft.draft_id, draft.client_id, step)
        return yours

    return written(ports, work)


def step_through(kind: DraftKind[DraftT], draft: Draft, *, back: bool) -> DraftT:
    """Take back, or repeat, the window's next step. Writes.

    A step knows what it changed, so the version that was shown does not matter.

    Raises:
        NothingToUndo: there is none.
        UndoBlocked: another window changed since what the step is about.
        NotOpen: the draft is finished.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    checked_client(draft.client_id)
    own = (draft.draft_id, draft.client_id)
    ports = draft.ports

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft.draft_id)
        if draft.request_id is not None and is_done(unit, draft.request_id):
            return kept
        kind.must_be_open(kept)
        history = kind.history(unit)
        step = (history.next_undo if back else history.next_redo)(*own)
        if step is None:
            raise NothingToUndo("undo" if back else "redo")
        yours = kind.apply(kept, inverse(step.change) if back else step.change, step.what)
        kind.save(unit, kept, yours, ports.clock.now())
        history.set_undone(*own, step.number, undone=back)
        if draft.request_id is not None:
            unit.requests.add(draft.request_id, draft.draft_id, at=ports.clock.now())
        return yours

    return written(ports, work)
