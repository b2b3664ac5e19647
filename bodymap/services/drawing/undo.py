"""Undo and redo in an open drawing, per browser window."""

from bodymap.records import PainDrawing
from bodymap.services.kernel.draft_kinds import DRAWINGS
from bodymap.services.kernel.editing import Draft, step_through
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.undo import History, history_of


def drawing_history(*, drawing_id: str, client_id: str, ports: Ports) -> History:
    """As `draft_history`, of a drawing; raises UnknownDrawing."""
    return history_of(DRAWINGS, drawing_id, client_id, ports)


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
