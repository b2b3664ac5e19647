"""One record into or out of a store, each in a unit of work of its own."""

from bodymap.records import Assessment, Person
from bodymap.services.assessing.changes import FindingChange
from bodymap.services.kernel.ports import KeptStep, Store
from tests.records.builders import (
    NOON,
    a_drawing,
    a_finding,
    an_assessment,
    an_id,
)


def add(store: Store, *records: Person | Assessment) -> None:
    with store.writing() as unit:
        for record in records:
            (unit.persons if isinstance(record, Person) else unit.assessments).add(record, at=NOON)
        unit.commit()


def save(store: Store, record: Person | Assessment, *, before: Person | Assessment) -> None:
    with store.writing() as unit:
        repository = unit.persons if isinstance(record, Person) else unit.assessments
        repository.save(record, before=before, at=NOON)
        unit.commit()


def kept(store: Store, assessment_id: str) -> Assessment | None:
    with store.reading() as unit:
        return unit.assessments.get(assessment_id)


def a_step(what: str) -> KeptStep:
    change = FindingChange(before=None, after=a_finding(), position=0)
    return KeptStep(what, change.model_dump(mode="json"))


FULL = an_assessment(
    examiner="Kim",
    reason="shoulder",
    notes="first\nsecond",
    subjective="worse at night",
    objective="turns 60 degrees",
    conclusion="neck and shoulder",
    plan="again in a week",
    measures=(
        {"id": "o1", "instrument": "PSFS", "answers": (3, None), "activities": ("lift <b>", "sit")},
        {"id": "o2", "instrument": "GRC", "answers": (-5,)},
        {"id": "o3", "instrument": "OTHER", "name": "NDI", "score": 24.5, "most": 50},
    ),
    treatments=(
        {"id": "t2", "treatment": "eswt", "region": "scapula.right", "laterality": "RIGHT"},
        {
            "id": "t1",
            "treatment": "trigger_point_injection",
            "finding_id": "m1",
            "laterality": "LEFT",
            "dose": {"substance": "saline <b>", "amount_ml": 1.5, "pain_allowed": 0},
            "consent": "GIVEN",
            "twitch": "PRESENT",
            "pain_before": {"nrs": 7, "recall": "NOW"},
            "pain_after": {"nrs": 0, "recall": "NOW"},
            "adverse": ["BRUISING", "PAIN_AFTER"],
            "adverse_other": "dizzy",
            "home_advice": "warm\nand rest",
        },
    ),
    responses=(
        {"id": "t0", "assessment_id": an_id(7), "course": "BETTER", "lasted": "DAYS"},
        {"id": "t9", "assessment_id": an_id(7), "course": "SAME"},
    ),
    findings=(
        a_finding("m2", is_new=True),
        a_finding(
            "m1",
            laterality="LEFT",
            muscle="infraspinatus",
            trigger_point="other",
            signs={"taut_band": "PRESENT", "familiar_pain": "ABSENT"},
            pain_on_pressure={"nrs": 0},
            pressure_pain_threshold={"kilopascals": 98.0665, "entered_in": "kgf/cm2"},
            depth="DEEP",
            referral={"felt": "OTHER", "drawing": a_drawing()},
            notes="<b>firm</b>",
            copied_from="m2",
            continues={"assessment_id": an_id(7), "finding_id": "m0", "course": "BETTER"},
        ),
    ),
)
