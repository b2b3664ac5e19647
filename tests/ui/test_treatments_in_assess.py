"""What was done is recorded beside the body, and asked about at the next visit."""

from datetime import UTC, datetime

import pytest

from bodymap.exchange.treatment_words import dose_in_words
from bodymap.records import (
    AdverseEffect,
    Consent,
    Course,
    Dose,
    Lasted,
    PainIntensity,
    RecallPeriod,
    TreatmentRecord,
    TreatmentResponse,
)
from bodymap.services.assessing.assessments import finish_assessment
from bodymap.services.kernel.editing import Editing
from bodymap.services.visits.treating import record_treatment
from bodymap.ui.assess.dose_words import DOSES
from bodymap.ui.assess.treated_words import response_in_words, treatment_in_a_line
from tests.analysis.practice.books import ATLAS
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawing_in_assess import now, opened
from tests.ui.test_last_time import FOUND, visit
from tests.ui.test_nothing_invented import answer, press

NEEDLE = "dry_needling_ims"
TODAY = FOUND.changed(id="today-m1")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def test_every_treatment_of_the_atlas_is_asked_in_its_own_terms() -> None:
    assert DOSES.keys() == ATLAS.treatments.keys()
    fields = TreatmentRecord.model_fields["dose"].default
    assert {name for asked in DOSES.values() for name in asked} == set(dict(fields))


def done(bench: Bench, visit_id: str, **fields: object) -> TreatmentRecord:
    treatment = TreatmentRecord.checked({"id": "treat-001", "treatment": NEEDLE} | fields)
    record_treatment(Editing(visit_id, "window-1", bench.kept.ports), treatment=treatment)
    return treatment


def test_what_was_done_is_shown_in_a_line_and_its_answers_are_kept(bench: Bench) -> None:
    today = visit(bench, TODAY, name="today")
    done(bench, today.id, finding_id=TODAY.id)

    at = press(opened(today), "Dry needling · 1 · Infraspinatus, right")
    answer(at, "consent", "treat-001", Consent.GIVEN)
    answer(at, "nrs-pain_before", "treat-001", 6)
    answer(at, "nrs-pain_after", "treat-001", 3)
    answer(at, "adverse", "treat-001", [AdverseEffect.PAIN_AFTER, AdverseEffect.BRUISING])

    (kept,) = now(bench, today).treatments
    assert (kept.consent, kept.adverse) == (
        Consent.GIVEN,
        (AdverseEffect.BRUISING, AdverseEffect.PAIN_AFTER),
    )
    assert (kept.pain_before, kept.pain_after) == (
        PainIntensity(nrs=6, recall=RecallPeriod.NOW),
        PainIntensity(nrs=3, recall=RecallPeriod.NOW),
    )
    line = treatment_in_a_line(ATLAS, now(bench, today), kept)
    assert line == (
        "Dry needling · 1 · Infraspinatus, right · pain 6 before, 3 after · bruise, pain after it"
    )
    press(at, "Remove this treatment")
    assert now(bench, today).treatments == ()


def test_effects_that_only_a_needle_has_are_not_asked_of_a_hand(bench: Bench) -> None:
    today = visit(bench, name="today")
    done(bench, today.id, treatment="manual_pressure_release")

    at = press(opened(today), r"Manual pressure release \(ischemic compression\)")

    (pills,) = [each for each in at.button_group if str(each.key).startswith("adverse-")]
    assert "lung puncture (pneumothorax)" not in pills.options
    assert "bruise" in pills.options
    assert not [each for each in at.button_group if str(each.key).startswith("twitch-")]


def test_the_next_visit_asks_what_came_of_it(bench: Bench) -> None:
    earlier = visit(bench, name="before", at=datetime(2026, 3, 12, 12, tzinfo=UTC))
    done(bench, earlier.id)
    finish_assessment(
        assessment_id=earlier.id, by="Kim", expected_version=2, ports=bench.kept.ports
    )
    today = visit(bench, name="today")
    at = opened(today)
    assert "After what was done then" in texts(at)

    answer(at, "last-time-treated", "treat-001", Course.BETTER)
    answer(at, "last-time-lasted", "treat-001", Lasted.DAYS)

    said = {"id": "treat-001", "assessment_id": earlier.id, "course": "BETTER", "lasted": "DAYS"}
    assert now(bench, today).responses == (TreatmentResponse.checked(said),)
    answer(at, "last-time-treated", "treat-001", Course.SAME)
    same = TreatmentResponse.checked(said | {"course": "SAME", "lasted": None})
    assert now(bench, today).responses == (same,)
    assert response_in_words(same) == "same"
    assert response_in_words(TreatmentResponse.checked(said)) == "better for days"


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (Dose(seconds=60, times=3, pain_allowed=0), "3 times, 60 s, pain up to 0 of 10"),
        (Dose(substance="saline", amount_ml=1.5), "saline, 1.5 mL"),
        (Dose(times=2000, other="0.1 mJ/mm²"), "2000 times, 0.1 mJ/mm²"),
        (Dose(), ""),
    ],
)
def test_a_dose_is_told_in_a_few_words(dose: Dose, told: str) -> None:
    assert dose_in_words(dose) == told
