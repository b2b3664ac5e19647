from typing import Any

import numpy as np
import pytest

from bodymap.body.strokes import DEFAULT_RADIUS, Stroke, StrokeKind, as_strokes
from bodymap.errors import BadStroke


def test_a_stroke_keeps_plain_numbers_and_can_be_compared_and_hashed() -> None:
    stroke = Stroke("BRUSH", [(1, 2), np.array([3, 4])], np.float64(5))

    assert stroke == Stroke(StrokeKind.BRUSH, ((1.0, 2.0), (3.0, 4.0)), 5.0)
    assert hash(stroke) == hash(Stroke(StrokeKind.BRUSH, ((1.0, 2.0), (3.0, 4.0)), 5.0))


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"kind": "SPRAY", "points": [(1, 2)]}, "kind"),
        ({"kind": "BRUSH"}, "points"),
        ({"kind": "BRUSH", "points": [(float("nan"), 2)]}, "point"),
        ({"kind": "BRUSH", "points": [(1, float("inf"))]}, "point"),
        ({"kind": "BRUSH", "points": [(1, 2, 3)]}, "point"),
        ({"kind": "BRUSH", "points": [("a", 2)]}, "point"),
        ({"kind": "BRUSH", "points": [None]}, "point"),
        ({"kind": "OUTLINE", "points": [(1e9, 0)]}, "point"),
        ({"kind": "BRUSH", "points": [(10**400, 0)]}, "point"),
        ({"kind": "BRUSH", "points": [(1, 2)], "radius": 0}, "radius"),
        ({"kind": "ERASE", "points": [(1, 2)], "radius": -1}, "radius"),
        ({"kind": "BRUSH", "points": [(1, 2)], "radius": float("nan")}, "radius"),
        ({"kind": "BRUSH", "points": [(1, 2)], "radius": 1e6}, "radius"),
        ({"kind": "BRUSH", "points": [(1, 2)], "radius": "9"}, "radius"),
        ({"kind": "REGION"}, "region"),
        ({"kind": "BRUSH", "points": [(1, 2)], "region": "chest.left"}, "region"),
    ],
)
def test_a_stroke_that_cannot_be_painted_is_refused(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(BadStroke) as caught:
        Stroke(**arguments)

    assert caught.value.field == field


def test_plain_lists_of_points_become_brush_strokes() -> None:
    erase = Stroke(StrokeKind.ERASE, ((0, 0),))

    strokes = as_strokes([[(1, 2)], erase, np.array([[3, 4], [5, 6]])], 7)

    assert strokes == (
        Stroke(StrokeKind.BRUSH, ((1, 2),), 7),
        erase,
        Stroke(StrokeKind.BRUSH, ((3, 4), (5, 6)), 7),
    )
    assert DEFAULT_RADIUS == 9.0


@pytest.mark.parametrize("drawn", [[(1, 2)], [1.5], ["ab"], [None]])
def test_what_is_not_a_list_of_points_is_refused(drawn: Any) -> None:
    with pytest.raises(BadStroke):
        as_strokes([drawn] if drawn != [(1, 2)] else drawn, 9)
