"""Sample people to try things out with: labelled, apart from real ones, gone with one call."""

from datetime import timedelta
from typing import Final, NamedTuple

from bodymap.analysis.typical_place import typical_place
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.records import (
    Assessment,
    Course,
    Dose,
    Edition,
    Handedness,
    Lasted,
    Occasion,
    PainIntensity,
    PainQuality,
    Person,
    PersonDetails,
    PressurePainThreshold,
    PressureUnit,
    Referral,
    ReferralFelt,
    Sex,
    Signs,
    SignValue,
    Status,
    TriggerPointFinding,
)
from bodymap.services.assessing.deriving import derived_of
from bodymap.services.kernel.pages import MOST_ON_PAGE
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import free_code, written
from bodymap.services.maintaining.sample_drawings import SamplePain, add_sample_drawing
from bodymap.services.maintaining.sample_treatments import (
    SampleAnswer,
    SampleTreatment,
    answered,
    treated,
)

_P, _A, _N = SignValue.PRESENT, SignValue.ABSENT, SignValue.NOT_EXAMINED


class _Sample(NamedTuple):
    """A finding of a sample person; the five signs in the order of `Signs`."""

    trigger_point: str
    laterality: Laterality
    signs: tuple[SignValue, SignValue, SignValue, SignValue, SignValue]
    nrs: int
    kilograms_force_per_cm2: float | None = None
    notes: str = ""


class _Chart(NamedTuple):
    """Where trigger points lie and on which figure they are marked."""

    body: Body
    atlas: Atlas


class _Visit(NamedTuple):
    """An examination of a sample person."""

    days_ago: int
    reason: str
    findings: tuple[_Sample, ...]
    is_open: bool = False
    pains: tuple[SamplePain, ...] = ()
    after: tuple[SamplePain, ...] = ()
    treatment: SampleTreatment | None = None
    answer: SampleAnswer | None = None


_L, _R = Laterality.LEFT, Laterality.RIGHT
_PEOPLE: Final[tuple[tuple[PersonDetails, tuple[_Visit, ...]], ...]] = (
    (
        PersonDetails(
            name="Sample: Alma, shoulder",
            year_of_birth=1979,
            sex=Sex.FEMALE,
            height_cm=166,
            handedness=Handedness.RIGHT,
        ),
        (
            _Visit(
                28,
                "Ache in front of the right shoulder, worse at night",
                (
                    _Sample("infraspinatus_upper", _R, (_P, _P, _P, _P, _P), 7, 2.4),
                    _Sample("infraspinatus_medial", _R, (_P, _P, _N, _A, _A), 4, 3.6),
                ),
                pains=(
                    SamplePain("front", ("shoulder_front.right",), 7, PainQuality.ACHING),
                    SamplePain("front", ("upper_arm_front.right",), 4, PainQuality.ACHING),
                ),
                treatment=SampleTreatment(
                    "manual_pressure_release",
                    Dose(seconds=60, times=3),
                    (7, 5),
                    "Warmth in the evening; sleep on the left side.",
                ),
            ),
            _Visit(
                3,
                "Same shoulder, sleeps better",
                (_Sample("infraspinatus_upper", _R, (_P, _P, _A, _P, _P), 4, 3.5),),
                pains=(SamplePain("front", ("shoulder_front.right",), 4, PainQuality.ACHING),),
                treatment=SampleTreatment(
                    "manual_pressure_release", Dose(seconds=60, times=3), (4, 3)
                ),
                answer=SampleAnswer(Course.BETTER, Course.BETTER, Lasted.DAYS),
            ),
        ),
    ),
    (
        PersonDetails(
            name="Sample: Bruno, headache", year_of_birth=1990, sex=Sex.MALE, height_cm=181
        ),
        (
            _Visit(
                1,
                "Headache at the temple after long days at the screen",
                (
                    _Sample("trapezius_upper_tp1", _L, (_P, _P, _P, _P, _P), 6, 2.1),
                    _Sample("masseter_superficial_mid", _L, (_N, _P, _N, _N, _A), 3),
                ),
                is_open=True,
                pains=(
                    SamplePain(
                        "left",
                        ("head_temple.left", "neck_posterior_triangle.left"),
                        6,
                        PainQuality.THROBBING,
                    ),
                ),
                after=(SamplePain("left", ("head_temple.left",), 3, PainQuality.ACHING),),
            ),
        ),
    ),
    (
        PersonDetails(code="SAMPLE-C", year_of_birth=1966, handedness=Handedness.LEFT),
        (
            _Visit(
                12,
                "Pain low in the back, to the buttock on the left",
                (
                    _Sample(
                        "quadratus_lumborum_superficial_upper", _L, (_P, _P, _A, _N, _P), 6, 4.2
                    ),
                    _Sample(
                        "gluteus_medius_tp1",
                        _L,
                        (_A, _P, _A, _A, _A),
                        3,
                        notes="Tender over a wide area, nothing to be felt in the muscle.",
                    ),
                ),
            ),
        ),
    ),
)


def add_sample_people(*, ports: Ports, body: Body, atlas: Atlas) -> tuple[Person, ...]:
    """Add the sample people with their assessments. Writes; where they are already, adds nothing.

    A trigger point that the atlas gives no place is left out.

    Args:
        ports: Store, clock and ids.
        body: Figure on which the findings are marked.
        atlas: Where their trigger points lie.
    """

    def work(unit: UnitOfWork) -> tuple[Person, ...]:
        there = unit.persons.find((), sample=True, limit=MOST_ON_PAGE, after=None)
        if there:
            return tuple(line.person for line in there)
        chart = _Chart(body, atlas)
        return tuple(_add(unit, ports, chart, *person) for person in _PEOPLE)

    return written(ports, work)


def remove_sample_people(*, ports: Ports) -> int:
    """Remove all sample people and what belongs to them, for good. Writes; returns how many."""
    return written(ports, lambda unit: unit.persons.erase_samples())


def _add(
    unit: UnitOfWork,
    ports: Ports,
    chart: _Chart,
    details: PersonDetails,
    visits: tuple[_Visit, ...],
) -> Person:
    now = ports.clock.now()
    person = Person(**dict(details), id=ports.ids.new(), is_sample=True)
    unit.persons.add(person, at=now)
    before: Assessment | None = None
    for visit in visits:
        when = now - timedelta(days=visit.days_ago)
        findings = (_finding(sample, ports, chart) for sample in visit.findings)
        draft = Assessment(
            id=ports.ids.new(),
            person_id=person.id,
            code=free_code(unit, ports),
            examined_at=when,
            examiner="Sample examiner",
            reason=visit.reason,
            figure=details.figure,
            body_version=chart.body.version,
            findings=tuple(finding for finding in findings if finding is not None),
        )
        if visit.treatment is not None:
            draft = treated(draft, visit.treatment, ports.ids)
        if visit.answer is not None and before is not None:
            draft = answered(draft, before, visit.answer)
        before = draft
        if visit.is_open:
            unit.assessments.add(draft, at=when)
            _draw(unit, ports, chart, draft, visit)
            continue
        finished = draft.changed(
            status=Status.FINISHED, finished_at=when, finished_by=draft.examiner, editions=1
        )
        unit.assessments.add(finished, at=when)
        unit.assessments.add_edition(Edition(1, finished))
        unit.assessments.keep_derived(finished.id, derived_of(finished))
        _draw(unit, ports, chart, finished, visit)
    return person


def _draw(
    unit: UnitOfWork, ports: Ports, chart: _Chart, assessment: Assessment, visit: _Visit
) -> None:
    for occasion, pains in (
        (Occasion.BEFORE_TREATMENT, visit.pains),
        (Occasion.AFTER_TREATMENT, visit.after),
    ):
        if pains:
            add_sample_drawing(unit, ports, chart.body, assessment, pains, occasion=occasion)


def _finding(sample: _Sample, ports: Ports, chart: _Chart) -> TriggerPointFinding | None:
    place = typical_place(sample.trigger_point, sample.laterality, chart.atlas, chart.body)
    if place is None:
        return None
    signs = Signs(**dict(zip(Signs.model_fields, sample.signs, strict=True)))
    felt = ReferralFelt.AS_TYPICAL if signs.referred_sensation is _P else ReferralFelt.NOT_ASKED
    force = sample.kilograms_force_per_cm2
    return TriggerPointFinding(
        id=ports.ids.new(),
        place=place,
        laterality=sample.laterality,
        muscle=chart.atlas.muscle_of(sample.trigger_point).id,
        trigger_point=sample.trigger_point,
        signs=signs,
        pain_on_pressure=PainIntensity(nrs=sample.nrs),
        pressure_pain_threshold=None
        if force is None
        else PressurePainThreshold.entered(force, PressureUnit.KILOGRAM_FORCE_PER_CM2),
        referral=Referral(felt=felt),
        notes=sample.notes,
    )
