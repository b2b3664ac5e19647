"""One person over several visits, with what does not change filled in."""

from typing import Any

from bodymap.records import Assessment, Course, Person, PersonDetails, TriggerPointFinding
from bodymap.services.assessing.assessments import (
    finish_assessment,
    open_assessment,
    start_assessment,
)
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ports import Ports, Store
from bodymap.services.people.persons import add_person
from bodymap.services.visits.answering import answer_last_time
from bodymap.services.visits.last_time import EarlierFinding, LastTime, last_time
from tests.services.desk import CountedIds, HandClock


class Visits:
    """Calls the services for the visits of one person in one browser window."""

    def __init__(self, store: Store) -> None:
        self.clock = HandClock()
        self.ports = Ports(store=store, clock=self.clock, ids=CountedIds())
        self.person = self.other_person("Ada Beispiel")

    def other_person(self, name: str) -> Person:
        details = PersonDetails(name=name)
        return add_person(details=details, request_id=self.ports.ids.new(), ports=self.ports)

    def start(self, *findings: TriggerPointFinding, person_id: str | None = "") -> Assessment:
        """A new visit a week after the one before."""
        self.clock.move(days=7)
        started = start_assessment(
            request_id=self.ports.ids.new(),
            body_version="1",
            ports=self.ports,
            person_id=self.person.id if person_id == "" else person_id,
        )
        for finding in findings:
            record_finding(self.on(started), finding=finding)
        return self.now(started)

    def finish(self, visit: Assessment) -> Assessment:
        version = self.now(visit).version
        return finish_assessment(
            assessment_id=visit.id, by="Kim", expected_version=version, ports=self.ports
        )

    def finished(self, *findings: TriggerPointFinding) -> Assessment:
        return self.finish(self.start(*findings))

    def on(self, visit: Assessment) -> Editing:
        return Editing(visit.id, "window-1", self.ports)

    def now(self, visit: Assessment) -> Assessment:
        return open_assessment(assessment_id=visit.id, ports=self.ports)

    def finished_of(self, person_id: str) -> tuple[Assessment, ...]:
        with self.ports.store.reading() as unit:
            return unit.assessments.finished_of(person_id)

    def last(self, visit: Assessment) -> LastTime | None:
        return last_time(assessment=self.now(visit), ports=self.ports)

    def earlier(self, visit: Assessment, number: int = 1) -> EarlierFinding:
        last = self.last(visit)
        assert last is not None
        (found,) = [each for each in last.findings if each.number == number]
        return found

    def answer(self, visit: Assessment, course: Course | None, **more: Any) -> Assessment:
        given = {"earlier": self.earlier(visit), "new_id": self.ports.ids.new()} | more
        return answer_last_time(self.on(visit), course=course, **given)
