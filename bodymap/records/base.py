"""What all records have in common: frozen values, unknown fields refused, texts bounded."""

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
)

from bodymap.errors import InvalidRecord, Problem

NAME_LENGTH: Final = 200
"""Most characters of a name, a code or a line of text."""
NOTES_LENGTH: Final = 4_000
"""Most characters of a note."""
_SHOWN_LENGTH: Final = 80


class Record(BaseModel):
    """A frozen value that refuses fields it does not know and numbers that are not finite."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @classmethod
    def checked(cls, fields: Mapping[str, Any]) -> Self:
        """Make a record from untrusted fields.

        Raises:
            InvalidRecord: names each refused field, its value and the reason.
        """
        try:
            return cls.model_validate(dict(fields))
        except ValidationError as error:
            raise _invalid(cls, error) from error

    def changed(self, /, **fields: Any) -> Self:
        """The same record with some fields replaced, checked as a whole.

        Raises:
            InvalidRecord: names each refused field, its value and the reason.
        """
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).checked(kept | fields)


def _invalid(kind: type[Record], error: ValidationError) -> InvalidRecord:
    problems = tuple(
        Problem(
            field=".".join(str(part) for part in found["loc"]) or "(the whole)",
            reason=found["msg"],
            value=shortened(found["input"]),
        )
        for found in error.errors(include_url=False, include_context=False)
    )
    return InvalidRecord(kind.__name__, problems=problems)


def shortened(value: object) -> str:
    """The value as text fit for a message: at most 80 characters."""
    text = repr(value[:_SHOWN_LENGTH] if isinstance(value, str | bytes) else value)
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 3] + "..."


def _tidy(value: object) -> object:
    # Checked before anything else runs over it, so that a giant text costs nothing.
    if not isinstance(value, str) or len(value) > 4 * NOTES_LENGTH:
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable()).strip()


def _one_line(value: object) -> object:
    tidy = _tidy(value)
    return " ".join(tidy.split()) if isinstance(tidy, str) and len(tidy) < NOTES_LENGTH else tidy


def _utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        message = "a finite number is needed"
        raise ValueError(message)
    return value


def _at_most(length: int) -> Callable[[str], str]:
    def bounded(value: str) -> str:
        if len(value) > length:
            message = f"at most {length} characters are allowed, these are {len(value)}"
            raise ValueError(message)
        return value

    return bounded


Line = Annotated[str, BeforeValidator(_one_line), AfterValidator(_at_most(NAME_LENGTH))]
"""One line of a person's text: trimmed, control characters taken out, at most 200 characters."""
Notes = Annotated[str, BeforeValidator(_tidy), AfterValidator(_at_most(NOTES_LENGTH))]
"""A person's text of several lines: trimmed, control characters out, at most 4,000 characters."""
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.\-]*$", max_length=100)]
"""An id of ours, such as `shoulder_front.right`."""
RecordId = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
]
"""A UUID as 36 lower-case characters."""
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_:\-]{1,100}$")]
"""An id made elsewhere: of a mark, a browser tab, a request."""
MarkId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_\-]{1,64}$")]
"""An id made in the browser when a mark is set."""
Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
"""A time with its zone, kept in UTC."""
Coordinate = Annotated[float, AfterValidator(_finite)]


class Item(Record):
    """A part of a record with an id of its own: a finding, a mark, an arrow.

    Attributes:
        id: made in the browser; unique within its record.
    """

    id: MarkId
