import tracemalloc
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.raster import Box, box_around, brushed, enclosed

BOX = Box(3, 2, 40, 30)
Y, X = np.mgrid[BOX.y0 : BOX.y1, BOX.x0 : BOX.x1] + 0.5
coordinate = st.floats(-20, 60, allow_nan=False)
point = st.tuples(coordinate, coordinate)


def distance_to_segment(a: Any, b: Any) -> npt.NDArray[np.float64]:
    a, b = np.array(a), np.array(b)
    along, length = b - a, float((b - a) @ (b - a))
    part = np.clip(((X - a[0]) * along[0] + (Y - a[1]) * along[1]) / length, 0, 1) if length else 0
    return np.hypot(X - a[0] - part * along[0], Y - a[1] - part * along[1])


def winding_numbers(points: list[Any]) -> npt.NDArray[np.int64]:
    total = np.zeros(X.shape)
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        u, v, w, z = ax - X, ay - Y, bx - X, by - Y
        total += np.arctan2(u * z - w * v, u * w + v * z)
    return np.rint(total / (2 * np.pi)).astype(int)


@given(st.lists(st.tuples(point, point, st.floats(0.3, 15)), min_size=1, max_size=5))
def test_a_brush_covers_exactly_the_pixel_centres_within_its_radius(moves: list[Any]) -> None:
    start, end, radius = (np.array(part, float) for part in zip(*moves, strict=True))

    mask = brushed(start, end, radius, BOX)

    away = np.min(
        [distance_to_segment(a, b) - r for a, b, r in zip(start, end, radius, strict=True)], axis=0
    )
    clear = np.abs(away) > 1e-6
    assert np.array_equal(mask[clear], (away <= 0)[clear])


@given(st.lists(point, min_size=1, max_size=12))
def test_an_outline_encloses_exactly_the_pixel_centres_with_a_winding_number(
    points: list[Any],
) -> None:
    mask = enclosed(np.array(points, float), BOX)

    near = np.min(
        [distance_to_segment(a, b) for a, b in zip(points, points[1:] + points[:1], strict=True)],
        axis=0,
    )
    clear = near > 1e-6
    assert np.array_equal(mask[clear], (winding_numbers(points) != 0)[clear])


def test_two_outlines_that_share_a_border_leave_no_gap_and_no_overlap() -> None:
    left = enclosed(np.array([(5, 5), (15.5, 5), (15.5, 20), (5, 20)], float), BOX)
    right = enclosed(np.array([(15.5, 5), (30, 5), (30, 20), (15.5, 20)], float), BOX)

    assert not (left & right).any()
    assert (left | right).sum() == 25 * 15


@given(st.lists(point, min_size=1, max_size=6), st.floats(0, 30))
def test_a_box_never_leaves_its_frame(points: list[Any], margin: float) -> None:
    box = box_around(np.array(points, float), margin, BOX)

    assert BOX.x0 <= box.x0 <= box.x1 <= BOX.x1
    assert BOX.y0 <= box.y0 <= box.y1 <= BOX.y1


def test_the_longest_and_broadest_drawing_needs_little_memory() -> None:
    rng = np.random.default_rng(1)
    start, end = rng.uniform(-500, 1500, (2, 10_000, 2))
    frame = Box(0, 0, 60, 1000)

    tracemalloc.start()
    covered = brushed(start, end, np.full(10_000, 500.0), frame)
    inside = enclosed(start, frame)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert covered.all()
    assert 0 < inside.sum() <= inside.size
    assert peak < 200e6
