"""Importing records: shown first, then all of it or nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bodymap.errors import ImportMoved
from bodymap.records import Person
from bodymap.records.origin import Origin
from bodymap.records.portable import Portable, Whole, kind_of, points_in
from bodymap.services.exchanging.judging import Judge
from bodymap.services.exchanging.kinds import DRAFT_KINDS
from bodymap.services.exchanging.names import Known, must_be_known
from bodymap.services.exchanging.plan import Line, Plan
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_AT_ONCE: Final = 250
_POINTS_AS_A_RECORD: Final = 1_000
Progress = Callable[[int], None]
"""Called with the number of records done; what it raises ends the work, and nothing was changed."""


@dataclass(frozen=True)
class Arriving:
    """What is to be imported.

    Attributes:
        records: Gives every record anew each time it is called, people first.
        source: Name of the file.
        written_at: When it was written.
        known: Names that this program knows.
    """

    records: Callable[[], Iterable[Portable]]
    source: str
    written_at: datetime
    known: Known


def plan_import(arriving: Arriving, *, ports: Ports, progress: Progress = lambda _: None) -> Plan:
    """What an import would do. Reads the whole file, and writes nothing.

    Raises:
        ImportRefused: something in the file is wrong; it says where, and why.
        StoreError: the records here cannot be read.
    """
    judge, lines = Judge(ports), list[Line]()
    # In parts, so that nobody who writes meanwhile has to wait for the end of the file.
    for part in _parts(arriving):
        with ports.store.reading() as unit:
            lines += (line for line, _ in judge.judge(part, unit))
        progress(len(lines))
    return Plan(tuple(lines))


def carry_out(
    arriving: Arriving, *, expected: Plan, ports: Ports, progress: Progress = lambda _: None
) -> Plan:
    """Import what was shown. Writes, all or nothing.

    Args:
        arriving: What is imported.
        expected: What `plan_import` showed.
        ports: Store, clock and ids.
        progress: Called as records are done.

    Raises:
        ImportMoved: it would do something else by now; nothing was changed.
        ImportRefused: something in the file is wrong; nothing was changed.
        StoreError: the records cannot be written; nothing was changed.
    """

    def work(unit: UnitOfWork) -> Plan:
        now = ports.clock.now()
        judge, lines = Judge(ports), list[Line]()
        for part in _parts(arriving):
            judged = judge.judge(part, unit)
            _add(unit, judged, now)
            lines += (line for line, _ in judged)
            added = [line for line, _ in judged if line.fate.is_added]
            unit.erased.forget(*(line.id for line in added))
            unit.origins.add(*(_origin(line, arriving, now) for line in added))
            progress(len(lines))
        done = Plan(tuple(lines))
        if done != expected:
            raise ImportMoved
        return done

    return written(ports, work)


def _origin(line: Line, arriving: Arriving, now: datetime) -> Origin:
    return Origin(
        record_id=line.id,
        kind=line.kind,
        at=now,
        source=arriving.source,
        written_at=arriving.written_at,
        code_then="" if line.kind == "person" else line.label,
    )


def _add(unit: UnitOfWork, judged: Sequence[tuple[Line, Portable]], now: datetime) -> None:
    added = [record for line, record in judged if line.fate.is_added]
    for person in added:
        if isinstance(person, Person):
            unit.persons.add(person, at=now)
    for name, kind in DRAFT_KINDS.items():
        several: list[Whole[Any]] = [
            each for each in added if isinstance(each, Whole) and kind_of(each) == name
        ]
        kind.records(unit).add_whole(several, at=now)


def _parts(arriving: Arriving) -> Iterator[list[Portable]]:
    """The records in parts that fit into memory, each record checked against the known names."""
    part: list[Portable] = []
    weight = 0
    for portable in arriving.records():
        must_be_known(portable, arriving.known)
        part.append(portable)
        weight += 1 + points_in(portable) // _POINTS_AS_A_RECORD
        if weight >= _AT_ONCE:
            yield part
            part, weight = [], 0
    if part:
        yield part
