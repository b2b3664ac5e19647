"""Reports of many visits as one zip, or of one as PDF: what is chosen, and the making."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

import streamlit as st

from bodymap.errors import UnknownAssessment, UnknownPerson
from bodymap.exchange.report.many import ReportFile, write_reports
from bodymap.exchange.report.options import Kind
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.exchanging.gathering import Selection, choose
from bodymap.services.maintaining.report_choice import get_report_choice
from bodymap.services.people.persons import open_person
from bodymap.ui.exchange.working import working
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.report_files import WITH_RECORDS_HELP, Reports, options_of
from bodymap.ui.session import Workspace

MOST: Final = 300
"""Most reports in one file; each may have half a megabyte, and a page holds them in memory."""
_KINDS: Final = {
    Kind.VISIT: "A colleague, as tables",
    Kind.LETTER: "A colleague, as a letter",
    Kind.PATIENT: "The person, one plain page",
    Kind.COURSE: "All visits of a person in one",
}


class Wanted(NamedTuple):
    """What was chosen.

    Attributes:
        of: Whose records.
        kind: What each report is about.
        named: Whether it says who it is.
        with_records: Whether it carries its records.
    """

    of: Selection
    kind: Kind
    named: bool
    with_records: bool


def wanted(selection: Selection) -> Wanted:
    """Draw what can be chosen."""
    kind = st.radio("For", list(_KINDS), format_func=_KINDS.__getitem__, key="reports-kind")
    named = st.checkbox("Say who it is", value=True, key="reports-named")
    with_records = named and st.checkbox(
        "Put the records into each file",
        value=kind is not Kind.PATIENT,
        help=WITH_RECORDS_HELP,
        key=f"reports-records-{kind}",
    )
    st.caption("Paper, parts, letterhead and type are those of the last report in Assess.")
    return Wanted(selection, kind, named, with_records)


class Made(NamedTuple):
    """What was made.

    Attributes:
        name: Of the file.
        mime: Its type.
        data: The file.
        reports: How many it holds.
    """

    name: str
    mime: str
    data: bytes
    reports: int


def make(workspace: Workspace, asked: Wanted) -> Made | None:
    """Make what was chosen; None, after a word about it, where that is nothing or too much.

    A visit that was never finished has no report.
    """
    ports, now = workspace.ports, workspace.ports.clock.now()
    chosen = choose(asked.of, ports=ports).ids
    ids = chosen["person" if asked.kind is Kind.COURSE else "assessment"]
    if len(ids) > MOST:
        st.warning(
            f"These would be {len(ids):,} reports, and one file takes {MOST}. Choose fewer people."
        )
        return None
    options = options_of(get_report_choice(ports=ports), asked.kind, named=asked.named)
    reports = Reports(workspace, options, asked.with_records, now)
    target = io.BytesIO()
    with working("Making the reports", len(ids), key="reports-making", at_once=1) as so_far:
        files = _files(reports, asked.kind, ids, so_far)
        if len(ids) == 1 and (file := next(files, None)) is not None:
            return Made(file.name, "application/pdf", file.make(), 1)
        count = write_reports(target, files, at=now)
    if not count:
        st.info("No visit is finished yet, so there is nothing to report.")
        return None
    name = f"bodymap-reports-{in_practice(now):%Y-%m-%d}.zip"
    return Made(name, "application/zip", target.getvalue(), count)


def _files(
    reports: Reports, kind: Kind, ids: Sequence[str], so_far: Callable[[int], None]
) -> Iterator[ReportFile]:
    """Each report that there is; how far it is is said once the one before was made."""
    for number, record_id in enumerate(ids, start=1):
        file = None
        with suppress(UnknownAssessment, UnknownPerson):  # deleted meanwhile
            file = _file(reports, kind, record_id)
        if file is not None:
            yield file
        so_far(number)


def _file(reports: Reports, kind: Kind, record_id: str) -> ReportFile | None:
    ports = reports.workspace.ports
    if kind is Kind.COURSE:
        return reports.of_course(open_person(person_id=record_id, ports=ports))
    was_finished = open_assessment(assessment_id=record_id, ports=ports).editions > 0
    return reports.of_visit(record_id) if was_finished else None
