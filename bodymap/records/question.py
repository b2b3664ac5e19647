"""A question over everybody's records: what must be so of a person, all of it or any of it."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from bodymap.body import Laterality
from bodymap.records.base import Line, Record, Slug
from bodymap.records.signs import State

MOST_CONDITIONS: Final = 8
"""Most conditions of one question."""
Side = Literal[Laterality.LEFT, Laterality.RIGHT]


class Among(StrEnum):
    """Who is asked about."""

    PEOPLE = "PEOPLE"
    ARCHIVED = "ARCHIVED"
    SAMPLES = "SAMPLES"


class FoundPoint(Record):
    """A trigger point that was found and meets the criteria.

    Attributes:
        muscle: id of the muscle.
        state: active, latent or undecided; None for any of them.
        laterality: the patient's side; None for either.
    """

    kind: Literal["found"] = "found"
    muscle: Slug
    state: State | None = None
    laterality: Side | None = None


class DrawnPain(Record):
    """A pain that was drawn.

    Attributes:
        site: id of the part of the body.
        laterality: the patient's side; None for either.
        at_least: how strong it is, 0 to 10; with 0 also where that was not said.
    """

    kind: Literal["pain"] = "pain"
    site: Slug
    laterality: Side | None = None
    at_least: Annotated[int, Field(strict=True, ge=0, le=10)] = 0


class Treated(Record):
    """A treatment that was done.

    Attributes:
        treatment: id of the treatment in the atlas; None for any.
        with_reaction: only where something unwanted was seen or told.
    """

    kind: Literal["treated"] = "treated"
    treatment: Slug | None = None
    with_reaction: bool = False


class Visited(Record):
    """A visit that was finished."""

    kind: Literal["visited"] = "visited"


class NotSeen(Record):
    """Somebody who was neither examined nor drew for some months.

    Attributes:
        months: 1 to 120.
    """

    kind: Literal["not_seen"] = "not_seen"
    months: Annotated[int, Field(strict=True, ge=1, le=120)]


class Tagged(Record):
    """Somebody who has a tag.

    Attributes:
        tag: as it is written; capitals and accents do not matter.
    """

    kind: Literal["tagged"] = "tagged"
    tag: Annotated[Line, Field(min_length=1)]


Condition = Annotated[
    FoundPoint | DrawnPain | Treated | Visited | NotSeen | Tagged, Field(discriminator="kind")
]


class Question(Record):
    """What is asked.

    Attributes:
        conditions: at least one.
        any_of: whether one of the conditions is enough; else all must hold. They are conditions
            of a person: two of them may hold at different visits.
        since: first day of the visits and drawings that count.
        until: last day of them.
        examiner: who examined at the visits that count, as typed; empty for anybody. Drawings
            have no examiner and always count.
        among: who is asked about.
    """

    conditions: Annotated[tuple[Condition, ...], Field(min_length=1, max_length=MOST_CONDITIONS)]
    any_of: bool = False
    since: date | None = None
    until: date | None = None
    examiner: Line = ""
    among: Among = Among.PEOPLE

    @model_validator(mode="after")
    def _some_day_is_left(self) -> Self:
        if self.since and self.until and self.until < self.since:
            message = "the last day lies before the first"
            raise ValueError(message)
        return self
