"""How well a typical referral pattern fits a drawing: the one formula, and what it is made of.

    score = p * (1 + e) / 2 * c / (c + 0.7 * u + 0.3 * n)

`c` is the weight of what drawing and pattern share, `u` that of the drawing outside the pattern,
`n` that of the pattern which is not drawn; in `c` and `n` a cell of the spillover counts half of
one in the essential zone. Drawn pain round the mark, outside the pattern, is not in `u` but counts
0.4 in `c`: a muscle often hurts where its trigger point is. `e` is the part of the essential zone
that is drawn: a pattern whose essential zone does not hurt at all gets half. `p` stands for how
often trigger points are found in the muscle (1, 0.8, 0.6 and 0.3 from very common to rare). A
pattern drawn exactly scores `p`.

A region that is marked whole says that it hurts there, not that all of it does: in `c` and `u` it
counts as explained by as much as three times the part of it that a pattern covers. A muscle scores
1 - (1 - s1) (1 - s2) ... over its trigger points on one side: any of them could be the one.

The fraction is the index of Tversky (Features of similarity. Psychol Rev 1977;84:327-352) over
weighted sets. Pain that the pattern does not explain lowers it more than a part of the pattern
that is not felt, since few people feel all of a pattern. The constants are our own choice (see
docs/look-up.md).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.analysis.looking_up.referral_matrix import SIDES, ZONES, ReferralMatrix
from bodymap.analysis.weights import cell_weights
from bodymap.body import Laterality, SurfaceArea

SPILLOVER_WEIGHT: Final = 0.5
"""What a cell of the spillover counts beside one of the essential zone."""

LOCAL_WEIGHT: Final = 0.4
"""What a drawn cell round the mark, outside the pattern, counts."""

UNEXPLAINED: Final = 0.7
"""What drawn pain outside the pattern counts."""

NOT_FELT: Final = 0.3
"""What a part of the pattern that is not drawn counts."""

ENOUGH_OF_A_REGION: Final = 1 / 3
"""A pattern that covers so much of a region explains it, where it is marked whole."""

EITHER_SIDE: Final = 0.8
"""Either side fits if the one that fits worse has at least so much of the score of the other."""

_ROUNDING: Final = 1e-9

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Fits:
    """The numbers of one drawing against every pattern, each `(trigger points,)`.

    Attributes:
        score: The formula above, 0 to 1, on the side named by `side`.
        muscle_score: The score of its muscle, 0 to 1; alike for all trigger points of the muscle.
        side: Index into `SIDES` of the muscle's side that the numbers are about.
        either: Whether the muscle of the other side fits about as well.
        pain_covered: Part of the drawing within the pattern, 0 to 1.
        pain_in_essential: Part of the drawing within the essential zone.
        pain_round_mark: Part of the drawing outside the pattern, but round the mark.
        pattern_present: Part of the pattern within the drawing.
        essential_present: Part of the essential zone within the drawing.
    """

    score: Numbers
    muscle_score: Numbers
    side: npt.NDArray[np.intp]
    either: npt.NDArray[np.bool_]
    pain_covered: Numbers
    pain_in_essential: Numbers
    pain_round_mark: Numbers
    pattern_present: Numbers
    essential_present: Numbers

    def laterality(self, number: int) -> Laterality:
        """Side of the muscle for a trigger point by its number; BILATERAL for either or both."""
        return Laterality.BILATERAL if self.either[number] else SIDES[int(self.side[number])]


def fits(matrix: ReferralMatrix, area: SurfaceArea) -> Fits:
    """Every pattern against an area that is not empty."""
    weights = cell_weights(area.body)
    drawn = np.zeros(weights.shape)
    drawn[area.cells] = weights[area.cells]
    pain = max(float(drawn.sum()), np.finfo(float).tiny)
    shared, whole = matrix.sums(drawn), matrix.totals(area.body)
    explained = shared + _more_of_whole_regions(matrix, area)
    score = scores(explained, shared, whole, pain) * matrix.prior
    either = _alike(score)
    side = _side(score, either)
    numbers = np.arange(score.shape[1])
    common, all_of_it = shared[side, :, numbers], whole[side, :, numbers]
    return Fits(
        score=score[side, numbers],
        muscle_score=_of_muscles(matrix, score),
        side=side,
        either=either,
        pain_covered=common[:, :2].sum(axis=1) / pain,
        pain_in_essential=common[:, 0] / pain,
        pain_round_mark=common[:, 2] / pain,
        pattern_present=_part(common[:, :2].sum(axis=1), all_of_it[:, :2].sum(axis=1)),
        essential_present=_part(common[:, 0], all_of_it[:, 0]),
    )


def scores(explained: Numbers, shared: Numbers, whole: Numbers, pain: float) -> Numbers:
    """The formula without `p`, shape (sides, trigger points), 0 where nothing is shared.

    Args:
        explained: Weight of the drawing that each zone counts as explaining, shape (sides, zones,
            trigger points): what they share, and more in regions that are marked whole.
        shared: Weight of drawing and pattern together, shape likewise.
        whole: Weight of the pattern, shape likewise.
        pain: Weight of the drawing, more than 0.
    """
    not_felt = (whole[:, 0] - shared[:, 0]) + SPILLOVER_WEIGHT * (whole[:, 1] - shared[:, 1])
    common = explained[:, 0] + SPILLOVER_WEIGHT * explained[:, 1] + LOCAL_WEIGHT * explained[:, 2]
    unlike = UNEXPLAINED * (pain - explained.sum(axis=1)) + NOT_FELT * not_felt
    essential = _part(shared[:, 0], whole[:, 0])
    score: Numbers = (1 + essential) / 2 * _part(common, common + unlike)
    return score


def _more_of_whole_regions(matrix: ReferralMatrix, area: SurfaceArea) -> Numbers:
    """What zones explain of regions that are marked whole, beyond what they cover."""
    by_region, (parts, there) = matrix.by_region, matrix.parts(area.body)
    weights = cell_weights(area.body)[area.cells]
    marked = np.bincount(by_region.of_cell[area.cells], weights=weights, minlength=len(there))
    is_whole = (marked > 0) & (marked >= there - _ROUNDING)
    entries = np.flatnonzero(is_whole[by_region.region])
    covered, most = parts[entries], there[by_region.region[entries], np.newaxis]
    explained = np.minimum(covered.cumsum(axis=1) / ENOUGH_OF_A_REGION, most)
    extra = np.diff(explained, axis=1, prepend=0.0) - covered
    patterns, count = by_region.pattern[entries], len(SIDES) * len(matrix.points)
    more: Numbers = np.stack(
        [np.bincount(patterns, extra[:, zone], count) for zone in range(len(ZONES))], dtype=float
    )
    return more.reshape(len(ZONES), len(SIDES), -1).swapaxes(0, 1)


def _of_muscles(matrix: ReferralMatrix, score: Numbers) -> Numbers:
    """Score of the muscle of every trigger point, on the side that fits better."""
    none_of_them = np.multiply.reduceat(1 - score, matrix.of_muscle, axis=1).min(axis=0)
    counted = np.diff([*matrix.of_muscle, len(matrix.points)])
    result: Numbers = np.repeat(1 - none_of_them, counted)
    return result


def _alike(score: Numbers) -> npt.NDArray[np.bool_]:
    right, left, _ = score
    worse, better = np.minimum(right, left), np.maximum(right, left)
    return np.asarray((worse > 0) & (worse >= EITHER_SIDE * better), np.bool_)


def _side(score: Numbers, either: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """Index of the side per trigger point that fits better: one, or both together."""
    right, left, both = score
    better = (left > right).astype(np.intp)
    pair = either & (both >= np.maximum(right, left) - _ROUNDING)
    return np.where(pair, SIDES.index(Laterality.BILATERAL), better)


def _part(part: Numbers, whole: Numbers) -> Numbers:
    result: Numbers = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
    return result
