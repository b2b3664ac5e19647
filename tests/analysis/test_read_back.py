"""What was drawn is read back in everyday words, and a slip of sides can be seen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.read_back import WORTH_NAMING, NamedPlace, largest_places, read_back
from bodymap.analysis.weights import cell_weights
from bodymap.body import Body, Laterality, SurfaceArea


def named(body: Body, *regions: str) -> dict[str, Laterality]:
    return {place.label: place.laterality for place in read_back(body.fill(regions)).places}


def test_nothing_is_nowhere(body: Body) -> None:
    assert read_back(body.fill(())).places == ()


def test_one_region_is_its_everyday_name_with_its_side(body: Body) -> None:
    assert read_back(body.fill(["shoulder_front.right"])).places == (
        NamedPlace("Front of the shoulder", Laterality.RIGHT, 1.0),
    )


def test_the_mirror_image_is_read_back_on_the_other_side(body: Body) -> None:
    right = body.fill(["shoulder_front.right", "upper_arm_outer.right"])
    there, here = read_back(right).places, read_back(right.mirrored()).places
    assert [place.label for place in here] == [place.label for place in there]
    assert {place.laterality for place in there} == {Laterality.RIGHT}
    assert {place.laterality for place in here} == {Laterality.LEFT}


def test_both_sides_are_said_when_both_are_marked(body: Body) -> None:
    assert named(body, "shoulder_front.right", "shoulder_front.left") == {
        "Front of the shoulder": Laterality.BILATERAL
    }


def test_a_place_on_the_midline_has_no_side(body: Body) -> None:
    assert list(named(body, "lumbar_midline_l1_l3").values()) == [Laterality.MIDLINE]


def test_the_rim_of_a_brush_over_a_neighbour_is_its_edge(body: Body) -> None:
    blade = body.fill(["scapula_infraspinous.right"])
    spine = body.fill(["scapula_medial_border.right"])
    touching = next(
        cell
        for cell in spine.cells.tolist()
        if len(separate_areas(blade | body.cells([cell]))) == 1
    )
    said = read_back(blade | body.cells([touching]))
    assert [place.label for place in said.places] == ["Shoulder blade, below its ridge"]
    assert [place.label for place in said.edges] == [
        body.region("scapula_medial_border.right").plain_label
    ]


def test_a_dot_far_from_a_broad_pain_is_named_with_its_side(body: Body) -> None:
    back = body.fill(
        region.id
        for region in body.regions.values()
        if region.group == "back" and region.laterality is Laterality.LEFT
    )
    knee = body.fill(["knee_front.right"])
    dot = body.cells([int(body.nearest(body.xyz_cm[knee.cells].mean(0), knee) or 0)])
    label = body.region("knee_front.right").plain_label
    assert {place.label: place.laterality for place in read_back(back | dot).places}[label] is (
        Laterality.RIGHT
    )


def test_a_whole_body_is_named_place_by_place(body: Body) -> None:
    said = read_back(body.fill(body.regions))
    assert {place.label for place in said.places} == {
        region.plain_label for region in body.regions.values()
    }
    assert said.edges == ()


def test_a_large_part_of_one_side_and_the_edge_of_the_other_are_told_apart(body: Body) -> None:
    right, left = (body.fill([f"lumbar_paraspinal_l1_l3.{side}"]) for side in ("right", "left"))
    middle = body.fill(["lumbar_midline_l1_l3", "lumbar_midline_l4_l5"])
    rim = next(
        cell
        for cell in left.cells.tolist()
        if len(separate_areas(right | middle | body.cells([cell]))) == 1
    )
    said = read_back(right | middle | body.cells([rim]))
    label = body.region("lumbar_paraspinal_l1_l3.right").plain_label
    assert [p.laterality for p in said.places if p.label == label] == [Laterality.RIGHT]
    assert [p.laterality for p in said.edges if p.label == label] == [Laterality.LEFT]


@given(st.data())
def test_every_marked_cell_lies_in_a_named_place_and_no_other_place_is_named(
    body: Body, data: st.DataObject
) -> None:
    seeds = data.draw(st.lists(st.integers(0, body.cell_count - 1), min_size=1, max_size=4))
    reach = data.draw(st.lists(st.floats(0.1, 12), min_size=len(seeds), max_size=len(seeds)))
    area = body.cells(seeds)
    for seed, cm in zip(seeds, reach, strict=True):
        near = np.linalg.norm(body.xyz_cm - body.xyz_cm[seed], axis=1) <= cm
        area |= body.cells(np.flatnonzero(near).tolist())

    said = read_back(area)

    assert {
        (place.label, side) for place in (*said.places, *said.edges) for side in _sides_of(place)
    } | _bilateral_middles(area) == _places_of(area) | _bilateral_middles(area)


def _sides_of(place: NamedPlace) -> tuple[Laterality, ...]:
    both = place.laterality is Laterality.BILATERAL
    return (Laterality.LEFT, Laterality.RIGHT) if both else (place.laterality,)


def _places_of(area: SurfaceArea) -> set[tuple[str, Laterality]]:
    """Name and side of each marked cell, one by one."""
    body = area.body
    regions = {region.number: region for region in body.regions.values()}
    numbers = body.cell_table.region[area.cells].tolist()
    skin = {
        (regions[number].plain_label, regions[number].laterality)
        for number in numbers
        if number in regions
    }
    inside = {
        (site.plain_label or site.id, side)
        for site in body.sites.values()
        for side, cell in site.inside.items()
        if cell in area
    }
    return skin | inside


def _bilateral_middles(area: SurfaceArea) -> set[tuple[str, Laterality]]:
    """Middles of places whose two sides are marked: said of both sides, not apart."""
    places = _places_of(area)
    return {
        (label, side)
        for label, side in places
        if side is Laterality.MIDLINE
        and {(label, Laterality.LEFT), (label, Laterality.RIGHT)} <= places
    }


SPOTS = [
    ("ear", "head_left", 6),
    ("thumb", "front", 6),
    ("great_toe", "front", 6),
    ("thigh_front", "front", 6),
]


@pytest.mark.parametrize(("base", "view", "radius"), SPOTS)
def test_the_smallest_spot_on_the_other_side_of_a_large_pain_is_said(
    body: Body, base: str, view: str, radius: float
) -> None:
    pain = body.fill(["thigh_front.right", "knee_front.right"])
    cells = body.fill([f"{base}.left"]).cells
    middle = body.middles(view)[f"{base}.left"]
    spot = body.paint(view, [[middle]], radius)
    assert set(spot.cells) & set(cells)

    said = {place.label: place.laterality for place in read_back(pain | spot).places}

    both = base == "thigh_front"
    label = body.region(f"{base}.left").plain_label
    assert said[label] is (Laterality.BILATERAL if both else Laterality.LEFT)


def test_what_is_left_of_a_drawing_is_told_without_its_slivers(body: Body) -> None:
    rest = body.fill(["thigh_front.right"])
    sliver = body.cells(body.fill(["ear.left"]).cells[:3].tolist())

    assert [place.label for place in largest_places(rest | sliver)] == ["Front of the thigh"]


def test_a_place_inside_is_named_though_it_has_no_surface(body: Body) -> None:
    inside = body.site("teeth_upper", Laterality.RIGHT)
    assert read_back(inside).places == (NamedPlace("Upper teeth", Laterality.RIGHT, 1.0),)


@pytest.mark.parametrize("base", ["hand_palm", "foot_ball", "pelvic_floor_coccygeus"])
def test_what_only_an_inset_shows_is_named(body: Body, base: str) -> None:
    region = body.region(f"{base}.left")
    assert named(body, region.id) == {region.plain_label: Laterality.LEFT}


def test_a_small_place_on_both_sides_beside_a_large_one_is_said_of_both_sides(body: Body) -> None:
    ears = body.fill(["ear.right", "ear.left"])
    legs = body.fill(region.id for region in body.regions.values() if region.group == "leg")
    weights = cell_weights(body)
    assert weights[ears.cells].sum() < WORTH_NAMING * weights[legs.cells].sum()

    said = {place.label: place.laterality for place in read_back(legs | ears).places}
    assert said[body.region("ear.right").plain_label] is Laterality.BILATERAL
