"""The Explore page says all it shows in its address, and reads it back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas import TriggerPoint
from bodymap.body import Laterality
from bodymap.ui.explore.address import LAYERS, VIEWS, Explored, Missing, at_hand, read, with_muscle
from bodymap.ui.explore.missing import sentence, way_on
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()


@st.composite
def explored(draw: st.DrawFn) -> Explored:
    asked = Explored(
        words=draw(st.text(max_size=30)),
        group=draw(st.none() | st.sampled_from(list(ATLAS.groups))),
        region=draw(st.none() | st.sampled_from(list(BODY.regions))),
        figure=draw(st.sampled_from(BODY.manifest.figures)),
        view=draw(st.none() | st.sampled_from(VIEWS)),
        layer=draw(st.none() | st.sampled_from(LAYERS)),
    )
    both = [p.id for p in ATLAS.trigger_points.values() if p.only_on is None]
    point = draw(st.none() | st.sampled_from(both))
    if point is None:
        return asked
    side = draw(st.sampled_from([Laterality.LEFT, Laterality.RIGHT]))
    shown = with_muscle(asked, ATLAS.muscle_of(point), point, side)
    others = st.lists(st.sampled_from([p for p in both if p != point]), max_size=3, unique=True)
    compared = tuple(draw(others))
    overlaid = bool(compared) and draw(st.booleans())
    return replace(shown, compared=compared, overlaid=overlaid)


@settings(deadline=None)
@given(explored())
def test_an_address_shows_what_it_was_made_from(asked: Explored) -> None:
    assert read(asked.parameters(), ATLAS, BODY) == (asked, ())


names = st.sampled_from(
    [
        "find",
        "group",
        "region",
        "muscle",
        "point",
        "side",
        "with",
        "compare",
        "figure",
        "view",
        "layer",
    ]
)


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
    given = {
        "group": "gills",
        "region": "tail",
        "point": "zzz",
        "side": "up",
        "with": "yyy",
        "compare": "stacked",
        "figure": "giant",
        "view": "above",
        "layer": "bones",
    }

    _, missing = read(given, ATLAS, BODY)

    assert {(each.kind, each.name) for each in missing} == {
        ("part of the body", "gills"),
        ("region", "tail"),
        ("trigger point", "zzz"),
        ("trigger point", "yyy"),
        ("side", "up"),
        ("comparison", "stacked"),
        ("figure", "giant"),
        ("view", "above"),
        ("layer", "bones"),
    }


def test_a_muscle_alone_is_shown_with_its_first_trigger_point_on_the_right() -> None:
    asked, _ = read({"muscle": "infraspinatus"}, ATLAS, BODY)

    assert (asked.point, asked.laterality) == ("infraspinatus_upper", Laterality.RIGHT)


def test_a_trigger_point_alone_brings_its_muscle() -> None:
    asked, _ = read({"point": "infraspinatus_medial"}, ATLAS, BODY)

    hand = at_hand(asked, ATLAS)
    assert hand is not None
    assert (hand[0].id, hand[1].id) == ("infraspinatus", "infraspinatus_medial")


ONE_SIDED = [p for p in ATLAS.trigger_points.values() if p.only_on]


@pytest.mark.parametrize("point", ONE_SIDED, ids=lambda point: point.id)
def test_a_trigger_point_of_one_side_is_shown_on_that_side_and_this_is_said(
    point: TriggerPoint,
) -> None:
    other = "left" if point.only_on == "right" else "right"

    asked, missing = read({"point": point.id, "side": other}, ATLAS, BODY)

    assert asked.laterality.value.lower() == point.only_on
    assert [sentence(each, asked, ATLAS) for each in missing] == [
        f"This trigger point is described on the {point.only_on} side only, which is shown."
    ]
    assert read({"point": point.id}, ATLAS, BODY)[1] == ()


def said(given: dict[str, str]) -> tuple[list[str], list[str | None], Explored]:
    """What an address is answered with: sentences, buttons, and what is shown."""
    asked, missing = read(given, ATLAS, BODY)
    ways = [way_on(each, asked, ATLAS, BODY) for each in missing]
    return (
        [sentence(each, asked, ATLAS) for each in missing],
        [way[0] if way else None for way in ways],
        asked,
    )


def test_a_trigger_point_of_another_muscle_is_said_and_leads_to_its_own_muscle() -> None:
    sentences, buttons, asked = said({"muscle": "infraspinatus", "point": "soleus_tp1"})

    assert (asked.muscle, asked.point) == ("infraspinatus", "infraspinatus_upper")
    told = (
        r"soleus\_tp1 is a trigger point of Soleus, not of Infraspinatus. Infraspinatus is shown."
    )
    assert sentences == [told]
    assert buttons == ["Show Soleus"]


@pytest.mark.parametrize(
    ("given", "expected", "button"),
    [
        (
            {"muscle": "infraspinatu"},
            "There is no muscle called infraspinatu here.",
            "Infraspinatus",
        ),
        (
            {"region": "shoulder_frnt.right"},
            r"There is no region called shoulder\_frnt\.right here.",
            "Front of the shoulder, right",
        ),
        ({"side": "up"}, "The side can be left or right, not up. The right side is shown.", None),
        ({"figure": "giant"}, "There is no figure called giant here: the neutral one is", None),
        ({"view": "<b>"}, r"There is no view called \<b\> here: the whole body is shown.", None),
        (
            {"compare": "piled"},
            "Patterns can be compared side by side or overlaid, not piled.",
            None,
        ),
    ],
)
def test_a_wrong_link_is_answered_with_a_sentence_and_a_way_on(
    given: dict[str, str], expected: str, button: str | None
) -> None:
    (sentence_said,), (offered,), _ = said(given)

    assert sentence_said.startswith(expected)
    assert offered == (f"Show {button}" if button else None)
