"""Where a trigger point is typically felt, for a side and a figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bodymap.atlas.muscles import TriggerPoint
from bodymap.atlas.referral import Extent, ReferralZone
from bodymap.body import Figure, Laterality, SurfaceArea
from bodymap.body.area import of_cells, of_site


@dataclass(frozen=True, slots=True)
class TypicalReferral:
    """Both areas of one pattern on one figure; they share no cell.

    Attributes:
        essential: Felt by nearly everyone with the trigger point.
        spillover: Felt by some.
        felt_inside: Skin that only stands for a place inside, such as the lips for the tongue.
    """

    essential: SurfaceArea
    spillover: SurfaceArea
    felt_inside: SurfaceArea | None = None

    @property
    def painted(self) -> "TypicalReferral":
        """What a picture shows of it: without the skin that only stands for a place inside."""
        if self.felt_inside is None:
            return self
        return TypicalReferral(self.essential - self.felt_inside, self.spillover - self.felt_inside)


def typical_referral(
    trigger_point: TriggerPoint, laterality: Laterality, body: Figure | None = None
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
    essential = pattern.area(Extent.ESSENTIAL, laterality, body)
    inside = [zone for zone in pattern.zones if zone.inside]
    return TypicalReferral(
        essential=essential,
        spillover=pattern.area(Extent.SPILLOVER, laterality, body),
        felt_inside=_on_both_sides(inside, essential.body) if inside else None,
    )


def _on_both_sides(zones: Sequence[ReferralZone], body: Figure) -> SurfaceArea:
    area = of_cells(body, [])
    for zone in zones:
        area = area | of_site(body, zone.site)
    return area
