"""How a learner stands: by part of the body and exercise, and what is missed most."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bodymap.analysis.practice.choosing import REMEMBERED, groups_of
from bodymap.atlas import Atlas
from bodymap.records.practice import Answer, Exercise

LEAST_ASKED: Final = 2
"""Something is called missed often only if it was asked so many times."""
MOST_MISSED: Final = 5


@dataclass(frozen=True)
class Tally:
    """How many answers, and how many of them right."""

    asked: int = 0
    right: int = 0

    def __add__(self, answer: Answer) -> "Tally":
        return Tally(self.asked + 1, self.right + answer.right)


@dataclass(frozen=True)
class Missed:
    """A trigger point that is missed often, by its last `REMEMBERED` answers.

    Attributes:
        exercise: In which it is missed.
        asked: Of these answers.
        right: Of these answers.
    """

    trigger_point: str
    exercise: Exercise
    asked: int
    right: int


def by_group(answers: Iterable[Answer], atlas: Atlas) -> dict[str, dict[Exercise, Tally]]:
    """Tallies by main part of the body and exercise, in the order of the atlas.

    Only parts that were asked about; answers about trigger points that the atlas no longer has are
    left out.
    """
    found: dict[str, dict[Exercise, Tally]] = {}
    for answer in answers:
        if answer.trigger_point in atlas.trigger_points:
            group = groups_of(atlas, atlas.muscle_of(answer.trigger_point))[0]
            row = found.setdefault(group, {})
            row[answer.exercise] = row.get(answer.exercise, Tally()) + answer
    return {group: found[group] for group in atlas.groups if group in found}


def missed_most(answers: Iterable[Answer], atlas: Atlas) -> tuple[Missed, ...]:
    """What was asked at least twice and is missed most, worst first; at most five."""
    told: dict[tuple[str, Exercise], list[bool]] = {}
    for answer in answers:
        if answer.trigger_point in atlas.trigger_points:
            key = (answer.trigger_point, answer.exercise)
            told.setdefault(key, []).append(answer.right)
    rows = [
        Missed(point, exercise, len(last), sum(last))
        for (point, exercise), rights in told.items()
        for last in [rights[-REMEMBERED:]]
        if len(last) >= LEAST_ASKED and not all(last)
    ]
    rows.sort(key=lambda row: (row.right / row.asked, -row.asked, row.trigger_point, row.exercise))
    return tuple(rows[:MOST_MISSED])
