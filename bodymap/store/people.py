"""People in the tables."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    bindparam,
    delete,
    exists,
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
from bodymap.store.practice import PracticeRecords, own, parts
from bodymap.store.reading import reading
from bodymap.store.rows import person_of, person_row
from bodymap.store.seeing import see
from bodymap.store.tables import assessments, drawings, person_words, persons, transfers
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none

# Written out once: building a statement takes longer than running it.
_THERE: Final = (own(persons), persons.c.deleted_at.is_(None), persons.c.merged_into.is_(None))
_ONE: Final = select(persons).where(*_THERE, persons.c.id == bindparam("person"))
_WAS_SEEN: Final = or_(
    *(
        exists().where(own(table), table.c.person_id == persons.c.id, table.c.deleted_at.is_(None))
        for table in (assessments, drawings)
    )
).label("was_seen")
_LAST_REASON: Final = (
    select(assessments.c.reason)
    .where(
        own(assessments),
        assessments.c.person_id == persons.c.id,
        assessments.c.deleted_at.is_(None),
    )
    .order_by(assessments.c.examined_at.desc(), assessments.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("last_reason")
)
LISTED: Final = select(persons, _WAS_SEEN, _LAST_REASON).where(*_THERE)
"""People as lines of a list."""
_WORDS_OF: Final = (own(person_words), person_words.c.person_id == bindparam("person"))
_LAST_SIGN: Final = "\U0010ffff"


class SqlPersons(PracticeRecords):
    """The port `PersonRepository` over one transaction.

    Attributes:
        erased: Whether people were removed for good in this transaction.
    """

    def __init__(self, connection: Connection, practice_id: str) -> None:
        super().__init__(connection, practice_id)
        self.erased = False

    def add(self, person: Person, *, at: datetime) -> None:
        """Keep a new person."""
        row = person_row(person) | {"changed_at": to_text(at), "seen_at": to_text(at)}
        self._insert(persons, row)
        self._add_words(person.id, row["search_text"])

    def there(self, person_ids: Collection[str]) -> frozenset[str]:
        """Those of these ids that somebody has, deleted and merged ones included."""
        return self._among(persons.c.id, person_ids)

    def get(self, person_id: str) -> Person | None:
        """The person, or None."""
        row = self._run(_ONE, {"person": person_id}).mappings().first()
        with reading("person", person_id):
            return None if row is None else person_of(row)

    def save(self, person: Person, *, before: Person, at: datetime) -> None:
        """Replace `before` by `person`; VersionMoved if it is no longer what is kept."""
        row = person_row(person) | {"changed_at": to_text(at)}
        same = (own(persons), persons.c.id == person.id, persons.c.version == before.version)
        if self._run(update(persons).where(*same).values(row)).rowcount != 1:
            raise VersionMoved
        if row["search_text"] != person_row(before)["search_text"]:
            self._run(delete(person_words).where(*_WORDS_OF), {"person": person.id})
            self._add_words(person.id, row["search_text"])

    def find(
        self,
        words: Sequence[str],
        *,
        sample: bool | None,
        limit: int,
        after: Position | None,
        archived: bool | None = None,
    ) -> Page[PersonSummary]:
        """People of whose name, code and year every word begins a word, last seen first."""
        query = LISTED.where(*(persons.c.id.in_(begin_with(word)) for word in words))
        if sample is not None:
            query = query.where(persons.c.is_sample.is_(sample))
        if archived is not None:
            query = query.where(persons.c.is_archived.is_(archived))
        order = Order(persons.c.seen_at, persons.c.id)
        return read_page(self._run, query, order, summary_of, limit=limit, after=after)

    def any(self, *, sample: bool | None) -> bool:
        """Whether anybody would be found at all."""
        query = select(persons.c.id).where(*_THERE)
        if sample is not None:
            query = query.where(persons.c.is_sample.is_(sample))
        return self._run(query.limit(1)).first() is not None

    def like(self, name: str, code: str) -> tuple[Person, ...]:
        """People of this name or code, in the forms that `folded` gives; empty ones match none."""
        text = persons.c.search_text
        found: dict[str, RowMapping] = {}
        for plain, same in (
            (name, text.startswith(name + BETWEEN, autoescape=True)),
            (code, text.contains(BETWEEN + code + BETWEEN, autoescape=True)),
        ):
            words = [persons.c.id.in_(_have(word)) for word in plain.split()]
            if words:
                query = select(persons).where(*_THERE, *words, same).limit(MOST_ON_PAGE)
                found |= {row["id"]: row for row in self._run(query).mappings()}
        newest = sorted(found.values(), key=lambda row: str(row["seen_at"]), reverse=True)
        return tuple(person_of(row) for row in newest)

    def label(self, person_id: str) -> str | None:
        """How a person is called, deleted and merged ones too, or None if there is none."""
        this = (own(persons), persons.c.id == person_id)
        row = self._run(select(persons.c.name, persons.c.code).where(*this)).first()
        return None if row is None else row.name or row.code

    def merged_into(self, person_id: str) -> str | None:
        """Id of the person that this one was merged into, or None."""
        query = select(persons.c.merged_into).where(own(persons), persons.c.id == person_id)
        into: str | None = self._run(query).scalar()
        return into

    def set_merged(self, person_id: str, into: str | None) -> None:
        """Let a person be part of another, or with None a person of their own again."""
        change = update(persons).where(own(persons), persons.c.id == person_id)
        self._run(change.values(merged_into=into))
        see(self._run, person_id)

    def deleted_at(self, person_id: str) -> datetime | None:
        """When the person was deleted, or None."""
        query = select(persons.c.deleted_at).where(own(persons), persons.c.id == person_id)
        return from_text_or_none(self._run(query).scalar())

    def set_deleted(self, person_id: str, at: datetime | None) -> None:
        """Delete, or with None restore."""
        change = update(persons).where(own(persons), persons.c.id == person_id)
        self._run(change.values(deleted_at=to_text_or_none(at)))

    def deleted(self) -> tuple[Deleted, ...]:
        """Deleted people, last deleted first."""
        query = (
            select(persons)
            .where(own(persons), persons.c.deleted_at.is_not(None), persons.c.merged_into.is_(None))
            .order_by(persons.c.deleted_at.desc(), persons.c.id.desc())
        )
        return tuple(
            Deleted("person", row["id"], person_of(row).label, from_text(row["deleted_at"]))
            for row in self._run(query).mappings()
        )

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good, with all that belongs to them, those deleted before; how many."""
        return self._erase(persons.c.deleted_at < to_text(deleted_before))

    def erase_samples(self) -> int:
        """Remove the sample people for good, with all that belongs to them; how many."""
        return self._erase(persons.c.is_sample.is_(other=True))

    def erase_known(self, is_known: Callable[[str], bool]) -> int:
        """Remove for good those whose id is known to a register, with what is theirs; how many."""
        ids = list(self._run(select(persons.c.id).where(own(persons))).scalars())
        known = [person_id for person_id in ids if is_known(person_id)]
        return sum(self._erase(persons.c.id.in_(some)) for some in parts(known))

    def _erase(self, condition: ColumnElement[bool]) -> int:
        found = select(persons.c.id).where(own(persons), condition)
        ids = self._with_merged(list(self._run(found).scalars()))
        for some in parts(ids):
            drawn = select(drawings.c.id).where(own(drawings), drawings.c.person_id.in_(some))
            erase_drawings(self._run, list(self._run(drawn).scalars()))
            examined = select(assessments.c.id).where(
                own(assessments), assessments.c.person_id.in_(some)
            )
            erase_assessments(self._run, list(self._run(examined).scalars()))
            for end in (transfers.c.from_id, transfers.c.to_id):
                self._run(delete(transfers).where(own(transfers), end.in_(some)))
            words = delete(person_words).where(
                own(person_words), person_words.c.person_id.in_(some)
            )
            self._run(words)
            # They may point at each other, so that no order of removing them would do.
            parted = update(persons).where(own(persons), persons.c.merged_into.in_(some))
            self._run(parted.values(merged_into=None))
        for some in parts(ids):
            self._run(delete(persons).where(own(persons), persons.c.id.in_(some)))
        erase_beside(self._run, ids)
        self.erased = True
        return len(ids)

    def _with_merged(self, ids: list[str]) -> list[str]:
        """These people and all that were merged into them."""
        found = dict.fromkeys(ids)
        newest = ids
        while newest:
            merged: list[str] = []
            for some in parts(newest):
                query = select(persons.c.id).where(own(persons), persons.c.merged_into.in_(some))
                merged += self._run(query).scalars()
            newest = [part for part in merged if part not in found]
            found |= dict.fromkeys(newest)
        return list(found)

    def _add_words(self, person_id: str, search_text: str) -> None:
        words = sorted(words_of(search_text))
        self._insert(person_words, [{"word": word, "person_id": person_id} for word in words])


def words_of(search_text: str) -> set[str]:
    """Words under which somebody is found: whole, and from each letter after another sign on.

    "o'brien pat-042" gives o'brien, brien, pat-042 and 042.
    """
    return {
        word[start:]
        for word in search_text.split()
        for start in range(len(word))
        if (word[start].isalnum() and (start == 0 or not word[start - 1].isalnum())) or start == 0
    }


def begin_with(word: str) -> Select[tuple[str]]:
    """Ids of people that have a word that begins so."""
    between = (person_words.c.word >= word, person_words.c.word < f"{word}{_LAST_SIGN}")
    return select(person_words.c.person_id).where(own(person_words), *between)


def _have(word: str) -> Select[tuple[str]]:
    """Ids of people that have this very word."""
    same = person_words.c.word == word
    return select(person_words.c.person_id).where(own(person_words), same)


def summary_of(row: RowMapping) -> PersonSummary:
    """The line of a list in a row."""
    seen_at = from_text(row["seen_at"]) if row["was_seen"] else None
    return PersonSummary(person_of(row), seen_at, row["last_reason"] or "")
