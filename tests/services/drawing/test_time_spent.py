"""What a browser says of the time spent is kept only as far as it can be true."""

import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.records.pain_drawing import LONGEST_SECONDS
from bodymap.services.drawing.time_spent import seconds_in_use
from tests.records.builders import a_pain_drawing

DRAWING = a_pain_drawing()
anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers())
)


@pytest.mark.parametrize(
    ("told", "exists_s", "kept"),
    [
        (61.27, 120, 61.3),
        (600, 120, 120.0),
        (0, 120, 0.0),
        (1e9, 1e7, LONGEST_SECONDS),
        (30, -5, 0.0),
        (-1, 120, None),
        (math.nan, 120, None),
        (math.inf, 120, None),
        (True, 120, None),
        ("61", 120, None),
        (None, 120, None),
    ],
)
def test_it_is_bounded_by_the_time_the_drawing_exists(
    told: object, exists_s: float, kept: float | None
) -> None:
    now = DRAWING.drawn_at + timedelta(seconds=exists_s)
    assert seconds_in_use(told, DRAWING, now=now) == kept


@given(anything)
def test_whatever_is_told_the_drawing_can_keep_it(told: object) -> None:
    now = DRAWING.drawn_at + timedelta(hours=1)
    kept = seconds_in_use(told, DRAWING, now=now)
    assert DRAWING.changed(seconds=kept).seconds == kept
