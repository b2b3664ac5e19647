"""What assessments and drawings share in the tables: codes, people, deletion and editions."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Connection, RowMapping, Select, Table, insert, or_, select, update

from bodymap.records import Assessment, PainDrawing
from bodymap.services.kernel.ports import Deleted
from bodymap.store.tables import persons
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none


def visible(query: Select[Any], table: Table) -> Select[Any]:
    """The query over records that are not deleted, nor their person, with the person's columns."""
    return query.select_from(table.outerjoin(persons)).where(
        table.c.deleted_at.is_(None), persons.c.deleted_at.is_(None)
    )


def of_sample_people(query: Select[Any], table: Table, *, sample: bool) -> Select[Any]:
    """The query over records of sample people only, or of all others and of nobody yet."""
    if sample:
        return query.where(persons.c.is_sample.is_(other=True))
    return query.where(or_(table.c.person_id.is_(None), persons.c.is_sample.is_(other=False)))


class SqlOwned:
    """The part of the ports of assessments and drawings that is the same for both.

    Attributes:
        kind: "assessment" or "drawing"; names the columns of its table of editions.
        table: Where the records lie.
        editions_table: Where their editions lie.
        erase_all: Removes the records with these ids for good.
    """

    kind: ClassVar[str]
    table: ClassVar[Table]
    editions_table: ClassVar[Table]
    erase_all: ClassVar[Callable[[Connection, Sequence[str]], None]]

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def code_is_taken(self, code: str) -> bool:
        """Whether any record has this code, deleted ones included."""
        query = select(self.table.c.id).where(self.table.c.code == code)
        return self._connection.execute(query).first() is not None

    def deleted_at(self, record_id: str) -> datetime | None:
        """When it, or its person, was deleted, or None."""
        query = (
            select(self.table.c.deleted_at, persons.c.deleted_at.label("with_person"))
            .select_from(self.table.outerjoin(persons))
            .where(self.table.c.id == record_id)
        )
        row = self._connection.execute(query).first()
        return None if row is None else from_text_or_none(row.deleted_at or row.with_person)

    def set_deleted(self, record_id: str, at: datetime | None) -> None:
        """Delete, or with None restore."""
        change = update(self.table).where(self.table.c.id == record_id)
        self._connection.execute(change.values(deleted_at=to_text_or_none(at)))

    def deleted(self) -> tuple[Deleted, ...]:
        """Those deleted by themselves, last deleted first."""
        own = self.table.c
        query = (
            select(own.id, own.code, own.deleted_at)
            .select_from(self.table.outerjoin(persons))
            .where(own.deleted_at.is_not(None), persons.c.deleted_at.is_(None))
            .order_by(own.deleted_at.desc(), own.id.desc())
        )
        return tuple(
            Deleted(self.kind, row.id, row.code, from_text(row.deleted_at))
            for row in self._connection.execute(query)
        )

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good those deleted before; how many."""
        old = self.table.c.deleted_at < to_text(deleted_before)
        ids = list(self._connection.execute(select(self.table.c.id).where(old)).scalars())
        type(self).erase_all(self._connection, ids)
        return len(ids)

    def _keep_edition(self, number: int, said: Assessment | PainDrawing) -> None:
        row = {
            f"{self.kind}_id": said.id,
            "number": number,
            self.kind: said.model_dump(mode="json"),
        }
        self._connection.execute(insert(self.editions_table).values(row))

    def _kept_editions(self, record_id: str) -> Sequence[RowMapping]:
        kept = self.editions_table
        own = select(kept).where(kept.c[f"{self.kind}_id"] == record_id).order_by(kept.c.number)
        return self._connection.execute(own).mappings().all()
