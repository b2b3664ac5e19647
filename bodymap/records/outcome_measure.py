"""Outcome measures at a visit: what was answered; scores follow from it and are not kept."""

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.records.base import Item, Line

MOST_ACTIVITIES: Final = 5
MOST_MEASURES: Final = 20
"""Most outcome measures of one visit; a bound for bad input."""
_TEN: Final = 10
_FIVE: Final = 5


class Instrument(StrEnum):
    """Which questions were asked."""

    PSFS = "PSFS"
    PEG = "PEG"
    NRS = "NRS"
    GRC = "GRC"
    OTHER = "OTHER"


ANSWERED: Final = frozenset(Instrument) - {Instrument.OTHER}
"""Instruments whose answers are kept; of any other only the score is."""
ANSWERS: Final = {Instrument.PEG: 3, Instrument.NRS: 3, Instrument.GRC: 1, Instrument.OTHER: 0}
"""How many answers an instrument has; PSFS has one for each activity."""
LEAST: Final = {Instrument.GRC: -_FIVE}
MOST: Final = {Instrument.GRC: _FIVE}


class OutcomeMeasure(Item):
    """The answers to one instrument; None where one was not given.

    Attributes:
        instrument: Which one.
        answers: 0 to 10 each, of the Global Rating of Change -5 to 5. PEG: pain, enjoyment of
            life, general activity. NRS: least, average, worst.
        activities: What the person named, for PSFS alone.
        name: Of another instrument, whose score is typed in.
        score: Its score.
        most: The best or worst score that it can have, where that was said.
    """

    instrument: Instrument
    answers: tuple[int | None, ...] = ()
    activities: tuple[Line, ...] = ()
    name: Line = ""
    score: Annotated[float, Field(ge=-1_000_000, le=1_000_000)] | None = None
    most: Annotated[float, Field(gt=0, le=1_000_000)] | None = None

    @model_validator(mode="after")
    def _as_the_instrument_has_them(self) -> Self:
        is_psfs, is_other = (
            self.instrument is each for each in (Instrument.PSFS, Instrument.OTHER)
        )
        wanted = len(self.activities) if is_psfs else ANSWERS[self.instrument]
        low, high = LEAST.get(self.instrument, 0), MOST.get(self.instrument, _TEN)
        problems = {
            "another number of answers is needed": len(self.answers) != wanted,
            f"an answer lies from {low} to {high}": any(
                answer is not None and not low <= answer <= high for answer in self.answers
            ),
            "activities belong to PSFS": bool(self.activities) and not is_psfs,
            "one to five activities are named": (
                is_psfs and not 1 <= len([each for each in self.activities if each]) == wanted
            )
            or wanted > MOST_ACTIVITIES,
            "each activity is named once": len(set(self.activities)) < len(self.activities),
            "a typed score needs its name": is_other and not (self.name and self.score is not None),
            "a score is typed for another instrument alone": not is_other
            and (bool(self.name) or self.score is not None or self.most is not None),
            "the least pain is more than the average, or that more than the worst": (
                self.instrument is Instrument.NRS and not _rises(self.answers)
            ),
        }
        for problem, holds in problems.items():
            if holds:
                raise ValueError(problem)
        return self


def _rises(answers: tuple[int | None, ...]) -> bool:
    given = [answer for answer in answers if answer is not None]
    return given == sorted(given)
