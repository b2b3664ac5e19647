"""A person that is examined."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, model_validator

from bodymap.records.base import Line, Moment, Record, RecordId, Slug

MOST_TAGS: Final = 20
"""Most tags of one person."""
TAG_LENGTH: Final = 40
"""Most characters of a tag."""


def _each_once(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without those that are empty or differ from an earlier one in capitals alone."""
    return tuple({tag.casefold(): tag for tag in reversed(tags) if tag}.values())[::-1]


Tags = Annotated[
    tuple[Annotated[Line, Field(max_length=TAG_LENGTH)], ...],
    Field(max_length=MOST_TAGS),
    AfterValidator(_each_once),
]
"""Words by which a practice sorts its people."""


class Sex(StrEnum):
    """Sex as the person states it; not stating it is None."""

    FEMALE = "FEMALE"
    MALE = "MALE"
    OTHER = "OTHER"


class Handedness(StrEnum):
    """Preferred hand; not asked is None."""

    RIGHT = "RIGHT"
    LEFT = "LEFT"
    BOTH = "BOTH"


class PersonDetails(Record):
    """What is told about a person: a name or a code, and little more.

    Attributes:
        name: name as written, at most 200 characters; may be empty if there is a code.
        code: code in place of a name; may be empty if there is a name.
        year_of_birth: calendar year, 1880 to 2200.
        height_cm: body height, 30 to 260 cm; scales distances on the figure.
        figure: figure that is shown for this person.
        tags: words by which the practice sorts its people, such as a study or a recall.
    """

    name: Line = ""
    code: Line = ""
    year_of_birth: Annotated[int, Field(strict=True, ge=1880, le=2200)] | None = None
    sex: Sex | None = None
    height_cm: Annotated[float, Field(ge=30, le=260)] | None = None
    handedness: Handedness | None = None
    figure: Slug = "neutral"
    tags: Tags = ()

    @model_validator(mode="after")
    def _named_somehow(self) -> Self:
        if not self.name and not self.code:
            message = "a name or a code is needed"
            raise ValueError(message)
        return self

    @property
    def label(self) -> str:
        """How the person is called in a list: the name, else the code."""
        return self.name or self.code


class Person(PersonDetails):
    """A person as kept.

    Attributes:
        is_sample: made up, to try things out with.
        is_archived: out of the usual lists; nothing else changes.
        version: grows by one with each change; a change names the version it started from.
    """

    id: RecordId
    is_sample: bool = False
    is_archived: bool = False
    version: Annotated[int, Field(ge=1)] = 1


@dataclass(frozen=True)
class PersonSummary:
    """A person as a line of a list.

    Attributes:
        person: Who it is.
        seen_at: When they were last examined or last drew; None if that never was.
        reason: Why they came the last time they were examined; empty if not known.
    """

    person: Person
    seen_at: Moment | None = None
    reason: str = ""

    @property
    def id(self) -> str:
        """Id of the person."""
        return self.person.id
