"""Merge two people who are the same one, and part them again.

Everything of the one goes to the other. What the records say stays as it is, in every edition too;
both histories tell of it. Parting gives back what went along and is still there; what was recorded
after the merge stays with the person who was kept; a drawing and an assessment that are parted so
are attached to each other no more.
"""

from dataclasses import dataclass

from bodymap.errors import NotMerged, NotOnePerson
from bodymap.records import Person
from bodymap.records.transfer import Transfer, TransferKind, Transferred
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import (
    is_id_or_none,
    kept_person,
    must_be_as_shown,
    written,
    written_once,
)


@dataclass(frozen=True)
class Parted:
    """Two people who were one.

    Attributes:
        transfer: The merge that was undone.
        went_back: How many records went back with the one who had been merged.
        stayed: How many were made after the merge, and stay with the one who was kept.
    """

    transfer: Transfer
    went_back: int = 0
    stayed: int = 0


def merge_persons(
    *, kept_id: str, merged_id: str, expected_version: int, request_id: str, ports: Ports
) -> Transfer:
    """Make one of two people who are the same. Writes; the same request again changes nothing.

    Args:
        kept_id: Whose details stay.
        merged_id: Who becomes part of them; found no more until they are parted.
        expected_version: Version of the second that was shown.
        request_id: Made when the step begins.
        ports: Store, clock and ids.

    Raises:
        NotOnePerson: it is one person already, or one of them is made up and the other is not.
        EditClash: the second was changed since.
        UnknownPerson: there is none, or it is deleted.
    """

    def make(unit: UnitOfWork) -> Transfer:
        kept, merged = kept_person(unit, kept_id), kept_person(unit, merged_id)
        must_differ(merged, kept)
        must_be_as_shown(merged, kept, expected_version)
        records = _given(unit, merged_id, kept_id, _all_of(unit, merged_id), ports)
        unit.persons.set_merged(merged_id, kept_id)
        transfer = Transfer(
            id=ports.ids.new(),
            kind=TransferKind.MERGED,
            from_id=merged_id,
            to_id=kept_id,
            at=ports.clock.now(),
            records=records,
        )
        unit.transfers.add(transfer)
        return transfer

    return written_once(ports, request_id, kept=kept_transfer, make=make)


def part_persons(*, transfer_id: str, ports: Ports) -> Parted:
    """Part two people who were merged. Writes; parted already, again changes nothing.

    Raises:
        NotMerged: there is no such merge.
        UnknownPerson: the person who was kept is deleted, or part of somebody else meanwhile.
    """

    def work(unit: UnitOfWork) -> Parted:
        transfer = kept_transfer(unit, transfer_id)
        if transfer.kind is not TransferKind.MERGED:
            raise NotMerged(transfer_id)
        if transfer.undone_at is not None:
            return Parted(transfer)
        kept_person(unit, transfer.to_id)
        back = _given(unit, transfer.to_id, transfer.from_id, transfer.records, ports)
        unit.persons.set_merged(transfer.from_id, None)
        _detach_strangers(unit, (transfer.from_id, transfer.to_id), ports)
        undone = transfer.changed(undone_at=ports.clock.now())
        unit.transfers.save(undone)
        stays = [record for record in _all_of(unit, transfer.to_id) if record.id > transfer.id]
        return Parted(undone, went_back=len(back), stayed=len(stays))

    return written(ports, work)


def person_history(*, person_id: str, ports: Ports) -> tuple[Transfer, ...]:
    """What went from or to a person, the last first."""
    if not is_id_or_none(person_id):
        return ()
    with ports.store.reading() as unit:
        return unit.transfers.of_person(person_id)


def merged_into(*, person_id: str, ports: Ports) -> Person | None:
    """The person of whom this one is a part since they were merged, or None."""
    if not is_id_or_none(person_id):
        return None
    with ports.store.reading() as unit:
        at = unit.persons.merged_into(person_id)
        while at is not None and (whole := unit.persons.merged_into(at)) is not None:
            at = whole
        return None if at is None else unit.persons.get(at)


def label_of_person(*, person_id: str, ports: Ports) -> str:
    """How a person is called, also one who is part of another or deleted; empty if unknown."""
    if not is_id_or_none(person_id):
        return ""
    with ports.store.reading() as unit:
        return unit.persons.label(person_id) or ""


def must_differ(one: Person, other: Person) -> None:
    """Raise `NotOnePerson` where nothing can go from the one to the other."""
    if one.id == other.id:
        raise NotOnePerson(one.id, other.id, why="they are the same")
    if one.is_sample != other.is_sample:
        raise NotOnePerson(one.id, other.id, why="one of them is made up, the other is not")


def kept_transfer(unit: UnitOfWork, transfer_id: str) -> Transfer:
    """The transfer; raises `NotMerged` if there is none."""
    found = unit.transfers.get(transfer_id) if is_id_or_none(transfer_id) else None
    if found is None:
        raise NotMerged(transfer_id)
    return found


def _all_of(unit: UnitOfWork, person_id: str) -> tuple[Transferred, ...]:
    return (
        *(Transferred(kind="assessment", id=i) for i in unit.assessments.of_person(person_id)),
        *(Transferred(kind="drawing", id=i) for i in unit.drawings.of_person(person_id)),
    )


def _detach_strangers(unit: UnitOfWork, person_ids: tuple[str, ...], ports: Ports) -> None:
    """Let drawings leave assessments that belong to somebody else by now."""
    for person_id in person_ids:
        for drawing_id in unit.drawings.of_person(person_id):
            drawing = unit.drawings.get(drawing_id)
            if drawing is None or drawing.assessment_id is None:
                continue
            assessment = unit.assessments.get(drawing.assessment_id)
            if assessment is not None and assessment.person_id != person_id:
                alone = drawing.changed(assessment_id=None, version=drawing.version + 1)
                unit.drawings.save(alone, before=drawing, at=ports.clock.now())


def _given(
    unit: UnitOfWork, from_id: str, to_id: str, records: tuple[Transferred, ...], ports: Ports
) -> tuple[Transferred, ...]:
    """Give these records from one person to another; those of them that went."""
    ids: dict[str, list[str]] = {"assessment": [], "drawing": []}
    for record in records:
        ids[record.kind].append(record.id)
    now = ports.clock.now()
    went = {
        *unit.assessments.give(ids["assessment"], from_id=from_id, to_id=to_id, at=now),
        *unit.drawings.give(ids["drawing"], from_id=from_id, to_id=to_id, at=now),
    }
    return tuple(record for record in records if record.id in went)
