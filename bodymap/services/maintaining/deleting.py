"""Deleting and restoring; what was deleted can be restored for 30 days."""

from datetime import timedelta
from typing import Final

from bodymap.records import Assessment, PainDrawing, Person
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.deleting import delete, restored
from bodymap.services.kernel.ports import Deleted, Ports, UnitOfWork
from bodymap.services.kernel.transactions import written
from bodymap.services.people.kind import PERSONS

RESTORABLE_FOR: Final = timedelta(days=30)
"""How long a deleted record can be restored."""


def delete_person(*, person_id: str, ports: Ports) -> None:
    """Delete a person with their assessments and drawings. Writes; restorable for 30 days.

    Deleting again changes nothing, also not the 30 days.

    Raises:
        UnknownPerson: there is none.
    """
    delete(PERSONS, person_id, ports)


def restore_person(*, person_id: str, ports: Ports) -> Person:
    """Bring a deleted person back with their assessments and drawings. Writes.

    Raises:
        UnknownPerson: there is none; it may have been removed for good.
    """
    return restored(PERSONS, person_id, ports)


def delete_assessment(*, assessment_id: str, ports: Ports) -> None:
    """Delete an assessment. Writes; restorable for 30 days.

    Deleting again changes nothing, also not the 30 days.

    Raises:
        UnknownAssessment: there is none.
    """
    delete(ASSESSMENTS, assessment_id, ports)


def restore_assessment(*, assessment_id: str, ports: Ports) -> Assessment:
    """Bring a deleted assessment back. Writes.

    Raises:
        UnknownAssessment: there is none (it may have been removed for good), or its person is
            deleted: then restore the person.
    """
    return restored(ASSESSMENTS, assessment_id, ports)


def delete_drawing(*, drawing_id: str, ports: Ports) -> None:
    """Delete a drawing. Writes; restorable for 30 days.

    Deleting again changes nothing, also not the 30 days.

    Raises:
        UnknownDrawing: there is none.
    """
    delete(DRAWINGS, drawing_id, ports)


def restore_drawing(*, drawing_id: str, ports: Ports) -> PainDrawing:
    """Bring a deleted drawing back. Writes.

    Raises:
        UnknownDrawing: there is none (it may have been removed for good), or its person is
            deleted: then restore the person.
    """
    return restored(DRAWINGS, drawing_id, ports)


def list_deleted(*, ports: Ports) -> tuple[Deleted, ...]:
    """What can be restored, last deleted first."""
    oldest = ports.clock.now() - RESTORABLE_FOR
    with ports.store.reading() as unit:
        found = unit.persons.deleted() + unit.assessments.deleted() + unit.drawings.deleted()
    kept = [record for record in found if record.deleted_at >= oldest]
    return tuple(sorted(kept, key=lambda record: record.deleted_at, reverse=True))


def purge(*, ports: Ports) -> int:
    """Remove for good what was deleted more than 30 days ago. Writes; returns how many records."""

    def work(unit: UnitOfWork) -> int:
        oldest = ports.clock.now() - RESTORABLE_FOR
        unit.requests.forget(before=oldest)
        unit.hand_overs.forget(made_before=oldest)
        removed = unit.drawings.erase(deleted_before=oldest)
        removed += unit.assessments.erase(deleted_before=oldest)
        return removed + unit.persons.erase(deleted_before=oldest)

    return written(ports, work)
