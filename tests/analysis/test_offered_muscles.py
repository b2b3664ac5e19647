"""Which muscles are offered for a place, and in which order."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pytest
import yaml

from bodymap.analysis import OfferedMuscle, offered_muscles
from bodymap.analysis.offered_muscles import AROUND, FELT_AT, NO_WAY_CM, _around
from bodymap.analysis.offered_muscles import middle_of as middle_of_region
from bodymap.analysis.whereabouts import TOUCHING
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.errors import UnknownCell
from tests import shipped

TABLE: Final = Path(__file__).with_name("lies_here.yaml")
"""Which muscles are expected where."""


def middle_of(body: Body, site: str, laterality: Laterality = Laterality.RIGHT) -> int:
    """The cell of a site nearest to the mean of its cells."""
    area = body.site(site, laterality)
    cell = body.nearest(body.xyz_cm[area.cells].mean(axis=0), among=area)
    assert cell is not None
    return cell


def with_places(atlas: Atlas, body: Body, places: dict[str, int]) -> Atlas:
    """The same atlas with trigger points at these cells; all others at the great toe."""
    assert set(places) <= set(atlas.trigger_points)
    toe = body.landmarks["great_toe_tip"].cells["right"]
    cells = [places.get(point, toe) for point in atlas.trigger_points]
    return replace(atlas, place_cells=np.array(cells, np.uint16))


def told(offers: tuple[OfferedMuscle, ...]) -> list[tuple[str, str]]:
    return [(offer.muscle.id, offer.trigger_point.id) for offer in offers]


def offered(atlas: Atlas, body: Body, cell: int) -> tuple[OfferedMuscle, ...]:
    return offered_muscles(atlas, body, cell, layer=shipped.layer())


def without_points(atlas: Atlas, body: Body) -> Atlas:
    """The same atlas with every trigger point at the great toe, so that only the layer counts."""
    return with_places(atlas, body, {})


def test_a_typical_trigger_point_nearby_brings_a_muscle_forward(atlas: Atlas, body: Body) -> None:
    here = middle_of(body, "thigh_back")
    for muscle in ("hamstrings_medial", "biceps_femoris"):
        point = atlas.muscles[muscle].trigger_points[0].id
        placed = with_places(atlas, body, {point: here})
        order = [
            [offer.muscle.id for offer in offered(each, body, here)].index(muscle)
            for each in (placed, without_points(atlas, body))
        ]
        assert order == sorted(order), muscle
        own = next(o for o in offered(placed, body, here) if o.muscle.id == muscle)
        assert own.distance_cm == 0.0


def test_what_lies_at_the_surface_comes_before_what_lies_deep(atlas: Atlas, body: Body) -> None:
    offers = offered(without_points(atlas, body), body, middle_of(body, "scapula"))
    order = [offer.muscle.id for offer in offers if offer.lies_here]
    assert order.index("infraspinatus") < order.index("subscapularis")


def test_a_way_goes_around_the_body_where_the_straight_line_is_short_enough(
    body: Body,
) -> None:
    sole, top = middle_of(body, "foot_sole"), middle_of(body, "foot_top")
    straight = float(np.linalg.norm(body.xyz_cm[sole] - body.xyz_cm[top]))
    assert straight > NO_WAY_CM
    assert _around(body, sole, top, straight / (AROUND * 0.99)) is True
    assert _around(body, sole, top, straight / (AROUND * 1.01)) is False


def test_each_region_and_chart_place_is_offered_what_lies_there(
    atlas: Atlas, body: Body, capsys: pytest.CaptureFixture[str]
) -> None:
    held = compared = 0
    wrong = []
    for place, cell, wanted in places_of_the_table(body):
        offers = offered(atlas, body, cell)
        near = [offer.muscle.id for offer in offers if offer.near]
        ids = near or [offer.muscle.id for offer in offers]
        fits = (
            set(wanted["first"]) <= set(ids[:3])
            and set(wanted.get("five", ())) <= set(ids[:5])
            and not set(wanted.get("never", ())) & set(ids[:5])
        )
        compared += 1
        held += fits
        if not fits:
            wrong.append((place, wanted, ids[:5]))
    with capsys.disabled():
        sys.stdout.write(f"\nlies here: {held} of {compared} places\n")
    assert not wrong


def places_of_the_table(body: Body) -> Iterator[tuple[str, int, dict[str, list[str]]]]:
    table = yaml.safe_load(TABLE.read_text("utf-8"))
    for base, wanted in (table["skin"] | table["charts"]).items():
        for region in body.regions.values():
            if region.base == base:
                yield region.id, middle_of_region(body, region.id), wanted
    for site, wanted in table["inside"].items():
        for cell in body.sites[site].inside.values():
            yield site, cell, wanted


def test_the_table_knows_every_region_every_place_inside_and_only_muscles_that_there_are(
    atlas: Atlas, body: Body
) -> None:
    table = yaml.safe_load(TABLE.read_text("utf-8"))
    on_skin, on_charts, inside = (set(table[part]) for part in ("skin", "charts", "inside"))
    assert on_skin | on_charts == {region.base for region in body.regions.values()}
    assert inside == {site.id for site in body.sites.values() if site.inside}
    named = {
        muscle
        for part in table.values()
        for wanted in part.values()
        for muscles in wanted.values()
        for muscle in muscles
    }
    assert named <= set(atlas.muscles)
    felt = {muscle for muscles in FELT_AT.values() for muscle in muscles}
    assert felt <= set(atlas.muscles)
    assert set(FELT_AT) <= on_skin | on_charts | inside


@pytest.mark.parametrize(
    ("region", "first"),
    [
        ("pelvic_floor_coccygeus.right", "coccygeus"),
        ("pelvic_floor_iliococcygeus.right", "levator_ani_iliococcygeus"),
        ("pelvic_floor_puborectalis.right", "levator_ani_pubococcygeus"),
        ("pelvic_floor_obturator_internus.left", "obturator_internus"),
        ("anus_rectum_sphincter", "external_anal_sphincter"),
    ],
)
def test_a_place_on_the_chart_is_offered_its_own_muscle_first(
    atlas: Atlas, body: Body, region: str, first: str
) -> None:
    assert offered(atlas, body, middle_of_region(body, region))[0].muscle.id == first


def test_a_man_is_measured_on_the_chart_of_a_man(atlas: Atlas, body: Body) -> None:
    penis = middle_of_region(body, "genitals_penis")
    near = {
        figure: [
            offer.muscle.id for offer in offered(atlas, body.as_figure(figure), penis) if offer.near
        ]
        for figure in ("male", "female")
    }
    assert near["female"] == ["bulbospongiosus", "ischiocavernosus"]
    assert near["male"][:2] == ["bulbospongiosus", "ischiocavernosus"]
    assert "superficial_transverse_perineal" in near["male"]


def test_the_left_is_offered_what_the_right_is(atlas: Atlas, body: Body) -> None:
    for site in ("scapula", "thigh_outer", "cheek", "forearm_back", "buttock_mid"):
        right, left = (middle_of(body, site, side) for side in (Laterality.RIGHT, Laterality.LEFT))
        left = int(body.cell_table.mirror[right])
        on_right, on_left = (offered(atlas, body, cell) for cell in (right, left))
        assert told(on_left) == told(on_right)
        assert {offer.laterality for offer in on_left} == {Laterality.LEFT}


def test_all_muscles_of_that_part_of_the_body_are_offered_in_the_end(
    atlas: Atlas, body: Body
) -> None:
    offers = offered(atlas, body, middle_of(body, "buttock_mid"))
    told_here = {offer.muscle.id for offer in offers}
    assert told_here >= {id_ for id_, m in atlas.muscles.items() if "buttocks" in m.regions}


def test_no_muscle_is_offered_twice_and_every_place_is_offered_some(
    atlas: Atlas, body: Body
) -> None:
    for cell in range(0, body.cell_count, 211):
        ids = [offer.muscle.id for offer in offered(atlas, body, cell)]
        assert ids, cell
        assert len(ids) == len(set(ids)), cell


def test_near_ones_come_before_far_ones(atlas: Atlas, body: Body) -> None:
    for site in ("lumbar_paraspinal", "hand_palm", "calf", "cheek"):
        near = [offer.near for offer in offered(atlas, body, middle_of(body, site))]
        assert near == sorted(near, reverse=True), site


def test_a_thigh_is_not_near_a_hand_that_hangs_beside_it(atlas: Atlas, body: Body) -> None:
    hand, thigh = (
        body.site("hand_palm", Laterality.RIGHT),
        body.site("thigh_outer", Laterality.RIGHT),
    )
    on_thigh = middle_of(body, "thigh_outer")
    on_hand = body.nearest(body.xyz_cm[on_thigh], among=hand)
    assert on_hand is not None
    beside = body.nearest(body.xyz_cm[on_hand], among=thigh)
    assert beside is not None
    placed = with_places(atlas, body, {"vastus_lateralis_middle": beside})
    assert "vastus_lateralis" not in {o.muscle.id for o in offered(placed, body, on_hand)}


def test_on_the_midline_both_sides_come_into_question(atlas: Atlas, body: Body) -> None:
    beside = middle_of(body, "lumbar_paraspinal")
    midline = middle_of(body, "lumbar_midline")
    assert body.laterality_of(midline) is Laterality.MIDLINE
    placed = with_places(atlas, body, {"lumbar_multifidi_l2_l3": beside})
    first = offered(placed, body, midline)[0]
    right = body.walk_cm(midline, beside)
    on_left = body.walk_cm(midline, int(body.cell_table.mirror[beside]))
    assert right is not None
    assert on_left is not None
    assert (first.muscle.id, first.laterality) == ("lumbar_multifidi", Laterality.MIDLINE)
    assert first.distance_cm == pytest.approx(min(on_left, right))


def test_a_trigger_point_of_the_right_side_is_not_near_on_the_left(
    atlas: Atlas, body: Body
) -> None:
    here = middle_of(body, "abdomen_lower")
    placed = with_places(atlas, body, {"rectus_abdominis_right_lateral": here})
    left = int(body.cell_table.mirror[here])
    distances = {
        side: next(
            offer.distance_cm
            for offer in offered(placed, body, cell)
            if offer.muscle.id == "rectus_abdominis"
        )
        for side, cell in (("right", here), ("left", left))
    }
    assert distances == {"right": 0.0, "left": None}


def test_a_place_inside_is_offered_the_muscles_around_it_without_a_distance(
    atlas: Atlas, body: Body
) -> None:
    teeth = body.sites["teeth_upper"].inside[Laterality.LEFT]
    placed = with_places(atlas, body, {"masseter_deep": middle_of(body, "cheek")})
    offers = offered(placed, body, teeth)
    assert ("masseter", "masseter_deep") in told(offers)[:3]
    assert {offer.distance_cm for offer in offers} == {None}
    assert "temporalis" in {offer.muscle.id for offer in offers}


def test_every_typical_trigger_point_is_the_nearest_at_its_own_place(
    atlas: Atlas, body: Body
) -> None:
    for point in atlas.trigger_points:
        cell = atlas.place_cell(point)
        offers = offered(atlas, body, cell)
        own = next(o for o in offers if o.muscle is atlas.muscle_of(point))
        on_skin = cell < body.cell_table.mesh_count
        assert own.trigger_point.id == point
        assert own.distance_cm == (0.0 if on_skin else None), point
        # muscles lie above one another: at its own place it is among those first offered
        assert own in offers[:6], point


def test_on_the_pelvic_floor_chart_the_nearest_comes_first_without_a_distance(
    atlas: Atlas, body: Body
) -> None:
    charted = {
        point: atlas.place_cell(point)
        for point in atlas.trigger_points
        if atlas.place_cell(point) >= body.cell_table.mesh_count
    }
    assert len(charted) == 8
    for point, cell in charted.items():
        offers = offered(atlas, body, cell)
        assert offers[0].muscle is atlas.muscle_of(point), point
        assert {offer.distance_cm for offer in offers} == {None}
        assert {id_ for id_, m in atlas.muscles.items() if "pelvis" in m.regions} <= {
            offer.muscle.id for offer in offers
        }


def test_an_unknown_cell_is_refused(atlas: Atlas, body: Body) -> None:
    with pytest.raises(UnknownCell):
        offered(atlas, body, body.cell_count)


def test_groups_that_touch_are_the_outermost_ones(atlas: Atlas) -> None:
    outermost = {id_ for id_, group in atlas.groups.items() if group.parent is None}
    assert set().union(*TOUCHING) == outermost
