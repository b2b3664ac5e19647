"""What finishing would close though it is not settled."""

from typing import Any

import pytest

from bodymap.services.assessing.unsettled import Unsettled, reasons_of, unsettled
from tests.records.builders import a_finding, an_assessment, an_id

DECIDED = {
    "muscle": "infraspinatus",
    "signs": {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT", "familiar_pain": "ABSENT"},
}
LINK = {"assessment_id": an_id(7), "finding_id": "m0"}
NO_MUSCLE, CONTRADICTORY, COPIED, NOT_EXAMINED, UNDECIDED = Unsettled


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        (DECIDED, ()),
        (DECIDED | {"muscle": None}, (NO_MUSCLE,)),
        (DECIDED | {"referral": {"felt": "NONE"}}, (CONTRADICTORY,)),
        (DECIDED | {"copied_from": "mark-9"}, (COPIED,)),
        ({"muscle": "infraspinatus"}, (NOT_EXAMINED,)),
        ({"muscle": "infraspinatus", "notes": "firm"}, (UNDECIDED,)),
        (
            {
                "muscle": "infraspinatus",
                "signs": {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT"},
            },
            (UNDECIDED,),
        ),
        (
            {"muscle": "infraspinatus", "signs": dict.fromkeys(("taut_band",), "ABSENT")},
            (UNDECIDED,),
        ),
        (
            {
                "muscle": "infraspinatus",
                "signs": {"taut_band": "ABSENT", "hypersensitive_spot": "ABSENT"},
            },
            (),
        ),
        ({}, (NO_MUSCLE, NOT_EXAMINED)),
        ({"muscle": "infraspinatus", "continues": LINK | {"course": "GONE"}}, ()),
        ({"muscle": "infraspinatus", "continues": LINK | {"course": "NOT_EXAMINED"}}, ()),
        ({"muscle": "infraspinatus", "continues": LINK | {"course": "WORSE"}}, (NOT_EXAMINED,)),
        ({"muscle": "infraspinatus", "continues": LINK}, (NOT_EXAMINED,)),
    ],
)
def test_a_finding_is_unsettled_for_reasons(
    changes: dict[str, Any], reasons: tuple[Unsettled, ...]
) -> None:
    assert reasons_of(a_finding(**changes)) == reasons


def test_unsettled_findings_keep_their_numbers() -> None:
    settled, open_ = a_finding("m1", **DECIDED), a_finding("m2")

    found = unsettled(an_assessment(findings=(settled, open_, settled.changed(id="m3"))))

    assert [(each.number, each.finding.id) for each in found] == [(2, "m2")]


def test_an_assessment_without_findings_has_nothing_unsettled() -> None:
    assert unsettled(an_assessment()) == ()
