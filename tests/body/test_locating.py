"""Where a view shows a cell that has no pixel of its own there."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bodymap.body.locating import NEAR_ENOUGH_CM, point_on_view


def shown_at(away_cm: float) -> tuple[float, float] | None:
    """Where cell 0 is shown by a view that shows only cell 1, of the same region, so far away."""
    view = SimpleNamespace(
        group="main",
        pixels=np.array([0, 9]),
        point_of=lambda cell: (4.5, 7.5) if cell == 1 else None,
    )
    table = SimpleNamespace(
        mesh_count=2,
        follows={},
        region=np.array([3, 3]),
        of_region=lambda _number: np.array([0, 1]),
    )
    places = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, away_cm]], np.float32)
    return point_on_view(cast("Any", view), 0, cast("Any", table), places)


@pytest.mark.parametrize(
    ("away_cm", "shown"),
    [(0.2, True), (0.99, True), (NEAR_ENOUGH_CM, True), (1.01, False), (1.9, False)],
)
def test_it_is_shown_at_a_neighbour_within_a_centimetre_and_no_further(
    away_cm: float, *, shown: bool
) -> None:
    assert shown_at(away_cm) == ((4.5, 7.5) if shown else None)


def test_near_enough_is_a_centimetre() -> None:
    assert NEAR_ENOUGH_CM == 1.0
