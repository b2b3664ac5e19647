"""A finding is copied beside itself, or moved, and no measurement is invented."""

import pytest

from bodymap.analysis.mirrored import other_side
from bodymap.body import Body, Laterality
from bodymap.errors import NoOtherSide, ReferralContradicted
from bodymap.records import ReferralFelt, Sign, SignValue, TriggerPointFinding
from bodymap.services.assessing.copies import same_findings_source
from bodymap.services.assessing.findings import (
    confirm_finding_examined,
    copy_finding_to_next_muscle,
    copy_finding_to_other_side,
    copy_same_findings,
    move_finding_to_other_side,
)
from tests.analysis.test_mirrored import found_at
from tests.records.builders import a_drawing, a_finding, a_point
from tests.services.desk import Desk

EXAMINED = {
    "signs": dict.fromkeys(
        ("taut_band", "hypersensitive_spot", "twitch_response", "referred_sensation"), "PRESENT"
    )
    | {"familiar_pain": "ABSENT"},
    "pain_on_pressure": {"nrs": 7},
    "pressure_pain_threshold": {"kilopascals": 185.0},
    "depth": "DEEP",
    "referral": {"felt": "OTHER", "drawing": a_drawing()},
    "notes": "Pinch grip.",
}


def examined(body: Body) -> TriggerPointFinding:
    found = found_at(body, "back", 310.5, 250.5)
    return found.changed(muscle="infraspinatus", trigger_point="infraspinatus_medial", **EXAMINED)


def place_of(finding: TriggerPointFinding) -> dict[str, object]:
    return {
        name: getattr(finding, name) for name in ("place", "laterality", "muscle", "trigger_point")
    }


def test_the_other_side_has_the_place_and_the_muscle_and_nothing_that_was_found(
    desk: Desk, body: Body
) -> None:
    finding = examined(body)
    desk.record(finding)

    copied = copy_finding_to_other_side(desk.on(), finding_id=finding.id, new_id="m2", body=body)

    mirrored = other_side(finding, body)
    assert copied.findings == (finding, TriggerPointFinding(id="m2", **place_of(mirrored)))


def test_the_next_muscle_has_the_place_and_nothing_that_was_found(desk: Desk, body: Body) -> None:
    finding = examined(body)
    desk.record(finding)

    copied = copy_finding_to_next_muscle(
        desk.on(), finding_id=finding.id, new_id="m2", muscle="teres_minor", trigger_point="other"
    )

    asked = place_of(finding) | {"muscle": "teres_minor", "trigger_point": "other"}
    assert copied.findings == (finding, TriggerPointFinding(id="m2", **asked))


def test_the_same_findings_are_copied_on_purpose_and_marked_until_examined(
    desk: Desk, body: Body
) -> None:
    finding = examined(body)
    desk.record(finding)
    copy_finding_to_other_side(desk.on(), finding_id=finding.id, new_id="m2", body=body)

    copied = copy_same_findings(desk.on(), finding_id="m2", source_id=finding.id, body=body)

    expected = other_side(finding, body).changed(id="m2", copied_from=finding.id)
    assert copied.findings == (finding, expected)
    confirmed = confirm_finding_examined(desk.on(), finding_id="m2")
    assert confirmed.findings == (finding, expected.changed(copied_from=None))
    desk.undo()
    assert desk.undo().findings[1].is_examined is False


def test_the_same_findings_for_another_muscle_keep_the_drawn_referral(
    desk: Desk, body: Body
) -> None:
    finding = examined(body)
    desk.record(finding)
    copy_finding_to_next_muscle(desk.on(), finding_id=finding.id, new_id="m2", muscle="teres_minor")

    copied = copy_same_findings(desk.on(), finding_id="m2", source_id=finding.id, body=body)

    assert copied.findings[1].found == finding.found


def test_findings_that_contradict_each_other_are_not_copied(desk: Desk, body: Body) -> None:
    contradictory = examined(body).changed(signs={"referred_sensation": "ABSENT"})
    blank = TriggerPointFinding(id="m2", **place_of(contradictory))
    desk.record(blank)
    desk.keep_as_it_is(contradictory)

    with pytest.raises(ReferralContradicted):
        copy_same_findings(desk.on(), finding_id="m2", source_id=contradictory.id, body=body)


def test_the_wrong_side_is_put_right_in_one_step_that_can_be_taken_back(
    desk: Desk, body: Body
) -> None:
    finding = examined(body)
    desk.record(finding)

    moved = move_finding_to_other_side(desk.on(), finding_id=finding.id, body=body)

    assert moved.findings == (other_side(finding, body),)
    assert moved.findings[0].laterality is not finding.laterality
    assert desk.undo().findings == (finding,)


def test_the_midline_has_no_other_side_to_move_to(desk: Desk, body: Body) -> None:
    desk.record(a_finding("m1", laterality=Laterality.MIDLINE))

    with pytest.raises(NoOtherSide):
        move_finding_to_other_side(desk.on(), finding_id="m1", body=body)


def offered(desk: Desk, finding_id: str) -> str | None:
    now = desk.now()
    finding = now.finding(finding_id)
    assert finding is not None
    source = same_findings_source(now, finding)
    return source and source.id


def test_same_findings_are_offered_from_the_other_side_and_from_the_same_place_only(
    desk: Desk, body: Body
) -> None:
    finding = examined(body)
    mirrored = other_side(finding, body)
    desk.record(finding)
    for name, changes in {
        "other-side": {},
        "other-point": {"trigger_point": "other"},
        "other-muscle": {"muscle": "teres_minor", "trigger_point": None},
        "no-muscle": {"muscle": None, "trigger_point": None},
    }.items():
        desk.record(TriggerPointFinding(id=name, **place_of(mirrored) | changes))
    desk.record(
        TriggerPointFinding(
            id="beside", **place_of(finding) | {"muscle": "teres_minor", "trigger_point": None}
        )
    )
    elsewhere = a_point(cell=12, region="scapula.right")
    desk.record(TriggerPointFinding(id="elsewhere", **place_of(finding) | {"place": elsewhere}))

    names = ("other-side", "other-point", "other-muscle", "no-muscle", "beside", "elsewhere")
    assert {name: offered(desk, name) for name in names} == {
        "other-side": finding.id,
        "other-point": None,
        "other-muscle": None,
        "no-muscle": None,
        "beside": finding.id,
        "elsewhere": None,
    }
    assert offered(desk, finding.id) is None


def test_what_was_examined_already_is_not_offered_a_copy(desk: Desk, body: Body) -> None:
    finding = examined(body)
    desk.record(finding)
    copy_finding_to_other_side(desk.on(), finding_id=finding.id, new_id="m2", body=body)
    desk.revise("m2", {"signs": {"taut_band": "ABSENT"}})

    assert offered(desk, "m2") is None


def test_every_answer_of_a_copy_is_the_source_s(desk: Desk, body: Body) -> None:
    finding = examined(body)
    desk.record(finding)
    copy_finding_to_other_side(desk.on(), finding_id=finding.id, new_id="m2", body=body)

    copied = copy_same_findings(desk.on(), finding_id="m2", source_id=finding.id, body=body)

    of = copied.findings[1]
    assert [of.signs[sign] for sign in Sign] == [*[SignValue.PRESENT] * 4, SignValue.ABSENT]
    assert of.referral.felt is ReferralFelt.OTHER
