"""Removing for good: nothing of what is removed stays in any table."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, delete, update

from bodymap.store.tables import (
    assessments,
    drawings,
    editions,
    findings,
    hand_overs,
    requests,
    undo_steps,
)

# Databases limit how many values one statement may name.
_AT_ONCE: Final = 500


def erase_assessments(connection: Connection, ids: Sequence[str]) -> None:
    """Remove assessments with their findings, editions, steps and requests.

    A drawing that was attached to one stays, as it belongs to the person.
    """
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        connection.execute(delete(findings).where(findings.c.assessment_id.in_(some)))
        attached = update(drawings).where(drawings.c.assessment_id.in_(some))
        connection.execute(attached.values(assessment_id=None))
        connection.execute(delete(assessments).where(assessments.c.id.in_(some)))
    erase_beside(connection, ids)


def erase_drawings(connection: Connection, ids: Sequence[str]) -> None:
    """Remove drawings with their editions, steps, hand-overs and requests."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        connection.execute(delete(hand_overs).where(hand_overs.c.drawing_id.in_(some)))
        connection.execute(delete(drawings).where(drawings.c.id.in_(some)))
    erase_beside(connection, ids)


def erase_beside(connection: Connection, ids: Sequence[str]) -> None:
    """Remove what is kept beside records of any kind: editions, undo steps and requests."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        connection.execute(delete(editions).where(editions.c.record_id.in_(some)))
        connection.execute(delete(undo_steps).where(undo_steps.c.record_id.in_(some)))
        connection.execute(delete(requests).where(requests.c.subject_id.in_(some)))
