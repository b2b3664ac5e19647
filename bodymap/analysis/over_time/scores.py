"""Scores of outcome measures as they are published, with missing answers as published.

`docs/measures.md` has the table of sources; a test compares it with this module.
"""

from dataclasses import dataclass
from typing import Final

from bodymap.analysis.over_time.bands import Verdict
from bodymap.records.outcome_measure import Instrument, OutcomeMeasure

STRATFORD: Final = "Stratford 1995, Physiother Can 47:258"
KREBS: Final = "Krebs 2009, J Gen Intern Med 24:733"
BOBOS: Final = "Bobos 2020, J Orthop 21:40"


@dataclass(frozen=True)
class Scoring:
    """How an instrument is scored.

    Attributes:
        name: As it is called.
        is_scored: Whether one figure is made of the answers.
        asks: What each answer is about, in a few words of our own.
        rule: How the score is made, and what becomes of missing answers.
        source: Where it is published.
        error: The least change beyond the error of the score; None where none was found.
    """

    name: str
    is_scored: bool
    asks: tuple[str, ...]
    rule: str
    source: str
    error: float | None = None


SCORINGS: Final = {
    Instrument.PSFS: Scoring(
        "Patient-Specific Functional Scale",
        is_scored=True,
        asks=(),
        rule="mean of the activities that were rated, 0 unable to 10 as before",
        source=STRATFORD,
        error=2.0,
    ),
    Instrument.PEG: Scoring(
        "PEG",
        is_scored=True,
        asks=("Pain", "Enjoyment of life", "General activity"),
        rule="mean of the three answers, 0 to 10; with one missing there is no score",
        source=KREBS,
    ),
    Instrument.NRS: Scoring(
        "Pain of the last 24 hours",
        is_scored=False,
        asks=("Least", "Average", "Worst"),
        rule="each answer for itself, 0 to 10; none is made of the others",
        source="",
    ),
    Instrument.GRC: Scoring(
        "Global Rating of Change",
        is_scored=True,
        asks=("Since treatment began",),
        rule="the answer, -5 vastly worse, 0 no change, 5 completely recovered",
        source=BOBOS,
    ),
}
"""All instruments that are scored here; any other is a score that was typed in with its name."""


def score(measure: OutcomeMeasure) -> float | None:
    """The published score; None where the answers that it needs are missing, or there is none."""
    given = [answer for answer in measure.answers if answer is not None]
    if measure.instrument is Instrument.OTHER:
        return measure.score
    if measure.instrument is Instrument.PSFS:
        return sum(given) / len(given) if given else None
    if not SCORINGS[measure.instrument].is_scored or len(given) < len(measure.answers):
        return None
    return sum(given) / len(given)


def compared(before: OutcomeMeasure, after: OutcomeMeasure) -> Verdict | None:
    """A change of score beside the error of the score; None where no error or no score is known.

    PSFS is compared where the same activities were rated on both days, and not otherwise.
    """
    error = None
    if before.instrument is after.instrument and after.instrument in SCORINGS:
        error = SCORINGS[after.instrument].error
    two = score(before), score(after)
    if error is None or two[0] is None or two[1] is None:
        return None
    if _rated(before) != _rated(after):
        return Verdict.NOT_COMPARABLE
    moved = round(abs(two[1] - two[0]), 9)
    return Verdict.BEYOND if moved >= error else Verdict.WITHIN


def _rated(measure: OutcomeMeasure) -> frozenset[str]:
    pairs = zip(measure.activities, measure.answers, strict=False)
    return frozenset(activity.casefold() for activity, answer in pairs if answer is not None)
