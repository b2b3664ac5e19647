"""Visits to report on: of a sample person, of nobody much, and of far too many findings."""

from datetime import UTC, datetime
from functools import cache

from bodymap.body import Body
from bodymap.exchange.report.blocks import Report
from bodymap.exchange.report.options import Books, Options
from bodymap.exchange.report.visit import visit_report
from bodymap.services.assessing.assessments import list_assessments
from bodymap.services.exchanging.visit_records import VisitRecords, visit_records
from bodymap.services.maintaining.samples import add_sample_people
from tests import shipped
from tests.records.builders import a_finding, a_person, a_point, an_assessment
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)


@cache
def figure(name: str) -> Body:
    return shipped.body().as_figure(name)


@cache
def books() -> Books:
    return Books(figure, shipped.atlas(), UTC)


@cache
def alma() -> VisitRecords:
    """Her last visit: one finding, a drawing, and a drawing before."""
    desk = Desk(MemoryStore())
    person, *_ = add_sample_people(ports=desk.ports, body=shipped.body(), atlas=shipped.atlas())
    last, *_ = list_assessments(ports=desk.ports, person_id=person.id)
    return visit_records(assessment_id=last.id, ports=desk.ports)


def plain(count: int, name: str = "Ada Beispiel") -> VisitRecords:
    """A visit with so many findings and no drawing."""
    hit = shipped.body().hit("back", 310.5, 250.5)
    assert hit is not None
    place = a_point(x=310.5, y=250.5, cell=hit.cell, region=hit.region)
    findings = tuple(
        a_finding(f"m{number}", place=place, muscle="infraspinatus", notes=f"note {number}")
        for number in range(count)
    )
    person = a_person(name=name, code="PAT-042")
    return VisitRecords(person, an_assessment(person_id=person.id, findings=findings), (), None)


def reported(visit: VisitRecords, options: Options | None = None) -> Report:
    return visit_report(visit, options or Options(), books())
