"""Pain drawings in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Select, bindparam, insert, or_, select, update

from bodymap.records import DrawingEdition, DrawingSummary, PainDrawing
from bodymap.services.ports import Deleted, VersionMoved
from bodymap.store.erasing import erase_drawings
from bodymap.store.rows import drawing_of, drawing_row, drawing_summary_of
from bodymap.store.tables import drawing_editions, drawings, persons
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none


def _visible(query: Select[tuple[object, ...]]) -> Select[tuple[object, ...]]:
    return query.select_from(drawings.outerjoin(persons)).where(
        drawings.c.deleted_at.is_(None), persons.c.deleted_at.is_(None)
    )


# Written out once: building a statement takes longer than running it.
_ONE: Final = _visible(select(drawings)).where(drawings.c.id == bindparam("drawing"))
_REPLACE: Final = update(drawings).where(
    drawings.c.id == bindparam("drawing"),
    drawings.c.version == bindparam("read_version"),
)
_LISTED: Final = tuple(
    column
    for column in drawings.c
    if column.name not in {"marks", "moves", "severity", "red_flags"}
)


class SqlDrawings:
    """The port `DrawingRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, drawing: PainDrawing, *, at: datetime) -> None:
        """Keep a new drawing."""
        row = drawing_row(drawing) | {"changed_at": to_text(at)}
        self._connection.execute(insert(drawings).values(row))

    def get(self, drawing_id: str) -> PainDrawing | None:
        """The drawing, or None."""
        row = self._connection.execute(_ONE, {"drawing": drawing_id}).mappings().first()
        return None if row is None else drawing_of(row)

    def save(self, drawing: PainDrawing, *, before: PainDrawing, at: datetime) -> None:
        """Replace `before` by `drawing`; VersionMoved if it is no longer what is kept."""
        row = drawing_row(drawing) | {"changed_at": to_text(at)}
        row |= {"drawing": row.pop("id"), "read_version": before.version}
        if self._connection.execute(_REPLACE, row).rowcount != 1:
            raise VersionMoved

    def summaries(
        self,
        *,
        person_id: str | None,
        assessment_id: str | None,
        only_waiting: bool,
        sample: bool,
        limit: int,
    ) -> tuple[DrawingSummary, ...]:
        """Lines of a list, last drawn first."""
        columns = (persons.c.name, persons.c.code.label("person_code"), persons.c.is_sample)
        query = _visible(select(*_LISTED, *columns))
        if person_id is not None:
            query = query.where(drawings.c.person_id == person_id)
        if assessment_id is not None:
            query = query.where(drawings.c.assessment_id == assessment_id)
        if person_id is None and assessment_id is None:
            query = query.where(
                persons.c.is_sample.is_(other=True)
                if sample
                else or_(drawings.c.person_id.is_(None), persons.c.is_sample.is_(other=False))
            )
        if only_waiting:
            query = query.where(drawings.c.person_id.is_(None))
        order = (drawings.c.drawn_at.desc(), drawings.c.id.desc())
        rows = self._connection.execute(query.order_by(*order).limit(limit)).mappings()
        return tuple(drawing_summary_of(row) for row in rows)

    def code_is_taken(self, code: str) -> bool:
        """Whether any drawing has this code, deleted ones included."""
        query = select(drawings.c.id).where(drawings.c.code == code)
        return self._connection.execute(query).first() is not None

    def by_code(self, code: str) -> str | None:
        """Id of the drawing that waits under this code, or None."""
        query = _visible(select(drawings.c.id)).where(
            drawings.c.code == code, drawings.c.person_id.is_(None)
        )
        row = self._connection.execute(query).first()
        return None if row is None else str(row[0])

    def add_edition(self, edition: DrawingEdition) -> None:
        """Keep an edition for good."""
        said = edition.drawing
        row = {
            "drawing_id": said.id,
            "number": edition.number,
            "drawing": said.model_dump(mode="json"),
        }
        self._connection.execute(insert(drawing_editions).values(row))

    def editions(self, drawing_id: str) -> tuple[DrawingEdition, ...]:
        """All editions, first finished first."""
        query = (
            select(drawing_editions)
            .where(drawing_editions.c.drawing_id == drawing_id)
            .order_by(drawing_editions.c.number)
        )
        return tuple(
            DrawingEdition(number=row["number"], drawing=PainDrawing.model_validate(row["drawing"]))
            for row in self._connection.execute(query).mappings()
        )

    def deleted_at(self, drawing_id: str) -> datetime | None:
        """When it, or its person, was deleted, or None."""
        query = (
            select(drawings.c.deleted_at, persons.c.deleted_at.label("with_person"))
            .select_from(drawings.outerjoin(persons))
            .where(drawings.c.id == drawing_id)
        )
        row = self._connection.execute(query).first()
        return None if row is None else from_text_or_none(row.deleted_at or row.with_person)

    def set_deleted(self, drawing_id: str, at: datetime | None) -> None:
        """Delete, or with None restore."""
        change = update(drawings).where(drawings.c.id == drawing_id)
        self._connection.execute(change.values(deleted_at=to_text_or_none(at)))

    def deleted(self) -> tuple[Deleted, ...]:
        """Drawings deleted by themselves, last deleted first."""
        query = (
            select(drawings.c.id, drawings.c.code, drawings.c.deleted_at)
            .select_from(drawings.outerjoin(persons))
            .where(drawings.c.deleted_at.is_not(None), persons.c.deleted_at.is_(None))
            .order_by(drawings.c.deleted_at.desc(), drawings.c.id.desc())
        )
        return tuple(
            Deleted("drawing", row.id, row.code, from_text(row.deleted_at))
            for row in self._connection.execute(query)
        )

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good those deleted before; how many."""
        query = select(drawings.c.id).where(drawings.c.deleted_at < to_text(deleted_before))
        ids = list(self._connection.execute(query).scalars())
        erase_drawings(self._connection, ids)
        return len(ids)
