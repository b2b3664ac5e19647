"""One measured figure, what it must be, and the alternative measured beside it."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """Where a row stands on the page."""

    MUST = "What must hold"
    CLICKS = "The same clicks on two screens"
    BODY = "Body and atlas"
    PAIN = "A drawing and what it says"
    REPORTS = "Reports"
    SAVING = "Saving"
    GROWTH = "Many people and records"
    PERSON = "A therapist's two minutes"


@dataclass(frozen=True)
class Goal:
    """A limit; `at_least` turns it round."""

    limit: float
    at_least: bool = False

    def is_met_by(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True)
class Beside:
    """The named alternative that did the same work in the same run."""

    name: str
    value: float


@dataclass(frozen=True)
class Row:
    """A measured figure.

    `id` is how the reasons for a missed goal find it; `value` is a median unless `what` says
    otherwise, `p95` its 95th percentile.
    """

    id: str
    what: str
    value: float
    unit: str
    part: Part
    goal: Goal | None = None
    beside: Beside | None = None
    p95: float | None = None
    how: str = ""

    @property
    def met(self) -> bool | None:
        return None if self.goal is None else self.goal.is_met_by(self.value)

    @property
    def ratio(self) -> float | None:
        """How many times larger the alternative's figure is; less than 1 where it is smaller."""
        if self.beside is None or self.value == 0:
            return None
        return self.beside.value / self.value


WHOLE: Final = 100.0


def number(value: float) -> str:
    """A figure as it is read: three digits that count, no more."""
    if not math.isfinite(value):
        return "never"
    if value == 0:
        return "0"
    if abs(value) >= WHOLE or value == round(value):
        return f"{value:,.0f}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}".rstrip("0").rstrip(".")


def with_unit(value: float, unit: str) -> str:
    return f"{number(value)} {unit}".strip()
