"""Taking steps of an open draft back, and repeating them; per browser window."""

from dataclasses import dataclass

from bodymap.records import Assessment, PainDrawing
from bodymap.services.draft_kinds import ASSESSMENTS, DRAWINGS, DraftKind, DraftT
from bodymap.services.drafting import Draft, step_through
from bodymap.services.ports import Ports
from bodymap.services.transactions import checked_client


@dataclass(frozen=True)
class History:
    """What a window can take back and repeat, in words; None if nothing."""

    undo: str | None
    redo: str | None


def draft_history(*, assessment_id: str, client_id: str, ports: Ports) -> History:
    """What this window can take back and repeat in the draft.

    Raises:
        UnknownAssessment: there is none.
        InvalidRecord: the window's id cannot be one.
    """
    return _history(ASSESSMENTS, assessment_id, client_id, ports)


def drawing_history(*, drawing_id: str, client_id: str, ports: Ports) -> History:
    """As `draft_history`, of a drawing; raises UnknownDrawing."""
    return _history(DRAWINGS, drawing_id, client_id, ports)


def undo_in_drawing(
    *, drawing_id: str, client_id: str, ports: Ports, request_id: str | None = None
) -> PainDrawing:
    """As `undo`, of a drawing; raises UnknownDrawing."""
    draft = Draft(drawing_id, client_id, ports, request_id=request_id)
    return step_through(DRAWINGS, draft, back=True)


def redo_in_drawing(
    *, drawing_id: str, client_id: str, ports: Ports, request_id: str | None = None
) -> PainDrawing:
    """As `redo`, of a drawing; raises UnknownDrawing."""
    draft = Draft(drawing_id, client_id, ports, request_id=request_id)
    return step_through(DRAWINGS, draft, back=False)


def undo(
    *, assessment_id: str, client_id: str, ports: Ports, request_id: str | None = None
) -> Assessment:
    """Take back this window's last step. Writes; steps of other windows are never touched.

    Raises:
        NothingToUndo: the window has no step left.
        UndoBlocked: another window changed since what the step made.
        NotOpen: the assessment is finished.
        UnknownAssessment: there is none.
    """
    draft = Draft(assessment_id, client_id, ports, request_id=request_id)
    return step_through(ASSESSMENTS, draft, back=True)


def redo(
    *, assessment_id: str, client_id: str, ports: Ports, request_id: str | None = None
) -> Assessment:
    """Repeat this window's last step that was taken back. Writes.

    Raises:
        NothingToUndo: the window has taken nothing back, or did something new since.
        UndoBlocked: another window changed since what the step is about.
        NotOpen: the assessment is finished.
        UnknownAssessment: there is none.
    """
    draft = Draft(assessment_id, client_id, ports, request_id=request_id)
    return step_through(ASSESSMENTS, draft, back=False)


def _history(kind: DraftKind[DraftT], draft_id: str, client_id: str, ports: Ports) -> History:
    checked_client(client_id)
    with ports.store.reading() as unit:
        kind.kept(unit, draft_id)
        steps = kind.history(unit)
        back = steps.next_undo(draft_id, client_id)
        again = steps.next_redo(draft_id, client_id)
    return History(undo=back.what if back else None, redo=again.what if again else None)
