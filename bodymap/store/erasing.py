"""Removing for good: nothing of what is removed stays in any table."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, delete, update

from bodymap.store.tables import (
    assessments,
    drawing_editions,
    drawing_steps,
    drawings,
    editions,
    findings,
    hand_overs,
    requests,
    steps,
)

# Databases limit how many values one statement may name.
_AT_ONCE: Final = 500


def erase_assessments(connection: Connection, ids: Sequence[str]) -> None:
    """Remove assessments with their findings, editions, steps and requests.

    A drawing that was attached to one stays, as it belongs to the person.
    """
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for table in (findings, editions, steps):
            connection.execute(delete(table).where(table.c.assessment_id.in_(some)))
        attached = update(drawings).where(drawings.c.assessment_id.in_(some))
        connection.execute(attached.values(assessment_id=None))
        connection.execute(delete(assessments).where(assessments.c.id.in_(some)))
    erase_requests(connection, ids)


def erase_drawings(connection: Connection, ids: Sequence[str]) -> None:
    """Remove drawings with their editions, steps, hand-overs and requests."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for table in (drawing_editions, drawing_steps, hand_overs):
            connection.execute(delete(table).where(table.c.drawing_id.in_(some)))
        connection.execute(delete(drawings).where(drawings.c.id.in_(some)))
    erase_requests(connection, ids)


def erase_requests(connection: Connection, subject_ids: Sequence[str]) -> None:
    """Forget the requests that made or changed these records."""
    for start in range(0, len(subject_ids), _AT_ONCE):
        some = subject_ids[start : start + _AT_ONCE]
        connection.execute(delete(requests).where(requests.c.subject_id.in_(some)))
