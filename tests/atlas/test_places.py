"""Where the trigger points are drawn: on the skin over their muscle, where they can be seen."""

import numpy as np
import pytest

from bodymap.atlas.muscles import TriggerPoint
from bodymap.atlas.place import Place
from bodymap.atlas.placing import resolve
from bodymap.body import Laterality
from bodymap.body.part_size import part_radius_cm
from bodymap.body.placing import left_cm
from bodymap.errors import UnknownLandmark
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
POINTS = [(m, p) for m in ATLAS.muscles.values() for p in m.trigger_points]

BEYOND_THE_MUSCLES_GROUPS = {
    "abdominal_obliques_upper_external": "on the chest wall, where the muscle arises from the ribs",
    "abdominal_obliques_posterior_belch": "at the tip of the twelfth rib, where it ends behind",
}
"""Sites whose words put them on the edge of their muscle, outside the groups it is listed under."""


def _cell(point: TriggerPoint) -> int:
    assert point.place is not None
    return resolve(BODY, point.place)


def test_every_trigger_point_has_a_place() -> None:
    assert len(POINTS) >= 193
    assert [point.id for _, point in POINTS if point.place is None] == []


def test_each_lies_in_a_region_of_its_muscle() -> None:
    for muscle, point in POINTS:
        region = BODY.regions[str(BODY.region_of(_cell(point)))]
        inside = point.place is not None and point.place.inside
        named = {region.group, region.base}
        listed = not named.isdisjoint(muscle.regions)

        assert listed or inside or point.id in BEYOND_THE_MUSCLES_GROUPS, point.id


def test_the_exceptions_are_needed() -> None:
    outside = {
        point.id
        for muscle, point in POINTS
        if point.place is not None
        and not point.place.inside
        and {
            (region := BODY.regions[str(BODY.region_of(_cell(point)))]).group,
            region.base,
        }.isdisjoint(muscle.regions)
    }
    assert outside == set(BEYOND_THE_MUSCLES_GROUPS)


def test_each_owns_a_pixel_in_at_least_one_view() -> None:
    unseen = [
        point.id
        for _, point in POINTS
        if not any(view.pixels[_cell(point)] > 0 for view in BODY.views.values())
    ]
    assert unseen == []


def test_left_mirrors_right() -> None:
    for _, point in POINTS:
        right = _cell(point)
        left = int(BODY.cell_table.mirror[right])
        right_region, left_region = (BODY.regions[str(BODY.region_of(c))] for c in (right, left))

        assert BODY.cell_table.mirror[left] == right, point.id
        assert left_region.base == right_region.base, point.id
        assert left_region.laterality is right_region.laterality.mirrored(), point.id
        if right < BODY.cell_table.mesh_count:
            assert BODY.xyz_cm[right, 0] < 0 < BODY.xyz_cm[left, 0], point.id


def test_inside_is_said_of_those_whose_words_say_so() -> None:
    said = {point.id for _, point in POINTS if point.surface_place.startswith("inside")}

    assert {point.id for _, point in POINTS if point.place and point.place.inside} == said


def test_pelvic_floor_sites_are_on_the_charts() -> None:
    said = {point.id for _, point in POINTS if "pelvic floor diagram" in point.surface_place}
    on_chart = {point.id for _, point in POINTS if _cell(point) >= BODY.cell_table.mesh_count}

    assert on_chart == said


DISTANCES = {
    # site: (landmark, least cm, most cm) as its words say, along the skin's picture
    "infraspinatus_upper": ("scapular_spine_middle", 2.0, 3.5),
    "pectoralis_major_clavicular": ("clavicle_middle", 1.5, 3.0),
    "gluteus_maximus_tp2": ("sit_bone", 1.5, 3.0),
    "soleus_tp1": ("heel_back", 13.0, 15.5),
    "vastus_medialis_lower": ("patella_inner_corner", 4.0, 6.0),
    "occipitofrontalis_frontalis": ("eyebrow_middle", 1.5, 2.7),
    "triceps_brachii_medial_deep": ("olecranon", 3.0, 5.0),
    "rectus_abdominis_periumbilical": ("umbilicus", 2.3, 3.7),
}


@pytest.mark.parametrize("site", DISTANCES)
def test_it_is_as_far_from_its_landmark_as_its_words_say(site: str) -> None:
    landmark, least, most = DISTANCES[site]
    cell = _cell(ATLAS.trigger_points[site])
    away = np.linalg.norm(BODY.xyz_cm[cell] * [-1, 1, 1] - left_cm(BODY, landmark))

    assert least <= float(away) <= most


def test_the_compiled_places_are_those_of_the_data() -> None:
    assert [ATLAS.place_cell(point.id) for _, point in POINTS] == [_cell(p) for _, p in POINTS]


def test_halfway_is_meant_where_nothing_else_is_said() -> None:
    bare = Place.model_validate({"from": "c7", "to": "acromion"})
    said = Place.model_validate({"from": "c7", "to": "acromion", "fraction": 0.5})

    assert resolve(BODY, bare) == resolve(BODY, said)


def test_an_unknown_landmark_is_refused() -> None:
    with pytest.raises(UnknownLandmark):
        resolve(BODY, Place.model_validate({"from": "acromium"}))


def test_the_local_zone_is_the_skin_round_the_mark_as_wide_as_its_part() -> None:
    for point in list(ATLAS.trigger_points.values())[::9]:
        cell = ATLAS.place_cell(point.id)
        local = point.referral.local()
        if point.referral.instead_of_pain:
            assert not local
        elif cell >= BODY.cell_table.mesh_count:
            assert local == BODY.fill([BODY.region_of(cell) or ""])
        else:
            wide = min(6.0, max(2.0, 0.8 * part_radius_cm(BODY, cell)))
            away = BODY.reach_cm(cell, at_most_cm=8.0)
            assert away[local.cells].max() <= wide
            assert set(np.flatnonzero(away <= wide)) == {int(each) for each in local.cells}
            assert point.referral.local(Laterality.LEFT) == local.mirrored()
            assert point.referral.local(Laterality.BILATERAL) == local | local.mirrored()
