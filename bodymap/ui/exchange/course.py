"""The report of all visits of one person, as PDF."""

from functools import partial

import streamlit as st

from bodymap.exchange.report.course import course_report
from bodymap.exchange.report.pdf import to_pdf
from bodymap.exchange.report.visit import Books, Options
from bodymap.exchange.sheet import Paper
from bodymap.records import Person
from bodymap.services.maintaining.report_choice import get_report_choice
from bodymap.services.maintaining.time_zone import get_time_zone
from bodymap.services.visits.time_line import time_line
from bodymap.ui.fields import opened
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.session import Workspace


def draw(workspace: Workspace, person: Person) -> None:
    """Draw the button and, while it is open, what can be chosen; nothing where nobody came yet."""
    ports = workspace.ports
    pane = opened("Report of all visits", key="course")
    if pane is None:
        return
    with pane:
        body = workspace.body(person.figure)
        days = time_line(person_id=person.id, body=body, ports=ports)
        if not days:
            st.caption("No visit and no drawing is finished yet.")
            return
        kept = get_report_choice(ports=ports)
        named = st.checkbox("Say who it is", value=True, key="course-named")
        options = Options(
            with_identity=named,
            paper=Paper.LETTER if kept.paper == Paper.LETTER else Paper.A4,
            large=kept.large,
            letterhead=kept.letterhead,
            to_sign=kept.to_sign,
        )
        now = ports.clock.now()
        books = Books(workspace.body, workspace.atlas(), get_time_zone(ports=ports))
        report = course_report(person, days, options, books)
        st.download_button(
            "Save the report (PDF)",
            partial(to_pdf, report, at=now),
            f"bodymap-course-{in_practice(now):%Y-%m-%d}.pdf",
            "application/pdf",
            on_click="ignore",
            key="course-save",
        )
        st.caption("Paper, letterhead and type are those of the last report of a visit.")
