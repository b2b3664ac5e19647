"""The report of this visit as PDF: for whom, with what, on which paper."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.exchange.report.options import Kind, Options, Part
from bodymap.exchange.sheet import Paper
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.report_choice import (
    ReportChoice,
    get_report_choice,
    set_report_choice,
)
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import opened
from bodymap.ui.problems import in_words
from bodymap.ui.report_files import WITH_RECORDS_HELP, Reports, options_of
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


def draw(desk: Desk) -> str | None:
    """Draw the button and, while it is open, what can be chosen; then gives what is printed."""
    pane = opened("Report", key="report")
    if pane is None:
        return None
    with pane:
        options = _options(desk.ports)
        with_records = options.with_identity and _with_records(options)
        reports = Reports(desk.workspace, options, with_records, desk.ports.clock.now())
        try:
            _offer(reports, desk.assessment_id)
            return reports.printed(desk.assessment_id)
        except BodymapError as error:
            st.error(plain(in_words(error)))
            return None


def _offer(reports: Reports, assessment_id: str) -> None:
    file = reports.of_visit(assessment_id)
    st.download_button(
        "Save the report (PDF)",
        # Set when it is asked for; by then nobody can say any more who asks for records.
        file.make,
        file.name,
        "application/pdf",
        on_click="ignore",
        key="report-save",
    )
    st.caption("The browser's own print gives this report too, not the screen.")
    if not reports.options.with_identity:
        st.caption("Notes are printed as they were written: look whether they name somebody.")


def _with_records(options: Options) -> bool:
    return st.checkbox(
        "Put the records into the file",
        value=options.kind is not Kind.PATIENT,
        help=WITH_RECORDS_HELP,
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
    return options_of(chosen, kind, named=named)
