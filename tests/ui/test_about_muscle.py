"""The panel of a muscle on the Explore page."""

import pytest

from bodymap.ui.explore.about_muscle import SHAPE_MADE
from tests.ui.reading_pages import opened, texts


@pytest.mark.parametrize(
    ("muscle", "point", "drawn"),
    [
        ("infraspinatus", "infraspinatus_upper", True),
        ("trapezius_middle", "trapezius_middle_tp7", False),
    ],
)
def test_the_panel_says_how_the_shape_came_about_or_that_it_is_not_pain(
    muscle: str, point: str, *, drawn: bool
) -> None:
    at = opened("explore", muscle=muscle, point=point)
    assert not at.exception
    said = texts(at)
    assert (SHAPE_MADE in said) is drawn
    assert ("goosebumps over the outer upper arm, now and then" in said) is not drawn
