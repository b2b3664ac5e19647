"""Reading answers on other charts: a row is what one person said at one time."""

import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, Final

from bodymap.analysis.coding.answered import NUMBERINGS, coded_places
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import ImportRefused, InvalidRecord
from bodymap.exchange.answers.asking import Asked, Row
from bodymap.exchange.answers.columns import codes_of, listed, plain
from bodymap.exchange.arrival import Left, why_refused
from bodymap.exchange.from_elsewhere import derived_id, finished_drawing
from bodymap.records import CodedPlaces, Person, RecallPeriod
from bodymap.records.portable import Portable

_WHO: Final = ("person", "patient", "participant", "subject", "code", "person_id", "patient_id")
_WHO_TOO: Final = ("participant_id", "subject_id", "record_id", "id")
_WHEN: Final = ("drawn_at", "date", "visit_date", "examined_at", "datetime", "submitdate")
_ROW: Final = ("record_id", "id", "redcap_event_name", "redcap_repeat_instance")
_KNOWN: Final = (*_ROW, "person_id")
_PAIN: Final = ("intensity", "pain_intensity", "nrs")
_NO_PAIN: Final = "no_pain"
_YES: Final = frozenset({"1", "y", "yes", "true", "checked", "x"})
_NO: Final = frozenset({"", "0", "n", "no", "false", "unchecked"})


class _NotTaken(Exception):
    """Why a row is not taken."""


@dataclass(frozen=True)
class Answers:
    """Answers that were read.

    Attributes:
        written_at: When they were opened: a table does not say when it was written.
        left: What is not taken, by column or row.
    """

    written_at: datetime
    left: tuple[Left, ...]
    _records: tuple[Portable, ...]

    @property
    def program(self) -> str:
        """What wrote it: nothing says so."""
        return "a program that writes tables"

    @property
    def record_count(self) -> int:
        """How many records they make."""
        return len(self._records)

    def records(self) -> Iterator[Portable]:
        """Every record, people first."""
        return iter(self._records)


def read_answers(
    asked: Asked,
    charts: Mapping[str, str],
    *,
    at: datetime,
    zone: tzinfo | None,
    atlas: Atlas,
    body: Body,
) -> Answers:
    """Make records of a table of answers.

    Args:
        asked: The table.
        charts: The numbering of each question by its name, where its name does not say it.
        at: When it is read.
        zone: Time zone of times that name none.
        atlas: The charts.
        body: Any figure.

    Raises:
        ImportRefused: it says neither who nor when, or of no question on which chart it is.
    """
    reading = _Reading(asked, charts, zone, atlas, body)
    people: dict[str, Person] = {}
    drawings: list[Portable] = []
    left = [*reading.left_columns()]
    for number, row in asked.rows:
        try:
            person = reading.person(row)
            drawing = reading.drawing(row, person)
        except InvalidRecord as refusal:
            left.append(Left(f"row {number}", why_refused(refusal)))
        except _NotTaken as refusal:
            left.append(Left(f"row {number}", str(refusal)))
        else:
            people |= {person.id: person} if person else {}
            drawings.append(drawing)
    return Answers(at, tuple(left), (*people.values(), *drawings))


class _Reading:
    """How the rows of one table are read."""

    def __init__(
        self,
        asked: Asked,
        charts: Mapping[str, str],
        zone: tzinfo | None,
        atlas: Atlas,
        body: Body,
    ) -> None:
        self._asked, self._zone, self._atlas, self._body = asked, zone, atlas, body
        self._at = {plain(name): number for number, name in enumerate(asked.head)}
        self._seen: Counter[str] = Counter()
        self._who = self._first((*_WHO, *_WHO_TOO))
        ends = (number for name, number in self._at.items() if name.endswith("_timestamp"))
        self._when = self._first(_WHEN, next(ends, None))
        for column, name in ((self._who, "person"), (self._when, "date")):
            if column is None:
                reason = f"a column named {name} is needed"
                raise ImportRefused("the first row", reason)
        self._answered = [
            (each, numbering, codes_of(numbering, atlas))
            for each in asked.questions
            if (numbering := charts.get(each.name, each.named or "")) in each.numberings
        ]
        if not self._answered:
            names = ", ".join(each.name[:40] for each in asked.questions)
            raise ImportRefused("the first row", f"say which body chart it is: {names}")

        self._columns = {n for each, _, _ in self._answered for n, _ in each.columns}

    def _first(self, names: Sequence[str], otherwise: int | None = None) -> int | None:
        return next((self._at[name] for name in names if name in self._at), otherwise)

    def left_columns(self) -> Iterator[Left]:
        """The columns that no record has a place for."""
        used = {self._who, self._when, self._first(_PAIN), self._at.get(_NO_PAIN)}
        used |= {self._at[name] for name in _KNOWN if name in self._at}
        used |= self._columns
        for number, name in enumerate(self._asked.head):
            if number not in used:
                yield Left(f"column {name[:60]}", "a record has no place for it")

    def person(self, row: Row) -> Person | None:
        """Whose answers they are; None where nobody is named."""
        assert self._who is not None  # noqa: S101 - looked for before
        who = row[self._who].strip().removeprefix("'")
        known = row[self._at["person_id"]].strip() if "person_id" in self._at else who
        if _is_uuid(known):
            code = known[:8] if who in {"", known} else who
            return Person.checked({"id": str(uuid.UUID(known)), "code": code})
        if not who:
            return None
        return Person.checked({"id": derived_id("answering person", who), "code": who})

    def drawing(self, row: Row, person: Person | None) -> Portable:
        """What was answered in a row."""
        assert self._when is not None  # noqa: S101 - looked for before
        drawn_at = _moment(row[self._when], self._zone)
        pain = self._first(_PAIN)
        nrs = row[pain].strip() if pain is not None else ""
        no_pain = self._at.get(_NO_PAIN)
        is_free = no_pain is not None and _is_yes(row[no_pain], _NO_PAIN)
        if not is_free and not any(row[n].strip() for n in self._columns):
            raise _NotTaken("nothing is answered")
        answers = [*self._answers(row)]
        is_somewhere = any(answer.codes for answer in answers)
        mark: dict[str, Any] = {"id": "answer", "coded": tuple(answers)}
        if nrs:
            if not is_somewhere:
                raise _NotTaken("pain is rated, but no place is said")
            if not nrs.isdecimal():
                raise _NotTaken(f"{nrs[:20]!r} is no whole number from 0 to 10")
            mark["intensity"] = {"nrs": int(nrs), "recall": RecallPeriod.NOW}
        return finished_drawing(
            self._own_id(row, person, drawn_at),
            person_id=person.id if person else None,
            drawn_at=drawn_at,
            marks=[mark] if is_somewhere else [],
            body_version=self._body.version,
            no_pain=is_free,
        )

    def _answers(self, row: Row) -> Iterator[CodedPlaces]:
        for question, numbering, codes in self._answered:
            said = dict.fromkeys(
                each
                for number, code in question.columns
                for each in _said(row[number], code, self._asked.head[number])
            )
            for each in said.keys() - codes.keys():
                raise _NotTaken(f"{NUMBERINGS[numbering].title} has no code {each[:20]!r}")
            if any(row[number].strip() for number, _ in question.columns):
                in_full = (codes[each] for each in said)
                yield coded_places(numbering, in_full, self._atlas, self._body)

    def _own_id(self, row: Row, person: Person | None, drawn_at: datetime) -> str:
        """The id of the drawing that left as this row, or one that follows from what it says."""
        own = [row[self._at[name]].strip() for name in _ROW if name in self._at]
        if "record_id" in self._at and self._at["record_id"] != self._who and _is_uuid(own[0]):
            made = str(uuid.UUID(own[0]))
            if self._seen[made]:
                raise _NotTaken("a row before it has the same record_id")
            self._seen[made] += 1
            return made
        parts = (person.id if person else "", drawn_at.isoformat(), *own)
        times = self._seen["/".join(parts)]
        self._seen["/".join(parts)] += 1
        return derived_id("answers", *parts, *([str(times)] if times else []))


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _said(cell: str, code: str, column: str) -> Iterator[str]:
    if not code:
        yield from listed(cell)
    elif _is_yes(cell, column):
        yield code


def _is_yes(cell: str, column: str) -> bool:
    said = cell.strip().lower()
    if said not in _YES | _NO:
        raise _NotTaken(f"{column[:40]} is {cell[:20]!r}; 1 or 0 is needed")
    return said in _YES


def _moment(text: str, zone: tzinfo | None) -> datetime:
    """A time; a day alone is its noon in UTC, which is the same day nearly everywhere."""
    try:
        if len(text.strip()) == len("2026-03-31"):
            return datetime.combine(date.fromisoformat(text.strip()), time(12), UTC)
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise _NotTaken(f"{text[:30]!r} is no date such as 2026-03-31 14:30") from None
    return read if read.tzinfo else read.replace(tzinfo=zone or UTC)
