"""What a browser window can take back and repeat in an open draft."""

from dataclasses import dataclass

from bodymap.services.kernel.draft_kinds import DraftKind, DraftT
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.transactions import checked_client


@dataclass(frozen=True)
class History:
    """What a window can take back and repeat, in words; None if nothing."""

    undo: str | None
    redo: str | None


def history_of(kind: DraftKind[DraftT], draft_id: str, client_id: str, ports: Ports) -> History:
    """What a window can take back and repeat in a draft.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none.
        InvalidRecord: the window's id cannot be one.
    """
    checked_client(client_id)
    with ports.store.reading() as unit:
        kind.kept(unit, draft_id)
        steps = kind.history(unit)
        back = steps.next_undo(draft_id, client_id)
        again = steps.next_redo(draft_id, client_id)
    return History(undo=back.what if back else None, redo=again.what if again else None)
