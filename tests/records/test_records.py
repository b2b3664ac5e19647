from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from bodymap.body.strokes import Stroke, StrokeKind
from bodymap.errors import InvalidRecord, Problem
from bodymap.records import (
    Assessment,
    Called,
    Drawing,
    DrawnStroke,
    PersonDetails,
    PointPlace,
    Referral,
    Signs,
    Status,
    TriggerPointFinding,
)
from tests.records import strategies
from tests.records.builders import (
    NOON,
    a_drawing,
    a_finding,
    a_person,
    a_point,
    an_assessment,
    an_id,
)


@given(strategies.assessments)
def test_an_assessment_survives_json(assessment: Assessment) -> None:
    assert Assessment.model_validate_json(assessment.model_dump_json()) == assessment


@given(strategies.findings)
def test_equal_findings_have_equal_hashes(finding: TriggerPointFinding) -> None:
    again = TriggerPointFinding.model_validate_json(finding.model_dump_json())

    assert hash(again) == hash(finding)


@given(strategies.strokes)
def test_a_stroke_is_painted_and_kept_as_the_same(stroke: DrawnStroke) -> None:
    assert DrawnStroke.of(stroke.on_body()) == stroke


def test_a_stroke_becomes_the_stroke_that_the_body_paints() -> None:
    drawn = DrawnStroke(kind=StrokeKind.BRUSH, points=((1, 2), (3, 4)), radius=7)

    assert drawn.on_body() == Stroke(StrokeKind.BRUSH, ((1.0, 2.0), (3.0, 4.0)), 7.0)


def test_a_record_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValueError, match="frozen"):
        a_person().name = "other"


def test_a_change_makes_a_new_record_and_is_checked() -> None:
    person = a_person()

    assert person.changed(height_cm=170) == a_person(height_cm=170)
    with pytest.raises(InvalidRecord) as caught:
        person.changed(height_cm=17, shoe_size=44)
    assert caught.value.kind == "Person"
    assert caught.value.problems == (
        Problem(
            field="height_cm",
            reason="Input should be greater than or equal to 30",
            value="17",
        ),
        Problem(field="shoe_size", reason="Extra inputs are not permitted", value="44"),
    )


def test_a_name_of_100000_characters_is_refused_with_a_short_message() -> None:
    with pytest.raises(
        InvalidRecord, match="at most 200 characters are allowed, these are 100000"
    ) as caught:
        PersonDetails.checked({"name": "x" * 100_000})
    assert len(str(caught.value)) < 400


def test_a_person_needs_a_name_or_a_code() -> None:
    with pytest.raises(InvalidRecord, match="a name or a code is needed"):
        PersonDetails.checked({"name": "  \n "})
    assert PersonDetails(code="P-17").label == "P-17"
    assert PersonDetails(name="Ada", code="P-17").label == "Ada"


def test_texts_are_trimmed_and_lose_control_characters() -> None:
    details = PersonDetails(name="  Ada\x00\t\u202eBei\nspiel ")
    finding = a_finding(notes=" <b>first</b>\r\nsecond\x07 ")

    assert details.name == "Ada Bei spiel"
    assert finding.notes == "<b>first</b>\nsecond"


@pytest.mark.parametrize(
    "changes",
    [
        {"x": float("nan")},
        {"y": float("inf")},
        {"x": 10_001},
        {"cell": -1},
        {"cell": 65_535},
        {"cell": 1.5},
        {"region": "<script>"},
        {"view": ""},
        {"side": "left"},
    ],
)
def test_a_place_that_cannot_be_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidRecord, match=next(iter(changes))):
        PointPlace.checked(dict(a_point()) | changes)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": "BRUSH"}, "needs points"),
        ({"kind": "REGION"}, "names a region"),
        ({"kind": "OUTLINE", "points": [[0, 0]], "region": "nose"}, "names a region"),
        ({"kind": "BRUSH", "points": [[0, 0]] * 10_000}, "at most 4000 items"),
        ({"kind": "BRUSH", "points": [[0, float("nan")]]}, "points.0.1"),
        ({"kind": "BRUSH", "points": [[0, 0]], "radius": 0}, "greater than 0"),
        ({"kind": "SPRAY", "points": [[0, 0]]}, "kind"),
    ],
)
def test_a_stroke_that_cannot_be_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(InvalidRecord, match=reason):
        DrawnStroke.checked(fields)


def test_a_trigger_point_needs_its_muscle() -> None:
    with pytest.raises(InvalidRecord, match="needs the muscle"):
        a_finding(trigger_point="infraspinatus_upper")


def test_only_another_referral_than_the_typical_is_drawn() -> None:
    drawing: Drawing = a_drawing()

    assert Referral(felt="OTHER", drawing=drawing).drawing == drawing
    with pytest.raises(InvalidRecord, match="goes with OTHER"):
        Referral.checked({"felt": "NONE", "drawing": drawing})


def test_two_findings_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidRecord, match="same id"):
        an_assessment(findings=(a_finding(), a_finding()))


def test_a_time_needs_its_zone_and_is_kept_in_utc() -> None:
    evening = datetime(2026, 3, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))

    assert an_assessment(examined_at=evening).examined_at == NOON
    assert an_assessment(examined_at=evening).examined_at.tzinfo is UTC
    with pytest.raises(InvalidRecord, match="examined_at"):
        an_assessment(examined_at=evening.replace(tzinfo=None))


def test_a_draft_that_was_finished_before_is_an_amendment() -> None:
    assert not an_assessment().is_amendment
    assert an_assessment(editions=1).is_amendment
    assert not an_assessment(editions=1, status=Status.FINISHED).is_amendment


def test_an_id_is_a_uuid_in_lower_case() -> None:
    assert a_person(id=an_id(5)).id == an_id(5)
    for wrong in ("", "5", an_id(5).upper().replace("0", "A"), an_id(5) + "\n", "../" + an_id(5)):
        with pytest.raises(InvalidRecord, match="id is"):
            a_person(id=wrong)


NOTHING = dict.fromkeys(
    ("taut_band", "hypersensitive_spot", "referred_sensation", "familiar_pain"), "ABSENT"
)


@pytest.mark.parametrize(
    ("nrs", "expected"),
    [(None, Called.NOTHING_FOUND), (0, Called.NOTHING_FOUND), (1, Called.TENDER_PLACE)],
)
def test_a_place_that_hurts_when_pressed_is_not_called_nothing_found(
    nrs: int | None, expected: Called
) -> None:
    pain = None if nrs is None else {"nrs": nrs}

    assert a_finding(signs=NOTHING, pain_on_pressure=pain).called is expected


@given(strategies.findings)
def test_what_was_found_is_everything_but_the_place_and_the_muscle(
    finding: TriggerPointFinding,
) -> None:
    of_the_place = {"id", "place", "laterality", "muscle", "trigger_point"}
    of_the_place |= {"copied_from", "continues", "is_new"}

    assert finding.found.keys() | of_the_place == set(TriggerPointFinding.model_fields)
    blank = a_finding(notes="", signs=Signs())
    assert finding.is_examined is (finding.found != blank.found)
