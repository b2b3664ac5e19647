"""What assessments and drawings share in the tables: codes, people, deletion and editions."""

import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar, Final, Generic

from sqlalchemy import ColumnElement, Connection, Select, Table, insert, or_, select, update

from bodymap.records.draftable import DraftT, Edition
from bodymap.services.kernel.ports import Deleted
from bodymap.store.reading import reading
from bodymap.store.seeing import see
from bodymap.store.tables import editions, persons
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


_AT_ONCE: Final = 500
"""Databases limit how many values one statement may name."""


class SqlOwned(Generic[DraftT]):
    """The part of the ports of assessments and drawings that is the same for both.

    Attributes:
        kind: "assessment" or "drawing".
        record: Class of the records.
        table: Where they lie.
        erase_all: Removes the records with these ids for good.
        erased: Whether that was done in this transaction.
    """

    kind: ClassVar[str]
    record: type[DraftT]
    table: ClassVar[Table]
    erase_all: ClassVar[Callable[[Connection, Sequence[str]], None]]

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.erased = False

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
        own = select(self.table.c.person_id).where(self.table.c.id == record_id)
        see(self._connection, self._connection.execute(own).scalar())

    def of_person(self, person_id: str) -> tuple[str, ...]:
        """Ids of all records of a person, deleted ones included."""
        query = select(self.table.c.id).where(self.table.c.person_id == person_id)
        return tuple(self._connection.execute(query.order_by(self.table.c.id)).scalars())

    def give(
        self, record_ids: Sequence[str], *, from_id: str, to_id: str, at: datetime
    ) -> tuple[str, ...]:
        """Give records of one person to another, deleted ones included; which of them went."""
        own = self.table.c
        went: list[str] = []
        for start in range(0, len(record_ids), _AT_ONCE):
            some = record_ids[start : start + _AT_ONCE]
            theirs = own.id.in_(some), own.person_id == from_id
            went += self._connection.execute(select(own.id).where(*theirs)).scalars()
            change = {"person_id": to_id, "version": own.version + 1, "changed_at": to_text(at)}
            self._connection.execute(update(self.table).where(*theirs).values(change))
        for person_id in (from_id, to_id):
            see(self._connection, person_id)
        return tuple(went)

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
        self.erased = True
        return len(ids)

    def empty(self) -> ColumnElement[bool]:
        """Condition of drafts in which nothing stands and nobody waits for."""
        raise NotImplementedError

    def erase_empty(self, *, changed_before: datetime) -> int:
        """Remove for good drafts in which nothing stands and nobody waits for; how many."""
        old = self.table.c.changed_at < to_text(changed_before)
        found = select(self.table.c.id).where(old, self.table.c.deleted_at.is_(None), self.empty())
        ids = list(self._connection.execute(found).scalars())
        type(self).erase_all(self._connection, ids)
        return len(ids)

    def add_edition(self, edition: Edition[DraftT]) -> None:
        """Keep an edition for good."""
        row = {
            "record_id": edition.record.id,
            "number": edition.number,
            "record": zlib.compress(edition.record.model_dump_json().encode()),
        }
        self._connection.execute(insert(editions).values(row))

    def editions(self, record_id: str) -> tuple[Edition[DraftT], ...]:
        """All editions, first finished first."""
        own = editions.c.record_id == record_id
        query = select(editions.c.number, editions.c.record).where(own).order_by(editions.c.number)
        with reading(self.kind, record_id):
            return tuple(
                Edition(number, self.record.model_validate_json(zlib.decompress(kept)))
                for number, kept in self._connection.execute(query)
            )
