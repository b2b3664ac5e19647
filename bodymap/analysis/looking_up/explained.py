"""How much of the pain the findings explain, what remains, and where to look next.

A share of the drawing that lies in zones: it says what would fit, not what causes the pain.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.analysis.looking_up.finding_zones import ZoneBasis, zones_of
from bodymap.analysis.looking_up.fit import fits
from bodymap.analysis.looking_up.referral_matrix import SIDES, matrix_of
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, Muscle, TriggerPoint, typical_referral
from bodymap.body import Laterality, SurfaceArea
from bodymap.body.area import of_regions
from bodymap.records import Criteria, ReferralFelt, Sign, SignValue, State, TriggerPointFinding

MOST_NEXT: Final = 3
"""So many muscles to examine next are told."""

LEAST_ADDED: Final = 0.05
"""A muscle that would explain a smaller part of the drawing more is not worth telling."""


@dataclass(frozen=True, slots=True)
class ExplainedBy:
    """What one finding explains.

    Attributes:
        finding_id: The finding; empty for an area that was given.
        share: Part of the drawing within its zones, 0 to 1; findings may share a part.
        basis: What its zones rest on.
    """

    finding_id: str
    share: float
    basis: ZoneBasis


@dataclass(frozen=True, slots=True)
class WouldExplain:
    """A muscle not examined yet that would explain some of what remains.

    Attributes:
        muscle: The muscle.
        trigger_point: Its trigger point that fits what remains best.
        laterality: Side of the muscle.
        adds: Part of the whole drawing that it would explain more, 0 to 1.
        then: Part of the drawing explained with it and those told before it.
    """

    muscle: Muscle
    trigger_point: TriggerPoint
    laterality: Laterality
    adds: float
    then: float


@dataclass(frozen=True, slots=True)
class Explained:
    """How much of a drawing is explained.

    Attributes:
        share: Part of the drawing within any zone, 0 to 1; 0 for an empty drawing.
        in_essential: Part within an essential zone, or a referral as reported.
        covered: That part of the drawing.
        remains: The rest of it.
        by_finding: What each finding explains, in the order given.
        without_zones: Ids of findings that have no zones, so that they explain nothing here.
        next: Muscles to examine next, by the greedy rule of `explained`.
    """

    share: float
    in_essential: float
    covered: SurfaceArea
    remains: SurfaceArea
    by_finding: tuple[ExplainedBy, ...]
    without_zones: tuple[str, ...]
    next: tuple[WouldExplain, ...]


WHAT_COUNTS: Final = (
    "A finding counts once one of its signs is present or a referral was felt, unless the 2018 "
    "criteria are not met or pressing does not bring on the familiar pain. It counts with the "
    "referral that the person drew, else with the typical zones; where none was felt, with "
    "nothing."
)
"""The rule of `counts` and of the zones, in words; stands wherever the share is shown."""


def counts(finding: TriggerPointFinding) -> bool:
    """Whether a finding is taken to explain pain while a person is examined; our own choice.

    A place that was only marked says nothing yet; a tender place that does not meet the criteria
    is no trigger point; and one that does not bring on the pain the person knows does not explain
    it, by the definition of a latent trigger point. What was copied, or carried over from last
    time, counts once somebody has examined the place.
    """
    if finding.copied_from is not None:
        return False
    seen = any(finding.signs[sign] is SignValue.PRESENT for sign in Sign)
    felt = finding.referral.felt in {ReferralFelt.AS_TYPICAL, ReferralFelt.OTHER}
    return (
        (seen or felt)
        and finding.criteria_2018 is not Criteria.NOT_MET
        and finding.state is not State.LATENT
    )


def explained(
    area: SurfaceArea,
    findings: Iterable[TriggerPointFinding | SurfaceArea],
    atlas: Atlas | None = None,
    *,
    examined: Iterable[str] = (),
) -> Explained:
    """How much of a drawing the findings explain, what remains, and what to examine next.

    Next, by a greedy rule: of the muscles without a finding, the one whose trigger point fits
    what remains best, by the look-up's own formula and if it explains at least a twentieth of the
    drawing more; then the same with what remains after it; at most three.

    Args:
        area: The drawing.
        findings: Findings as recorded, or areas where one is felt. Every one counts; leave out
            those that should not, such as those that `counts` says no to.
        atlas: The typical patterns; the shipped ones are read when left out.
        examined: Ids of further muscles that were examined, so that they are not told as next.

    Raises:
        AtlasOfOtherBody: The area's body numbers its cells differently from the atlas.
        BodyError: A reported referral names something that the body does not have.
    """
    atlas = atlas or Atlas.load(body=area.body)
    kept = tuple(findings)
    zones, without = zones_of(kept, atlas, area.body)
    essential = any_zone = of_regions(area.body, ())
    for zone in zones:
        essential |= zone.essential
        any_zone |= zone.essential | zone.spillover
    covered, remains = area & any_zone, area - any_zone
    passed = {f.muscle for f in kept if isinstance(f, TriggerPointFinding) and f.muscle}
    return Explained(
        share=share_of(covered, area),
        in_essential=share_of(area & essential, area),
        covered=covered,
        remains=remains,
        by_finding=tuple(
            ExplainedBy(z.finding_id, share_of(area & (z.essential | z.spillover), area), z.basis)
            for z in zones
        ),
        without_zones=tuple(without),
        next=_next(area, remains, passed.union(examined), atlas),
    )


def share_of(part: SurfaceArea, whole: SurfaceArea) -> float:
    """Weight of a part beside that of the whole, 0 to 1; 0 where the whole weighs nothing."""
    weights = cell_weights(whole.body)
    total = float(weights[whole.cells].sum())
    return float(weights[part.cells].sum()) / total if total else 0.0


def _next(
    area: SurfaceArea, remains: SurfaceArea, passed: set[str], atlas: Atlas
) -> tuple[WouldExplain, ...]:
    matrix = matrix_of(atlas)
    told: list[WouldExplain] = []
    while remains and len(told) < MOST_NEXT:
        fit = fits(matrix, remains)
        open_ = np.array([muscle.id not in passed for muscle in matrix.muscles])
        worth = open_ & (fit.pain_covered * share_of(remains, area) >= LEAST_ADDED)
        if not worth.any():
            break
        best = int(np.where(worth, fit.score, -1).argmax())
        muscle, point = matrix.muscles[best], matrix.points[best]
        zones = typical_referral(point, SIDES[int(fit.side[best])], area.body)
        left = remains - zones.essential - zones.spillover
        adds = share_of(remains - left, area)
        then = 1 - share_of(left, area)
        told.append(WouldExplain(muscle, point, fit.laterality(best), adds, then))
        passed.add(muscle.id)
        remains = left
    return tuple(told)
