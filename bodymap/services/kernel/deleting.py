"""How a record is deleted and restored; the same for every kind."""

from bodymap.services.kernel.kinds import RecordKind, RecordT
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import was_deleted, written


def delete(kind: RecordKind[RecordT], record_id: str, ports: Ports) -> None:
    """Delete a record. Writes; deleting again changes nothing, also not since when it is deleted.

    Raises:
        UnknownPerson, UnknownAssessment, UnknownDrawing: there is none.
    """

    def work(unit: UnitOfWork) -> None:
        if not was_deleted(kind.records(unit), record_id):
            kind.kept(unit, record_id)
            kind.records(unit).set_deleted(record_id, ports.clock.now())

    written(ports, work)


def restored(kind: RecordKind[RecordT], record_id: str, ports: Ports) -> RecordT:
    """Bring a deleted record back. Writes.

    Raises:
        UnknownPerson, UnknownAssessment, UnknownDrawing: there is none (it may have been removed
            for good), or its person is deleted: then restore the person.
    """

    def work(unit: UnitOfWork) -> RecordT:
        if was_deleted(kind.records(unit), record_id):
            kind.records(unit).set_deleted(record_id, None)
        return kind.kept(unit, record_id)

    return written(ports, work)
