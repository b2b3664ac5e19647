"""The Assess page: start or go on, then the body beside the panel of the finding at hand."""

from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError, UnknownAssessment
from bodymap.ui import links
from bodymap.ui.assess import (
    asked_measures,
    chart,
    drawing_panel,
    editions,
    header,
    last_time,
    panel,
    screens,
    start,
    treatments,
    under,
    visit_notes,
)
from bodymap.ui.assess.desk import Desk
from bodymap.ui.problems import in_words
from bodymap.ui.safety import advice
from bodymap.ui.session import Workspace
from bodymap.wording import words_in

TITLE: Final = "Assess"
PATH: Final = "assess"


def show(workspace: Workspace) -> None:
    """Show the page; the address names the assessment and nothing else."""
    assessment_id = st.query_params.get(links.DRAFT)
    if not assessment_id:
        start.draw(workspace, on_started=_open)
        return
    desk = Desk(workspace, assessment_id)
    try:
        shown = under.to_feed(desk, desk.open())
    except UnknownAssessment as error:
        st.warning(in_words(error))
        start.draw(workspace, on_started=_open)
        return
    links.remember_assessment(assessment_id)
    asked = editions.asked_for(desk)
    if asked.edition is not None:
        _read(asked)
        return
    header.draw(desk)
    _work(desk)
    under.feed(shown)


@st.fragment
def _read(desk: Desk) -> None:
    """An earlier edition, as it was; its findings can be looked at one after the other."""
    assessment = desk.open()
    person = desk.person(replace(desk, edition=None).open())
    editions.draw_header(desk, person)
    body, side = st.columns([0.6, 0.4], gap="small")
    with body, st.container(border=True, key="card-body"):
        chart.draw(desk, assessment)
    with side:
        panel.draw(desk, assessment, height_cm=person.height_cm if person else None)


def _open(assessment_id: str) -> None:
    """Put the assessment into the address, so that reload and Back find it again."""
    st.query_params[links.DRAFT] = assessment_id


@st.fragment
def _work(desk: Desk) -> None:
    """Everything that a mark changes, run again without the rest of the page."""
    try:
        assessment = desk.open()
        person = desk.person(assessment)
        lines = under.offered(desk, assessment)
        shown = under.at_hand(desk, assessment, under.chosen(desk, lines))
        covered = shown.covered_by(assessment.findings) if shown else None
        beside = last_time.at_hand(desk, assessment)
    except BodymapError as error:
        st.error(in_words(error))
        st.button("Try again", key="try-again")
        return
    under.fed_again_if_changed(shown)
    header.notice(desk)
    if shown is not None:
        advice.draw(desk.workspace.atlas(), shown.drawing.red_flags, words_in())
    body, side = st.columns([0.6, 0.4], gap="small")
    nothing_at_hand = assessment.finding(desk.state.selected or "") is None
    with side:  # first, as a click is answered here; the browser has drawn its mark already
        if nothing_at_hand:
            last_time.draw_list(desk, assessment, beside)
        height = person.height_cm if person else None
        panel.draw(desk, assessment, height_cm=height, beside=beside)
    with body, st.container(border=True, key="card-body"):
        note = drawing_panel.note(covered)
        ghosts = last_time.ghosts(beside, assessment)
        chart.draw(desk, assessment, under.under(shown, assessment, note), ghosts)
    with side:
        if not nothing_at_hand:
            last_time.draw_list(desk, assessment, beside)
        asked_measures.draw(desk, assessment, beside)
        visit_notes.draw(desk, assessment)
        screens.draw(desk, assessment)
        treatments.draw(desk, assessment)
        drawing_panel.draw(desk, assessment, lines, shown, covered)
