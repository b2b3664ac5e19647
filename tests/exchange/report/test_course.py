"""A report of all visits says each of them, and what was not recorded is not made up."""

import re

from bodymap.exchange.report.blocks import Picture, Report, Table
from bodymap.exchange.report.course import course_report
from bodymap.exchange.report.options import Options
from bodymap.exchange.sheet import Paper
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.visits.time_line import Event, time_line
from tests import shipped
from tests.exchange.report.visits import books
from tests.records.builders import NOON, a_finding, a_person, an_assessment
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

LETTER = Options(paper=Paper.LETTER, large=True, letterhead="Praxis", to_sign=True)


def of_alma(options: Options | None = None) -> Report:
    desk = Desk(MemoryStore())
    person, *_ = add_sample_people(ports=desk.ports, body=shipped.body(), atlas=shipped.atlas())
    days = time_line(person_id=person.id, body=shipped.body(), ports=desk.ports)
    return course_report(person, days, options or Options(), books())


def table(report: Report, heading: str) -> Table:
    (found,) = (
        block
        for section in report.sections
        if section.heading == heading
        for block in section.blocks
        if isinstance(block, Table)
    )
    return found


def test_every_day_has_its_row_and_every_finding_its_course() -> None:
    report = of_alma()

    days = table(report, "Visit by visit").rows
    assert [row[0] for row in days] == ["1 February 2026", "26 February 2026"]
    assert all("Front of the shoulder, right" in row[2] for row in days)
    first, second = table(report, "Finding by finding").rows
    assert first[0].startswith("Infraspinatus (")
    assert second[0] != first[0]
    assert second[-1] == "not recorded"
    assert first[-1] == "Active, pain 4, 3.5 kgf/cm²"


def test_what_was_not_recorded_says_so() -> None:
    visits = (
        an_assessment(findings=(a_finding("m1", muscle="infraspinatus"),)),
        an_assessment(examined_at=NOON.replace(month=4)),
    )
    days = [Event(visit.examined_at, visit) for visit in visits]
    report = course_report(a_person(code="PAT-042"), days, Options(with_identity=False), books())

    assert table(report, "Finding by finding").rows == (
        ("Infraspinatus, right", "not examined", "not recorded"),
    )
    assert [row[2:5] for row in table(report, "Visit by visit").rows] == [
        ("nothing drawn", "", "1, 0 of them active"),
        ("nothing drawn", "", "none"),
    ]
    assert report.about == ("PAT-042", "1 March 2026 to 1 April 2026")
    assert "Ada" not in "\n".join(report.texts())


def test_the_picture_has_one_body_for_each_day_up_to_twelve() -> None:
    days = [Event(NOON.replace(day=n), an_assessment()) for n in range(1, 15)]
    report = course_report(a_person(), days, Options(), books())

    (picture,) = (b for s in report.sections for b in s.blocks if isinstance(b, Picture))
    assert "the last 12 of 14" in picture.caption
    places = set(re.findall(r'<g transform="translate\((\d+ \d+)\)"><svg', picture.svg))
    assert len(places) == 12
    assert "<text" not in picture.svg
