"""A question in the terms of the store: no names, no days, nothing to look up in the atlas."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bodymap.records import PersonSummary
from bodymap.records.question import Among, FoundPoint, Treated
from bodymap.services.kernel.pages import Page, Position


@dataclass(frozen=True)
class Span:
    """Which visits and drawings count.

    Attributes:
        since: From this moment on; None from the first.
        before: Only before this moment; None to the last.
        examiner: Of whom the visits are; empty for anybody.
    """

    since: datetime | None = None
    before: datetime | None = None
    examiner: str = ""

    def holds(self, at: datetime) -> bool:
        """Whether something of this time counts."""
        return (self.since is None or at >= self.since) and (
            self.before is None or at < self.before
        )


@dataclass(frozen=True)
class PainIn:
    """A pain that was drawn in any of these regions, at least this strong."""

    regions: tuple[str, ...]
    at_least: int


@dataclass(frozen=True)
class SeenBefore:
    """Somebody who was last seen before this."""

    at: datetime


@dataclass(frozen=True)
class HasWord:
    """Somebody who is found by this very word."""

    word: str


@dataclass(frozen=True)
class HadVisit:
    """Somebody with a finished visit."""


Wish = FoundPoint | PainIn | Treated | HadVisit | SeenBefore | HasWord


@dataclass(frozen=True)
class Wanted:
    """A question.

    Attributes:
        wishes: What must be so.
        any_of: Whether one of them is enough.
        span: Which visits and drawings count.
        among: Who is asked about.
    """

    wishes: tuple[Wish, ...]
    any_of: bool = False
    span: Span = Span()
    among: Among = Among.PEOPLE


@dataclass(frozen=True)
class Matched:
    """The last record that says so.

    Attributes:
        kind: Of the record.
        id: Its id.
        at: When it was made.
    """

    kind: Literal["assessment", "drawing"]
    id: str
    at: datetime


@dataclass(frozen=True)
class Answer:
    """A person of whom it is so.

    Attributes:
        line: The person as in any list.
        record: The last visit or drawing that says so; None where none is asked about.
    """

    line: PersonSummary
    record: Matched | None = None

    @property
    def id(self) -> str:
        """Id of the person."""
        return self.line.id


class QuestionRepository(Protocol):
    """Questions over everybody; deleted people, and those who were merged, are not seen."""

    def answers(self, wanted: Wanted, *, limit: int, after: Position | None) -> Page[Answer]:
        """People of whom it is so, last seen first, each with the last record that says so."""

    def tags(self) -> tuple[str, ...]:
        """Tags that people have, as they are written, in their order."""

    def examiners(self) -> tuple[str, ...]:
        """Names of who examined at finished visits, in their order."""
