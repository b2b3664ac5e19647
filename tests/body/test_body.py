from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Body, Hit, Laterality
from bodymap.errors import (
    BadPoint,
    UnknownCell,
    UnknownFigure,
    UnknownRegion,
    UnknownSite,
    UnknownView,
)
from tests.body.synthetic import MARGIN, PX


def place(body: Body, view: str, x: float, y: float) -> tuple[float, ...]:
    cell = body.hit(view, x, y).cell
    return tuple(body.xyz_cm[cell].round(1).tolist())


def test_a_hit_names_cell_region_and_side(box: Body) -> None:
    column, row = 16, 9

    hit = box.hit("front", MARGIN + PX * column, MARGIN + PX * row)

    assert hit == Hit(hit.cell, "chest.left", Laterality.LEFT)
    assert box.xyz_cm[hit.cell].tolist() == [6.5, 20.5, 5.0]


@pytest.mark.parametrize(
    ("view", "x", "side"),
    [("front", 20, "RIGHT"), ("front", 110, "LEFT"), ("back", 20, "LEFT"), ("back", 110, "RIGHT")],
)
def test_left_and_right_are_the_patients(box: Body, view: str, x: float, side: str) -> None:
    assert box.hit(view, x, 60).laterality == side


def test_a_hit_near_the_mid_plane_is_on_the_midline_though_its_region_has_a_side(box: Body) -> None:
    hit = box.hit("front", MARGIN + 10 * PX + 1, 60)

    assert (hit.region, hit.laterality) == ("chest.left", Laterality.MIDLINE)


def test_beside_the_figure_there_is_nothing_to_hit(box: Body) -> None:
    view = box.view("front")

    assert [
        box.hit("front", x, y)
        for x, y in ((0, 0), (-1, 50), (view.width, 50), (60, view.height), (1e300, 0))
    ] == [None] * 5


def test_a_hit_on_a_chart_takes_the_side_of_the_cell(box: Body) -> None:
    sides = [box.hit("pelvic_floor_male", x, 10).laterality for x in (5, 15)]

    assert sides == ["RIGHT", "LEFT"]


@pytest.mark.parametrize("point", [(float("nan"), 1), (1, float("inf")), ("a", 1), (None, 1)])
def test_a_hit_with_what_is_not_a_number_is_refused(box: Body, point: tuple[Any, Any]) -> None:
    with pytest.raises(BadPoint):
        box.hit("front", *point)


def test_a_site_is_a_union_of_regions_and_has_sides(box: Body) -> None:
    assert box.site("chest", Laterality.LEFT) == box.fill(["chest.left"])
    assert box.site("chest") == box.fill(["chest.left", "chest.right"])
    assert box.site("nose", Laterality.LEFT) == box.fill(["nose"])


def test_a_site_that_spans_the_midline_can_be_halved(box: Body) -> None:
    left = box.site("trunk_front", Laterality.LEFT)
    right = box.site("trunk_front", Laterality.RIGHT)

    assert left | right == box.site("trunk_front", Laterality.MIDLINE)
    assert not left & right
    assert left.mirrored() == right
    assert (box.fill(["nose"]) & left).cm2 == 4.0


def test_cells_may_come_in_any_order(box: Body) -> None:
    area = box.cells(np.array([7, 3, 7, 5]))

    assert area.cells.tolist() == [3, 5, 7]
    assert area == box.cells(iter([5, 3, 7]))


@pytest.mark.parametrize("cells", [[-1], [70_000], [1.5], ["a"], [10**30]])
def test_what_is_not_a_cell_is_refused(box: Body, cells: list[Any]) -> None:
    with pytest.raises(UnknownCell):
        box.cells(cells)


def test_the_whole_body_leaves_charts_and_places_inside_out(box: Body) -> None:
    whole = box.whole()

    assert (whole.share, whole.schematic_cells, whole.inside_sites) == (1.0, 0, ())
    assert whole.laterality is Laterality.BILATERAL


@given(x=st.floats(0, 135), y=st.floats(0, 195))
def test_a_hit_is_projected_back_to_a_point_on_the_same_cell(box: Body, x: float, y: float) -> None:
    hit = box.hit("front", x, y)

    if hit is not None:
        assert box.hit("front", *box.project(hit.cell, "front")) == hit


def test_a_cell_on_the_back_is_not_shown_in_front(box: Body) -> None:
    cell = box.hit("back", 60, 60).cell

    assert box.project(cell, "front") is None
    assert box.project(cell, "back") is not None


def test_a_hidden_cell_is_shown_where_the_cell_is_that_it_follows(box: Body) -> None:
    crease = box.nearest((6.2, 20.3, 4.5))

    shown = box.project(crease, "front")

    assert place(box, "front", *shown) == (6.5, 20.5, 5.0)
    assert box.project(crease, "back") is None


def test_a_cell_is_shown_in_an_inset_that_shows_its_part_of_the_body(box: Body) -> None:
    cell = box.nearest((-8.5, 2.5, 5))

    assert place(box, "hand_palm.right", *box.project(cell, "hand_palm.right")) == (-8.5, 2.5, 5)
    assert box.project(cell, "hand_palm.left") is None
    assert box.project(box.nearest((3, 20, 5)), "hand_palm.right") is None


def test_a_chart_cell_is_shown_on_its_chart_alone(box: Body) -> None:
    cell = box.hit("pelvic_floor_female", 5, 35)

    assert cell is None
    cell = box.hit("pelvic_floor_female", 5, 28).cell
    assert box.project(cell, "pelvic_floor_female") is not None
    assert box.project(cell, "pelvic_floor_male") is None
    assert box.project(cell, "front") is None


def test_a_mirror_view_shows_the_mirrored_cells(box: Body) -> None:
    right, left = box.view("hand_palm.right"), box.view("hand_palm.left")

    assert (right.mirror_of, left.mirror_of) == (None, "hand_palm.right")
    for x, y in ((10, 10), (30, 44), (60, 70)):
        there = box.hit("hand_palm.right", x, y)
        here = box.hit("hand_palm.left", left.width - x - 1, y)
        assert here.cell == box.cell_table.mirror[there.cell]
        assert (there.region, here.region) == ("hand_palm.right", "hand_palm.left")


def test_the_nearest_cell_is_on_the_skin(box: Body) -> None:
    assert box.nearest(box.xyz_cm[100]) == 100
    lining = np.flatnonzero(box.area_cm2[: box.cell_table.mesh_count] == 0)[0]
    assert box.nearest(box.xyz_cm[lining]) != lining


def test_the_nearest_cell_can_be_looked_for_in_an_area(box: Body) -> None:
    left = box.fill(["chest.left"])

    found = box.nearest((-9, 20, 5), left)

    assert box.region_of(found) == "chest.left"
    assert box.nearest((0, 0, 0), box.site("tongue")) is None


@pytest.mark.parametrize("xyz", [(1, 2), (1, 2, float("nan")), ("a", 1, 2), 5])
def test_the_nearest_cell_to_what_is_no_place_is_refused(box: Body, xyz: Any) -> None:
    with pytest.raises(BadPoint):
        box.nearest(xyz)


def test_a_cell_inside_lies_in_no_region(box: Body) -> None:
    assert box.region_of(box.cell_count - 1) is None
    assert box.region_of(0) == "hand_palm.right"


def test_names_that_do_not_exist_are_refused_with_the_nearest(box: Body) -> None:
    with pytest.raises(UnknownView) as view:
        box.hit("fornt", 1, 1)
    with pytest.raises(UnknownRegion) as region:
        box.fill(["chest.lef"])
    with pytest.raises(UnknownSite) as site:
        box.site("tounge")
    with pytest.raises(UnknownFigure) as figure:
        box.as_figure("chld")
    with pytest.raises(UnknownCell):
        box.region_of(-1)
    with pytest.raises(UnknownCell):
        box.laterality_of(True)  # noqa: FBT003 - the mistake that is refused

    assert [e.value.nearest for e in (view, region, site, figure)] == [
        "front",
        "chest.left",
        "tongue",
        "child",
    ]


def test_figures_share_what_is_the_same(box: Body, box_folder: Path) -> None:
    child = box.as_figure("child")

    assert child.regions is box.regions
    assert child.cell_table is box.cell_table
    assert child.views["hand_palm.left"] is box.views["hand_palm.left"]
    assert child.views["front"] is not box.views["front"]
    assert list(child.views) == list(box.views)
    assert (child.height_cm, box.height_cm) == (21, 30)
    assert np.allclose(child.xyz_cm, Body.load("child", box_folder).xyz_cm)
    assert box.as_figure("neutral") is box


def test_a_body_cannot_be_changed(box: Body) -> None:
    with pytest.raises(AttributeError):
        box.figure = "male"
    with pytest.raises(TypeError):
        box.regions["new"] = None
    for array in (box.xyz_cm, box.area_cm2, box.cell_table.mirror, box.view("front").cells):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_a_body_says_what_it_is(box: Body) -> None:
    assert repr(box) == "<Body neutral, version 1, 1808 cm2>"
    assert box.version == "1"
