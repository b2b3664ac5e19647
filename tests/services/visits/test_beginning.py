"""An empty visit of today is gone on with; one in which anything stands is not."""

from dataclasses import replace
from typing import Any

import pytest

from bodymap.records import TreatmentRecord
from bodymap.services.assessing.findings import edit_assessment
from bodymap.services.drawing.drawings import start_drawing
from bodymap.services.visits.beginning import empty_visit_today
from bodymap.services.visits.measuring import answer_measure
from bodymap.services.visits.treating import record_treatment
from tests.records.builders import a_finding
from tests.services.visits.desk import Visits


def found(visits: Visits) -> str | None:
    visit = empty_visit_today(person_id=visits.person.id, ports=visits.ports)
    return visit and visit.id


def test_an_empty_visit_of_today_is_found_and_one_of_another_day_or_person_is_not(
    visits: Visits,
) -> None:
    assert found(visits) is None
    other = visits.other_person("Bo")
    visits.start(person_id=other.id)
    assert found(visits) is None

    visit = visits.start()
    assert found(visits) == visit.id
    visits.clock.move(days=1)
    assert found(visits) is None


def test_a_finished_visit_is_not_gone_on_with(visits: Visits) -> None:
    visits.finished()

    assert found(visits) is None


@pytest.mark.parametrize("what", ["finding", "reason", "plan", "treatment", "measure", "drawing"])
def test_a_visit_in_which_anything_stands_is_not_empty(visits: Visits, what: str) -> None:
    visit = visits.start(*([a_finding()] if what == "finding" else []))
    draft: Any = visits.on(visit)
    if what in {"reason", "plan"}:
        edit_assessment(replace(draft, expected_version=visit.version), changes={what: "neck"})
    elif what == "treatment":
        record_treatment(draft, treatment=TreatmentRecord(id="t1", treatment="eswt"))
    elif what == "measure":
        answer_measure(draft, instrument="PEG", number=0, value=3, was=None, new_id="o1")
    elif what == "drawing":
        start_drawing(body_version="1", request_id="d", ports=visits.ports, assessment_id=visit.id)

    assert found(visits) is None
