"""The report of this visit as PDF: for whom, with what, on which paper."""

import io
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.forms import Form, write_records
from bodymap.exchange.report.pdf import to_pdf
from bodymap.exchange.report.visit import Books, Kind, Options, Part, file_name, visit_report
from bodymap.exchange.sheet import Paper
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.visit_records import VisitRecords, visit_records
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.report_choice import (
    ReportChoice,
    get_report_choice,
    set_report_choice,
)
from bodymap.services.maintaining.time_zone import get_time_zone
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import opened
from bodymap.ui.problems import in_words
from bodymap.ui.wording import plain

_KINDS: Final = {
    Kind.VISIT: "A colleague, as tables",
    Kind.LETTER: "A colleague, as a letter",
    Kind.PATIENT: "The person, one plain page",
}
_PARTS: Final = {
    Part.PICTURE: "Body",
    Part.FINDINGS: "Findings",
    Part.DRAWING: "Drawn pain",
    Part.CHANGE: "Change",
    Part.TREATMENT: "Treatment",
    Part.COVERED: "Pain covered",
    Part.NOTES: "Notes",
}
_PAPERS: Final = {Paper.A4: "A4", Paper.LETTER: "Letter"}


def draw(desk: Desk) -> None:
    """Draw the button and, while it is open, what can be chosen."""
    pane = opened("Report", key="report")
    if pane is None:
        return
    with pane:
        options = _options(desk.ports)
        try:
            _offer(desk, options, with_records=options.with_identity and _with_records(options))
        except BodymapError as error:
            st.error(plain(in_words(error)))


def _offer(desk: Desk, options: Options, *, with_records: bool) -> None:
    ports = desk.ports
    records = visit_records(assessment_id=desk.assessment_id, ports=ports)
    books = Books(desk.workspace.body, desk.workspace.atlas(), get_time_zone(ports=ports))
    now = ports.clock.now()
    attached = _attached(records, ports, books, now) if with_records else {}
    st.download_button(
        "Save the report (PDF)",
        partial(_pdf, records, options, books, now, attached),
        file_name(records, options, books),
        "application/pdf",
        on_click="ignore",
        key="report-save",
    )
    if not options.with_identity:
        st.caption("Notes are printed as they were written: look whether they name somebody.")


def _with_records(options: Options) -> bool:
    return st.checkbox(
        "Put the records into the file",
        value=options.kind is not Kind.PATIENT,
        help="All of this visit, also what is not printed, and once more as FHIR R4 for other "
        "programs. Dropped on Export and import, the file brings them back.",
        key=f"report-records-{options.kind}",
    )


def _options(ports: Ports) -> Options:
    """What is chosen; all but whom it is for and whether it names them is kept for the next one."""
    kept = get_report_choice(ports=ports)
    kind = st.radio("For", list(_KINDS), format_func=_KINDS.__getitem__, key="report-kind")
    left_out = frozenset(kept.left_out)
    if kind is not Kind.PATIENT:
        left_out = frozenset(
            part.value
            for part, name in _PARTS.items()
            if not st.checkbox(name, value=part not in left_out, key=f"with-{part}")
        )
    papers = list(_PAPERS)
    paper = st.radio(
        "Paper",
        papers,
        index=next((n for n, each in enumerate(papers) if each == kept.paper), 0),
        format_func=_PAPERS.__getitem__,
        horizontal=True,
        key="report-paper",
    )
    named = st.checkbox("Say who it is", value=True, key="report-named")
    large = st.checkbox("Large type", value=kept.large, key="report-large")
    to_sign = st.checkbox("A line to sign on", value=kept.to_sign, key="report-to-sign")
    letterhead = st.text_area(
        "Letterhead",
        value=kept.letterhead,
        max_chars=300,
        height=80,
        help="Name and address of the practice; stands on every report.",
        key="report-letterhead",
    )
    chosen = ReportChoice.checked(
        {
            "left_out": tuple(sorted(left_out)),
            "paper": paper.value,
            "large": large,
            "to_sign": to_sign,
            "letterhead": letterhead,
        }
    )
    if chosen != kept:
        set_report_choice(choice=chosen, ports=ports)
    return Options(
        kind=kind,
        parts=frozenset(part for part in Part if part.value not in left_out),
        with_identity=named,
        paper=paper,
        large=large,
        letterhead=chosen.letterhead,
        to_sign=to_sign,
    )


def _attached(records: VisitRecords, ports: Ports, books: Books, at: datetime) -> dict[Form, bytes]:
    """The records of this visit, to go along with its report: for Bodymap, and for others."""
    chosen = choose(Selection(assessment_ids=(records.assessment.id,)), ports=ports)
    mapper = Mapper(books.figure, books.atlas)
    made: dict[Form, bytes] = {}
    for form in (Form.ARCHIVE, Form.FHIR_R4):
        target = io.BytesIO()
        write_records(target, gather(chosen, ports=ports), form=form, at=at, mapper=mapper)
        made[form] = target.getvalue()
    return made


def _pdf(
    records: VisitRecords,
    options: Options,
    books: Books,
    at: datetime,
    attached: Mapping[Form, bytes],
) -> bytes:
    """The file, made when it is asked for; by then nobody can say any more who asks for records."""
    return to_pdf(
        visit_report(records, options, books),
        at=at,
        records=attached.get(Form.ARCHIVE),
        bundle=attached.get(Form.FHIR_R4),
    )
