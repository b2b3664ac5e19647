"""Importing records: shown first, then all of it or nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from bodymap.errors import ImportMoved
from bodymap.records import Edition, Person
from bodymap.records.origin import Origin
from bodymap.records.portable import Portable, Whole, kind_of
from bodymap.services.exchanging.judging import Judge
from bodymap.services.exchanging.kinds import DRAFT_KINDS
from bodymap.services.exchanging.names import Known, must_be_known
from bodymap.services.exchanging.plan import Line, Plan
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_AT_ONCE: Final = 100
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
    records = iter(arriving.records())
    # In parts, so that nobody who writes meanwhile has to wait for the end of the file.
    while part := tuple(islice(records, _AT_ONCE)):
        with ports.store.reading() as unit:
            for portable in part:
                must_be_known(portable, arriving.known)
                lines.append(judge.judge(portable, unit)[0])
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
        for number, portable in enumerate(arriving.records(), start=1):
            must_be_known(portable, arriving.known)
            line, record = judge.judge(portable, unit)
            lines.append(line)
            if line.fate.is_added:
                _add(unit, record, now)
                unit.erased.forget(line.id)
                unit.origins.add(_origin(line, arriving, now))
            progress(number)
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


def _add(unit: UnitOfWork, portable: Portable, now: datetime) -> None:
    if isinstance(portable, Person):
        unit.persons.add(portable, at=now)
        return
    _add_draft(unit, portable, now)


def _add_draft(unit: UnitOfWork, whole: Whole[Any], now: datetime) -> None:
    records = DRAFT_KINDS[kind_of(whole)].records(unit)
    records.add(whole.record, at=now)
    for edition in whole.editions:
        records.add_edition(Edition(edition.editions, edition))
