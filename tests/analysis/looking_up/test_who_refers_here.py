"""Whose typical referral reaches a place."""

from itertools import groupby

import pytest

from bodymap.analysis.looking_up.who_refers_here import LEAST_OF_PLACE, RefersHere, who_refers_here
from bodymap.atlas import Atlas, Extent, typical_referral
from bodymap.body import Body, Laterality


def told(found: tuple[RefersHere, ...]) -> list[tuple[str, Extent, float]]:
    return [(each.trigger_point.id, each.extent, round(each.share, 6)) for each in found]


def test_the_front_of_the_shoulder_is_where_infraspinatus_is_felt(atlas: Atlas, body: Body) -> None:
    found = who_refers_here(atlas, body.fill(["shoulder_front.right"]))

    essential = [
        (each.trigger_point.id, each.laterality)
        for each in found
        if each.extent is Extent.ESSENTIAL
    ]
    # the one that lies there, then the one that is found most often
    assert essential[:3] == [
        ("deltoid_anterior", Laterality.RIGHT),
        ("infraspinatus_upper", Laterality.RIGHT),
        ("biceps_brachii_lower", Laterality.RIGHT),
    ]
    assert ("pectoralis_major_clavicular", Laterality.RIGHT) in essential


@pytest.mark.parametrize(
    ("region", "first"),
    [
        ("head_temple.left", ["temporalis", "trapezius_upper", "semispinalis_capitis"]),
        ("jaw_angle.left", ["masseter", "trapezius_upper", "medial_pterygoid"]),
        ("calf.left", ["gastrocnemius", "soleus", "gluteus_minimus"]),
        ("lumbar_outer.left", ["quadratus_lumborum", "iliocostalis_thoracis", "gluteus_medius"]),
        ("heel.left", ["soleus", "foot_intrinsic_deep", "foot_intrinsic_superficial"]),
    ],
)
def test_what_lies_at_a_place_and_is_felt_there_comes_before_what_only_refers_there(
    atlas: Atlas, body: Body, region: str, first: list[str]
) -> None:
    found = who_refers_here(atlas, body.fill([region]))

    assert list(dict.fromkeys(each.muscle.id for each in found))[:3] == first


def test_essential_zones_come_before_spillover_and_each_trigger_point_once(
    atlas: Atlas, body: Body
) -> None:
    for region in ("shoulder_front.left", "head_temple.right", "chin"):
        found = who_refers_here(atlas, body.fill([region]))
        extents = [each.extent is Extent.SPILLOVER for each in found]
        assert found
        assert extents == sorted(extents)
        assert len({each.trigger_point.id for each in found}) == len(found)
        for extent in Extent:  # the trigger points of a muscle stand together
            muscles = [each.muscle.id for each in found if each.extent is extent]
            assert len(list(groupby(muscles))) == len(set(muscles))


def test_the_mirrored_place_has_the_same_muscles_of_the_other_side(
    atlas: Atlas, body: Body
) -> None:
    right = who_refers_here(atlas, body.fill(["shoulder_front.right"]))
    left = who_refers_here(atlas, body.fill(["shoulder_front.left"]))

    assert told(right) == told(left)
    assert {each.laterality for each in left} == {Laterality.LEFT}


def test_a_place_on_the_midline_is_reached_from_either_side(atlas: Atlas, body: Body) -> None:
    found = who_refers_here(atlas, body.fill(["chin"]))

    assert {each.laterality for each in found} == {Laterality.BILATERAL}


def test_the_share_is_that_of_the_place_which_the_zone_covers(atlas: Atlas, body: Body) -> None:
    place = body.fill(["upper_arm_outer.right"])

    for each in who_refers_here(atlas, place):
        zones = typical_referral(each.trigger_point, Laterality.RIGHT, body)
        zone = zones.essential if each.extent is Extent.ESSENTIAL else zones.spillover
        assert each.share == pytest.approx((zone & place).cm2 / place.cm2)
        assert each.share >= LEAST_OF_PLACE


def test_a_trigger_point_of_one_side_refers_to_that_side_only(atlas: Atlas, body: Body) -> None:
    lone = [point for point in atlas.trigger_points.values() if point.only_on == "right"]
    for point in lone:
        zone = typical_referral(point, Laterality.RIGHT, body).essential
        if zone and not zone & zone.mirrored():
            ids = [r.trigger_point.id for r in who_refers_here(atlas, zone.mirrored())]
            assert point.id not in ids
    assert lone


def test_nobody_refers_to_no_place(atlas: Atlas, body: Body) -> None:
    assert who_refers_here(atlas, body.cells([])) == ()


def test_a_place_on_a_pelvic_floor_chart_has_those_who_refer_there(
    atlas: Atlas, body: Body
) -> None:
    charts = [r.id for r in body.regions.values() if body.fill([r.id]).cm2 == 0]
    found = [each for region in charts for each in who_refers_here(atlas, body.fill([region]))]

    assert found
    assert all(0 < each.share <= 1 + 1e-9 for each in found)
