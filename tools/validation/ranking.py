"""Where the right muscle stands in the list, for every site, level and repetition."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.analysis.looking_up.look_up import look_up
from bodymap.analysis.looking_up.referral_matrix import matrix_of
from bodymap.atlas import Atlas, typical_referral
from bodymap.body import Body, Laterality
from tools.validation.baseline import ByNames
from tools.validation.simulated import LEVELS, Level, Simulator

_LOOKED_AT: Final = 20
"""A muscle farther down the list counts as not found."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One simulated drawing.

    Attributes:
        level: Name of its level.
        group: Part of the body of the muscle.
        trigger_point: The pattern that was drawn.
        rank: Place of the first entry of the right muscle in the list of trigger points, identical
            patterns told as one; 1 is the first.
        by_names: The same for the baseline.
        side_right: Whether the entry names the right side, or says either; None if it is not
            among the first five.
    """

    level: str
    group: str
    trigger_point: str
    rank: int
    by_names: int
    side_right: bool | None


def outcomes(
    atlas: Atlas, body: Body, *, repetitions: int, only: Sequence[str] = ()
) -> Iterator[Outcome]:
    """Simulate drawings of every pattern and look each up.

    Args:
        atlas: The patterns.
        body: The figure that is drawn on.
        repetitions: Drawings of each pattern at each level; odd ones are of the left muscle.
        only: Ids of trigger points; all that have a pattern of pain when left out.
    """
    simulator, names = Simulator(body), ByNames(atlas, body)
    for row, point in enumerate(atlas.trigger_points.values()):
        is_pain = point.referral.zones and not point.referral.instead_of_pain
        if not is_pain or (only and point.id not in only):
            continue
        for number, level in enumerate(LEVELS):
            for repetition in range(repetitions):
                one_sided = point.only_on is not None
                left = bool(repetition % 2) and not one_sided
                side = Laterality.LEFT if left else Laterality.RIGHT
                yield _outcome(atlas, simulator, names, (row, number, repetition), level, side)


def _outcome(  # noqa: PLR0917 - one row of the table needs all of it
    atlas: Atlas,
    simulator: Simulator,
    names: ByNames,
    seed: tuple[int, int, int],
    level: Level,
    side: Laterality,
) -> Outcome:
    matrix = matrix_of(atlas)
    row = seed[0]
    point, muscle = matrix.points[row], matrix.muscles[row]
    typical = typical_referral(point, side)
    drawing = simulator.draw(typical.essential, typical.spillover, level, (seed[1], row, seed[2]))
    found = look_up(drawing, atlas, limit=_LOOKED_AT)
    right = _same_muscle(atlas, row)
    rank = next(
        (n for n, c in enumerate(found, start=1) if c.trigger_point.id in right), _LOOKED_AT + 1
    )
    named = _told_once(names.ranking(drawing), matrix.twins)
    by_names = next(n for n, k in enumerate(named, start=1) if matrix.points[k].id in right)
    sides = {side, Laterality.BILATERAL}
    seen = found[rank - 1].laterality in sides if rank <= 5 else None  # noqa: PLR2004 - top five
    group = atlas.group_of(muscle.regions[0]).id
    return Outcome(level.name, group, point.id, rank, by_names, seen)


def _same_muscle(atlas: Atlas, row: int) -> set[str]:
    """Trigger points that count as right: of the same muscle, or with the very same zones."""
    matrix = matrix_of(atlas)
    same = {point.id for point in matrix.muscles[row].trigger_points}
    return same | {matrix.points[twin].id for twin in matrix.twins[row]}


def _told_once(order: Iterable[int], twins: Sequence[tuple[int, ...]]) -> list[int]:
    told: set[int] = set()
    kept = []
    for number in order:
        if told.isdisjoint(twins[number]):
            kept.append(number)
            told.update(twins[number])
    return kept


def shares(ranks: Iterable[int]) -> tuple[float, float, float]:
    """Share of ranks that are 1, at most 3, at most 5."""
    kept = np.array(list(ranks))
    return tuple(float((kept <= top).mean()) for top in (1, 3, 5))  # type: ignore[return-value]


def by_group(found: Iterable[Outcome]) -> Mapping[str, list[Outcome]]:
    """Outcomes by part of the body, in alphabetical order."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        groups[outcome.group].append(outcome)
    return dict(sorted(groups.items()))


def indistinguishable(atlas: Atlas) -> list[list[str]]:
    """Ids of trigger points that no drawing can tell apart, in groups."""
    matrix = matrix_of(atlas)
    groups = {twins for twins in matrix.twins if len(twins) > 1}
    return sorted([matrix.points[twin].id for twin in twins] for twins in groups)
