"""What was done for sample people, and what they said about it the next time."""

from typing import NamedTuple

from bodymap.records import (
    Assessment,
    Continues,
    Course,
    Dose,
    Lasted,
    PainIntensity,
    RecallPeriod,
    TreatmentRecord,
    TreatmentResponse,
)
from bodymap.records.treatment import Consent
from bodymap.services.kernel.ids import Ids


class SampleTreatment(NamedTuple):
    """A treatment of the first finding of a sample visit."""

    treatment: str
    dose: Dose
    nrs: tuple[int, int]
    home_advice: str = ""


class SampleAnswer(NamedTuple):
    """What was said about the visit before: of its first finding, and of its treatment."""

    finding: Course
    treatment: Course
    lasted: Lasted | None = None


def treated(visit: Assessment, sample: SampleTreatment, ids: Ids) -> Assessment:
    """The visit with a treatment of its first finding."""
    first = visit.findings[0]
    before, after = (PainIntensity(nrs=nrs, recall=RecallPeriod.NOW) for nrs in sample.nrs)
    done = TreatmentRecord(
        id=ids.new(),
        treatment=sample.treatment,
        finding_id=first.id,
        laterality=first.laterality,
        dose=sample.dose,
        consent=Consent.GIVEN,
        pain_before=before,
        pain_after=after,
        home_advice=sample.home_advice,
    )
    return visit.changed(treatments=(done,))


def answered(visit: Assessment, before: Assessment, sample: SampleAnswer) -> Assessment:
    """The visit with what was said about the one before."""
    first, *others = visit.findings
    said = Continues(
        assessment_id=before.id, finding_id=before.findings[0].id, course=sample.finding
    )
    responses = tuple(
        TreatmentResponse(
            id=done.id, assessment_id=before.id, course=sample.treatment, lasted=sample.lasted
        )
        for done in before.treatments
    )
    return visit.changed(findings=(first.changed(continues=said), *others), responses=responses)
