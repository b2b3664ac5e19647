"""The referral one person felt beside the typical one: known answers."""

from dataclasses import replace

import pytest

from bodymap.analysis.looking_up.felt_referral import felt_referral
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, TypicalReferral, typical_referral
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.errors import OtherBody

RIGHT = Laterality.RIGHT


def zones(body: Body, essential: list[str], spillover: list[str]) -> TypicalReferral:
    return TypicalReferral(essential=body.fill(essential), spillover=body.fill(spillover))


def weight(area: SurfaceArea) -> float:
    return float(cell_weights(area.body)[area.cells].sum())


@pytest.fixture
def typical(body: Body) -> TypicalReferral:
    return zones(body, ["shoulder_front.right"], ["upper_arm_front.right"])


def test_exactly_the_typical_pattern_is_felt_as_typical(atlas: Atlas, body: Body) -> None:
    typical = typical_referral(atlas.trigger_points["infraspinatus_upper"], RIGHT, body)

    told = felt_referral(typical.essential | typical.spillover, typical, RIGHT)

    assert told is not None
    assert (told.in_typical, told.essential_felt, told.typical_felt) == (1, 1, 1)
    assert not told.elsewhere
    assert told.text == (
        "Felt as typical: 100 % of what was felt lies in the typical zones.",
        "100 % of the essential zone was felt.",
    )


def test_a_part_elsewhere_is_counted_by_its_surface_and_named(
    body: Body, typical: TypicalReferral
) -> None:
    felt = body.fill(["shoulder_front.right", "upper_arm_front.right", "hand_back.right"])
    hand = body.fill(["hand_back.right"])

    told = felt_referral(felt, typical, RIGHT)

    assert told is not None
    assert told.in_typical == pytest.approx(1 - weight(hand) / weight(felt))
    assert told.in_essential == pytest.approx(weight(typical.essential) / weight(felt))
    assert told.essential_felt == 1
    assert told.elsewhere == hand
    assert [(place.label, place.laterality) for place in told.elsewhere_told] == [
        (body.regions["hand_back.right"].plain_label, RIGHT)
    ]


def test_half_of_the_essential_zone_is_said_as_half(body: Body) -> None:
    both = zones(body, ["shoulder_front.right", "shoulder_front.left"], [])

    told = felt_referral(body.fill(["shoulder_front.right"]), both, RIGHT)

    assert told is not None
    assert told.essential_felt == pytest.approx(0.5, abs=0.01)
    assert told.text[1] == "50 % of the essential zone was felt."


def test_the_other_side_is_said(body: Body, typical: TypicalReferral) -> None:
    told = felt_referral(body.fill(["shoulder_front.left"]), typical, RIGHT)

    assert told is not None
    assert (told.in_typical, told.on_other_side) == (0, 1)
    assert told.text == (
        "Felt elsewhere than is typical: 0 % of what was felt lies in the typical zones.",
        "0 % of the essential zone was felt.",
        "100 % of it was felt on the other side of the body.",
    )


def test_a_muscle_of_both_sides_has_no_other_side(body: Body, typical: TypicalReferral) -> None:
    told = felt_referral(body.fill(["shoulder_front.left"]), typical, Laterality.BILATERAL)

    assert told is not None
    assert told.on_other_side is None


@pytest.mark.parametrize(
    ("felt", "how"),
    [
        (["shoulder_front.right"], "Felt as typical:"),
        (["shoulder_front.right", "hand_back.right"], "Felt as typical in most:"),
        (["upper_arm_front.right", "thigh_front.right"], "Felt as typical in part:"),
        (["hand_back.right"], "Felt elsewhere than is typical:"),
    ],
)
def test_the_first_word_follows_the_share(
    body: Body, typical: TypicalReferral, felt: list[str], how: str
) -> None:
    told = felt_referral(body.fill(felt), typical, RIGHT)

    assert told is not None
    assert told.text[0].startswith(how)


def test_the_rim_of_a_broad_brush_is_no_place(body: Body, typical: TypicalReferral) -> None:
    beside = body.fill(["hand_back.right"]).cells[:3]

    told = felt_referral(typical.essential | body.cells(beside), typical, RIGHT)

    assert told is not None
    assert len(told.elsewhere) == len(beside)
    assert told.elsewhere_told == ()


def test_the_figure_is_only_the_ruler(body: Body, typical: TypicalReferral) -> None:
    female = body.as_figure("female")
    felt = body.fill(["shoulder_front.right", "hand_back.right"])

    told = felt_referral(felt.on(female), typical, RIGHT)

    assert told is not None
    assert 0.5 < told.in_typical < 1


def test_without_a_felt_area_or_a_typical_one_there_is_nothing_to_compare(
    body: Body, typical: TypicalReferral
) -> None:
    assert felt_referral(body.fill([]), typical, RIGHT) is None
    assert felt_referral(body.fill(["chin"]), zones(body, [], []), RIGHT) is None


def test_another_body_version_is_refused(body: Body, typical: TypicalReferral) -> None:
    other = replace(body, manifest=replace(body.manifest, body_version="2"))

    with pytest.raises(OtherBody):
        felt_referral(other.fill(["chin"]), typical, RIGHT)
