"""Deleting and restoring; what was deleted can be restored for 30 days."""

from datetime import timedelta
from typing import Final

from bodymap.errors import UnknownAssessment, UnknownPerson
from bodymap.records import Assessment, Person
from bodymap.services.ports import Deleted, Ports, UnitOfWork
from bodymap.services.transactions import kept_assessment, kept_person, written

RESTORABLE_FOR: Final = timedelta(days=30)
"""How long a deleted record can be restored."""


def delete_person(*, person_id: str, ports: Ports) -> None:
    """Delete a person with their assessments. Writes; restorable for 30 days.

    Raises:
        UnknownPerson: there is none, or it is deleted already.
    """

    def work(unit: UnitOfWork) -> None:
        kept_person(unit, person_id)
        unit.persons.set_deleted(person_id, ports.clock.now())

    written(ports, work)


def restore_person(*, person_id: str, ports: Ports) -> Person:
    """Bring a deleted person back with their assessments. Writes.

    Raises:
        UnknownPerson: there is none; it may have been removed for good.
    """

    def work(unit: UnitOfWork) -> Person:
        if unit.persons.deleted_at(person_id) is not None:
            unit.persons.set_deleted(person_id, None)
        person = unit.persons.get(person_id)
        if person is None:
            raise UnknownPerson(person_id)
        return person

    return written(ports, work)


def delete_assessment(*, assessment_id: str, ports: Ports) -> None:
    """Delete an assessment. Writes; restorable for 30 days.

    Raises:
        UnknownAssessment: there is none, or it is deleted already.
    """

    def work(unit: UnitOfWork) -> None:
        kept_assessment(unit, assessment_id)
        unit.assessments.set_deleted(assessment_id, ports.clock.now())

    written(ports, work)


def restore_assessment(*, assessment_id: str, ports: Ports) -> Assessment:
    """Bring a deleted assessment back. Writes.

    Raises:
        UnknownAssessment: there is none (it may have been removed for good), or its person is
            deleted: then restore the person.
    """

    def work(unit: UnitOfWork) -> Assessment:
        if unit.assessments.deleted_at(assessment_id) is not None:
            unit.assessments.set_deleted(assessment_id, None)
        assessment = unit.assessments.get(assessment_id)
        if assessment is None:
            deleted = unit.assessments.deleted_at(assessment_id) is not None
            raise UnknownAssessment(assessment_id, deleted=deleted)
        return assessment

    return written(ports, work)


def list_deleted(*, ports: Ports) -> tuple[Deleted, ...]:
    """What can be restored, last deleted first."""
    oldest = ports.clock.now() - RESTORABLE_FOR
    with ports.store.reading() as unit:
        found = unit.persons.deleted() + unit.assessments.deleted()
    kept = [record for record in found if record.deleted_at >= oldest]
    return tuple(sorted(kept, key=lambda record: record.deleted_at, reverse=True))


def purge(*, ports: Ports) -> int:
    """Remove for good what was deleted more than 30 days ago. Writes; returns how many records."""

    def work(unit: UnitOfWork) -> int:
        oldest = ports.clock.now() - RESTORABLE_FOR
        unit.requests.forget(before=oldest)
        removed = unit.assessments.erase(deleted_before=oldest)
        return removed + unit.persons.erase(deleted_before=oldest)

    return written(ports, work)
