"""How an open draft is changed: one step, compared with what was shown, kept with its undo.

Assessments and drawings are changed the same way; a `DraftKind` says where each kind lies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, Protocol, Self, TypeVar

from bodymap.errors import EditClash, NothingToUndo, NotOpen, UndoBlocked
from bodymap.records import Assessment, PainDrawing
from bodymap.services.changes import AnyChange, DetailsChange, FindingChange, Step, apply, inverse
from bodymap.services.drawing_changes import apply_to_drawing
from bodymap.services.ports import HistoryRepository, Ports, UnitOfWork
from bodymap.services.transactions import (
    checked_client,
    is_done,
    kept_assessment,
    kept_drawing,
    written,
)


class Draft(Protocol):
    """What both kinds of draft have."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def version(self) -> int:
        """Grows by one with each change."""

    @property
    def status(self) -> Any:
        """DRAFT while open."""

    @property
    def is_open(self) -> bool:
        """Whether it can be changed."""


DraftT = TypeVar("DraftT", bound=Draft)


@dataclass(frozen=True)
class DraftKind(Generic[DraftT]):
    """Where one kind of draft lies and how it changes.

    Attributes:
        name: "assessment" or "drawing".
        kept: Opens it, or raises that there is none.
        save: Keeps the second in place of the first, at a time.
        history: Its undo steps.
        apply: Carries out a change.
    """

    name: str
    kept: Callable[[UnitOfWork, str], DraftT]
    save: Callable[[UnitOfWork, DraftT, DraftT, datetime], None]
    history: Callable[[UnitOfWork], HistoryRepository]
    apply: Callable[[DraftT, AnyChange, str], DraftT]

    def must_be_open(self, draft: DraftT) -> Self:
        """Raise `NotOpen` for a finished one."""
        if not draft.is_open:
            raise NotOpen(draft.id, draft.status, kind=self.name)
        return self


def _save_assessment(unit: UnitOfWork, before: Assessment, after: Assessment, at: datetime) -> None:
    unit.assessments.save(after, before=before, at=at)


def _save_drawing(unit: UnitOfWork, before: PainDrawing, after: PainDrawing, at: datetime) -> None:
    unit.drawings.save(after, before=before, at=at)


def _apply_to_drawing(drawing: PainDrawing, change: AnyChange, what: str) -> PainDrawing:
    if isinstance(change, FindingChange | DetailsChange):  # a step of an assessment, not of this
        raise UndoBlocked(what, finding_id=None)
    return apply_to_drawing(drawing, change, what=what)


ASSESSMENTS: Final = DraftKind(
    name="assessment",
    kept=kept_assessment,
    save=_save_assessment,
    history=lambda unit: unit.history,
    apply=lambda assessment, change, what: apply(assessment, change, what=what),
)
DRAWINGS: Final = DraftKind(
    name="drawing",
    kept=kept_drawing,
    save=_save_drawing,
    history=lambda unit: unit.drawing_history,
    apply=_apply_to_drawing,
)

Plan = Callable[[Assessment], Step | None]
"""Makes the step of the draft as it is kept; None changes nothing."""


def change_draft(
    *,
    assessment_id: str,
    client_id: str,
    ports: Ports,
    expected_version: int | None,
    request_id: str | None,
    plan: Plan,
) -> Assessment:
    """Change an assessment; see `change`."""
    return change(
        ASSESSMENTS,
        draft_id=assessment_id,
        client_id=client_id,
        ports=ports,
        expected_version=expected_version,
        request_id=request_id,
        plan=plan,
    )


def change(
    kind: DraftKind[DraftT],
    *,
    draft_id: str,
    client_id: str,
    ports: Ports,
    expected_version: int | None,
    request_id: str | None,
    plan: Callable[[DraftT], Step | None],
) -> DraftT:
    """Apply the step that `plan` makes of the draft as it is kept. Writes.

    Args:
        kind: Kind of draft.
        draft_id: The draft.
        client_id: The browser window, whose step it will be.
        ports: Store, clock and ids.
        expected_version: Version that was shown; None where nothing can be overwritten.
        request_id: Of the operation; sent again, it changes nothing.
        plan: Makes the step; may refuse.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none, or it or its person is deleted.
        NotOpen: it is finished.
        EditClash: it was changed since `expected_version` was shown; nothing was overwritten.
        InvalidRecord: the window's id cannot be one, or the change makes no valid record.
    """
    checked_client(client_id)

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if request_id is not None and is_done(unit, request_id):
            return kept
        kind.must_be_open(kept)
        step = plan(kept)
        if step is not None and expected_version not in (None, kept.version):
            raise EditClash(
                expected_version=expected_version,
                current_version=kept.version,
                yours=kind.apply(kept, step.change, step.what),
                theirs=kept,
            )
        if request_id is not None:
            unit.requests.add(request_id, draft_id, at=ports.clock.now())
        if step is None:
            return kept
        yours = kind.apply(kept, step.change, step.what)
        kind.save(unit, kept, yours, ports.clock.now())
        kind.history(unit).push(draft_id, client_id, step)
        return yours

    return written(ports, work)


def step_through(
    kind: DraftKind[DraftT],
    *,
    draft_id: str,
    client_id: str,
    ports: Ports,
    request_id: str | None,
    back: bool,
) -> DraftT:
    """Take back, or repeat, the window's next step. Writes.

    Raises:
        NothingToUndo: there is none.
        UndoBlocked: another window changed since what the step is about.
        NotOpen: the draft is finished.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    checked_client(client_id)

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if request_id is not None and is_done(unit, request_id):
            return kept
        kind.must_be_open(kept)
        history = kind.history(unit)
        step = (history.next_undo if back else history.next_redo)(draft_id, client_id)
        if step is None:
            raise NothingToUndo("undo" if back else "redo")
        yours = kind.apply(kept, inverse(step.change) if back else step.change, step.what)
        kind.save(unit, kept, yours, ports.clock.now())
        history.set_undone(draft_id, client_id, step.number, undone=back)
        if request_id is not None:
            unit.requests.add(request_id, draft_id, at=ports.clock.now())
        return yours

    return written(ports, work)
