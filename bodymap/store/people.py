"""People in the tables."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bodymap.records import Person
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.kernel.ports import Deleted, VersionMoved
from bodymap.store.erasing import erase_assessments, erase_beside, erase_drawings
from bodymap.store.paging import Order, read_page
from bodymap.store.reading import reading
from bodymap.store.rows import person_of, person_row
from bodymap.store.tables import assessments, drawings, persons
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none


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
        row = person_row(person) | {"changed_at": to_text(at)}
        self._connection.execute(insert(persons).values(row))

    def get(self, person_id: str) -> Person | None:
        """The person, or None."""
        query = select(persons).where(persons.c.id == person_id, persons.c.deleted_at.is_(None))
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
        self, words: Sequence[str], *, sample: bool, limit: int, after: Position | None
    ) -> Page[Person]:
        """People whose name and code contain every word, last changed first."""
        query = (
            select(persons)
            .where(persons.c.deleted_at.is_(None), persons.c.is_sample.is_(sample))
            .where(*(persons.c.search_text.contains(word, autoescape=True) for word in words))
        )
        order = Order(persons.c.changed_at, persons.c.id)
        return read_page(self._connection, query, order, person_of, limit=limit, after=after)

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
            .where(persons.c.deleted_at.is_not(None))
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
        gone = select(persons.c.id).where(condition)
        drawn = select(drawings.c.id).where(drawings.c.person_id.in_(gone))
        erase_drawings(self._connection, list(self._connection.execute(drawn).scalars()))
        theirs = select(assessments.c.id).where(assessments.c.person_id.in_(gone))
        erase_assessments(self._connection, list(self._connection.execute(theirs).scalars()))
        ids = list(self._connection.execute(gone).scalars())
        erase_beside(self._connection, ids)
        self._connection.execute(delete(persons).where(condition))
        self.erased = True
        return len(ids)
