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


@pytest.mark.parametrize(
    ("point", "noticed"),
    [
        ("masseter_deep", ["A low ringing or roaring in the ear on that side"]),
        (
            "masseter_superficial_mid",
            ["A mouth that opens less wide", "Teeth that hurt with heat, cold or biting"],
        ),
        ("infraspinatus_upper", []),
    ],
)
def test_what_is_noticed_with_one_trigger_point_is_said_with_it(
    point: str, noticed: list[str]
) -> None:
    said = texts(opened("explore", muscle=point.split("_", maxsplit=1)[0], point=point))

    assert ("Noticed with this trigger point" in said) is bool(noticed)
    for each in ("low ringing or roaring", "opens less wide", "hurt with heat"):
        assert (each in said) is any(each in text for text in noticed)
    assert all(text in said for text in noticed)
