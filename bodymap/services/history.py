"""Taking steps of an open draft back, and repeating them; per browser window."""

from dataclasses import dataclass

from bodymap.errors import NothingToUndo, NotOpen
from bodymap.records import Assessment
from bodymap.services.changes import apply, inverse
from bodymap.services.ports import Ports, UnitOfWork
from bodymap.services.transactions import checked_client, is_done, kept_assessment, written


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
    checked_client(client_id)
    with ports.store.reading() as unit:
        kept_assessment(unit, assessment_id)
        back = unit.history.next_undo(assessment_id, client_id)
        again = unit.history.next_redo(assessment_id, client_id)
    return History(undo=back.what if back else None, redo=again.what if again else None)


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
    return _step(assessment_id, client_id, ports, request_id, back=True)


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
    return _step(assessment_id, client_id, ports, request_id, back=False)


def _step(
    assessment_id: str, client_id: str, ports: Ports, request_id: str | None, *, back: bool
) -> Assessment:
    checked_client(client_id)

    def work(unit: UnitOfWork) -> Assessment:
        kept = kept_assessment(unit, assessment_id)
        if request_id is not None and is_done(unit, request_id):
            return kept
        if not kept.is_open:
            raise NotOpen(assessment_id, kept.status)
        find = unit.history.next_undo if back else unit.history.next_redo
        step = find(assessment_id, client_id)
        if step is None:
            raise NothingToUndo("undo" if back else "redo")
        yours = apply(kept, inverse(step.change) if back else step.change, what=step.what)
        unit.assessments.save(yours, before=kept, at=ports.clock.now())
        unit.history.set_undone(assessment_id, client_id, step.number, undone=back)
        if request_id is not None:
            unit.requests.add(request_id, assessment_id, at=ports.clock.now())
        return yours

    return written(ports, work)
