"""Judging one record after the other: what becomes of it, and what would be written."""

from typing import Any

from bodymap.errors import ImportRefused
from bodymap.records import Person
from bodymap.records.draftable import Draftable
from bodymap.records.origin import Kind
from bodymap.records.portable import Portable, Whole, kind_of
from bodymap.services.exchanging.kinds import DRAFT_KINDS
from bodymap.services.exchanging.plan import Fate, Line
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import free_code


class Judge:
    """Judges the records of one import, in the order of the file. Writes nothing."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._people: set[str] = set()
        self._owners: dict[str, str | None] = {}
        self._codes: set[str] = set()

    def judge(self, portable: Portable, unit: UnitOfWork) -> tuple[Line, Portable]:
        """What becomes of a record, and the record as it would be added.

        Raises:
            ImportRefused: it belongs to a person who is neither here nor in the file.
        """
        kind = kind_of(portable)
        if isinstance(portable, Person):
            self._people.add(portable.id)
            return Line(kind, portable.id, portable.label, _of_person(portable, unit)), portable
        return self._judge_draft(kind, portable, unit)

    def _judge_draft(
        self, name: Kind, whole: Whole[Any], unit: UnitOfWork
    ) -> tuple[Line, Portable]:
        kind = DRAFT_KINDS[name]
        record = whole.record
        owner, is_gone = self._owner(name, record, unit)
        kept = kind.records(unit).get(record.id)
        self._owners[record.id] = owner if kept is None else kept.person_id
        fate = Fate.DELETED if is_gone else _of_draft(kind, whole, kept, unit)
        arriving: dict[str, Any] = {"person_id": owner}
        is_loose = fate.is_added and self._is_loose(record, owner, unit)
        if is_loose:
            arriving["assessment_id"] = None
        code = record.code
        if fate.is_added and self._is_taken(code, unit):
            code = free_code(unit, self._ports)
            fate = Fate.RECODED
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
        persons = unit.persons
        if owner not in self._people and persons.label(owner) is None:
            reason = "this person is neither here nor in the file"
            raise ImportRefused(f"{name} {record.id}: person_id", reason)
        seen = {owner}
        while (whole := persons.merged_into(owner)) is not None and whole not in seen:
            seen.add(whole)
            owner = whole
        return owner, persons.deleted_at(owner) is not None

    def _is_loose(self, record: Draftable, owner: str | None, unit: UnitOfWork) -> bool:
        """Whether it is attached to an assessment that is not there, or is somebody else's."""
        assessment_id = getattr(record, "assessment_id", None)
        if assessment_id is None:
            return False
        if assessment_id in self._owners:
            return self._owners[assessment_id] != owner
        kept = unit.assessments.get(assessment_id)
        return kept is None or kept.person_id != owner

    def _is_taken(self, code: str, unit: UnitOfWork) -> bool:
        in_store = (kind.records(unit).code_is_taken(code) for kind in DRAFT_KINDS.values())
        return code in self._codes or any(in_store)


def _of_person(person: Person, unit: UnitOfWork) -> Fate:
    persons = unit.persons
    if persons.label(person.id) is None:
        return Fate.BACK if unit.erased.has(person.id) else Fate.NEW
    if persons.deleted_at(person.id) is not None:
        return Fate.DELETED
    kept = persons.get(person.id)
    same = kept is not None and kept.changed(version=person.version) == person
    return Fate.SAME if same else Fate.DIFFERS


def _of_draft(
    kind: DraftKind[Any, Any], whole: Whole[Any], kept: Draftable | None, unit: UnitOfWork
) -> Fate:
    record, records = whole.record, kind.records(unit)
    if kept is None:
        if records.deleted_at(record.id) is not None:
            return Fate.DELETED
        return Fate.BACK if unit.erased.has(record.id) else Fate.NEW
    origin = unit.origins.of(record.id)
    codes = {kept.code, origin.code_then if origin else kept.code}
    here = Whole(kept, tuple(edition.record for edition in records.editions(record.id)))
    same = record.code in codes and _content(kind, here, record) == _content(kind, whole, record)
    return Fate.SAME if same else Fate.DIFFERS


def _content(
    kind: DraftKind[Any, Any], whole: Whole[Any], like: Draftable
) -> tuple[Draftable, ...]:
    """What a record and its editions say, whatever became of it elsewhere since."""
    moved = {name: getattr(like, name) for name in (*kind.stays, "code")}
    record = whole.record.changed(**moved, version=like.version)
    return record, *(edition.changed(**moved) for edition in whole.editions)
