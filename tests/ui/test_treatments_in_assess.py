"""What was done is recorded beside the body, and asked about at the next visit."""

import pytest

from bodymap.records import AdverseEffect, Consent, Course, Lasted, PainIntensity, TreatmentRecord
from bodymap.services.assessing.assessments import finish_assessment
from bodymap.services.kernel.editing import Editing
from bodymap.services.visits.treating import record_treatment
from bodymap.ui.assess import treatments
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.dose_words import DOSES, dose_in_words
from tests.analysis.practice.books import ATLAS
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawing_in_assess import now, opened
from tests.ui.test_last_time import FOUND, before, visit
from tests.ui.test_nothing_invented import answer, press

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


def test_a_treatment_of_the_finding_at_hand_is_recorded_and_its_answers_kept(bench: Bench) -> None:
    today = visit(bench, TODAY, name="today")
    desk = Desk(bench.kept, today.id)
    at = opened(today)
    treatments.record(desk_of(at, desk), "dry_needling_ims", TODAY.id)
    (done,) = now(bench, today).treatments
    assert (done.treatment, done.finding_id) == ("dry_needling_ims", TODAY.id)

    at = press(opened(today), r"Dry needling / IMS · 1 · Infraspinatus, right")
    answer(at, "consent", done.id, Consent.GIVEN)
    answer(at, "nrs-pain_before", done.id, 6)
    answer(at, "nrs-pain_after", done.id, 3)
    answer(at, "adverse", done.id, [AdverseEffect.PAIN_AFTER, AdverseEffect.BRUISING])

    (kept,) = now(bench, today).treatments
    assert (kept.consent, kept.adverse) == (
        Consent.GIVEN,
        (AdverseEffect.BRUISING, AdverseEffect.PAIN_AFTER),
    )
    assert (kept.pain_before, kept.pain_after) == (
        PainIntensity(nrs=6, recall="NOW"),
        PainIntensity(nrs=3, recall="NOW"),
    )
    press(at, "Remove this treatment")
    assert now(bench, today).treatments == ()
