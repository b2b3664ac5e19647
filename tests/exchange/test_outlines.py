"""Path data becomes polygons, for painters that know no curves."""

import numpy as np
import pytest

from bodymap.exchange.outlines import dashed, polygons


def test_straight_paths_keep_their_corners_and_close() -> None:
    first, second = polygons("M0 0L10 0L10 5ZM20 20L30 20L30 30Z")

    assert first.tolist() == [[0, 0], [10, 0], [10, 5], [0, 0]]
    assert second.tolist() == [[20, 20], [30, 20], [30, 30], [20, 20]]


def test_relative_commands_count_from_where_the_pen_is() -> None:
    (line,) = polygons("M10 10l5 0l0 5z")

    assert line.tolist() == [[10, 10], [15, 10], [15, 15], [10, 10]]


@pytest.mark.parametrize("d", ["M0 0C0 10 10 20 20 20Z", "M0 0c0 10 10 20 20 20Z"])
def test_a_curve_runs_from_its_start_to_its_end_within_its_handles(d: str) -> None:
    (line,) = polygons(d)

    assert line[0].tolist() == [0, 0]
    assert line[-2].tolist() == [20, 20]
    assert line.min() >= 0
    assert line.max() <= 20
    assert np.allclose(line[3], (1 / 8) * np.array([0 + 0 + 30 + 20, 0 + 30 + 60 + 20]))


def test_several_curves_after_one_letter_go_on_from_each_other() -> None:
    (line,) = polygons("M0 0c1 0 2 0 3 0 1 0 2 0 3 0Z")

    assert line[-2].tolist() == [6, 0]


def test_a_dashed_line_has_pieces_of_one_length_and_gaps_of_another() -> None:
    pieces = dashed(np.array([[0.0, 0.0], [10.0, 0.0]]), 2, 3)

    assert [piece[[0, -1], 0].tolist() for piece in pieces] == [[0, 2], [5, 7]]
