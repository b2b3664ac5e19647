"""What every kind of record has that is a draft, is finished, and is amended."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from bodymap.records.base import Line, Moment, Record, RecordId, Slug, Token


class Status(StrEnum):
    """Where a record stands."""

    DRAFT = "DRAFT"
    FINISHED = "FINISHED"
    AMENDED = "AMENDED"


class Draftable(Record):
    """A record that is written as a draft, finished, and amended.

    Attributes:
        person_id: whose; None while it waits under its code.
        code: short code under which it waits for its person; kept afterwards.
        status: DRAFT while open (also while it is being amended), FINISHED, or AMENDED when
            finished again.
        figure: figure it is shown on.
        body_version: version of the body's cells and views it was begun on.
        editions: how many times it was finished; each of them stays readable.
        finished_at: when it was last finished; None before that.
        finished_by: name as typed at the last finishing; empty before that.
        amended_because: reason given when it was last opened for amendment; empty before that.
        version: grows by one with each change; a change names the version it started from.
    """

    id: RecordId
    person_id: RecordId | None = None
    code: Token
    status: Status = Status.DRAFT
    figure: Slug = "neutral"
    body_version: Slug
    editions: Annotated[int, Field(ge=0)] = 0
    finished_at: Moment | None = None
    finished_by: Line = ""
    amended_because: Line = ""
    version: Annotated[int, Field(ge=1)] = 1

    @property
    def is_open(self) -> bool:
        """Whether it is still being written."""
        return self.status is Status.DRAFT

    @property
    def is_amendment(self) -> bool:
        """Whether it was finished before and is open again."""
        return self.is_open and self.editions > 0


DraftT = TypeVar("DraftT", bound=Draftable)


@dataclass(frozen=True)
class Edition(Generic[DraftT]):
    """A record as it was when it was finished; never changed afterwards.

    Attributes:
        number: 1 for the first finishing.
        record: with who finished it, when, and why it was amended.
    """

    number: int
    record: DraftT
