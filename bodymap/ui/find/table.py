"""Answers as a table to take along."""

from collections.abc import Iterable
from typing import Final

from bodymap.exchange.tables.alone import write_table
from bodymap.exchange.tables.cells import CellKind
from bodymap.services.questions.wanted import Answer

COLUMNS: Final = {
    "name": CellKind.TEXT,
    "code": CellKind.TEXT,
    "year_of_birth": CellKind.WHOLE,
    "tags": CellKind.TEXT,
    "last_seen": CellKind.TEXT,
    "record": CellKind.TEXT,
    "record_at": CellKind.TEXT,
    "record_id": CellKind.TEXT,
    "person_id": CellKind.TEXT,
}
"""Times are ISO 8601 in UTC; `record` is assessment or drawing."""


def as_csv(answers: Iterable[Answer]) -> bytes:
    """A row for each person, with the last record that says what was asked."""
    return write_table(COLUMNS, map(_row, answers))


def _row(answer: Answer) -> tuple[object, ...]:
    person, seen, record = answer.line.person, answer.line.seen_at, answer.record
    told = (person.name, person.code, person.year_of_birth, "; ".join(person.tags))
    seen_at = seen and seen.isoformat()
    if record is None:
        return (*told, seen_at, None, None, None, person.id)
    return (*told, seen_at, record.kind, record.at.isoformat(), record.id, person.id)
