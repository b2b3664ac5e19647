"""Pieces of the surface as smooth outlines with lines along them."""

import re

import numpy as np
import pytest

from bodymap.body import Body, Patch
from bodymap.body.contours import lines, thinned_open
from bodymap.body.patches import draw, smoothed

WIDE_CM, TALL_CM = 8.0, 12.0
LEFT_CM, TOP_CM = -10.0, 44.0


@pytest.fixture(scope="module")
def plate(body: Body) -> Patch:
    """An upright plate on the right half of the back, measured straight from behind."""
    x, y, z = body.xyz_cm.T
    inside = np.stack(
        [x - LEFT_CM, LEFT_CM + WIDE_CM - x, TOP_CM - y, y - (TOP_CM - TALL_CM)], axis=1
    )
    near = np.flatnonzero(
        (inside > -2).all(axis=1) & (z < 0) & (body.cell_table.mesh_count > np.arange(x.size))
    )
    return Patch(near.astype(np.uint16), inside[near].astype(np.float32), (x[near] + 10) / WIDE_CM)


def corners(path: str) -> np.ndarray:
    """Where the moves of a path begin."""
    return np.array(re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path), float)


def test_the_outline_lies_where_the_edges_are_not_where_cells_end(body: Body, plate: Patch) -> None:
    drawn = draw(body.view("back"), plate, 8)
    traced = body.trace(body.cells(plate.inside), "back")
    assert drawn.outline.count("M") == traced.count("M") == 1
    assert drawn.outline.endswith("Z")
    # Nearly straight edges need fewer curves than a staircase of cells does.
    assert len(drawn.outline) < len(traced)


def test_fibres_divide_a_piece_evenly_and_run_from_end_to_end(body: Body, plate: Patch) -> None:
    fibres = corners(draw(body.view("back"), plate, 4).fibres)
    assert len(fibres) == 3
    steps = np.diff(np.sort(fibres[:, 0]))
    assert np.ptp(steps) < 0.2 * steps.mean()


def test_a_view_from_which_a_piece_cannot_be_seen_shows_nothing(body: Body, plate: Patch) -> None:
    drawn = draw(body.view("front"), plate, 8)
    assert (drawn.outline, drawn.fibres) == ("", "")


def test_without_a_second_strip_there_are_no_fibres(body: Body, plate: Patch) -> None:
    assert draw(body.view("back"), plate, 1).fibres == ""


def test_lines_cross_a_slope_where_it_has_their_height_and_only_where_asked() -> None:
    slope = np.tile(np.arange(6.0), (5, 1))
    where = np.ones((5, 6), bool)
    (line,) = lines(slope, 2.5, where)
    assert np.array_equal(line[:, 0], np.full(5, 2.5))
    assert sorted(line[:, 1]) == [0, 1, 2, 3, 4]
    where[2] = False
    assert sorted(len(part) for part in lines(slope, 2.5, where)) == [2, 2]
    assert lines(slope, 9, where) == []


def test_a_thinned_open_line_keeps_its_ends_and_its_corners() -> None:
    bent = np.array([(0, 0), (1, 0), (2, 0), (2, 1), (2, 2)], float)
    assert thinned_open(bent, 0.1).tolist() == [0, 2, 4]


def test_smoothing_keeps_what_is_even_and_the_sum_of_what_is_not() -> None:
    image = np.zeros((1, 31, 31), np.float32)
    image[0, 15, 15] = 1
    spread = smoothed(image, 2)
    assert spread.shape == image.shape
    assert spread.sum() == pytest.approx(1, abs=1e-4)
    assert spread[0, 15, 15] == spread.max()
