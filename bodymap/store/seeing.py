"""Noting when a person was last seen, so that lists need not look for it."""

from sqlalchemy import Connection, func, select, update

from bodymap.store.tables import assessments, drawings, persons


def see(connection: Connection, person_id: str | None) -> None:
    """Note the person's last examination or drawing; of who has none, when they were changed."""
    if person_id is None:
        return
    times = [
        connection.execute(
            select(func.max(time)).where(
                time.table.c.person_id == person_id, time.table.c.deleted_at.is_(None)
            )
        ).scalar()
        for time in (assessments.c.examined_at, drawings.c.drawn_at)
    ]
    last = max((time for time in times if time), default=persons.c.changed_at)
    connection.execute(update(persons).where(persons.c.id == person_id).values(seen_at=last))
