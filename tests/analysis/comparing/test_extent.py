"""How large, where, how strong, how symmetrical: numbers with known answers."""

import numpy as np
import pytest

from bodymap.analysis.cell_graph import neighbours, separate_areas
from bodymap.analysis.comparing.extent import extent, strength, symmetry
from bodymap.analysis.weights import cell_weights
from bodymap.body import Body, Laterality, SurfaceArea


def test_pain_everywhere(body: Body) -> None:
    result = extent(body.whole())

    assert result.cm2 == pytest.approx(body.total_cm2)
    assert result.share == pytest.approx(1)
    assert result.left_cm2 == pytest.approx(result.right_cm2, rel=0.02)
    assert result.left_cm2 + result.right_cm2 == pytest.approx(body.total_cm2)
    assert (result.laterality, result.areas) == (Laterality.BILATERAL, 1)
    assert result.symmetry == pytest.approx(1)
    assert [part.share for part in result.by_region.values()] == pytest.approx(
        [1] * len(result.by_region)
    )
    assert (result.on_charts, result.inside) == ({}, ())


def test_pain_nowhere(body: Body) -> None:
    result = extent(body.fill(()))

    assert (result.cm2, result.share, result.left_cm2, result.right_cm2) == (0, 0, 0, 0)
    assert (result.laterality, result.areas, result.symmetry) == (None, 0, None)
    assert (result.by_region, result.on_charts, result.inside) == ({}, {}, ())


def test_pain_on_the_midline(body: Body) -> None:
    result = extent(body.fill(["nose"]))

    assert (result.laterality, result.areas) == (Laterality.MIDLINE, 1)
    assert result.symmetry == pytest.approx(1)
    assert result.left_cm2 == pytest.approx(result.right_cm2, rel=0.05)
    assert result.cm2 == pytest.approx(body.fill(["nose"]).cm2)


def test_pain_on_one_side(body: Body) -> None:
    result = extent(body.fill(["calf.left"]))

    assert (result.right_cm2, result.symmetry, result.areas) == (0, 0, 1)
    assert result.left_cm2 == pytest.approx(result.cm2)
    assert result.laterality is Laterality.LEFT


@pytest.mark.parametrize(
    "regions",
    [["hand_palm.left"], ["finger_index.right"], ["mouth"], ["foot_sole.left"], ["great_toe.left"]],
)
def test_pain_only_in_an_inset_is_one_area_of_its_own_size(body: Body, regions: list[str]) -> None:
    result = extent(body.fill(regions))

    assert result.areas == 1
    assert result.cm2 == pytest.approx(body.fill(regions).cm2)
    assert set(result.by_region) == set(regions)


def test_pain_only_on_the_pelvic_floor_chart_is_told_apart(body: Body) -> None:
    area = body.fill(["pelvic_floor_puborectalis.left"])

    result = extent(area)

    assert (result.cm2, result.share, result.areas) == (0, 0, 1)
    assert result.laterality is Laterality.LEFT
    assert set(result.on_charts) == {"pelvic_floor_female", "pelvic_floor_male"}
    assert result.on_charts["pelvic_floor_male"] == area.share_of_view("pelvic_floor_male")


def test_pain_only_inside_is_told_apart(body: Body) -> None:
    result = extent(body.site("teeth_upper", Laterality.RIGHT))

    assert (result.cm2, result.inside, result.areas) == (0, ("teeth_upper",), 1)
    assert result.laterality is Laterality.RIGHT


def test_half_of_one_side_and_all_of_the_other_is_half_symmetrical(body: Body) -> None:
    both = body.fill(["calf.left", "calf.right"])
    weights = cell_weights(body)
    left = body.fill(["calf.left"])
    half = body.cells(left.mirrored().cells[: len(left) // 2])

    expected = 2 * weights[half.cells].sum() / (2 * weights[left.cells].sum())

    assert symmetry(both) == pytest.approx(1, abs=0.001)
    assert symmetry(left | half) == pytest.approx(expected, rel=0.02)


def test_every_region_is_one_area_and_both_sides_of_a_limb_are_two(body: Body) -> None:
    for region in body.regions:
        assert len(separate_areas(body.fill([region]))) == 1, region
    for base in ("calf", "thigh_inner", "hand_palm", "foot_sole", "upper_arm_inner", "finger_ring"):
        pair = body.fill([f"{base}.left", f"{base}.right"])
        assert len(separate_areas(pair)) == 2, base


def test_neighbouring_regions_are_one_area_and_distant_ones_are_not(body: Body) -> None:
    shoulder = ["shoulder_front.left", "shoulder_side.left", "upper_arm_front.left"]

    assert len(separate_areas(body.fill(shoulder))) == 1
    assert len(separate_areas(body.fill([*shoulder, "wrist_back.left", "nose"]))) == 3


def test_pieces_are_parts_of_the_area_largest_first(body: Body) -> None:
    area = body.fill(["calf.left", "nose"]) | body.site("teeth_lower")

    pieces = separate_areas(area)

    assert [len(piece) for piece in pieces] == sorted((len(p) for p in pieces), reverse=True)
    joined = body.fill(())
    for piece in pieces:
        assert not joined & piece
        joined |= piece
    assert joined == area
    assert len(pieces) == 4


def test_two_strokes_a_hand_apart_are_two_and_touching_ones_are_one(body: Body) -> None:
    one = [(200.0, 300.0), (220.0, 300.0)]
    near, far = [(228.0, 300.0), (245.0, 300.0)], [(200.0, 380.0), (220.0, 380.0)]

    assert len(separate_areas(body.paint("back", [one], radius=9))) == 1
    assert len(separate_areas(body.paint("back", [one, near], radius=9))) == 1
    assert len(separate_areas(body.paint("back", [one, far], radius=9))) == 2


def test_the_number_of_areas_is_the_same_on_every_figure(body: Body) -> None:
    area = body.fill(["calf.left", "chest_upper.right", "finger_little.left"])

    for figure in ("female", "male", "child", "broad"):
        assert len(separate_areas(area.on(body.as_figure(figure)))) == 3


def test_neighbours_are_made_once_for_all_figures(body: Body) -> None:
    assert neighbours(body) is neighbours(body.as_figure("child"))


def layer(body: Body, nrs: int | None, *regions: str) -> tuple[SurfaceArea, int | None]:
    return body.fill(regions), nrs


def test_strength_weighs_intensity_by_size(body: Body) -> None:
    calf, nose = body.fill(["calf.left"]), body.fill(["nose"])

    result = strength([layer(body, 2, "calf.left"), layer(body, 8, "nose")])

    expected = 2 * calf.cm2 + 8 * nose.cm2
    assert result.highest == 8
    assert result.sum == pytest.approx(expected)
    assert result.mean == pytest.approx(expected / (calf.cm2 + nose.cm2))
    assert dict(result.by_intensity) == {8: nose, 2: calf}


def test_where_layers_lie_over_each_other_the_strongest_counts(body: Body) -> None:
    result = strength(
        [
            layer(body, 3, "calf.left"),
            layer(body, 7, "calf.left"),
            layer(body, None, "calf.left", "nose"),
        ]
    )

    assert dict(result.by_intensity) == {
        7: body.fill(["calf.left"]),
        None: body.fill(["nose"]),
    }
    assert (result.highest, result.mean) == (7, pytest.approx(7))


def test_what_is_not_rated_has_no_strength(body: Body) -> None:
    result = strength([layer(body, None, "nose")])

    assert (result.highest, result.mean, result.sum) == (None, None, 0)
    assert strength([]).by_intensity == {}


def test_a_pain_of_nought_is_not_the_same_as_none_stated(body: Body) -> None:
    result = strength([layer(body, 0, "nose")])

    assert (result.highest, result.mean, result.sum) == (0, 0, 0)


def test_pain_inside_counts_as_much_as_a_median_region(body: Body) -> None:
    inside = body.site("teeth_upper", Laterality.LEFT)
    calf = body.fill(["calf.left"])
    median = float(cell_weights(body)[inside.cells][0])

    result = strength([(inside, 10), (calf, 1)])

    assert result.mean == pytest.approx((10 * median + calf.cm2) / (median + calf.cm2))


def test_linings_without_surface_are_no_area_of_their_own(body: Body) -> None:
    linings = np.flatnonzero(body.area_cm2[: body.cell_table.mesh_count] == 0)

    assert len(separate_areas(body.fill(["mouth", "calf.left"]))) == 2
    assert len(separate_areas(body.cells(linings[:3]))) == 1
