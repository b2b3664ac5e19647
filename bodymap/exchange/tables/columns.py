"""The columns of each table, read off the records: a field of a field is a column of its own."""

import inspect
import re
import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from bodymap.errors import ImportRefused
from bodymap.exchange.tables.cells import CellKind
from bodymap.records import (
    Assessment,
    Drawing,
    PainArrow,
    PainDrawing,
    PainMark,
    Person,
    SeverityAnswers,
    TreatmentRecord,
    TreatmentResponse,
    TriggerPointFinding,
)
from bodymap.records.base import Record
from bodymap.records.outcome_measure import OutcomeMeasure

Cells = dict[str, Any]
"""Fields of a record by name."""
_AS_JSON: Final = (Drawing, SeverityAnswers)
_KINDS: Final = {bool: CellKind.YES_NO, int: CellKind.WHOLE, float: CellKind.NUMBER}


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        name: Such as `place.region`.
        kind: What it holds.
        may_be_missing: Whether an empty cell means that there is none, not an empty text.
        allowed: The values that it can have; empty where they are not listed.
        about: What it means.
    """

    name: str
    kind: CellKind
    may_be_missing: bool
    allowed: tuple[str, ...] = ()
    about: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """Names of the fields from the record to the value."""
        return tuple(self.name.split("."))


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        name: Such as `findings`; its file is `findings.csv` or `findings.parquet`.
        record: What a row holds.
        within: The field of the record that holds what a row is, where it is a part of one.
    """

    name: str
    record: type[Record]
    within: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, without what identifies the record that a part belongs to."""
        parts = {part.within for part in PARTS.get(self.record, ())}
        return tuple(_columns(self.record, "", leave=parts))


PEOPLE: Final = Table("people", Person)
ASSESSMENTS: Final = Table("assessments", Assessment)
DRAWINGS: Final = Table("drawings", PainDrawing)
PARTS: Final[dict[type[Record], tuple[Table, ...]]] = {
    Assessment: (
        Table("findings", TriggerPointFinding, "findings"),
        Table("treatments", TreatmentRecord, "treatments"),
        Table("responses", TreatmentResponse, "responses"),
        Table("measures", OutcomeMeasure, "measures"),
    ),
    PainDrawing: (
        Table("marks", PainMark, "marks"),
        Table("arrows", PainArrow, "arrows"),
    ),
}
EDITION: Final = Column(
    "edition",
    CellKind.WHOLE,
    may_be_missing=True,
    about="empty: as it is now; 1, 2 ...: as it was when it was finished for the first time ...",
)
RECORD: Final = Column("record_id", CellKind.TEXT, may_be_missing=False, about="whose part it is")
NUMBER: Final = Column("number", CellKind.WHOLE, may_be_missing=False, about="place in the record")


def in_order(name: str, columns: tuple[Column, ...], head: Sequence[str]) -> list[Column]:
    """The columns of a table in the order in which a file has them.

    Raises:
        ImportRefused: it has others.
    """
    if {*head} != {column.name for column in columns} or len({*head}) != len(head):
        wrong = sorted({*head} ^ {column.name for column in columns})
        reason = f"its columns are not those of the codebook ({', '.join(wrong)[:80]})"
        raise ImportRefused(name, reason)
    return [next(column for column in columns if column.name == each) for each in head]


def nested(values: Iterable[tuple[Column, Any]]) -> Cells:
    """The fields of a row, those of a field of a field within it; a part that is empty is none."""
    made: Cells = {}
    for column, value in values:
        if value is None:
            continue
        inner = made
        for name in column.path[:-1]:
            inner = inner.setdefault(name, {})
        inner[column.path[-1]] = value
    return made


def _columns(
    record: type[Record], before: str, *, leave: set[str], missing: bool = False
) -> Iterator[Column]:
    said = _attributes(record)
    for name, field in record.model_fields.items():
        if name in leave:
            continue
        plain, optional = _without_none(field.annotation)
        full = f"{before}{name}"
        if _is_record(plain) and plain not in _AS_JSON:
            yield from _columns(plain, f"{full}.", leave=set(), missing=missing or optional)
            continue
        kind, allowed = _kind(plain)
        yield Column(full, kind, optional or missing, allowed, said.get(name, ""))


def _kind(plain: Any) -> tuple[CellKind, tuple[str, ...]]:
    if get_origin(plain) is tuple:
        inner, _ = _without_none(get_args(plain)[0])
        if isinstance(inner, type) and issubclass(inner, Enum):
            return CellKind.WORDS, tuple(each.value for each in inner)
        return CellKind.JSON, ()
    if get_origin(plain) is dict or plain in _AS_JSON:
        return CellKind.JSON, ()
    if get_origin(plain) is Literal:
        return CellKind.TEXT, get_args(plain)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return CellKind.TEXT, tuple(each.value for each in plain)
    return _KINDS.get(plain, CellKind.TEXT), ()


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """A type without what surrounds it, and whether it may be None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, types.UnionType}:
        inner = [each for each in get_args(annotation) if each is not type(None)]
        return _without_none(inner[0])[0], True
    return annotation, False


def _is_record(plain: Any) -> bool:
    return isinstance(plain, type) and issubclass(plain, Record)


def _attributes(record: type[Record]) -> dict[str, str]:
    """What the docstrings of a record and of those it is made of say of its fields."""
    said: dict[str, str] = {}
    for made in reversed(record.__mro__):
        text = inspect.cleandoc(made.__doc__ or "").partition("Attributes:\n")[2]
        for name, about in re.findall(r"^ {4}(\w+): (.+(?:\n {6,}.+)*)", text, re.MULTILINE):
            said[name] = " ".join(about.split())
    return said
