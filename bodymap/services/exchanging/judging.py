"""Judging one record after the other: what becomes of it, and what would be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bodymap.errors import ImportRefused
from bodymap.records import Person
from bodymap.records.draftable import Draftable
from bodymap.records.origin import Kind
from bodymap.records.portable import Portable, Whole, id_of, kind_of
from bodymap.services.exchanging.kinds import DRAFT_KINDS
from bodymap.services.exchanging.plan import Fate, Line
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import free_code


@dataclass(frozen=True)
class _Here:
    """What the store has of some records that come, asked once for all of them.

    Attributes:
        ids: Ids that a record here has, by its kind.
        removed: Ids of records that were removed for good.
        codes: Short codes that are taken.
    """

    ids: dict[Kind, frozenset[str]]
    removed: frozenset[str]
    codes: frozenset[str]


def _here(part: Sequence[Portable], unit: UnitOfWork) -> _Here:
    ids = [id_of(portable) for portable in part]
    codes = {whole.record.code for whole in part if isinstance(whole, Whole)}
    there: dict[Kind, frozenset[str]] = {"person": unit.persons.there(ids)}
    taken: frozenset[str] = frozenset()
    for name, kind in DRAFT_KINDS.items():
        there[name] = kind.records(unit).there(ids)
        taken |= kind.records(unit).codes_taken(codes)
    return _Here(there, unit.erased.among(ids), taken)


class Judge:
    """Judges the records of one import, in the order of the file. Writes nothing."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._seen: set[str] = set()
        self._people: set[str] = set()
        self._whose: dict[str, tuple[str, bool]] = {}
        self._owners: dict[str, str | None] = {}
        self._codes: set[str] = set()

    def judge(self, part: Sequence[Portable], unit: UnitOfWork) -> list[tuple[Line, Portable]]:
        """What becomes of some records, and each as it would be added.

        Raises:
            ImportRefused: one stands twice in the file, has the id of something else here, or
                belongs to a person who is neither here nor in the file.
        """
        here = _here(part, unit)
        return [self._judged(portable, here, unit) for portable in part]

    def _judged(self, portable: Portable, here: _Here, unit: UnitOfWork) -> tuple[Line, Portable]:
        kind, record_id = kind_of(portable), id_of(portable)
        if record_id in self._seen:
            raise ImportRefused(f"{kind} {record_id}", "this id stands twice in the file")
        self._seen.add(record_id)
        if any(record_id in ids for other, ids in here.ids.items() if other != kind):
            raise ImportRefused(f"{kind} {record_id}", "here something else has this id")
        is_new = record_id not in here.ids[kind]
        fate = Fate.BACK if record_id in here.removed else Fate.NEW
        if not isinstance(portable, Person):
            return self._judge_draft(kind, portable, fate if is_new else None, here, unit)
        self._people.add(portable.id)
        fate = fate if is_new else _of_person(portable, unit)
        return Line(kind, portable.id, portable.label, fate), portable

    def _judge_draft(
        self, name: Kind, whole: Whole[Any], new: Fate | None, here: _Here, unit: UnitOfWork
    ) -> tuple[Line, Portable]:
        kind = DRAFT_KINDS[name]
        record = whole.record
        owner, is_gone = self._owner(name, record, unit)
        kept = kind.records(unit).get(record.id) if new is None else None
        self._owners[record.id] = owner if kept is None else kept.person_id
        if is_gone or (new is None and kept is None):
            fate = Fate.DELETED
        elif kept is None:
            fate = new or Fate.NEW
        else:
            fate = _of_draft(kind, whole, kept, unit)
        arriving: dict[str, Any] = {"person_id": owner}
        is_loose = fate.is_added and self._is_loose(record, owner, unit)
        if is_loose:
            arriving["assessment_id"] = None
        code = record.code
        if fate.is_added and (code in here.codes or code in self._codes):
            fate = Fate.RECODED
            while code in here.codes or code in self._codes:
                code = free_code(unit, self._ports)
        self._codes.add(code)
        line = Line(name, record.id, record.code, fate, is_loose)
        if code != record.code:
            recoded = tuple(edition.changed(code=code) for edition in whole.editions)
            whole = Whole(record.changed(**arriving, code=code), recoded)
        elif is_loose or owner != record.person_id:
            whole = Whole(record.changed(**arriving), whole.editions)
        return line, whole

    def _owner(self, name: Kind, record: Draftable, unit: UnitOfWork) -> tuple[str | None, bool]:
        """Whose a record becomes here, and whether they are deleted here."""
        owner = record.person_id
        if owner is None:
            return None, False
        if owner not in self._whose:
            persons = unit.persons
            if owner not in self._people and persons.label(owner) is None:
                reason = "this person is neither here nor in the file"
                raise ImportRefused(f"{name} {record.id}: person_id", reason)
            whole, seen = owner, {owner}
            while (into := persons.merged_into(whole)) is not None and into not in seen:
                seen.add(into)
                whole = into
            self._whose[owner] = whole, persons.deleted_at(whole) is not None
        return self._whose[owner]

    def _is_loose(self, record: Draftable, owner: str | None, unit: UnitOfWork) -> bool:
        """Whether it is attached to an assessment that is not there, or is somebody else's."""
        assessment_id = getattr(record, "assessment_id", None)
        if assessment_id is None:
            return False
        if assessment_id in self._owners:
            return self._owners[assessment_id] != owner
        kept = unit.assessments.get(assessment_id)
        return kept is None or kept.person_id != owner


def _of_person(person: Person, unit: UnitOfWork) -> Fate:
    if unit.persons.deleted_at(person.id) is not None:
        return Fate.DELETED
    kept = unit.persons.get(person.id)
    same = kept is not None and kept.changed(version=person.version) == person
    return Fate.SAME if same else Fate.DIFFERS


def _of_draft(
    kind: DraftKind[Any, Any], whole: Whole[Any], kept: Draftable, unit: UnitOfWork
) -> Fate:
    record = whole.record
    origin = unit.origins.of(record.id)
    codes = {kept.code, origin.code_then if origin else kept.code}
    editions = kind.records(unit).editions(record.id)
    here = Whole(kept, tuple(edition.record for edition in editions))
    same = record.code in codes and _content(kind, here, record) == _content(kind, whole, record)
    return Fate.SAME if same else Fate.DIFFERS


def _content(
    kind: DraftKind[Any, Any], whole: Whole[Any], like: Draftable
) -> tuple[Draftable, ...]:
    """What a record and its editions say, whatever became of it elsewhere since."""
    moved = {name: getattr(like, name) for name in (*kind.stays, "code")}
    record = whole.record.changed(**moved, version=like.version)
    return record, *(edition.changed(**moved) for edition in whole.editions)
