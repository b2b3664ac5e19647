"""Undo and redo in an open assessment, per browser window."""

from bodymap.records import Assessment
from bodymap.services.kernel.draft_kinds import ASSESSMENTS
from bodymap.services.kernel.editing import Draft, step_through
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.undo import History, history_of


def draft_history(*, assessment_id: str, client_id: str, ports: Ports) -> History:
    """What this window can take back and repeat in the draft.

    Raises:
        UnknownAssessment: there is none.
        InvalidRecord: the window's id cannot be one.
    """
    return history_of(ASSESSMENTS, assessment_id, client_id, ports)


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
