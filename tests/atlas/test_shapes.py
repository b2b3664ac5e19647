"""How the shapes of the shipped patterns came about, and that each lies where its sites are."""

from bodymap.atlas import Atlas, ReferralZone, typical_referral
from bodymap.atlas.pattern_areas import RIGHT_MUSCLE
from bodymap.body import Body, Laterality, SurfaceArea


def test_every_pattern_that_names_a_place_is_drawn(atlas: Atlas) -> None:
    undrawn = [
        point.id
        for point in atlas.trigger_points.values()
        if point.referral.zones and point.referral.drawn is None
    ]
    assert undrawn == []


def test_every_zone_on_the_skin_has_its_word(atlas: Atlas, body: Body) -> None:
    wordless = [
        (point.id, zone.site)
        for point in atlas.trigger_points.values()
        for zone in point.referral.zones
        if zone.shape is None and not zone.inside and body.site(zone.site).cm2
        if not body.sites[zone.site].inside
    ]
    assert wordless == []


def test_a_pattern_touches_each_of_its_sites(atlas: Atlas, body: Body) -> None:
    missed = [
        (point.id, zone.site)
        for muscle in atlas.muscles.values()
        for point in muscle.trigger_points
        for zone in point.referral.zones
        if not point.referral.instead_of_pain
        if not _site(zone, body) & (point.referral.essential | point.referral.spillover)
    ]
    assert missed == []


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
            "belching, with at most a vague ache in the upper belly"
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
