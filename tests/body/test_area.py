import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Body, Laterality, RegionShare, SurfaceArea, packing
from bodymap.errors import AreaUnreadable, OtherBody
from tests.body.synthetic import SCHEMATIC

numbers = st.lists(st.integers(0, 1800), max_size=40)


def test_size_is_the_sum_of_the_cells(box: Body) -> None:
    area = box.fill(["chest.left", "hand_palm.right"])

    assert area.cm2 == pytest.approx(area.body.area_cm2[area.cells].sum())
    assert area.share == pytest.approx(area.cm2 / box.total_cm2)


def test_by_region_says_how_much_of_each_region_is_taken(box: Body) -> None:
    area = box.fill(["nose"]) | box.cells(box.fill(["flank.left"]).cells[:30])

    assert area.by_region() == {
        "flank.left": RegionShare(30.0, 0.1),
        "nose": RegionShare(8.0, 1.0),
    }


def test_shares_of_all_regions_of_the_whole_body_are_one(box: Body) -> None:
    shares = box.whole().by_region()

    assert {share.share for share in shares.values()} == {1.0}
    assert sum(share.cm2 for share in shares.values()) == pytest.approx(box.total_cm2)


def test_an_empty_area_has_no_size_no_side_and_no_regions(box: Body) -> None:
    empty = box.cells([])

    assert (len(empty), bool(empty), empty.cm2, empty.share) == (0, False, 0.0, 0.0)
    assert (empty.laterality, empty.by_region(), empty.inside_sites) == (None, {}, ())
    assert empty.mirrored() == empty


@pytest.mark.parametrize(
    ("regions", "side"),
    [
        (["chest.left"], "LEFT"),
        (["chest.right"], "RIGHT"),
        (["chest.left", "chest.right"], "BILATERAL"),
        (["nose"], "MIDLINE"),
        (["chest.left", "nose"], "LEFT"),
        (["levator.left"], "LEFT"),
        (["levator.left", "levator.right"], "BILATERAL"),
    ],
)
def test_side_of_an_area(box: Body, regions: list[str], side: str) -> None:
    assert box.fill(regions).laterality == side


def test_linings_do_not_decide_about_the_side(box: Body) -> None:
    linings = np.flatnonzero(box.area_cm2[: box.cell_table.mesh_count] == 0)
    left = box.fill(["hand_palm.left"])

    assert (left | box.cells(linings)).laterality is Laterality.LEFT


def test_a_chart_of_the_pelvic_floor_is_reported_apart_from_the_surface(box: Body) -> None:
    chart = box.fill(["levator.left", "levator.right"])
    skin = box.fill(["belly.left"])

    assert (chart.cm2, chart.share, chart.schematic_cells) == (0.0, 0.0, SCHEMATIC)
    assert (chart | skin).cm2 == skin.cm2
    assert skin.schematic_cells == 0
    assert chart.by_region() == {
        "levator.right": RegionShare(0.0, 1.0),
        "levator.left": RegionShare(0.0, 1.0),
    }
    assert chart.share_of_view("pelvic_floor_female") == 1.0
    assert skin.share_of_view("pelvic_floor_female") == 0.0


def test_a_place_inside_is_an_area_without_size(box: Body) -> None:
    tongue = box.site("tongue")

    assert (len(tongue), tongue.cm2, tongue.share, tongue.schematic_cells) == (1, 0.0, 0.0, 0)
    assert tongue.inside_sites == ("tongue",)
    assert tongue.by_region() == {}
    assert tongue.laterality is Laterality.MIDLINE


def test_a_paired_place_inside_has_a_cell_on_each_side(box: Body) -> None:
    both, right, left = (
        box.site("teeth", side)
        for side in (Laterality.BILATERAL, Laterality.RIGHT, Laterality.LEFT)
    )

    assert (len(both), len(right), len(left)) == (2, 1, 1)
    assert right | left == both
    assert right.mirrored() == left
    assert [area.laterality for area in (both, right, left)] == ["BILATERAL", "RIGHT", "LEFT"]
    assert [area.inside_sites for area in (both, right, left)] == [("teeth",)] * 3


@given(cells=numbers)
def test_mirroring_is_its_own_inverse_and_keeps_the_size(box: Body, cells: list[int]) -> None:
    area = box.cells(cells)
    mirrored = area.mirrored()

    assert mirrored.mirrored() == area
    assert mirrored.cm2 == pytest.approx(area.cm2)
    side = area.laterality
    assert mirrored.laterality == (None if side is None else side.mirrored())


def test_mirroring_swaps_the_regions(box: Body) -> None:
    assert box.fill(["chest.left", "nose"]).mirrored() == box.fill(["chest.right", "nose"])


@given(one=numbers, other=numbers)
def test_areas_combine_as_sets_do(box: Body, one: list[int], other: list[int]) -> None:
    a, b = box.cells(one), box.cells(other)

    results = {
        "|": set((a | b).cells.tolist()),
        "&": set((a & b).cells.tolist()),
        "-": set((a - b).cells.tolist()),
        "^": set((a ^ b).cells.tolist()),
        "~": set((~a).cells.tolist()),
    }

    x, y = set(one), set(other)
    rest = set(range(box.cell_count)) - x
    assert results == {"|": x | y, "&": x & y, "-": x - y, "^": x ^ y, "~": rest}
    assert (a == b) == (x == y)
    assert (hash(a) == hash(b)) == (x == y)


@given(cells=numbers)
def test_an_area_is_stored_and_read_back(box: Body, cells: list[int]) -> None:
    area = box.cells(cells)

    assert SurfaceArea.from_bytes(area.to_bytes(), box) == area


def test_the_whole_body_is_stored_and_read_back_and_is_small(box: Body) -> None:
    stored = box.whole().to_bytes()

    assert SurfaceArea.from_bytes(stored, box) == box.whole()
    assert len(stored) < 100


def test_an_area_that_was_cut_short_or_lengthened_is_refused(box: Body) -> None:
    stored = box.fill(["chest.left"]).to_bytes()

    for length in range(len(stored)):
        with pytest.raises((AreaUnreadable, OtherBody)):
            SurfaceArea.from_bytes(stored[:length], box)
    with pytest.raises(AreaUnreadable):
        SurfaceArea.from_bytes(stored + b"x", box)


@given(noise=st.binary(max_size=60))
def test_noise_is_refused_as_an_area(box: Body, noise: bytes) -> None:
    with pytest.raises((AreaUnreadable, OtherBody)):
        SurfaceArea.from_bytes(b"A\x011" + noise, box)


def test_an_area_with_cells_beyond_this_body_is_refused(box: Body) -> None:
    with pytest.raises(AreaUnreadable, match="does not have"):
        SurfaceArea.from_bytes(packing.pack(np.array([box.cell_count], np.uint16), "1"), box)


def test_an_area_of_another_body_version_is_refused(box: Body) -> None:
    with pytest.raises(OtherBody) as caught:
        SurfaceArea.from_bytes(packing.pack(np.array([1], np.uint16), "2"), box)

    assert (caught.value.left, caught.value.right) == ("2", "1")


def test_a_mark_on_one_figure_compares_with_one_on_another(box: Body) -> None:
    child = box.as_figure("child")
    here, there = box.fill(["chest.left"]), child.fill(["chest.left"])

    assert here == there
    assert hash(here) == hash(there)
    assert (here & there).body is box
    assert there.cm2 == pytest.approx(0.49 * here.cm2, rel=1e-6)
    assert here.on(child).cm2 == there.cm2
    assert here.share == pytest.approx(there.share)


def test_an_area_is_not_equal_to_anything_else(box: Body) -> None:
    assert box.cells([1]) != {1}


def test_an_area_cannot_be_changed(box: Body) -> None:
    area = box.cells([1, 2])

    with pytest.raises(AttributeError):
        area.body = None
    with pytest.raises(ValueError, match="read-only"):
        area.cells[0] = 7


def test_an_area_shows_itself_in_a_notebook(box: Body) -> None:
    area = box.fill(["chest.left"])

    assert repr(area) == (
        "<SurfaceArea of 148 cells, 146.5 cm2, 8.10 % of the surface, LEFT, neutral>"
    )
    assert area._repr_svg_().count('class="pain"') == 1
    assert "<title>8.1 % of the body surface, left</title>" in area._repr_svg_()
