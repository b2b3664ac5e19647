"""Before there is an assessment: start at once, for a person, or go on with a draft."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import AssessmentSummary
from bodymap.services.assessing.assessments import list_assessments
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.people.persons import is_anybody_recorded
from bodymap.ui import person_form
from bodymap.ui.assess.begin import begin_visit
from bodymap.ui.people import choosing, turning_pages
from bodymap.ui.people.choosing import FIND
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import NOTICE, STATUSES, a_day, plain

MOST_SHOWN: Final = 8
_PERSON: Final = "start-person"
_DRAFTS: Final = "go-on"
_FIND: Final = "go-on-find"


def draw(workspace: Workspace, *, on_started: Callable[[str], None]) -> None:
    """Draw the start; `on_started` is given the id of the assessment to open."""
    st.title("Assess")
    begin, go_on = st.columns(2, gap="large")
    try:
        with begin:
            _begin(workspace, on_started)
        with go_on:
            _go_on(workspace, on_started)
    except BodymapError as error:
        st.error(in_words(error))
        st.button("Try again", key="start-try-again")
    st.caption(NOTICE)


def _begin(workspace: Workspace, on_started: Callable[[str], None]) -> None:
    st.header("Start new")
    chosen = choosing.choose(workspace.ports, key=_PERSON)
    label = f"Start for {plain(chosen.label)}" if chosen else "Start without a person"
    if st.button(label, type="primary", key="start"):
        choosing.clear(_PERSON)
        _start(workspace, chosen.id if chosen else None, on_started)
    if not chosen:
        st.caption("It waits under a short code and can be given to a person later.")
    with st.expander("Add a person", expanded=False):
        added = person_form.draw(workspace, None, key="start-add")
        if added is not None:
            _start(workspace, added.id, on_started)
    if not is_anybody_recorded(ports=workspace.ports):
        with st.container(border=True, key="card-samples"):
            st.write("Nobody is recorded yet. Sample people let you look around first.")
            if st.button("Add sample people", key="start-samples"):
                add_sample_people(
                    body=workspace.body("neutral"), atlas=workspace.atlas(), ports=workspace.ports
                )
                st.rerun()


def _start(workspace: Workspace, person_id: str | None, on_started: Callable[[str], None]) -> None:
    on_started(begin_visit(workspace, person_id))
    st.rerun()


def _go_on(workspace: Workspace, on_started: Callable[[str], None]) -> None:
    st.header("Go on")
    field = st.container()
    query = str(st.session_state.get(_FIND) or "")
    drafts = list_assessments(
        ports=workspace.ports,
        only_open=True,
        limit=MOST_SHOWN,
        after=turning_pages.place(_DRAFTS, query),
        leave_empty=True,
        query=query,
    )
    if query or drafts.total > MOST_SHOWN:
        field.text_input("Find a draft", key=_FIND, live=True, placeholder=FIND, max_chars=200)
    room = MOST_SHOWN - len(drafts)
    if not is_anybody_recorded(ports=workspace.ports, sample=True):
        room = 0
    samples = (
        list_assessments(
            ports=workspace.ports, only_open=True, sample=True, limit=room, query=query
        )
        if room
        else ()
    )
    shown = (*drafts, *samples)
    if not shown and query:
        st.write("No open draft is found.")
    elif not shown:
        st.write("No draft is open. What you start is saved with every step and waits here.")
    for draft in shown:
        if st.button(
            summary_in_a_line(draft), key=f"go-on-{draft.id}", width="stretch", type="secondary"
        ):
            on_started(draft.id)
            st.rerun()
    turning_pages.turn(_DRAFTS, drafts, "drafts")


def summary_in_a_line(summary: AssessmentSummary) -> str:
    """An assessment as the words on a button."""
    who = summary.person_label or f"Code {summary.code}"
    count = summary.finding_count
    marks = f"{count} finding{'' if count == 1 else 's'}"
    day = a_day(summary.examined_at)
    return f"{plain(who)} · {day} · {marks} · {STATUSES[summary.status]}"
