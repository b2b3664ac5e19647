"""A finding begun from a trigger point that could explain the pain."""

import pytest

from bodymap.analysis.typical_place import typical_place
from bodymap.body import Laterality
from bodymap.errors import NotOpen, UnknownEntry
from bodymap.records import Assessment, PointPlace, ReferralFelt, Signs
from bodymap.services.assessing.examining import begin_finding
from bodymap.services.kernel.editing import Editing
from tests.analysis.practice.books import ATLAS, BODY
from tests.services.desk import Desk

POINT = "infraspinatus_upper"


def begin(
    desk: Desk,
    new_id: str = "mark-0001",
    point: str = POINT,
    laterality: Laterality = Laterality.RIGHT,
) -> tuple[Assessment, str]:
    return begin_finding(
        Editing(desk.draft.id, desk.client, desk.ports),
        trigger_point=point,
        laterality=laterality,
        new_id=new_id,
        atlas=ATLAS,
        body=BODY,
    )


def test_it_has_muscle_point_side_and_place_and_nothing_else(desk: Desk) -> None:
    kept, finding_id = begin(desk)

    (finding,) = kept.findings
    assert (finding.id, finding_id) == ("mark-0001", "mark-0001")
    assert (finding.muscle, finding.trigger_point) == ("infraspinatus", POINT)
    assert finding.laterality is Laterality.RIGHT
    assert finding.place == typical_place(POINT, Laterality.RIGHT, ATLAS, BODY)
    assert finding.signs == Signs()
    assert finding.referral.felt is ReferralFelt.NOT_ASKED
    assert finding.pain_on_pressure is None


def test_one_that_is_there_is_taken_and_nothing_is_written(desk: Desk) -> None:
    first, _ = begin(desk)

    again, finding_id = begin(desk, "mark-0002")

    assert finding_id == "mark-0001"
    assert again == first


def test_the_other_side_is_another_finding_at_the_mirrored_place(desk: Desk) -> None:
    begin(desk)

    kept, finding_id = begin(desk, "mark-0002", laterality=Laterality.LEFT)

    assert finding_id == "mark-0002"
    sides = [BODY.laterality_of(finding.place.cell) for finding in kept.findings]
    assert sides == [Laterality.RIGHT, Laterality.LEFT]


def test_undo_takes_it_back(desk: Desk) -> None:
    begin(desk)

    assert desk.undo().findings == ()


def test_a_finished_assessment_takes_none(desk: Desk) -> None:
    desk.finish()

    with pytest.raises(NotOpen):
        begin(desk)


def test_an_unknown_trigger_point_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownEntry):
        begin(desk, point="knee_of_the_bee")


@pytest.mark.parametrize("figure", ["neutral", "female", "male", "child", "broad"])
def test_every_trigger_point_of_either_side_has_a_place_on_every_figure(figure: str) -> None:
    body = BODY.as_figure(figure)
    sides = (Laterality.LEFT, Laterality.RIGHT)

    places = [
        (point, typical_place(point, side, ATLAS, body))
        for point in ATLAS.trigger_points
        for side in sides
    ]

    assert [point for point, place in places if place is None] == []


def test_the_place_is_seen_from_where_it_lies_and_on_the_figures_own_chart() -> None:
    def view(point: str, figure: str = "neutral") -> str:
        place = typical_place(point, Laterality.RIGHT, ATLAS, BODY.as_figure(figure))
        assert isinstance(place, PointPlace)
        return place.view

    assert view(POINT) == "back"
    assert view("bulbospongiosus_belly", "female") == "pelvic_floor_female"
    assert view("bulbospongiosus_belly", "male") == "pelvic_floor_male"
