"""What is removed for good leaves no trace in the file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bodymap.records import PersonDetails, TreatmentRecord
from bodymap.services.assessing.assessments import (
    amend_assessment,
    finish_assessment,
    start_assessment,
)
from bodymap.services.assessing.findings import record_finding
from bodymap.services.drawing.drawings import amend_drawing, finish_drawing, start_drawing
from bodymap.services.drawing.marks import describe_mark, put_mark, say_no_pain
from bodymap.services.handing_over.hand_over import hand_over_by_link
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.deleting import delete_person, purge
from bodymap.services.people.persons import add_person
from bodymap.services.visits.treating import record_treatment
from bodymap.store import open_store
from bodymap.store.engine import FILE_NAME
from tests import shipped
from tests.records.builders import a_finding, a_mark

CANARY = "Quastenflosser"
ON_THE_NOSE = {
    "figure": "neutral",
    "body_version": "1",
    "views": [{"view": "front", "strokes": [{"kind": "REGION", "region": "nose"}]}],
}


class Clock:
    time = datetime(2026, 3, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


def test_nothing_of_an_erased_person_is_left_in_the_file(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    ports = Ports(store=store, clock=clock, ids=SystemIds())
    person = add_person(
        details=PersonDetails(name=f"{CANARY} 1", code=f"{CANARY}-2", tags=(f"{CANARY} 30",)),
        request_id="a",
        ports=ports,
    )
    draft = start_assessment(
        body_version="1",
        request_id="b",
        ports=ports,
        person_id=person.id,
        reason=f"{CANARY} 3",
        examiner=f"{CANARY} 31",
    )
    for number in range(30):
        draft = record_finding(
            Editing(draft.id, f"{CANARY}-5", ports),
            finding=a_finding(f"m{number}", notes=f"{CANARY} 4 " * 100),
        )
    done = {"adverse_other": f"{CANARY} 20", "home_advice": f"{CANARY} 21"}
    draft = record_treatment(
        Editing(draft.id, f"{CANARY}-5", ports),
        treatment=TreatmentRecord.checked(
            {"id": "t1", "treatment": "eswt", "dose": {"other": f"{CANARY} 22"}} | done
        ),
    )
    finished = finish_assessment(
        assessment_id=draft.id, by=f"{CANARY} 6", expected_version=draft.version, ports=ports
    )
    amend_assessment(
        assessment_id=draft.id,
        because=f"{CANARY} 7",
        expected_version=finished.version,
        ports=ports,
    )
    drawing = start_drawing(body_version="1", request_id="c", ports=ports, assessment_id=draft.id)
    link = hand_over_by_link(drawing_id=drawing.id, ports=ports)
    easel = Editing(draft_id=drawing.id, client_id=f"{CANARY}-8", ports=ports)
    mark = a_mark(qualities=("OTHER",), other_quality=f"{CANARY} 9", drawing=ON_THE_NOSE)
    put_mark(easel, mark=mark, body=shipped.body())
    finish_drawing(
        drawing_id=drawing.id,
        body=shipped.body(),
        by=f"{CANARY} 10",
        expected_version=2,
        ports=ports,
    )
    amend_drawing(drawing_id=drawing.id, because=f"{CANARY} 11", expected_version=3, ports=ports)
    say_no_pain(easel, no_pain=False)
    describe_mark(easel, mark_id=mark.id, answers={"other_quality": f"{CANARY} 12"})
    store.close()
    assert CANARY.encode() in (tmp_path / FILE_NAME).read_bytes()

    delete_person(person_id=person.id, ports=ports)
    clock.time += timedelta(days=31)
    purge(ports=ports)
    store.close()

    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert CANARY.casefold().encode() not in left.lower()
    assert person.id.encode() not in left
    assert draft.id.encode() not in left
    assert drawing.id.encode() not in left
    assert link.hand_over.digest.encode() not in left
