"""The Explore page says all it shows in its address, and reads it back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.ui.explore.address import Explored, Missing, at_hand, read, with_muscle

BODY = Body.load()
ATLAS = Atlas.load(body=BODY)


@st.composite
def explored(draw: st.DrawFn) -> Explored:
    asked = Explored(
        words=draw(st.text(max_size=30)),
        group=draw(st.none() | st.sampled_from(list(ATLAS.groups))),
        region=draw(st.none() | st.sampled_from(list(BODY.regions))),
    )
    both = [p.id for p in ATLAS.trigger_points.values() if p.only_on is None]
    point = draw(st.none() | st.sampled_from(both))
    if point is None:
        return asked
    side = draw(st.sampled_from([Laterality.LEFT, Laterality.RIGHT]))
    return with_muscle(asked, ATLAS.muscle_of(point), point, side)


@settings(deadline=None)
@given(explored())
def test_an_address_shows_what_it_was_made_from(asked: Explored) -> None:
    assert read(asked.parameters(), ATLAS, BODY) == (asked, ())


names = st.sampled_from(["find", "group", "region", "muscle", "point", "side", "with", "x"])


@settings(deadline=None)
@given(st.dictionaries(names, st.text(max_size=20)))
def test_any_address_is_answered_with_something_that_has_an_address(given: dict[str, str]) -> None:
    asked, _ = read(given, ATLAS, BODY)

    assert read(asked.parameters(), ATLAS, BODY) == (asked, ())


def test_a_misspelt_muscle_is_answered_with_the_nearest() -> None:
    asked, missing = read({"muscle": "infraspinatu"}, ATLAS, BODY)

    assert asked == Explored()
    assert missing == (Missing("muscle", "infraspinatu", "infraspinatus"),)


def test_each_name_that_is_not_there_is_told() -> None:
    given = {"group": "gills", "region": "tail", "point": "zzz", "side": "up", "with": "yyy"}

    _, missing = read(given, ATLAS, BODY)

    assert {(each.kind, each.name) for each in missing} == {
        ("part of the body", "gills"),
        ("region", "tail"),
        ("trigger point", "zzz"),
        ("trigger point", "yyy"),
        ("side", "up"),
    }


def test_a_muscle_alone_is_shown_with_its_first_trigger_point_on_the_right() -> None:
    asked, _ = read({"muscle": "infraspinatus"}, ATLAS, BODY)

    assert (asked.point, asked.laterality) == ("infraspinatus_upper", Laterality.RIGHT)


def test_a_trigger_point_alone_brings_its_muscle() -> None:
    asked, _ = read({"point": "infraspinatus_medial"}, ATLAS, BODY)

    hand = at_hand(asked, ATLAS)
    assert hand is not None
    assert (hand[0].id, hand[1].id) == ("infraspinatus", "infraspinatus_medial")


@pytest.mark.parametrize("point", [p for p in ATLAS.trigger_points.values() if p.only_on])
def test_a_trigger_point_of_one_side_is_shown_on_that_side(point) -> None:  # noqa: ANN001
    other = "left" if point.only_on == "right" else "right"

    asked, _ = read({"point": point.id, "side": other}, ATLAS, BODY)

    assert asked.laterality.value.lower() == point.only_on
