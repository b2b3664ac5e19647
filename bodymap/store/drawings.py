"""Pain drawings in the tables."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    and_,
    bindparam,
    exists,
    literal,
    literal_column,
    select,
    update,
)

from bodymap.records import DrawingSummary, HandOverWay, PainDrawing, Status
from bodymap.records.derived import Derived, MarkCells
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.kernel.ports import VersionMoved
from bodymap.store.erasing import erase_drawings
from bodymap.store.owned import SqlOwned, of_sample_people, visible
from bodymap.store.paging import Order, read_page
from bodymap.store.practice import own
from bodymap.store.reading import read_or_none, reading
from bodymap.store.rows import Row, drawing_of, drawing_row, drawing_summary_of
from bodymap.store.seeing import see
from bodymap.store.tables import drawings, hand_overs, mark_cells, persons
from bodymap.store.times import to_text

# Written out once: building a statement takes longer than running it.
_ONE: Final = visible(select(drawings), drawings).where(drawings.c.id == bindparam("drawing"))
_FINISHED_OF: Final = (
    visible(select(drawings), drawings)
    .where(drawings.c.person_id == bindparam("person"), drawings.c.editions > 0)
    .order_by(drawings.c.drawn_at, drawings.c.id)
)
_CELLS_OF: Final = (
    select(mark_cells)
    .select_from(drawings.join(mark_cells))
    .where(
        own(drawings),
        drawings.c.person_id == bindparam("person"),
        drawings.c.editions > 0,
        drawings.c.deleted_at.is_(None),
    )
    .order_by(mark_cells.c.drawing_id, mark_cells.c.position)
)
_REPLACE: Final = update(drawings).where(
    own(drawings),
    drawings.c.id == bindparam("drawing"),
    drawings.c.version == bindparam("read_version"),
)
# As it stands in the index of open drafts.
_IS_OPEN: Final = drawings.c.status == literal_column(f"'{Status.DRAFT}'")
_LISTED: Final = tuple(
    column
    for column in drawings.c
    if column.name not in {"marks", "arrows", "severity", "red_flags", "practice_id"}
)
_LINES: Final = visible(
    select(*_LISTED, persons.c.name, persons.c.code.label("person_code"), persons.c.is_sample),
    drawings,
)


class SqlDrawings(SqlOwned[PainDrawing]):
    """The port `DrawingRepository` over one transaction."""

    kind = "drawing"
    record = PainDrawing
    table = drawings
    at = drawings.c.drawn_at
    by = literal("")
    erase_all = erase_drawings

    def get(self, drawing_id: str) -> PainDrawing | None:
        """The drawing, or None."""
        with reading("drawing", drawing_id):
            row = self._run(_ONE, {"drawing": drawing_id}).mappings().first()
            return None if row is None else drawing_of(row)

    def save(self, drawing: PainDrawing, *, before: PainDrawing, at: datetime) -> None:
        """Replace `before` by `drawing`; VersionMoved if it is no longer what is kept."""
        row = self._row(drawing, at)
        row |= {"drawing": row.pop("id"), "read_version": before.version}
        if self._run(_REPLACE, row).rowcount != 1:
            raise VersionMoved
        if (before.person_id, before.drawn_at) != (drawing.person_id, drawing.drawn_at):
            self._find_under_person([drawing.id])
            see(self._run, before.person_id, drawing.person_id)

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
        query = _LINES
        if person_id is not None:
            query = query.where(drawings.c.person_id == person_id)
        if assessment_id is not None:
            query = query.where(drawings.c.assessment_id == assessment_id)
        if person_id is None and assessment_id is None:
            query = of_sample_people(query, drawings, sample=sample)
        if only_waiting:
            query = query.where(drawings.c.person_id.is_(None))
        order = Order(drawings.c.drawn_at, drawings.c.id)
        return read_page(self._run, query, order, drawing_summary_of, limit=limit, after=after)

    def finished_of(self, person_id: str) -> tuple[tuple[PainDrawing, Derived | None], ...]:
        """Every finished drawing of a person with the cells of its marks, the first first."""
        this = {"person": person_id}
        cells: dict[str, list[RowMapping]] = {}
        for row in self._run(_CELLS_OF, this).mappings():
            cells.setdefault(row["drawing_id"], []).append(row)
        kept, versions = [], {}
        for row in self._run(_FINISHED_OF, this).mappings().all():
            drawing = read_or_none(partial(drawing_of, row))
            if drawing is not None:
                kept.append(drawing)
                versions[drawing.id] = row["derived_for"]
        last = self.last_editions([each.id for each in kept if each.is_amendment])
        return tuple(
            (
                last[each.id].changed(person_id=person_id) if each.is_amendment else each,
                _derived(versions[each.id], cells.get(each.id, [])),
            )
            for each in kept
            if not each.is_amendment or each.id in last
        )

    def empty(self) -> ColumnElement[bool]:
        """Condition of drafts in which nothing was ever done, and that nobody can draw any more."""
        mine = drawings.c
        held = exists().where(
            own(hand_overs),
            hand_overs.c.drawing_id == mine.id,
            hand_overs.c.ended_at.is_(None),
            hand_overs.c.way == HandOverWay.THIS_DEVICE.value,
        )
        return and_(_IS_OPEN, mine.editions == 0, mine.actions == 0, mine.mark_count == 0, ~held)

    def lines(self, drawing_ids: Sequence[str]) -> tuple[DrawingSummary, ...]:
        """Lines of these drawings, in any order; of those that are not seen, none."""
        query = _LINES.where(drawings.c.id.in_(drawing_ids))
        return tuple(drawing_summary_of(row) for row in self._run(query).mappings())

    def by_code(self, code: str) -> str | None:
        """Id of the drawing that waits under this code, or None."""
        query = visible(select(drawings.c.id), drawings).where(
            drawings.c.code == code, drawings.c.person_id.is_(None)
        )
        row = self._run(query).first()
        return None if row is None else str(row[0])

    def _several(self, record_ids: Sequence[str]) -> dict[str, Callable[[], PainDrawing]]:
        query = visible(select(drawings), drawings).where(drawings.c.id.in_(record_ids))
        return {row["id"]: partial(drawing_of, row) for row in self._run(query).mappings().all()}

    def _row(self, record: PainDrawing, at: datetime) -> Row:
        return drawing_row(record) | {"changed_at": to_text(at)}


def _derived(body_version: str | None, rows: Sequence[RowMapping]) -> Derived | None:
    """What was kept of a drawing's cells; its regions are not read here."""
    if body_version is None:
        return None
    marks = tuple(MarkCells(row["mark_id"], row["cells"], row["intensity"]) for row in rows)
    return Derived(body_version, marks)
