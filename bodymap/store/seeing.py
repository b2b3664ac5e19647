"""Noting when a person was last seen, so that lists need not look for it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Executable, func, select, update

from bodymap.store.practice import own
from bodymap.store.tables import assessments, drawings, persons


def see(run: Callable[[Executable], Any], person_id: str | None) -> None:
    """Note the person's last examination or drawing; of who has none, when they were changed."""
    if person_id is None:
        return
    times = [
        run(
            select(func.max(time)).where(
                own(time.table),
                time.table.c.person_id == person_id,
                time.table.c.deleted_at.is_(None),
            )
        ).scalar()
        for time in (assessments.c.examined_at, drawings.c.drawn_at)
    ]
    last = max((time for time in times if time), default=persons.c.changed_at)
    this = (own(persons), persons.c.id == person_id)
    run(update(persons).where(*this).values(seen_at=last))
