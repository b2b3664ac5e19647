"""What was chosen for a report, and what it is made with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.exchange.sheet import Paper


class Kind(StrEnum):
    """What a report is about, and for whom; `report.course` makes that of all visits."""

    VISIT = "visit"
    LETTER = "letter"
    PATIENT = "patient"
    COURSE = "course"


class Part(StrEnum):
    """A part of a report of a visit that can be left out."""

    PICTURE = "picture"
    FINDINGS = "findings"
    NOTES = "notes"
    DRAWING = "drawing"
    CHANGE = "change"
    TREATMENT = "treatment"
    COVERED = "covered"


@dataclass(frozen=True)
class Options:
    """What was chosen.

    Attributes:
        kind: For whom.
        parts: What it holds; the page for the person has parts of its own.
        with_identity: Whether it says who it is; else a code stands in their place.
        paper: What it is printed on.
        large: Whether it is set in large type.
        letterhead: Whose report it is, line by line; empty for none.
        to_sign: Whether there is a line to sign on.
    """

    kind: Kind = Kind.VISIT
    parts: frozenset[Part] = frozenset(Part)
    with_identity: bool = True
    paper: Paper = Paper.A4
    large: bool = False
    letterhead: str = ""
    to_sign: bool = False


@dataclass(frozen=True)
class Books:
    """What a report is made with.

    Attributes:
        figure: Opens a figure by its name.
        atlas: What muscles are called and where they refer.
        zone: Time zone of the practice; None for that of the machine.
    """

    figure: Callable[[str], Body]
    atlas: Atlas
    zone: tzinfo | None = None

    def day(self, moment: datetime) -> str:
        """A day as people write it: 22 November 2026."""
        there = moment.astimezone(self.zone)
        return f"{there.day} {there:%B %Y}"
