"""What was recorded about a person."""

from dataclasses import dataclass

from bodymap.errors.base import BodymapError


class RecordError(BodymapError):
    """A record that cannot be as given."""


@dataclass(frozen=True)
class Problem:
    """One field of a record that is refused.

    Attributes:
        field: Path of the field, such as `signs.taut_band`.
        reason: What is wrong, with the allowed values.
        value: The value, shortened.
    """

    field: str
    reason: str
    value: str


class InvalidRecord(RecordError):
    """Fields that do not make a valid record.

    Attributes:
        kind: Name of the record type.
        problems: One for each refused field.
    """

    def __init__(self, kind: str, *, problems: tuple[Problem, ...]) -> None:
        self.kind, self.problems = kind, problems
        listed = "; ".join(f"{p.field} is {p.value}: {p.reason}" for p in problems)
        super().__init__(f"This {kind} cannot be recorded. {listed}. Correct it and save again.")
