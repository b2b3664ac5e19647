import numpy as np
import pytest

from bodymap.body.laterality import Laterality, laterality_of_cells, laterality_of_point


@pytest.mark.parametrize(
    ("x_cm", "side"),
    [
        (0.0, "MIDLINE"),
        (1.0, "MIDLINE"),
        (-1.0, "MIDLINE"),
        (1.01, "LEFT"),
        (-1.01, "RIGHT"),
        (30, "LEFT"),
    ],
)
def test_a_point_within_1_cm_of_the_mid_plane_is_on_the_midline(x_cm: float, side: str) -> None:
    assert laterality_of_point(x_cm) == side


@pytest.mark.parametrize(
    ("left_cm2", "right_cm2", "reach_cm", "side"),
    [
        (90, 10, 8, "BILATERAL"),
        (90.1, 9.9, 8, "LEFT"),
        (9.9, 90.1, 8, "RIGHT"),
        (50, 50, 3.0, "MIDLINE"),
        (50, 50, 3.1, "BILATERAL"),
        (100, 0, 2, "LEFT"),
    ],
)
def test_an_area_with_a_tenth_on_each_side_is_bilateral_unless_all_near_the_plane(
    left_cm2: float, right_cm2: float, reach_cm: float, side: str
) -> None:
    sign = np.array([1, -1], np.int8)
    x_cm = np.array([reach_cm, -1.0])

    assert laterality_of_cells(sign, np.array([left_cm2, right_cm2]), x_cm) == side


def test_cells_without_surface_are_counted_instead_of_weighed() -> None:
    sign = np.array([1, 1, 1, -1], np.int8)

    assert laterality_of_cells(sign, np.zeros(4), np.full(4, 9.0)) is Laterality.BILATERAL


def test_cells_on_neither_side_are_on_the_midline() -> None:
    assert laterality_of_cells(np.zeros(2, np.int8), np.ones(2), np.zeros(2)) is Laterality.MIDLINE


def test_no_cells_have_no_side() -> None:
    assert laterality_of_cells(np.zeros(0, np.int8), np.zeros(0), np.zeros(0)) is None


def test_mirroring_swaps_left_and_right_and_is_its_own_inverse() -> None:
    swapped = [side.mirrored() for side in Laterality]

    assert swapped == ["RIGHT", "LEFT", "BILATERAL", "MIDLINE"]
    assert [side.mirrored() for side in swapped] == list(Laterality)


def test_the_sign_is_that_of_x() -> None:
    assert [side.sign for side in Laterality] == [1, -1, 0, 0]


def test_the_suffix_of_a_region_id_follows_from_the_side() -> None:
    assert [side.suffix for side in Laterality] == [".left", ".right", "", ""]
