"""Noting when a person was last seen, so that lists need not look for it."""

from typing import Final

from sqlalchemy import bindparam, func, select, update

from bodymap.store.practice import Run, own, parts
from bodymap.store.tables import assessments, drawings, persons

_SEEN_AT: Final = (
    update(persons)
    .where(own(persons), persons.c.id == bindparam("person"))
    .values(seen_at=bindparam("last"))
)


def see(run: Run, *person_ids: str | None) -> None:
    """Note when people were last examined or drew; of who never did, when they were changed."""
    for some in parts(sorted({person_id for person_id in person_ids if person_id is not None})):
        last: dict[str, str] = {}
        for time in (assessments.c.examined_at, drawings.c.drawn_at):
            mine = time.table.c
            these = (own(time.table), mine.person_id.in_(some), mine.deleted_at.is_(None))
            for person_id, at in run(
                select(mine.person_id, func.max(time)).where(*these).group_by(mine.person_id)
            ):
                last[person_id] = max(last.get(person_id, at), at)
        if last:
            run(_SEEN_AT, [{"person": person_id, "last": at} for person_id, at in last.items()])
        never = [person_id for person_id in some if person_id not in last]
        if never:
            this = (own(persons), persons.c.id.in_(never))
            run(update(persons).where(*this).values(seen_at=persons.c.changed_at))
