"""Which muscles are offered for a place, and in which order."""

from dataclasses import replace

import numpy as np
import pytest

from bodymap.analysis import OfferedMuscle, offered_muscles
from bodymap.analysis.offered_muscles import NEAR_CM
from bodymap.analysis.whereabouts import TOUCHING
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.errors import UnknownCell


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


def test_the_nearest_typical_trigger_point_comes_first(atlas: Atlas, body: Body) -> None:
    here = middle_of(body, "scapula")
    there = body.nearest(body.xyz_cm[here] + (0, 4, 0))
    assert there is not None
    placed = with_places(atlas, body, {"infraspinatus_medial": here, "supraspinatus_belly": there})
    offers = offered_muscles(placed, body, here)
    gap = float(np.linalg.norm(body.xyz_cm[here] - body.xyz_cm[there]))
    assert 0 < gap < NEAR_CM
    assert told(offers)[:2] == [
        ("infraspinatus", "infraspinatus_medial"),
        ("supraspinatus", "supraspinatus_belly"),
    ]
    assert [offer.distance_cm for offer in offers[:2]] == [0.0, pytest.approx(gap)]
    assert {offer.laterality for offer in offers} == {Laterality.RIGHT}


def test_the_left_is_offered_what_the_right_is(atlas: Atlas, body: Body) -> None:
    for site in ("scapula", "thigh_outer", "cheek", "forearm_back", "buttock_mid"):
        right, left = (middle_of(body, site, side) for side in (Laterality.RIGHT, Laterality.LEFT))
        left = int(body.cell_table.mirror[right])
        on_right, on_left = (offered_muscles(atlas, body, cell) for cell in (right, left))
        assert told(on_left) == told(on_right)
        assert {offer.laterality for offer in on_left} == {Laterality.LEFT}


def test_all_muscles_of_that_part_of_the_body_are_offered_in_the_end(
    atlas: Atlas, body: Body
) -> None:
    offers = offered_muscles(atlas, body, middle_of(body, "buttock_mid"))
    lying_here = {offer.muscle.id for offer in offers if offer.lies_here}
    assert lying_here == {id_ for id_, m in atlas.muscles.items() if "buttocks" in m.regions}


def test_no_muscle_is_offered_twice_and_every_place_is_offered_some(
    atlas: Atlas, body: Body
) -> None:
    for cell in range(0, body.cell_count, 211):
        ids = [offer.muscle.id for offer in offered_muscles(atlas, body, cell)]
        assert ids, cell
        assert len(ids) == len(set(ids)), cell


def test_near_ones_come_before_far_ones_and_each_in_order(atlas: Atlas, body: Body) -> None:
    here = middle_of(body, "lumbar_paraspinal")
    away = [offer.distance_cm for offer in offered_muscles(atlas, body, here)]
    measured = [distance for distance in away if distance is not None]
    assert measured == sorted(measured)
    assert away[len(measured) :] == [None] * (len(away) - len(measured))


def test_a_thigh_is_not_near_a_hand_that_hangs_beside_it(atlas: Atlas, body: Body) -> None:
    hand, thigh = (
        body.site("hand_palm", Laterality.RIGHT),
        body.site("thigh_outer", Laterality.RIGHT),
    )
    on_thigh = middle_of(body, "thigh_outer")
    on_hand = body.nearest(body.xyz_cm[on_thigh], among=hand)
    assert on_hand is not None
    on_thigh = body.nearest(body.xyz_cm[on_hand], among=thigh)
    assert on_thigh is not None
    placed = with_places(atlas, body, {"vastus_lateralis_middle": on_thigh})
    assert "vastus_lateralis" not in {o.muscle.id for o in offered_muscles(placed, body, on_hand)}


def test_on_the_midline_both_sides_come_into_question(atlas: Atlas, body: Body) -> None:
    beside = middle_of(body, "lumbar_paraspinal")
    midline = middle_of(body, "lumbar_midline")
    assert body.laterality_of(midline) is Laterality.MIDLINE
    placed = with_places(atlas, body, {"lumbar_multifidi_l2_l3": beside})
    first = offered_muscles(placed, body, midline)[0]
    right = float(np.linalg.norm(body.xyz_cm[midline] - body.xyz_cm[beside]))
    mirrored = int(body.cell_table.mirror[beside])
    left = float(np.linalg.norm(body.xyz_cm[midline] - body.xyz_cm[mirrored]))
    assert (first.muscle.id, first.laterality) == ("lumbar_multifidi", Laterality.MIDLINE)
    assert first.distance_cm == pytest.approx(min(left, right))


def test_a_trigger_point_of_the_right_side_is_not_near_on_the_left(
    atlas: Atlas, body: Body
) -> None:
    here = middle_of(body, "abdomen_lower")
    placed = with_places(atlas, body, {"rectus_abdominis_right_lateral": here})
    left = int(body.cell_table.mirror[here])
    distances = {
        side: next(
            offer.distance_cm
            for offer in offered_muscles(placed, body, cell)
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
    offers = offered_muscles(placed, body, teeth)
    assert told(offers)[0] == ("masseter", "masseter_deep")
    assert {offer.distance_cm for offer in offers} == {None}
    assert "temporalis" in {offer.muscle.id for offer in offers}


def test_every_typical_trigger_point_is_the_nearest_at_its_own_place(
    atlas: Atlas, body: Body
) -> None:
    for point in atlas.trigger_points:
        cell = atlas.place_cell(point)
        offers = offered_muscles(atlas, body, cell)
        own = next(o for o in offers if o.muscle is atlas.muscle_of(point))
        on_skin = cell < body.cell_table.mesh_count
        assert own.trigger_point.id == point
        assert own.distance_cm == (0.0 if on_skin else None), point
        # Two sites may share a cell, one muscle above the other; then either may come first.
        assert own in [o for o in offers if o.distance_cm == own.distance_cm][:2], point


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
        offers = offered_muscles(atlas, body, cell)
        assert offers[0].muscle is atlas.muscle_of(point), point
        assert {offer.distance_cm for offer in offers} == {None}
        assert {id_ for id_, m in atlas.muscles.items() if "pelvis" in m.regions} <= {
            offer.muscle.id for offer in offers
        }


def test_an_unknown_cell_is_refused(atlas: Atlas, body: Body) -> None:
    with pytest.raises(UnknownCell):
        offered_muscles(atlas, body, body.cell_count)


def test_groups_that_touch_are_the_outermost_ones(atlas: Atlas) -> None:
    outermost = {id_ for id_, group in atlas.groups.items() if group.parent is None}
    assert set().union(*TOUCHING) == outermost
