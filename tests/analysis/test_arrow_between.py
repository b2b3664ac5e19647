"""An arrow between two places of the list is the one that the keyboard makes on the canvas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.arrow_between import arrow_between
from bodymap.body import Body
from bodymap.errors import UnknownRegion

BODY = Body.load()
regions = st.sampled_from(sorted(BODY.regions))


def test_both_ends_lie_in_one_view_if_one_shows_them_well() -> None:
    arrow = arrow_between(
        arrow_id="arrow-01", start="shoulder_front.right", end="hand_palm.right", body=BODY
    )

    middles = BODY.middles("front")
    assert (arrow.view, arrow.to_view) == ("front", "front")
    assert (arrow.x, arrow.y) == middles["shoulder_front.right"]
    assert (arrow.to_x, arrow.to_y) == middles["hand_palm.right"]


def test_places_that_no_view_shows_together_lie_each_in_its_own() -> None:
    arrow = arrow_between(
        arrow_id="arrow-01", start="scapula_infraspinous.left", end="chest_upper.left", body=BODY
    )

    assert (arrow.view, arrow.to_view) == ("back", "front")


@pytest.mark.parametrize(
    ("start", "end", "views"),
    [
        # Of the top of the head the front shows 524 pixels, the left 1,055: less than half.
        ("abdomen_lower_inner.left", "head_vertex.left", ("front", "left")),
        # Of the ball of the foot the front shows 70 pixels, the left 140: half of it is enough.
        ("abdomen_lower_inner.left", "foot_ball.left", ("front", "front")),
        # Of the neck the left shows 282 pixels, the back 559: just more than half.
        ("acromion.left", "neck_upper_back.left", ("left", "left")),
    ],
)
def test_a_view_shows_both_ends_if_it_shows_half_of_the_best_sight_of_each(
    start: str, end: str, views: tuple[str, str]
) -> None:
    arrow = arrow_between(arrow_id="arrow-01", start=start, end=end, body=BODY)

    assert (arrow.view, arrow.to_view) == views


def test_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownRegion):
        arrow_between(arrow_id="arrow-01", start="nose", end="wing", body=BODY)


@pytest.mark.slow
@given(regions, regions)
def test_every_arrow_begins_and_ends_in_the_regions_it_is_named_for(start: str, end: str) -> None:
    arrow = arrow_between(arrow_id="arrow-01", start=start, end=end, body=BODY)

    ends = [None if cell is None else BODY.region_of(cell) for cell in arrow.cells(BODY)]
    assert ends == [start, end]
