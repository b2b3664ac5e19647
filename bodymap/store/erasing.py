"""Removing for good: nothing of what is removed stays in any table."""

import hashlib
from collections.abc import Sequence

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Delete,
    Table,
    bindparam,
    delete,
    insert,
    update,
)

from bodymap.store.practice import Run, own, parts
from bodymap.store.tables import (
    assessments,
    drawings,
    editions,
    erased,
    findings,
    hand_overs,
    mark_cells,
    marked_regions,
    origins,
    requests,
    undo_steps,
)


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
    """Remove what is kept beside records of any kind, and note that they were removed."""
    for some in parts(ids):
        for table in (editions, undo_steps, marked_regions, origins):
            run(_gone(table, table.c.record_id.in_(some)))
        run(_gone(requests, requests.c.subject_id.in_(some)))
        note_erased(run, [digest_of(record_id) for record_id in some])


def digest_of(record_id: str) -> str:
    """What is kept of the id of a record that was removed: enough to know it again."""
    return hashlib.sha256(record_id.encode()).hexdigest()


def note_erased(run: Run, digests: Sequence[str]) -> None:
    """Keep digests of what was removed for good, each once."""
    for some in parts(digests):
        run(_gone(erased, erased.c.digest.in_(some)))
        practice: BindParameter[str] = bindparam("practice")
        run(insert(erased).values([{"practice_id": practice, "digest": each} for each in some]))


def _gone(table: Table, which: ColumnElement[bool]) -> Delete:
    return delete(table).where(own(table), which)
