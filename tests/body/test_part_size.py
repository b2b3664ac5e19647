"""How large the part of the body is that a cell lies in."""

from math import pi

import pytest

from bodymap.body import Body
from bodymap.body.part_size import part_radius_cm
from bodymap.errors import UnknownCell


def test_the_radius_is_that_of_a_circle_as_large_as_the_region(body: Body) -> None:
    for region in ("thigh_front.left", "head_eyebrow.right", "sternum"):
        area = body.fill([region])

        assert part_radius_cm(body, int(area.cells[0])) ** 2 * pi == pytest.approx(area.cm2)


def test_a_brow_is_smaller_than_a_thigh_and_a_child_smaller_than_a_grown_up(body: Body) -> None:
    brow, thigh = (int(body.fill([r]).cells[0]) for r in ("head_eyebrow.left", "thigh_front.left"))

    assert part_radius_cm(body, brow) < 3
    assert part_radius_cm(body, thigh) > 8
    assert part_radius_cm(body.as_figure("child"), thigh) < part_radius_cm(body, thigh)


def test_a_chart_has_no_size_and_a_place_inside_that_of_where_it_is_offered(body: Body) -> None:
    chart = int(body.fill(["pelvic_floor_coccygeus.left"]).cells[0])
    tongue, mouth = int(body.site("tongue").cells[0]), int(body.fill(["mouth"]).cells[0])

    assert part_radius_cm(body, chart) == 0.0
    assert part_radius_cm(body, tongue) == part_radius_cm(body, mouth) > 0
    with pytest.raises(UnknownCell):
        part_radius_cm(body, body.cell_count)
