"""What is asked: trigger points weighted toward what was missed, choices that could be meant.

The weight of a trigger point is

    rarity x 2 (missed + 1) / (asked + 2)

where `asked` counts the learner's last ten answers about it in that exercise, `missed` is the sum
of 1 - score over them, and `rarity` is 1 for muscles with very common trigger points, 1.25 for
common, 1.5 for less common, 1.75 for rare ones. So what was never asked weighs its rarity, what is
always missed up to twice that, and what was right ten times a sixth of it. The numbers are our own
choice, without a publication. The same seed gives the same questions.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from bodymap.analysis.practice.likeness import SAME, Likeness
from bodymap.atlas import Atlas, Extent, FrequencyLevel, Muscle, TriggerPoint
from bodymap.body import Body, Laterality
from bodymap.records.practice import Answer, Difficulty, Exercise, Question

RARITY: Final = {
    FrequencyLevel.VERY_COMMON: 1.0,
    FrequencyLevel.COMMON: 1.25,
    FrequencyLevel.LESS_COMMON: 1.5,
    FrequencyLevel.RARE: 1.75,
}
REMEMBERED: Final = 10
"""Last answers about a trigger point that count for its weight."""
CHOICES: Final = 4
_OFTEN: Final = {FrequencyLevel.VERY_COMMON, FrequencyLevel.COMMON}
_PLAUSIBLE: Final = 9
"""Wrong choices are drawn from so many muscles that come nearest."""
_NEAR_CM: Final = 10.0
"""How far a neighbour's trigger point lies for its part in being plausible to fall to a third."""
_NEIGHBOUR_WEIGHT: Final = 0.3


@dataclass(frozen=True)
class Wanted:
    """What a round is to ask.

    Attributes:
        group: Id of the outermost part of the body it keeps to, or None.
        count: Most questions.
        only: Ids of the trigger points to ask about; any when empty.
    """

    exercise: Exercise
    difficulty: Difficulty
    group: str | None = None
    count: int = 10
    only: tuple[str, ...] = ()


def weight(level: FrequencyLevel, scores: Sequence[float]) -> float:
    """How often a trigger point is asked, from the scores (0 to 1) it was answered with so far."""
    last = scores[-REMEMBERED:]
    missed = sum(1 - score for score in last)
    return RARITY[level] * 2 * (missed + 1) / (len(last) + 2)


def scores_by_point(answers: Iterable[Answer], exercise: Exercise) -> Mapping[str, list[float]]:
    """Scores of each trigger point in one exercise, in the order given."""
    scores: dict[str, list[float]] = {}
    for answer in answers:
        if answer.exercise is exercise:
            scores.setdefault(answer.trigger_point, []).append(answer.score)
    return scores


def groups_of(atlas: Atlas, muscle: Muscle) -> tuple[str, ...]:
    """Ids of the outermost parts of the body that a muscle belongs to, its main one first."""
    return tuple(dict.fromkeys(atlas.group_of(region).id for region in muscle.regions))


def askable(atlas: Atlas, body: Body, alike: Likeness, wanted: Wanted) -> tuple[TriggerPoint, ...]:
    """Trigger points that a round may ask about, in the order of the atlas.

    Where a pattern is to be seen, some of it must be; where one is to be drawn, some of it must be
    skin: a chart or a place inside the body cannot be measured with it.
    """
    return tuple(
        point
        for muscle in atlas.muscles.values()
        if wanted.group is None or wanted.group in groups_of(atlas, muscle)
        if wanted.difficulty is not Difficulty.COMMON or muscle.frequency.level in _OFTEN
        for point in muscle.trigger_points
        if not wanted.only or point.id in wanted.only
        if wanted.difficulty is not Difficulty.LOOK_ALIKES or alike.has_look_alike(point.id)
        if _can_be_asked(point, body, wanted.exercise)
    )


def _can_be_asked(point: TriggerPoint, body: Body, exercise: Exercise) -> bool:
    if exercise is Exercise.PLACE:
        return True
    pattern = point.referral
    both = pattern.area(Extent.ESSENTIAL, body=body) | pattern.area(Extent.SPILLOVER, body=body)
    return both.cm2 > 0 or (exercise is Exercise.RECOGNISE and both.schematic_cells > 0)


def questions(
    atlas: Atlas,
    body: Body,
    alike: Likeness,
    wanted: Wanted,
    *,
    answers: Sequence[Answer],
    seed: int,
) -> tuple[Question, ...]:
    """The questions of a round: `wanted.count` different trigger points, or as many as there are.

    Args:
        atlas: The trigger points.
        body: The figure.
        alike: Likeness of their patterns.
        wanted: What to ask.
        answers: All that the learner has answered so far.
        seed: The same gives the same questions.
    """
    chance = random.Random(seed)  # noqa: S311 - nobody is to be kept from guessing the next one
    scores = scores_by_point(answers, wanted.exercise)
    # Drawing without putting back: the least of u to the power 1 / weight, seen from above, go on.
    # (Efraimidis and Spirakis, Weighted random sampling with a reservoir, 2006.)
    drawn = sorted(
        askable(atlas, body, alike, wanted),
        key=lambda point: (
            chance.random()
            ** (1 / weight(atlas.muscle_of(point.id).frequency.level, scores.get(point.id, ())))
        ),
        reverse=True,
    )
    return tuple(
        Question(
            trigger_point=point.id,
            laterality=_side(point, chance),
            choices=_choices(atlas, alike, point, wanted, chance),
        )
        for point in drawn[: wanted.count]
    )


def _side(point: TriggerPoint, chance: random.Random) -> Laterality:
    if point.only_on is not None:
        return Laterality(point.only_on.upper())
    return chance.choice((Laterality.RIGHT, Laterality.LEFT))


def _choices(
    atlas: Atlas, alike: Likeness, point: TriggerPoint, wanted: Wanted, chance: random.Random
) -> tuple[str, ...]:
    if wanted.exercise is not Exercise.RECOGNISE:
        return ()
    own = atlas.muscle_of(point.id)
    others = plausible(atlas, alike, point)
    if wanted.difficulty is not Difficulty.LOOK_ALIKES:
        others = others[:_PLAUSIBLE]
        chance.shuffle(others)
    chosen: list[Muscle] = [own]
    for muscle in others:
        # More than one that fits as well would leave little to know.
        same = [m for m in chosen[1:] if alike.with_muscle(point.id, m) >= SAME]
        if not same or alike.with_muscle(point.id, muscle) < SAME:
            chosen.append(muscle)
        if len(chosen) == CHOICES:
            break
    chance.shuffle(chosen)
    return tuple(muscle.id for muscle in chosen)


def plausible(atlas: Atlas, alike: Likeness, point: TriggerPoint) -> list[Muscle]:
    """The other muscles, those first that one could mean: by pattern, then by being neighbours."""
    own = atlas.muscle_of(point.id)

    def nearness(muscle: Muscle) -> float:
        neighbour = exp(-alike.apart_cm(point.id, muscle) / _NEAR_CM)
        return alike.with_muscle(point.id, muscle) + _NEIGHBOUR_WEIGHT * neighbour

    others = [muscle for muscle in atlas.muscles.values() if muscle.id != own.id]
    shared = set(groups_of(atlas, own))
    return sorted(
        others,
        key=lambda m: (-nearness(m), not shared.intersection(groups_of(atlas, m)), m.id),
    )
