"""From where it hurts to the trigger points that could refer there, each with its reasons.

Typical patterns, not findings: the list says what fits, never what it is. Formula and limits are in
docs/look-up.md; `bodymap.analysis.looking_up.fit` is the formula.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, overload

from bodymap.analysis.looking_up import reasons
from bodymap.analysis.looking_up.fit import Fits, fits
from bodymap.analysis.looking_up.reasons import Reason
from bodymap.analysis.looking_up.referral_matrix import ReferralMatrix, matrix_of
from bodymap.analysis.places import area_of_places
from bodymap.analysis.red_flag_questions import RedFlagQuestion, questions_for
from bodymap.analysis.surroundings import surroundings
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, FrequencyLevel, Muscle, TriggerPoint
from bodymap.body import Figure, Laterality, SurfaceArea
from bodymap.errors import AtlasOfOtherBody

MOST_LISTED: Final = 12
"""So many candidates are told unless asked otherwise; a longer list helps nobody."""

LEAST_LISTED: Final = 3
"""At least so many, from around the place if no others reach the pain."""

LEAST_SCORE: Final = 0.02
"""A pattern that fits worse only touches the drawing."""

ABOUT_AS_WELL: Final = 0.9
"""Another muscle fits about as well if its score is at least so much of this one's."""

MUCH_OF_IT: Final = 0.5
"""Another trigger point of the muscle is named if its score is so much of the best, or more."""

_MOST_NAMED: Final = 3
_BY_FREQUENCY: Final = {level: rank for rank, level in enumerate(FrequencyLevel)}

CAUTION: Final = (
    "These are trigger points that typically refer to the marked place, not findings: any person "
    "may differ, and pain has many other causes. Examine before you conclude."
)
"""Stands wherever the list is shown."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A muscle whose typical referral fits, by its trigger point that fits best.

    Attributes:
        muscle: The muscle; it stands in the list once.
        trigger_point: Its trigger point that fits best.
        laterality: Side of the muscle, the patient's; BILATERAL where either or both would fit.
        score: By the formula of `bodymap.analysis.looking_up.fit`, 0 to 1; only for the order, no
            probability.
        pain_covered: Part of the marked pain within the typical zones, 0 to 1.
        pain_in_essential: Part of the marked pain within the essential zone.
        pain_round_mark: Part of the marked pain outside the zones, but round the trigger point.
        pattern_present: Part of the typical zones that is marked.
        essential_present: Part of the essential zone that is marked.
        more_points: Ids of other trigger points of the muscle that fit at least half as well, the
            best first; at most three.
        same_pattern: Ids of other trigger points with the very same zones, told as one with this.
        also_fits: Ids of other muscles that fit about as well, the best first; at most three.
        reasons: All of that in words.
    """

    muscle: Muscle
    trigger_point: TriggerPoint
    laterality: Laterality
    score: float
    pain_covered: float
    pain_in_essential: float
    pain_round_mark: float
    pattern_present: float
    essential_present: float
    more_points: tuple[str, ...]
    same_pattern: tuple[str, ...]
    also_fits: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LookUp(Sequence[Candidate]):
    """What a look-up found: a sequence of candidates, the best fit first.

    Attributes:
        area: Where it hurts.
        red_flags: Questions to ask first, those about the place itself first.
        candidates: Never one alone: where too few reach the pain, the nearest around it are told
            too, with a score of 0.
        caution: What must be said with them.
    """

    area: SurfaceArea
    red_flags: tuple[RedFlagQuestion, ...]
    candidates: tuple[Candidate, ...]
    caution: str = CAUTION

    def __len__(self) -> int:
        return len(self.candidates)

    @overload
    def __getitem__(self, index: int) -> Candidate: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Candidate, ...]: ...

    def __getitem__(self, index: int | slice) -> Candidate | tuple[Candidate, ...]:
        return self.candidates[index]


def look_up(
    where: SurfaceArea | str | Iterable[str],
    atlas: Atlas,
    *,
    laterality: Laterality = Laterality.BILATERAL,
    limit: int = MOST_LISTED,
) -> LookUp:
    """Trigger points that could refer to where it hurts, ranked, with red flags first.

    A muscle stands once, by its trigger point that fits best. How often trigger points are found
    in a muscle is part of its score, and orders equal scores (to one percent). Trigger points with
    the very same zones are told as one.

    Args:
        where: A drawing as an area; or words ("left temple"); or ids of regions, sites and groups.
        atlas: The patterns.
        laterality: Side meant by words and ids that say none.
        limit: At most so many candidates; never fewer than `LEAST_LISTED`, whatever is asked.

    Raises:
        AtlasOfOtherBody: The area's body numbers its cells differently from the atlas.
        UnknownPlace: Nothing on the body is called so.
    """
    matrix = matrix_of(atlas)
    area = _area(where, atlas, matrix.body, laterality)
    if area.body.version != atlas.body_version:
        raise AtlasOfOtherBody(atlas_version=atlas.body_version, body_version=area.body.version)
    return LookUp(
        area, red_flags_of(area, atlas), _candidates(matrix, area, max(limit, LEAST_LISTED))
    )


def red_flags_of(area: SurfaceArea, atlas: Atlas) -> tuple[RedFlagQuestion, ...]:
    """Red-flag questions for every place that an area touches, however little of it."""
    bases = {area.body.regions[region].base for region in area.by_region()}
    sites = [site.id for site in area.body.sites.values() if not bases.isdisjoint(site.regions)]
    return questions_for(atlas, *sites, *area.inside_sites)


def _area(
    where: SurfaceArea | str | Iterable[str], atlas: Atlas, body: Figure, laterality: Laterality
) -> SurfaceArea:
    if isinstance(where, SurfaceArea):
        return where
    names = [where] if isinstance(where, str) else where
    return area_of_places(names, atlas, body, laterality)


def _candidates(matrix: ReferralMatrix, area: SurfaceArea, limit: int) -> tuple[Candidate, ...]:
    if not area:
        return ()
    fit = fits(matrix, area)
    order = _order(matrix, fit)
    reached = [number for number in order if fit.muscle_score[number] >= LEAST_SCORE]
    for number in order:
        if len(reached) < LEAST_LISTED and number not in reached and fit.score[number] > 0:
            reached.append(number)
    own_side = _own_side(area)
    found = [_candidate(matrix, fit, number, order, own_side) for number in reached[:limit]]
    wanted = LEAST_LISTED - len(found)
    return tuple(found + _nearby(matrix, area, reached, wanted) if wanted > 0 else found)


def _order(matrix: ReferralMatrix, fit: Fits) -> list[int]:
    """Numbers of trigger points, the best muscle first, one for each muscle and each pattern."""

    def key(number: int) -> tuple[float, int, str, float, str]:
        muscle = matrix.muscles[number]
        frequency = _BY_FREQUENCY[muscle.frequency.level]
        point = -fit.score[number], matrix.points[number].id
        return -round(fit.muscle_score[number], 2), frequency, muscle.name, *point

    told: set[int] = set()
    muscles: set[str] = set()
    order = []
    for number in sorted(range(len(matrix.points)), key=key):
        muscle = matrix.muscles[number].id
        if muscle not in muscles and told.isdisjoint(matrix.twins[number]):
            order.append(number)
            told.update(matrix.twins[number])
            muscles.add(muscle)
    return order


def _candidate(
    matrix: ReferralMatrix,
    fit: Fits,
    number: int,
    order: list[int],
    own_side: dict[Laterality, float | None],
) -> Candidate:
    muscle, point = matrix.muscles[number], matrix.points[number]
    laterality = fit.laterality(number)
    twins = tuple(twin for twin in matrix.twins[number] if twin != number)
    similar: dict[str, Muscle] = {}
    for other in order:
        if matrix.muscles[other] is not muscle and fit.score[other] > 0:
            if fit.muscle_score[other] < ABOUT_AS_WELL * fit.muscle_score[number]:
                break
            if fit.muscle_score[other] * ABOUT_AS_WELL <= fit.muscle_score[number]:
                similar.setdefault(matrix.muscles[other].id, matrix.muscles[other])
    others = tuple(similar.values())[:_MOST_NAMED]
    more = _more_points(matrix, fit, number)
    covered, essential, local = (
        float(share[number])
        for share in (fit.pain_covered, fit.pain_in_essential, fit.pain_round_mark)
    )
    present = float(fit.pattern_present[number]), float(fit.essential_present[number])
    told = [
        reasons.covers(covered, essential),
        *([reasons.round_mark(local)] if local else []),
        reasons.present(*present),
        reasons.on_side(laterality, own_side[laterality], point),
        reasons.how_common(muscle.frequency.level),
        *([reasons.more_points(tuple(each.name for each in more))] if more else []),
    ]
    if twins:
        names = tuple(f"{matrix.muscles[t].name} ({matrix.points[t].name})" for t in twins)
        told.append(reasons.same_pattern(names))
    if others:
        told.append(reasons.also_fits(tuple(other.name for other in others)))
    return Candidate(
        muscle,
        point,
        laterality,
        float(fit.muscle_score[number]),
        covered,
        essential,
        local,
        *present,
        more_points=tuple(each.id for each in more),
        same_pattern=tuple(matrix.points[twin].id for twin in twins),
        also_fits=tuple(other.id for other in others),
        reasons=tuple(told),
    )


def _more_points(matrix: ReferralMatrix, fit: Fits, best: int) -> list[TriggerPoint]:
    """Other trigger points of a muscle that fit at least half as well as its best."""
    numbers = [
        number
        for number, muscle in enumerate(matrix.muscles)
        if muscle is matrix.muscles[best]
        and number != best
        and fit.score[number] >= max(LEAST_SCORE, MUCH_OF_IT * fit.score[best])
        and number not in matrix.twins[best]
    ]
    numbers.sort(key=lambda number: (-fit.score[number], matrix.points[number].id))
    return [matrix.points[number] for number in numbers[:_MOST_NAMED]]


def _nearby(
    matrix: ReferralMatrix, area: SurfaceArea, told: list[int], wanted: int
) -> list[Candidate]:
    """Patterns around a place that too few patterns reach, the nearest first."""
    known = {twin for number in told for twin in matrix.twins[number]}
    muscles = {matrix.muscles[number].id for number in told}
    found: list[Candidate] = []
    for wide in surroundings(area):
        fit = fits(matrix, wide)
        for number in _order(matrix, fit):
            muscle, point = matrix.muscles[number], matrix.points[number]
            is_new = number not in known and muscle.id not in muscles
            if len(found) < wanted and is_new and fit.score[number] > 0:
                known.update(matrix.twins[number])
                muscles.add(muscle.id)
                reasons_told = (reasons.near(), reasons.how_common(muscle.frequency.level))
                twins = tuple(matrix.points[t].id for t in matrix.twins[number] if t != number)
                side, numbers = fit.laterality(number), (0.0,) * 6
                found.append(Candidate(muscle, point, side, *numbers, (), twins, (), reasons_told))
    return found


def _own_side(area: SurfaceArea) -> dict[Laterality, float | None]:
    """Part of the pain on each side of the mid-plane."""
    weights = cell_weights(area.body)[area.cells]
    sign = area.body.cell_table.sign[area.cells]
    total = float(weights.sum())
    if not total:
        return dict.fromkeys(Laterality)
    sides = {side: float(weights[sign == side.sign].sum()) / total for side in Laterality}
    return {**sides, Laterality.BILATERAL: None, Laterality.MIDLINE: None}
