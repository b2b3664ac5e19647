"""The panel of a muscle on the Explore page."""

import pytest

from bodymap.ui.explore.about_muscle import SHAPE_MADE
from tests.ui.reading_pages import opened, texts


@pytest.mark.parametrize(
    ("muscle", "told"), [("infraspinatus", "by_hand"), ("anconeus", "derived")]
)
def test_the_panel_says_how_the_shape_on_the_figure_came_about(muscle: str, told: str) -> None:
    at = opened("explore", muscle=muscle)
    assert not at.exception
    assert [made for made, words in SHAPE_MADE.items() if words in texts(at)] == [told]
