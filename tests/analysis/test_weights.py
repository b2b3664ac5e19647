"""What a cell counts for."""

import numpy as np
import pytest

from bodymap.analysis.weights import cell_weights, median_region_cm2
from bodymap.body import Body


def test_skin_counts_by_its_area(body: Body) -> None:
    skin = body.cell_table.mesh_count

    assert np.array_equal(cell_weights(body)[:skin], body.area_cm2[:skin])


def test_a_place_inside_counts_as_much_as_a_region_of_median_size(body: Body) -> None:
    sizes = [body.fill([region]).cm2 for region in body.regions]
    median = float(np.median([cm2 for cm2 in sizes if cm2 > 0]))
    tongue = body.site("teeth_upper").cells

    assert median_region_cm2(body) == pytest.approx(median)
    assert cell_weights(body)[tongue] == pytest.approx([median, median])


def test_a_region_of_the_pelvic_floor_chart_counts_as_much_as_a_region_of_median_size(
    body: Body,
) -> None:
    weights, median = cell_weights(body), median_region_cm2(body)

    for region in ("pelvic_floor_puborectalis.left", "vagina_opening", "genitals_penis"):
        assert weights[body.fill([region]).cells].sum() == pytest.approx(median)


def test_the_weights_of_a_figure_are_made_once_and_cannot_be_changed(body: Body) -> None:
    weights = cell_weights(body)

    assert cell_weights(body) is weights
    assert not weights.flags.writeable
    assert cell_weights(body.as_figure("child")).sum() < weights.sum()
