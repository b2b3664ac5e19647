"""What comes from a file, whatever kind of file it is."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, Protocol

from bodymap.errors import InvalidRecord
from bodymap.records.portable import Portable


class Left(NamedTuple):
    """Something in a file that is not taken.

    Attributes:
        path: Where it stands.
        reason: Why it is not taken.
    """

    path: str
    reason: str


class Arrival(Protocol):
    """A file of records that was opened; they can be read any number of times."""

    @property
    def program(self) -> str:
        """What wrote it."""

    @property
    def written_at(self) -> datetime:
        """When it was written."""

    @property
    def record_count(self) -> int:
        """How many records it says it holds."""

    @property
    def left(self) -> tuple[Left, ...]:
        """What is not taken, and why."""

    def records(self) -> Iterator[Portable]:
        """Every record, people first.

        Raises:
            ImportRefused: something is wrong; it says where, and why.
        """


def why_refused(refusal: InvalidRecord) -> str:
    """Why a record cannot be made of what a file says: the first of its problems, in short."""
    problem = refusal.problems[0]
    return f"{problem.field} {problem.value[:60]} is refused, {problem.reason[:100]}"
