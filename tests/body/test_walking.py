"""Distances along the surface: exact on planes and cylinders within what is promised."""

from heapq import heappop, heappush
from math import cos, hypot, pi, sin

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.body.walking import (
    MOST_REACHED,
    NO_CELL,
    Ground,
    around_cm,
    neighbours,
    reach_cm,
    walk_cm,
)
from bodymap.errors import UnknownCell
from tests import shipped
from tests.example_count import at_most

SIZE = 40
STEP_CM = 0.5
FAR = 1e9
TOO_LONG = 1.028
RADIUS_CM = 8.0
AROUND = 100
TALL = 40


def grid(columns: int, rows: int, *, closed: bool) -> npt.NDArray[np.intp]:
    """Cells beside each cell of a grid, rolled to a tube if `closed`."""
    beside = []
    for cell in range(columns * rows):
        row, column = divmod(cell, columns)
        near = [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
        beside.append(
            [
                r * columns + c % columns
                if 0 <= r < rows and (closed or 0 <= c < columns)
                else NO_CELL
                for r, c in near
            ]
        )
    return np.array(beside)


PLANE = Ground(
    grid(SIZE, SIZE, closed=False),
    np.array([(STEP_CM * (k % SIZE), STEP_CM * (k // SIZE), 0.0) for k in range(SIZE * SIZE)]),
)
TUBE = Ground(
    grid(AROUND, TALL, closed=True),
    np.array(
        [
            (
                RADIUS_CM * cos(2 * pi * (k % AROUND) / AROUND),
                STEP_CM * (k // AROUND),
                RADIUS_CM * sin(2 * pi * (k % AROUND) / AROUND),
            )
            for k in range(AROUND * TALL)
        ]
    ),
)
BODY = shipped.body()
skin = st.integers(0, BODY.cell_table.mesh_count - 1)


@settings(deadline=None)
@given(st.integers(0, SIZE * SIZE - 1), st.integers(0, SIZE * SIZE - 1))
def test_on_a_plane_a_path_is_the_straight_line_within_three_percent(a: int, b: int) -> None:
    exact = STEP_CM * hypot(a % SIZE - b % SIZE, a // SIZE - b // SIZE)
    walked = walk_cm(PLANE, a, b, FAR)
    assert walked is not None
    assert exact - 1e-9 <= walked <= TOO_LONG * exact + 1e-9


@settings(deadline=None)
@given(st.integers(0, AROUND * TALL - 1), st.integers(0, AROUND * TALL - 1))
def test_on_a_cylinder_a_path_goes_round_and_not_through(a: int, b: int) -> None:
    columns = abs(a % AROUND - b % AROUND)
    arc = 2 * pi * RADIUS_CM * min(columns, AROUND - columns) / AROUND
    exact = hypot(arc, STEP_CM * (a // AROUND - b // AROUND))
    walked = walk_cm(TUBE, a, b, FAR)
    assert walked is not None
    # A step of three cells is a chord: by a thousandth shorter than its arc.
    assert 0.998 * exact - 1e-9 <= walked <= TOO_LONG * exact + 1e-9


def test_the_other_side_of_a_cylinder_is_half_its_girth_away() -> None:
    assert walk_cm(TUBE, 0, AROUND // 2, FAR) == pytest.approx(pi * RADIUS_CM, rel=0.002)
    assert walk_cm(TUBE, 0, AROUND // 2, 2 * RADIUS_CM + 1) is None


@settings(deadline=None, max_examples=at_most(30))
@given(skin, skin)
def test_a_way_is_as_long_back_and_on_the_other_side_of_the_body(a: int, b: int) -> None:
    mirror = BODY.cell_table.mirror
    there = BODY.walk_cm(a, b)
    assert BODY.walk_cm(b, a) == pytest.approx(there)
    mirrored = BODY.walk_cm(int(mirror[a]), int(mirror[b]))
    # Two cells of an eye have the same nearest skin; which is taken may differ by a cell.
    assert mirrored == pytest.approx(there, abs=0.5)


def test_neighbours_are_mutual_and_all_skin_with_a_surface_is_of_one_piece() -> None:
    beside = neighbours(BODY.mesh.faces)
    cell, side = np.nonzero(beside >= 0)
    there = beside[cell, side]
    assert {*zip(cell.tolist(), there.tolist(), strict=True)} == {
        *zip(there.tolist(), cell.tolist(), strict=True)
    }
    apart = np.linalg.norm(BODY.xyz_cm[cell] - BODY.xyz_cm[there], axis=1)
    assert apart.max() < 3
    piece = np.arange(len(beside))
    while True:
        least = piece.copy()
        np.minimum.at(least, cell, piece[there])
        least = least[least]
        if (least == piece).all():
            break
        piece = least
    assert len(np.unique(piece[BODY.area_cm2[: len(beside)] > 0])) == 1


def test_a_cell_is_no_way_from_itself_and_far_from_the_other_hand() -> None:
    hand = int(BODY.site("hand_back").cells[0])
    assert BODY.walk_cm(hand, hand) == 0.0
    assert BODY.walk_cm(hand, int(BODY.cell_table.mirror[hand])) is None


def test_from_breast_to_back_one_walks_round_the_chest() -> None:
    front = BODY.hit("front", 240, 240)
    back = BODY.hit("back", 250, 240)
    assert front is not None
    assert back is not None
    through = sum((BODY.xyz_cm[front.cell] - BODY.xyz_cm[back.cell]) ** 2) ** 0.5
    round_about = BODY.walk_cm(front.cell, back.cell, at_most_cm=100)
    assert round_about is not None
    assert round_about > 1.3 * through


def test_a_chart_is_no_place_to_walk_and_an_unknown_cell_is_refused() -> None:
    assert BODY.walk_cm(0, BODY.cell_table.mesh_count) is None
    with pytest.raises(UnknownCell):
        BODY.walk_cm(0, BODY.cell_count)


def one_by_one(ground: Ground, start: int, at_most_cm: float) -> dict[int, float]:
    """The nearest cell first, then the next (Dijkstra): slow, and plain to see that it is right."""
    waiting, reached = [(0.0, start)], dict[int, float]()
    while waiting:
        so_far, here = heappop(waiting)
        if so_far > at_most_cm or here in reached:
            continue
        reached[here] = so_far
        there, step = ground.steps_from(np.array([here]))
        for cell, length in zip(there[0].tolist(), step[0].tolist(), strict=True):
            if cell not in reached:
                heappush(waiting, (so_far + length, cell))
    return reached


@settings(deadline=None, max_examples=at_most(20))
@given(st.integers(0, SIZE * SIZE - 1), st.sampled_from([0.0, 0.5, 3.0, 7.25]))
def test_waves_reach_the_same_cells_as_far_as_going_from_the_nearest_on(
    start: int, at_most_cm: float
) -> None:
    away = around_cm(PLANE, [start], at_most_cm)

    expected = np.full(SIZE * SIZE, np.inf)
    for cell, length in one_by_one(PLANE, start, at_most_cm).items():
        expected[cell] = length
    np.testing.assert_allclose(away, expected)


def test_of_many_cells_around_only_the_nearest_are_reached() -> None:
    nose = int(BODY.hit("front", 271, 60).cell)  # type: ignore[union-attr]

    every = around_cm(BODY._skin._ground, [nose], 10.0)
    nearest = reach_cm(BODY._skin._ground, nose, 10.0)

    assert np.isfinite(every).sum() > MOST_REACHED
    assert np.isfinite(nearest).sum() == MOST_REACHED
    near = np.isfinite(nearest)
    assert np.array_equal(nearest[near], every[near])
    assert every[near].max() <= every[~near].min()
