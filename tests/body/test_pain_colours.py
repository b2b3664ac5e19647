"""One table of colours of pain: what was not rated never looks like a number."""

from itertools import pairwise

import pytest

from bodymap.body.pain_colours import RATED, UNRATED, pain_colour
from bodymap.canvas import CanvasData


def lightness(colour: str) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_each_of_eleven_numbers_is_darker_than_the_one_before() -> None:
    values = [lightness(colour) for colour in RATED]

    assert len(values) == 11
    assert all(stronger < weaker for weaker, stronger in pairwise(values))


def hue_is_warm(colour: str) -> bool:
    red, _, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red > blue


def test_what_was_not_rated_has_a_hue_of_its_own() -> None:
    assert all(hue_is_warm(colour) for colour in RATED)
    assert not hue_is_warm(UNRATED)


@pytest.mark.parametrize("nrs", [*range(11), None])
def test_screen_and_print_take_the_same_colour(nrs: int | None) -> None:
    sent = CanvasData(log="a", figure="neutral", figure_url="", views=()).to_json()["painColours"]

    assert pain_colour(nrs) == (sent["unrated"] if nrs is None else sent["rated"][nrs])
