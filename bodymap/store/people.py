"""People in the tables."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    delete,
    exists,
    insert,
    or_,
    select,
    update,
)

from bodymap.records import Person, PersonSummary
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position
from bodymap.services.kernel.ports import Deleted, VersionMoved
from bodymap.services.people.searching import BETWEEN
from bodymap.store.erasing import erase_assessments, erase_beside, erase_drawings
from bodymap.store.paging import Order, read_page
from bodymap.store.reading import reading
from bodymap.store.rows import person_of, person_row
from bodymap.store.seeing import see
from bodymap.store.tables import assessments, drawings, persons, transfers
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none

_THERE: Final = (persons.c.deleted_at.is_(None), persons.c.merged_into.is_(None))
_WAS_SEEN: Final = or_(
    *(
        exists().where(table.c.person_id == persons.c.id, table.c.deleted_at.is_(None))
        for table in (assessments, drawings)
    )
).label("was_seen")
_LAST_REASON: Final = (
    select(assessments.c.reason)
    .where(assessments.c.person_id == persons.c.id, assessments.c.deleted_at.is_(None))
    .order_by(assessments.c.examined_at.desc(), assessments.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("last_reason")
)


class SqlPersons:
    """The port `PersonRepository` over one transaction.

    Attributes:
        erased: Whether people were removed for good in this transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.erased = False

    def add(self, person: Person, *, at: datetime) -> None:
        """Keep a new person."""
        row = person_row(person) | {"changed_at": to_text(at), "seen_at": to_text(at)}
        self._connection.execute(insert(persons).values(row))

    def get(self, person_id: str) -> Person | None:
        """The person, or None."""
        query = select(persons).where(persons.c.id == person_id, *_THERE)
        row = self._connection.execute(query).mappings().first()
        with reading("person", person_id):
            return None if row is None else person_of(row)

    def save(self, person: Person, *, before: Person, at: datetime) -> None:
        """Replace `before` by `person`; VersionMoved if it is no longer what is kept."""
        row = person_row(person) | {"changed_at": to_text(at)}
        same = persons.c.id == person.id, persons.c.version == before.version
        if self._connection.execute(update(persons).where(*same).values(row)).rowcount != 1:
            raise VersionMoved

    def find(
        self, words: Sequence[str], *, sample: bool | None, limit: int, after: Position | None
    ) -> Page[PersonSummary]:
        """People whose name, code and year contain every word, last seen first."""
        query = (
            select(persons, _WAS_SEEN, _LAST_REASON)
            .where(*_THERE)
            .where(*(persons.c.search_text.contains(word, autoescape=True) for word in words))
        )
        if sample is not None:
            query = query.where(persons.c.is_sample.is_(sample))
        order = Order(persons.c.seen_at, persons.c.id)
        return read_page(self._connection, query, order, _summary, limit=limit, after=after)

    def like(self, name: str, code: str) -> tuple[Person, ...]:
        """People of this name or code, in the forms that `folded` gives; empty ones match none."""
        same = [
            persons.c.search_text.startswith(name + BETWEEN, autoescape=True) if name else None,
            persons.c.search_text.contains(BETWEEN + code + BETWEEN, autoescape=True)
            if code
            else None,
        ]
        wanted = or_(*(condition for condition in same if condition is not None))
        query = select(persons).where(*_THERE, wanted).order_by(persons.c.seen_at.desc())
        rows = self._connection.execute(query.limit(MOST_ON_PAGE)).mappings()
        return tuple(person_of(row) for row in rows)

    def label(self, person_id: str) -> str | None:
        """How a person is called, deleted and merged ones too, or None if there is none."""
        query = select(persons.c.name, persons.c.code).where(persons.c.id == person_id)
        row = self._connection.execute(query).first()
        return None if row is None else row.name or row.code

    def merged_into(self, person_id: str) -> str | None:
        """Id of the person that this one was merged into, or None."""
        query = select(persons.c.merged_into).where(persons.c.id == person_id)
        return self._connection.execute(query).scalar()

    def set_merged(self, person_id: str, into: str | None) -> None:
        """Let a person be part of another, or with None a person of their own again."""
        change = update(persons).where(persons.c.id == person_id)
        self._connection.execute(change.values(merged_into=into))
        see(self._connection, person_id)

    def deleted_at(self, person_id: str) -> datetime | None:
        """When the person was deleted, or None."""
        query = select(persons.c.deleted_at).where(persons.c.id == person_id)
        return from_text_or_none(self._connection.execute(query).scalar())

    def set_deleted(self, person_id: str, at: datetime | None) -> None:
        """Delete, or with None restore."""
        change = update(persons).where(persons.c.id == person_id)
        self._connection.execute(change.values(deleted_at=to_text_or_none(at)))

    def deleted(self) -> tuple[Deleted, ...]:
        """Deleted people, last deleted first."""
        query = (
            select(persons)
            .where(persons.c.deleted_at.is_not(None), persons.c.merged_into.is_(None))
            .order_by(persons.c.deleted_at.desc(), persons.c.id.desc())
        )
        return tuple(
            Deleted("person", row["id"], person_of(row).label, from_text(row["deleted_at"]))
            for row in self._connection.execute(query).mappings()
        )

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good, with all that belongs to them, those deleted before; how many."""
        return self._erase(persons.c.deleted_at < to_text(deleted_before))

    def erase_samples(self) -> int:
        """Remove the sample people for good, with all that belongs to them; how many."""
        return self._erase(persons.c.is_sample.is_(other=True))

    def _erase(self, condition: ColumnElement[bool]) -> int:
        found = select(persons.c.id).where(condition)
        ids = self._with_merged(list(self._connection.execute(found).scalars()))
        gone = select(persons.c.id).where(persons.c.id.in_(ids))
        drawn = select(drawings.c.id).where(drawings.c.person_id.in_(gone))
        erase_drawings(self._connection, list(self._connection.execute(drawn).scalars()))
        theirs = select(assessments.c.id).where(assessments.c.person_id.in_(gone))
        erase_assessments(self._connection, list(self._connection.execute(theirs).scalars()))
        erase_beside(self._connection, ids)
        ends = or_(transfers.c.from_id.in_(ids), transfers.c.to_id.in_(ids))
        self._connection.execute(delete(transfers).where(ends))
        # They may point at each other, so that no order of removing them would do.
        parted = update(persons).where(persons.c.merged_into.in_(ids))
        self._connection.execute(parted.values(merged_into=None))
        self._connection.execute(delete(persons).where(persons.c.id.in_(ids)))
        self.erased = True
        return len(ids)

    def _with_merged(self, ids: list[str]) -> list[str]:
        """These people and all that were merged into them."""
        found = list(dict.fromkeys(ids))
        newest = found
        while newest:
            query = select(persons.c.id).where(persons.c.merged_into.in_(newest))
            parts = self._connection.execute(query).scalars()
            newest = [part for part in parts if part not in found]
            found += newest
        return found


def _summary(row: RowMapping) -> PersonSummary:
    seen_at = from_text(row["seen_at"]) if row["was_seen"] else None
    return PersonSummary(person_of(row), seen_at, row["last_reason"] or "")
