"""What all kinds of draftable record share in the tables: codes, people, deletion, editions."""

import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, ClassVar, Final, Generic

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    or_,
    select,
    text,
    update,
)

from bodymap.body import Laterality
from bodymap.records.derived import Derived, MarkCells, MarkedRegion
from bodymap.records.draftable import Draftable, DraftT, Edition
from bodymap.records.portable import Whole
from bodymap.records.signs import State
from bodymap.services.kernel.ports import Deleted
from bodymap.store.practice import PracticeRecords, Run, own, parts
from bodymap.store.reading import read_or_none, reading
from bodymap.store.rows import Row
from bodymap.store.seeing import see
from bodymap.store.tables import editions, mark_cells, marked_regions, persons
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none

# Written out once: building a statement takes longer than running it.
_EDITIONS: Final = (
    select(editions.c.number, editions.c.record)
    .where(own(editions), editions.c.record_id == bindparam("record"))
    .order_by(editions.c.number)
)
_CELLS: Final = (
    select(mark_cells)
    .where(own(mark_cells), mark_cells.c.drawing_id == bindparam("record"))
    .order_by(mark_cells.c.position)
)
_REGIONS: Final = (
    select(marked_regions)
    .where(own(marked_regions), marked_regions.c.record_id == bindparam("record"))
    .order_by(marked_regions.c.item_id, marked_regions.c.region)
)
_FINISHED: Final = text("editions > 0")
"""As it stands in the index of what is derived."""


def visible(query: Select[Any], table: Table) -> Select[Any]:
    """The query over records that are not deleted, nor their person, with the person's columns."""
    return query.select_from(table.outerjoin(persons)).where(
        own(table), table.c.deleted_at.is_(None), persons.c.deleted_at.is_(None)
    )


def of_sample_people(query: Select[Any], table: Table, *, sample: bool) -> Select[Any]:
    """The query over records of sample people only, or of all others and of nobody yet."""
    if sample:
        return query.where(persons.c.is_sample.is_(other=True))
    return query.where(or_(table.c.person_id.is_(None), persons.c.is_sample.is_(other=False)))


class SqlOwned(PracticeRecords, Generic[DraftT]):
    """The part of the port `DraftRepository` that is the same for every kind.

    Attributes:
        kind: "assessment" or "drawing".
        record: Class of the records.
        table: Where they lie.
        at: Column of when it was made.
        by: Column of who examined.
        erase_all: Removes the records with these ids for good.
        erased: Whether that was done in this transaction.
    """

    kind: ClassVar[str]
    record: type[DraftT]
    table: ClassVar[Table]
    at: ClassVar[Column[str]]
    by: ClassVar[ColumnElement[str]]
    erase_all: ClassVar[Callable[[Run, Sequence[str]], None]]

    def __init__(self, connection: Connection, practice_id: str) -> None:
        super().__init__(connection, practice_id)
        self.erased = False

    def code_is_taken(self, code: str) -> bool:
        """Whether any record has this code, deleted ones included."""
        query = select(self.table.c.id).where(own(self.table), self.table.c.code == code)
        return self._run(query).first() is not None

    def codes_taken(self, codes: Collection[str]) -> frozenset[str]:
        """Those of these codes that any record has, deleted ones included."""
        return self._among(self.table.c.code, codes)

    def there(self, record_ids: Collection[str]) -> frozenset[str]:
        """Those of these ids that a record has, deleted ones included."""
        return self._among(self.table.c.id, record_ids)

    def deleted_at(self, record_id: str) -> datetime | None:
        """When it, or its person, was deleted, or None."""
        query = (
            select(self.table.c.deleted_at, persons.c.deleted_at.label("with_person"))
            .select_from(self.table.outerjoin(persons))
            .where(own(self.table), self.table.c.id == record_id)
        )
        row = self._run(query).first()
        return None if row is None else from_text_or_none(row.deleted_at or row.with_person)

    def set_deleted(self, record_id: str, at: datetime | None) -> None:
        """Delete, or with None restore."""
        change = update(self.table).where(own(self.table), self.table.c.id == record_id)
        self._run(change.values(deleted_at=to_text_or_none(at)))
        self._find_under_person([record_id])
        whose = select(self.table.c.person_id).where(own(self.table), self.table.c.id == record_id)
        see(self._run, self._run(whose).scalar())

    def of_person(self, person_id: str) -> tuple[str, ...]:
        """Ids of all records of a person, deleted ones included."""
        query = select(self.table.c.id).where(own(self.table), self.table.c.person_id == person_id)
        return tuple(self._run(query.order_by(self.table.c.id)).scalars())

    def give(
        self, record_ids: Sequence[str], *, from_id: str, to_id: str, at: datetime
    ) -> tuple[str, ...]:
        """Give records of one person to another, deleted ones included; which of them went."""
        mine = self.table.c
        went: list[str] = []
        for some in parts(record_ids):
            theirs = (own(self.table), mine.id.in_(some), mine.person_id == from_id)
            went += self._run(select(mine.id).where(*theirs)).scalars()
            change = {"person_id": to_id, "version": mine.version + 1, "changed_at": to_text(at)}
            self._run(update(self.table).where(*theirs).values(change))
        self._find_under_person(went)
        see(self._run, from_id, to_id)
        return tuple(went)

    def deleted(self) -> tuple[Deleted, ...]:
        """Those deleted on their own, last deleted first."""
        mine = self.table.c
        query = (
            select(mine.id, mine.code, mine.deleted_at)
            .select_from(self.table.outerjoin(persons))
            .where(own(self.table), mine.deleted_at.is_not(None), persons.c.deleted_at.is_(None))
            .order_by(mine.deleted_at.desc(), mine.id.desc())
        )
        return tuple(
            Deleted(self.kind, row.id, row.code, from_text(row.deleted_at))
            for row in self._run(query)
        )

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good those deleted before; how many."""
        old = self.table.c.deleted_at < to_text(deleted_before)
        query = select(self.table.c.id).where(own(self.table), old)
        ids = list(self._run(query).scalars())
        type(self).erase_all(self._run, ids)
        self.erased = True
        return len(ids)

    def erase_known(self, is_known: Callable[[str], bool]) -> int:
        """Remove for good those whose id is known to a register; how many."""
        ids = self._run(select(self.table.c.id).where(own(self.table))).scalars()
        known = [record_id for record_id in ids if is_known(record_id)]
        type(self).erase_all(self._run, known)
        self.erased = True
        return len(known)

    def empty(self) -> ColumnElement[bool]:
        """Condition of drafts in which nothing stands and nobody waits for."""
        raise NotImplementedError

    def erase_empty(self, *, changed_before: datetime) -> int:
        """Remove for good drafts in which nothing stands and nobody waits for; how many."""
        old = self.table.c.changed_at < to_text(changed_before)
        found = select(self.table.c.id).where(
            own(self.table), old, self.table.c.deleted_at.is_(None), self.empty()
        )
        ids = list(self._run(found).scalars())
        type(self).erase_all(self._run, ids)
        return len(ids)

    def add_edition(self, edition: Edition[DraftT]) -> None:
        """Keep an edition for good."""
        self._insert(editions, _edition_row(edition.record.id, edition.number, edition.record))
        change = update(self.table).where(own(self.table), self.table.c.id == edition.record.id)
        self._run(change.values(derived_for=None))

    def add_whole(self, several: Sequence[Whole[DraftT]], *, at: datetime) -> None:
        """Keep new records with their editions."""
        records = [whole.record for whole in several]
        self._insert(self.table, [self._row(record, at) for record in records])
        self._add_parts(records)
        rows = [
            _edition_row(whole.record.id, number, edition)
            for whole in several
            for number, edition in enumerate(whole.editions, start=1)
        ]
        self._insert(editions, rows)
        see(self._run, *(record.person_id for record in records))

    def add(self, record: DraftT, /, *, at: datetime) -> None:
        """Keep a new record."""
        self.add_whole([Whole(record)], at=at)

    def editions(self, record_id: str) -> tuple[Edition[DraftT], ...]:
        """All editions, first finished first."""
        with reading(self.kind, record_id):
            return tuple(
                Edition(row.number, self._read(row.record))
                for row in self._run(_EDITIONS, {"record": record_id})
            )

    def wholes(self, record_ids: Sequence[str]) -> tuple[Whole[DraftT], ...]:
        """Records with their editions, in this order; those that are not seen are left out."""
        found: list[Whole[DraftT]] = []
        for some in parts(record_ids):
            packed: dict[str, list[bytes]] = {}
            of_these = (own(editions), editions.c.record_id.in_(some))
            for row in self._run(select(editions).where(*of_these).order_by(editions.c.number)):
                packed.setdefault(row.record_id, []).append(row.record)
            seen = self._several(some)
            for record_id in [each for each in some if each in seen]:
                with reading(self.kind, record_id):
                    record = seen[record_id]()
                    said = self._unpacked(packed.get(record_id, []), record)
                    found.append(Whole(record, said))
        return tuple(found)

    def _unpacked(self, packed: Sequence[bytes], record: DraftT) -> tuple[DraftT, ...]:
        """Editions of a record; what was not changed since it was finished is the record itself."""
        said = record.model_dump_json().encode() if packed else b""
        texts = [zlib.decompress(each) for each in packed]
        read = self.record.model_validate_json
        return tuple(record if text_of == said else read(text_of) for text_of in texts)

    def _several(self, record_ids: Sequence[str]) -> dict[str, Callable[[], DraftT]]:
        """Readers of those of some records that are seen, by id."""
        raise NotImplementedError

    def last_editions(self, record_ids: Sequence[str]) -> dict[str, DraftT]:
        """What records said when they were last finished; what cannot be read is left out."""
        packed: dict[str, bytes] = {}
        for some in parts(record_ids):
            query = select(editions).where(own(editions), editions.c.record_id.in_(some))
            for row in self._run(query.order_by(editions.c.number)):
                packed[row.record_id] = row.record
        read = {key: read_or_none(partial(self._read, each)) for key, each in packed.items()}
        return {key: record for key, record in read.items() if record is not None}

    def _read(self, packed: bytes) -> DraftT:
        return self.record.model_validate_json(zlib.decompress(packed))

    def keep_derived(self, record_id: str, derived: Derived) -> None:
        """Keep what follows from the last edition, in place of what was kept before."""
        self.keep_all_derived({record_id: derived})

    def keep_all_derived(self, derived: Mapping[str, Derived]) -> None:
        """As `keep_derived`, by the ids of several records."""
        for some in parts(list(derived)):
            for of_record in (mark_cells.c.drawing_id, marked_regions.c.record_id):
                table = of_record.table
                self._run(delete(table).where(own(table), of_record.in_(some)))
        cells = [
            {"drawing_id": record_id, "position": position, "body_version": each.body_version}
            | mark._asdict()
            for record_id, each in derived.items()
            for position, mark in enumerate(each.cells)
        ]
        self._insert(mark_cells, cells)
        regions = [
            shared | region._asdict()
            for record_id, shared in self._shared(list(derived)).items()
            for region in derived[record_id].regions
        ]
        self._insert(marked_regions, regions)
        change = update(self.table).where(own(self.table), self.table.c.id == bindparam("record"))
        versions = [
            {"record": record_id, "made_for": each.body_version}
            for record_id, each in derived.items()
        ]
        if versions:
            self._run(change.values(derived_for=bindparam("made_for")), versions)

    def derived(self, record_id: str) -> Derived | None:
        """What follows from the last edition; None where it was not made yet, or is out of date."""
        query = select(self.table.c.derived_for).where(
            own(self.table), self.table.c.id == record_id
        )
        version: str | None = self._run(query).scalar()
        if version is None:
            return None
        this = {"record": record_id}
        with reading(self.kind, record_id):
            return Derived(
                version,
                tuple(
                    MarkCells(row.mark_id, row.cells, row.intensity)
                    for row in self._run(_CELLS, this)
                ),
                tuple(
                    MarkedRegion(
                        row.item_id,
                        row.region,
                        Laterality(row.laterality),
                        row.intensity,
                        row.muscle,
                        row.state and State(row.state),
                        row.treatment,
                        row.reaction,
                    )
                    for row in self._run(_REGIONS, this)
                ),
            )

    def underived(self, body_version: str) -> tuple[str, ...]:
        """Ids of finished records of which nothing was derived for this version of the body."""
        version = self.table.c.derived_for
        found: list[str] = []
        for out_of_date in (version.is_(None), version < body_version, version > body_version):
            query = select(self.table.c.id).where(own(self.table), _FINISHED, out_of_date)
            found += self._run(query).scalars()
        return tuple(found)

    def _find_under_person(self, record_ids: Sequence[str]) -> None:
        """Let questions find what these records say under the person they belong to now."""
        mine = self.table.c
        whose = (
            select(mine.person_id)
            .where(own(self.table), mine.id == marked_regions.c.record_id)
            .where(mine.deleted_at.is_(None))
            .scalar_subquery()
        )
        for some in parts(record_ids):
            said = update(marked_regions).where(
                own(marked_regions), marked_regions.c.record_id.in_(some)
            )
            self._run(said.values(person_id=whose))

    def _shared(self, record_ids: Sequence[str]) -> dict[str, Row]:
        """What each region that follows from a record says of the record, by its id."""
        mine = self.table.c
        columns = (
            mine.id,
            mine.person_id,
            mine.deleted_at,
            self.at.label("at"),
            self.by.label("by"),
        )
        found: dict[str, Row] = {}
        for some in parts(record_ids):
            for row in self._run(select(*columns).where(own(self.table), mine.id.in_(some))):
                found[row.id] = {
                    "record_id": row.id,
                    "kind": self.kind,
                    "person_id": None if row.deleted_at else row.person_id,
                    "at": row.at,
                    "examiner": row.by,
                }
        return found

    def _row(self, record: DraftT, at: datetime) -> Row:
        raise NotImplementedError

    def _add_parts(self, records: Sequence[DraftT]) -> None:
        """Keep what of new records lies in tables of its own."""


def _edition_row(record_id: str, number: int, record: Draftable) -> Row:
    packed = zlib.compress(record.model_dump_json().encode())
    return {"record_id": record_id, "number": number, "record": packed}
