"""Where a trigger point is typically felt, for a side and a figure."""

from dataclasses import dataclass

from bodymap.atlas.muscles import TriggerPoint
from bodymap.atlas.referral import Extent
from bodymap.body import Body, Laterality, SurfaceArea


@dataclass(frozen=True, slots=True)
class TypicalReferral:
    """Both areas of one pattern on one figure; they share no cell."""

    essential: SurfaceArea
    spillover: SurfaceArea


def typical_referral(
    trigger_point: TriggerPoint, laterality: Laterality, body: Body | None = None
) -> TypicalReferral:
    """The typical referral of a trigger point.

    Args:
        trigger_point: From a loaded atlas.
        laterality: Side of the muscle, the patient's; `BILATERAL` and `MIDLINE` give both
            sides, or the one side of a trigger point that exists on one side only.
        body: Figure to lie on; the atlas's own when left out.

    Raises:
        AtlasOfOtherBody: The body numbers its cells differently from the compiled atlas.
    """
    pattern = trigger_point.referral
    if trigger_point.only_on and laterality not in {Laterality.LEFT, Laterality.RIGHT}:
        laterality = Laterality(trigger_point.only_on.upper())
    return TypicalReferral(
        essential=pattern.area(Extent.ESSENTIAL, laterality, body),
        spillover=pattern.area(Extent.SPILLOVER, laterality, body),
    )
