"""Pain drawings in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, bindparam, exists, insert, select, update

from bodymap.records import DrawingSummary, HandOverWay, PainDrawing, Status
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.kernel.ports import VersionMoved
from bodymap.store.erasing import erase_drawings
from bodymap.store.owned import SqlOwned, of_sample_people, visible
from bodymap.store.paging import Order, read_page
from bodymap.store.reading import reading
from bodymap.store.rows import drawing_of, drawing_row, drawing_summary_of
from bodymap.store.seeing import see
from bodymap.store.tables import drawings, hand_overs, persons
from bodymap.store.times import to_text

# Written out once: building a statement takes longer than running it.
_ONE: Final = visible(select(drawings), drawings).where(drawings.c.id == bindparam("drawing"))
_REPLACE: Final = update(drawings).where(
    drawings.c.id == bindparam("drawing"),
    drawings.c.version == bindparam("read_version"),
)
_LISTED: Final = tuple(
    column
    for column in drawings.c
    if column.name not in {"marks", "arrows", "severity", "red_flags"}
)


class SqlDrawings(SqlOwned[PainDrawing]):
    """The port `DrawingRepository` over one transaction."""

    kind = "drawing"
    record = PainDrawing
    table = drawings
    erase_all = erase_drawings

    def add(self, drawing: PainDrawing, *, at: datetime) -> None:
        """Keep a new drawing."""
        row = drawing_row(drawing) | {"changed_at": to_text(at)}
        self._connection.execute(insert(drawings).values(row))
        see(self._connection, drawing.person_id)

    def get(self, drawing_id: str) -> PainDrawing | None:
        """The drawing, or None."""
        with reading("drawing", drawing_id):
            row = self._connection.execute(_ONE, {"drawing": drawing_id}).mappings().first()
            return None if row is None else drawing_of(row)

    def save(self, drawing: PainDrawing, *, before: PainDrawing, at: datetime) -> None:
        """Replace `before` by `drawing`; VersionMoved if it is no longer what is kept."""
        row = drawing_row(drawing) | {"changed_at": to_text(at)}
        row |= {"drawing": row.pop("id"), "read_version": before.version}
        if self._connection.execute(_REPLACE, row).rowcount != 1:
            raise VersionMoved
        if (before.person_id, before.drawn_at) != (drawing.person_id, drawing.drawn_at):
            for person_id in {before.person_id, drawing.person_id}:
                see(self._connection, person_id)

    def summaries(
        self,
        *,
        person_id: str | None,
        assessment_id: str | None,
        only_waiting: bool,
        sample: bool,
        limit: int,
        after: Position | None,
    ) -> Page[DrawingSummary]:
        """Lines of a list, last drawn first."""
        columns = (persons.c.name, persons.c.code.label("person_code"), persons.c.is_sample)
        query = visible(select(*_LISTED, *columns), drawings)
        if person_id is not None:
            query = query.where(drawings.c.person_id == person_id)
        if assessment_id is not None:
            query = query.where(drawings.c.assessment_id == assessment_id)
        if person_id is None and assessment_id is None:
            query = of_sample_people(query, drawings, sample=sample)
        if only_waiting:
            query = query.where(drawings.c.person_id.is_(None))
        order = Order(drawings.c.drawn_at, drawings.c.id)
        return read_page(
            self._connection, query, order, drawing_summary_of, limit=limit, after=after
        )

    def empty(self) -> ColumnElement[bool]:
        """Condition of drafts in which nothing was ever done, and that nobody can draw any more."""
        own = drawings.c
        held = exists().where(
            hand_overs.c.drawing_id == own.id,
            hand_overs.c.ended_at.is_(None),
            hand_overs.c.way == HandOverWay.THIS_DEVICE.value,
        )
        return and_(
            own.status == Status.DRAFT,
            own.editions == 0,
            own.actions == 0,
            own.mark_count == 0,
            ~held,
        )

    def by_code(self, code: str) -> str | None:
        """Id of the drawing that waits under this code, or None."""
        query = visible(select(drawings.c.id), drawings).where(
            drawings.c.code == code, drawings.c.person_id.is_(None)
        )
        row = self._connection.execute(query).first()
        return None if row is None else str(row[0])
