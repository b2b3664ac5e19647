"""Reports of the records kept here as files; each is read now and set when it is asked for."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.forms import Form, write_records
from bodymap.exchange.report.blocks import Report
from bodymap.exchange.report.course import course_report
from bodymap.exchange.report.html import to_html
from bodymap.exchange.report.many import ReportFile
from bodymap.exchange.report.options import Books, Kind, Options, Part
from bodymap.exchange.report.pdf import to_pdf
from bodymap.exchange.report.visit import file_name, visit_report
from bodymap.exchange.sheet import Paper
from bodymap.records import Person
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.visit_records import visit_records
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.report_choice import ReportChoice
from bodymap.services.maintaining.time_zone import get_time_zone
from bodymap.services.visits.time_line import time_line
from bodymap.ui.session import Workspace

WITH_RECORDS_HELP: Final = (
    "All of it, also what is not printed, and once more as FHIR R4 for other programs. Dropped on "
    "Export and import, the file brings the records back."
)


def options_of(choice: ReportChoice, kind: Kind, *, named: bool) -> Options:
    """What was chosen for a report, with what is asked each time."""
    return Options(
        kind=kind,
        parts=frozenset(part for part in Part if part.value not in choice.left_out),
        with_identity=named,
        paper=Paper.LETTER if choice.paper == Paper.LETTER else Paper.A4,
        large=choice.large,
        letterhead=choice.letterhead,
        to_sign=choice.to_sign,
    )


@dataclass(frozen=True)
class Reports:
    """Makes reports as files, and one of them as the browser prints it.

    Attributes:
        workspace: Records, figure and atlas.
        options: What was chosen.
        with_records: Whether each carries its records; one that names nobody never does.
        at: When they are made.
    """

    workspace: Workspace
    options: Options
    with_records: bool
    at: datetime

    def printed(self, assessment_id: str) -> str:
        """The report of one visit as HTML; raises as `of_visit`."""
        visit = visit_records(assessment_id=assessment_id, ports=self._ports)
        return to_html(visit_report(visit, self.options, self._books))

    def of_visit(self, assessment_id: str) -> ReportFile:
        """The report of one visit.

        Raises:
            UnknownAssessment: there is none, or it is deleted.
            BodyError: something was recorded on another version of the body.
        """
        visit, books = visit_records(assessment_id=assessment_id, ports=self._ports), self._books
        return self._file(
            visit.person,
            file_name(visit, self.options, books),
            partial(visit_report, visit, self.options, books),
            Selection(assessment_ids=(assessment_id,)),
        )

    def of_course(self, person: Person) -> ReportFile | None:
        """The report of all visits of a person; None where nothing is finished yet."""
        body = self.workspace.body(person.figure)
        days = time_line(person_id=person.id, body=body, ports=self._ports)
        if not days:
            return None
        day = self.at.astimezone(self._books.zone)
        return self._file(
            person,
            f"bodymap-course-{day:%Y-%m-%d}.pdf",
            partial(course_report, person, days, self.options, self._books),
            Selection(person_ids=(person.id,)),
        )

    def _file(
        self,
        person: Person | None,
        name: str,
        report: Callable[[], Report],
        selection: Selection,
    ) -> ReportFile:
        carried = self._carried(selection)

        def make() -> bytes:
            records, bundle = carried.get(Form.ARCHIVE), carried.get(Form.FHIR_R4)
            return to_pdf(report(), at=self.at, records=records, bundle=bundle)

        named = self.options.with_identity
        whose = (person.label if named else person.code) if person else ""
        return ReportFile(whose, person.id if person else None, name, make)

    def _carried(self, selection: Selection) -> dict[Form, bytes]:
        """The records, to go along with their report: for Bodymap, and for others."""
        if not (self.with_records and self.options.with_identity):
            return {}
        chosen = choose(selection, ports=self._ports)
        mapper = Mapper(self._books.figure, self._books.atlas)
        made: dict[Form, bytes] = {}
        for form in (Form.ARCHIVE, Form.FHIR_R4):
            target = io.BytesIO()
            records = gather(chosen, ports=self._ports)
            write_records(target, records, form=form, at=self.at, mapper=mapper)
            made[form] = target.getvalue()
        return made

    @property
    def _ports(self) -> Ports:
        return self.workspace.ports

    @property
    def _books(self) -> Books:
        ports = self.workspace.ports
        return Books(self.workspace.body, self.workspace.atlas(), get_time_zone(ports=ports))
