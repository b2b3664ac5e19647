"""Those who come: a new one, one for the third time, one with pelvic pain, one who drew at home."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bodymap.body import Body
from bodymap.records import Assessment, PersonDetails, PressurePainThreshold
from bodymap.records.continuing import Course
from bodymap.records.treatment import TreatmentRecord
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.drawing.drawings import finish_drawing, start_drawing
from bodymap.services.drawing.marks import describe_mark, fill_regions
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.maintaining.settings import set_examiner_name
from bodymap.services.people.persons import add_person
from bodymap.services.visits.treating import answer_treatment, record_treatment
from bodymap.store import open_store
from tests.records.builders import a_finding, a_point

AGAIN, PELVIC, DREW, THREE = "Berta Again", "Carla Pelvic", "Dora Drew", "Emil Three"
SIGNS = {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT", "familiar_pain": "PRESENT"}


@dataclass(frozen=True)
class DaysAgo:
    """A clock that is so many days behind."""

    days: int

    def now(self) -> datetime:
        return datetime.now(UTC) - timedelta(days=self.days)


def record_those_who_come(folder: Path) -> None:
    """Make what was recorded before this hour."""
    store = open_store(folder)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    set_examiner_name(name="Kim", ports=ports)
    made = {
        name: add_person(
            details=PersonDetails(name=name, sex="FEMALE", figure="female"),
            request_id=f"person:{number}",
            ports=ports,
        )
        for number, name in enumerate((AGAIN, PELVIC, DREW))
    }
    for days, nrs in ((21, 8), (7, 6)):
        _visit(ports, made[AGAIN].id, days, nrs)
    _drawing(ports, made[DREW].id, {"shoulder_front.right": 6})
    store.close()


def record_three_visits(folder: Path) -> None:
    """Two visits with a treatment each, and a third; what came of it; drawings at the last two."""
    store = open_store(folder)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    details = PersonDetails(name=THREE)
    person = add_person(details=details, request_id="three", ports=ports).id
    first = _visit(ports, person, 42, 8, kilopascals=150)
    second = _visit(ports, person, 28, 6, kilopascals=160, after=first, course=Course.BETTER)
    _visit(ports, person, 14, 3, kilopascals=180, after=second, course=Course.SAME, treated=False)
    both = {"shoulder_front.right": 6, "hand_palm.right": 4}
    _drawing(ports, person, both, days_ago=28)
    _drawing(ports, person, {"shoulder_front.right": 2}, days_ago=14)
    store.close()


def _visit(
    ports: Ports,
    person_id: str,
    days_ago: int,
    nrs: int,
    *,
    kilopascals: float = 200,
    after: Assessment | None = None,
    course: Course = Course.SAME,
    treated: bool = True,
) -> Assessment:
    visit = start_assessment(
        request_id=f"visit:{person_id}:{days_ago}",
        body_version="1",
        ports=ports,
        person_id=person_id,
        reason="shoulder",
        examined_at=datetime.now(UTC) - timedelta(days=days_ago),
    )
    draft = Editing(visit.id, "before", ports)
    finding = a_finding(
        "m1",
        place=a_point(),
        muscle="infraspinatus",
        trigger_point="infraspinatus_medial",
        signs=SIGNS,
        pain_on_pressure={"nrs": nrs},
        pressure_pain_threshold=PressurePainThreshold(kilopascals=kilopascals),
    )
    visit = record_finding(draft, finding=finding)
    if treated:
        done = TreatmentRecord(id="t1", treatment="manual_pressure_release", finding_id="m1")
        visit = record_treatment(draft, treatment=done)
    if after is not None:
        visit = answer_treatment(
            draft, assessment_id=after.id, treatment_id="t1", course=course, was=None
        )
    shown = visit.version
    return finish_assessment(assessment_id=visit.id, by="Kim", expected_version=shown, ports=ports)


def _drawing(ports: Ports, person_id: str, pains: dict[str, int], *, days_ago: int = 0) -> None:
    """What was drawn on a telephone: whole regions, each with its pain."""
    ports = replace(ports, clock=DaysAgo(days_ago))
    body = Body.load()
    drawing = start_drawing(
        request_id=f"drawing:{person_id}:{days_ago}",
        body_version=body.version,
        ports=ports,
        person_id=person_id,
    )
    draft = Editing(drawing.id, "telephone", ports)
    for number, (region, nrs) in enumerate(pains.items()):
        mark = f"mark-000{number}"
        fill_regions(draft, mark_id=mark, regions=(region,), body=body)
        answers = {"intensity": {"nrs": nrs, "recall": "NOW"}}
        kept = describe_mark(draft, mark_id=mark, answers=answers)
    finish_drawing(drawing_id=drawing.id, body=body, expected_version=kept.version, ports=ports)
