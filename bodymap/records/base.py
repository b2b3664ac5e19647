"""What all records have in common: frozen values, unknown fields refused, texts bounded."""

import math
import re
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
YEARS: Final = range(1900, 2201)
"""Years in which a record can lie."""
_SHOWN_LENGTH: Final = 80
_JOINERS: Final = "\u200c\u200d"
"""Zero-width joiner and non-joiner: Persian, Hindi and other names are spelled with them."""
_KEPT: Final = f"\n\t{_JOINERS}"
_LOOSE_JOINER: Final = re.compile(rf"(?<![^\s{_JOINERS}])[{_JOINERS}]+|[{_JOINERS}]+(?!\S)")


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
    if value.isprintable():
        return value.strip()
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in text if sign in _KEPT or sign.isprintable())
    return _LOOSE_JOINER.sub("", kept).strip()


def _one_line(value: object) -> object:
    tidy = _tidy(value)
    return " ".join(tidy.split()) if isinstance(tidy, str) and len(tidy) < NOTES_LENGTH else tidy


def _utc(value: datetime) -> datetime:
    # Years first: near the ends of the calendar a time has no counterpart in UTC.
    if value.year not in YEARS or (moment := value.astimezone(UTC)).year not in YEARS:
        message = f"the years {YEARS[0]} to {YEARS[-1]} are allowed"
        raise ValueError(message)
    return moment


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
"""A time with its zone, kept in UTC; from 1900 to 2200."""
Coordinate = Annotated[float, AfterValidator(_finite)]


class Item(Record):
    """A part of a record with an id of its own: a finding, a mark, an arrow.

    Attributes:
        id: made in the browser; unique within its record.
    """

    id: MarkId
