"""Deleting and restoring; what was deleted can be restored for 30 days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Generic, TypeVar

from bodymap.records import Assessment, PainDrawing, Person
from bodymap.services.kernel.ports import (
    AssessmentRepository,
    Deleted,
    DrawingRepository,
    PersonRepository,
    Ports,
    UnitOfWork,
)
from bodymap.services.kernel.transactions import (
    kept_assessment,
    kept_drawing,
    kept_person,
    was_deleted,
    written,
)

RESTORABLE_FOR: Final = timedelta(days=30)
"""How long a deleted record can be restored."""
_Record = TypeVar("_Record")


@dataclass(frozen=True)
class _Kind(Generic[_Record]):
    """Where one kind of record lies, and how it is opened or found missing."""

    records: Callable[[UnitOfWork], PersonRepository | AssessmentRepository | DrawingRepository]
    kept: Callable[[UnitOfWork, str], _Record]


_PERSONS: Final = _Kind(lambda unit: unit.persons, kept_person)
_ASSESSMENTS: Final = _Kind(lambda unit: unit.assessments, kept_assessment)
_DRAWINGS: Final = _Kind(lambda unit: unit.drawings, kept_drawing)


def delete_person(*, person_id: str, ports: Ports) -> None:
    """Delete a person with their assessments and drawings. Writes; restorable for 30 days.

    Deleting again changes nothing, also not the 30 days.

    Raises:
        UnknownPerson: there is none.
    """
    _delete(_PERSONS, person_id, ports)


def restore_person(*, person_id: str, ports: Ports) -> Person:
    """Bring a deleted person back with their assessments and drawings. Writes.

    Raises:
        UnknownPerson: there is none; it may have been removed for good.
    """
    return _restored(_PERSONS, person_id, ports)


def delete_assessment(*, assessment_id: str, ports: Ports) -> None:
    """Delete an assessment. Writes; restorable for 30 days.

    Deleting again changes nothing, also not the 30 days.

    Raises:
        UnknownAssessment: there is none.
    """
    _delete(_ASSESSMENTS, assessment_id, ports)


def restore_assessment(*, assessment_id: str, ports: Ports) -> Assessment:
    """Bring a deleted assessment back. Writes.

    Raises:
        UnknownAssessment: there is none (it may have been removed for good), or its person is
            deleted: then restore the person.
    """
    return _restored(_ASSESSMENTS, assessment_id, ports)


def delete_drawing(*, drawing_id: str, ports: Ports) -> None:
    """Delete a drawing. Writes; restorable for 30 days.

    Deleting again changes nothing, also not the 30 days.

    Raises:
        UnknownDrawing: there is none.
    """
    _delete(_DRAWINGS, drawing_id, ports)


def restore_drawing(*, drawing_id: str, ports: Ports) -> PainDrawing:
    """Bring a deleted drawing back. Writes.

    Raises:
        UnknownDrawing: there is none (it may have been removed for good), or its person is
            deleted: then restore the person.
    """
    return _restored(_DRAWINGS, drawing_id, ports)


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


def _delete(kind: _Kind[_Record], record_id: str, ports: Ports) -> None:
    def work(unit: UnitOfWork) -> None:
        if not was_deleted(kind.records(unit), record_id):
            kind.kept(unit, record_id)
            kind.records(unit).set_deleted(record_id, ports.clock.now())

    written(ports, work)


def _restored(kind: _Kind[_Record], record_id: str, ports: Ports) -> _Record:
    def work(unit: UnitOfWork) -> _Record:
        if was_deleted(kind.records(unit), record_id):
            kind.records(unit).set_deleted(record_id, None)
        return kind.kept(unit, record_id)

    return written(ports, work)
