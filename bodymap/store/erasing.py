"""Removing for good: nothing of what is removed stays in any table."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Delete, Executable, Table, delete, update

from bodymap.store.practice import own
from bodymap.store.tables import (
    assessments,
    drawings,
    editions,
    findings,
    hand_overs,
    mark_cells,
    marked_regions,
    requests,
    undo_steps,
)

Run = Callable[[Executable], Any]
"""Runs a statement within the practice."""
# Databases limit how many values one statement may name.
_AT_ONCE: Final = 500


def erase_assessments(run: Run, ids: Sequence[str]) -> None:
    """Remove assessments with their findings, and what is kept beside them.

    A drawing that was attached to one stays, as it belongs to the person.
    """
    for some in parts(ids):
        run(_gone(findings, findings.c.assessment_id.in_(some)))
        attached = update(drawings).where(own(drawings), drawings.c.assessment_id.in_(some))
        run(attached.values(assessment_id=None))
        run(_gone(assessments, assessments.c.id.in_(some)))
    erase_beside(run, ids)


def erase_drawings(run: Run, ids: Sequence[str]) -> None:
    """Remove drawings with their cells and hand-overs, and what is kept beside them."""
    for some in parts(ids):
        for table in (mark_cells, hand_overs):
            run(_gone(table, table.c.drawing_id.in_(some)))
        run(_gone(drawings, drawings.c.id.in_(some)))
    erase_beside(run, ids)


def erase_beside(run: Run, ids: Sequence[str]) -> None:
    """Remove what is kept beside records of any kind: editions, undo steps, regions, requests."""
    for some in parts(ids):
        for table in (editions, undo_steps, marked_regions):
            run(_gone(table, table.c.record_id.in_(some)))
        run(_gone(requests, requests.c.subject_id.in_(some)))


def _gone(table: Table, which: ColumnElement[bool]) -> Delete:
    return delete(table).where(own(table), which)


def parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids in parts that one statement can name."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
