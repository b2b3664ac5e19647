"""How the shapes of the shipped patterns came about, and that each lies where its sites are."""

import pytest

from bodymap.atlas import Atlas, Extent, Muscle, ReferralZone, typical_referral
from bodymap.atlas.pattern_areas import RIGHT_MUSCLE, sites_area
from bodymap.body import Body, Laterality, SurfaceArea

GROUPS = {"neck", "upper_back", "lower_back", "buttocks", "pelvis"}
"""What is drawn by hand: the muscles of these groups and those that refer into them."""


def group_of(atlas: Atlas, region_id: str) -> set[str]:
    """A region and all that it lies in."""
    found: set[str] = set()
    at: str | None = region_id
    while at:
        found.add(at)
        at = atlas.regions[at].parent
    return found


def is_near(atlas: Atlas, muscle: Muscle) -> bool:
    sites = {zone.site for p in muscle.trigger_points for zone in p.referral.zones}
    return bool(GROUPS & set(muscle.regions)) or any(GROUPS & group_of(atlas, s) for s in sites)


def test_every_pattern_of_back_neck_and_pelvis_is_drawn_by_hand(atlas: Atlas) -> None:
    near = [m for m in atlas.muscles.values() if is_near(atlas, m)]
    points = [point for muscle in near for point in muscle.trigger_points]
    assert [point.id for point in points if point.referral.made != "by_hand"] == []
    assert len(points) >= 108


@pytest.mark.parametrize("made", ["by_hand", "derived"])
def test_a_pattern_touches_each_of_its_sites(atlas: Atlas, body: Body, made: str) -> None:
    missed = [
        (point.id, zone.site)
        for muscle in atlas.muscles.values()
        for point in muscle.trigger_points
        if point.referral.made == made
        for zone in point.referral.zones
        if not point.referral.instead_of_pain
        if not _site(zone, body) & (point.referral.essential | point.referral.spillover)
    ]
    assert missed == []


def test_most_of_a_derived_shape_lies_in_its_sites(atlas: Atlas, body: Body) -> None:
    astray = {}
    for muscle in atlas.muscles.values():
        for point in muscle.trigger_points:
            referral = point.referral
            if referral.made == "by_hand":
                continue
            sites = sites_area(referral.zones, body)
            for extent in Extent:
                area = referral.area(extent)
                if area and (area & sites).cm2 < 0.7 * area.cm2:
                    astray[point.id, extent.value] = round((area & sites).cm2 / area.cm2, 2)
    assert astray == {}


def test_what_is_felt_in_the_mouth_is_looked_up_but_never_painted_on_the_lips(
    atlas: Atlas, body: Body
) -> None:
    mouth = body.site("tongue")
    inside = [
        point
        for point in atlas.trigger_points.values()
        if any(zone.site == "tongue" for zone in point.referral.zones)
    ]
    assert {point.id for point in inside} == {
        "hyoid_muscles_mylohyoid",
        "longus_colli_capitis_belly",
        "medial_pterygoid_belly",
    }
    for point in inside:
        referral = typical_referral(point, Laterality.LEFT)
        assert (referral.essential | referral.spillover) & mouth == mouth
        assert not (referral.painted.essential | referral.painted.spillover) & mouth


def test_what_is_not_pain_has_no_area_of_pain_but_words(atlas: Atlas) -> None:
    instead = {
        point.id: point.referral.instead_of_pain
        for point in atlas.trigger_points.values()
        if point.referral.instead_of_pain
    }
    assert instead == {
        "abdominal_obliques_posterior_belch": (
            "belching, with at most a vague ache in the upper tummy"
        ),
        "pectoralis_major_arrhythmia": "an irregular heartbeat",
        "trapezius_middle_tp7": "goosebumps over the outer upper arm, now and then on the thigh",
    }
    for name in instead:
        referral = typical_referral(atlas.trigger_points[name], Laterality.RIGHT)
        assert not referral.essential
        assert not referral.spillover


def _site(zone: ReferralZone, body: Body) -> SurfaceArea:
    return body.site(zone.site, RIGHT_MUSCLE[zone.laterality])
