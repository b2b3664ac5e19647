"""What was drawn is read back in everyday words, and a slip of sides can be seen."""

import pytest

from bodymap.analysis.read_back import (
    MOST_NAMED,
    WORTH_NAMING,
    NamedPlace,
    largest_places,
    read_back,
)
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


def test_the_rim_of_a_brush_over_a_neighbour_is_not_named(body: Body) -> None:
    back, rim = body.fill(["scapula_infraspinous.right"]), body.fill(["elbow_front.right"])
    speck = body.cells(rim.cells[:1].tolist())
    assert [p.label for p in read_back(back | speck).places] == [
        p.label for p in read_back(back).places
    ]


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


def test_every_place_that_was_chosen_is_said_or_counted(body: Body) -> None:
    chosen = [region.id for region in body.regions.values() if region.group == "leg"]
    labels = {body.region(region).plain_label for region in chosen}

    said = read_back(body.fill(chosen))

    assert len(said.places) + said.further == len(labels)


def test_what_is_left_of_a_drawing_is_told_without_its_slivers(body: Body) -> None:
    rest = body.fill(["thigh_front.right"])
    sliver = body.cells(body.fill(["ear.left"]).cells[:3].tolist())

    assert [place.label for place in largest_places(rest | sliver).places] == ["Front of the thigh"]


def test_a_place_inside_is_named_though_it_has_no_surface(body: Body) -> None:
    inside = body.site("teeth_upper", Laterality.RIGHT)
    assert read_back(inside).places == (NamedPlace("Upper teeth", Laterality.RIGHT, 1.0),)


def test_many_places_are_cut_and_the_rest_is_counted(body: Body) -> None:
    bases = sorted({region.base for region in body.regions.values() if region.group == "leg"})
    said = read_back(body.fill([f"{base}.left" for base in bases]))
    assert len(said.places) == MOST_NAMED
    assert said.further > 0
    assert sum(place.share for place in said.places) < 1


@pytest.mark.parametrize("base", ["hand_palm", "foot_ball", "pelvic_floor_coccygeus"])
def test_what_only_an_inset_shows_is_named(body: Body, base: str) -> None:
    region = body.region(f"{base}.left")
    assert named(body, region.id) == {region.plain_label: Laterality.LEFT}


def test_a_small_place_on_both_sides_beside_a_large_one_is_said_of_both_sides(body: Body) -> None:
    ears = body.fill(["ear.right", "ear.left"])
    weights = cell_weights(body)

    def weight(area: SurfaceArea) -> float:
        return float(weights[area.cells].sum())

    # Each ear alone is less than is worth naming of the whole, both together are more.
    rest = body.fill(["thigh_front.right"])
    bases = iter(sorted({region.base for region in body.regions.values() if region.group == "leg"}))
    while weight(ears) / 2 >= WORTH_NAMING * weight(rest | ears):
        rest |= body.fill([f"{next(bases)}.right"])
    assert weight(ears) > WORTH_NAMING * weight(rest | ears)

    said = {place.label: place.laterality for place in read_back(rest | ears).places}
    assert said[body.region("ear.right").plain_label] is Laterality.BILATERAL
