"""Areas of a referral pattern as they are compiled: as drawn, or derived from its sites."""

from bodymap.atlas.pattern_areas import RIGHT_MUSCLE, pattern_areas
from bodymap.atlas.referral import Extent, ReferralPattern
from bodymap.body import Body, SurfaceArea
from tools.atlas.derived import skin_of


def compiled_areas(pattern: ReferralPattern, body: Body) -> dict[Extent, SurfaceArea]:
    """Both areas of a pattern for a muscle on the patient's right.

    What is drawn by hand is used as drawn; for another a soft shape is derived from its sites.
    Spillover leaves out what is essential.
    """
    areas = pattern_areas(pattern, body)
    if pattern.made == "by_hand":
        return areas
    skin, nothing = skin_of(body), body.cells([])
    found: dict[Extent, SurfaceArea] = {}
    for extent in Extent:
        zones = [zone for zone in pattern.zones if zone.extent is extent]
        sites = tuple(body.site(zone.site, RIGHT_MUSCLE[zone.laterality]) for zone in zones)
        found[extent] = skin.derived(sites, found.get(Extent.ESSENTIAL, nothing))
    found[Extent.SPILLOVER] -= found[Extent.ESSENTIAL]
    return found
