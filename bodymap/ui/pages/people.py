"""The People page: find, add, edit, delete and bring back people, and open their assessments."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError, UnknownPerson
from bodymap.records import AssessmentSummary, Person, PersonSummary, Status
from bodymap.services.assessing.assessments import list_assessments
from bodymap.services.kernel.ports import Deleted
from bodymap.services.maintaining.deleting import (
    delete_assessment,
    delete_person,
    list_deleted,
    restore_assessment,
    restore_drawing,
    restore_person,
)
from bodymap.services.maintaining.samples import add_sample_people, remove_sample_people
from bodymap.services.people.merging import merged_into
from bodymap.services.people.persons import find_persons, is_anybody_recorded, open_person
from bodymap.ui import fields, links, person_form
from bodymap.ui.assess.begin import begin_visit
from bodymap.ui.assess.start import summary_in_a_line
from bodymap.ui.drawings import listed as drawings
from bodymap.ui.people import heading, history, over_time, practice_settings, turning_pages
from bodymap.ui.people.choosing import FIND, in_a_line
from bodymap.ui.practice_clock import same_day
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.top import top
from bodymap.ui.wording import a_day, a_time, plain

TITLE: Final = "People"
PATH: Final = "people"
_UNDO: Final = "people_undo"
_ON_PAGE: Final = 50
_FOUND: Final = "people"
_VISITS: Final = "people-visits"
_WAITING: Final = "people-waiting"
_ARCHIVED: Final = "people-archived-list"


def start(workspace: Workspace) -> None:
    """Show the page under the bare address; an assessment that it names is opened, as it was."""
    draft = st.query_params.get(links.DRAFT)
    if draft:
        links.to_assessment(draft)
    show(workspace)


def show(workspace: Workspace) -> None:
    """Show the page; the address names the person that is open and nothing else."""
    st.title("People")
    try:
        _undo_bar(workspace)
        listed, opened = st.columns([0.4, 0.6], gap="large")
        with listed:
            _list(workspace)
        with opened:
            _opened(workspace, st.query_params.get(links.PERSON))
    except BodymapError as error:
        st.error(in_words(error))
        st.button("Try again", key="people-try-again")
    top.of(st.query_params.get(links.PERSON))


def _undo_bar(workspace: Workspace) -> None:
    """After a deletion: one click brings it back."""
    gone: Deleted | None = st.session_state.get(_UNDO)
    if gone is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="card-undo"):
        st.write(f"{plain(gone.label)} was deleted.")
        st.button("Undo", on_click=_restore, args=(workspace, gone), type="primary", key="undo")


def _restore(workspace: Workspace, gone: Deleted) -> None:
    if gone.kind == "person":
        restore_person(person_id=gone.id, ports=workspace.ports)
        st.query_params[links.PERSON] = gone.id
    elif gone.kind == "drawing":
        restore_drawing(drawing_id=gone.id, ports=workspace.ports)
    else:
        restore_assessment(assessment_id=gone.id, ports=workspace.ports)
    st.session_state.pop(_UNDO, None)


def _list(workspace: Workspace) -> None:
    query = st.text_input(FIND, key="people-find", live=True, max_chars=200)
    people = find_persons(
        ports=workspace.ports,
        query=query,
        limit=_ON_PAGE,
        after=turning_pages.place(_FOUND, query),
    )
    samples = find_persons(ports=workspace.ports, query=query, sample=True)
    links.way(
        links.FIND_RECORDS, "Find records by finding, pain, treatment or tag", key="people-ask"
    )
    with st.expander("Add a person", expanded=not people and not samples and not query):
        added = person_form.draw(workspace, None, key="people-add")
        if added is not None:
            st.query_params[links.PERSON] = added.id
            st.rerun()
    now = workspace.ports.clock.now()
    today = [line for line in people if line.seen_at and same_day(line.seen_at, now)]
    if today:
        st.markdown("**Today**")
        for line in today:
            _line(line)
        if len(today) < len(people):
            st.markdown("**Before**")
    for line in people:
        if line not in today:
            _line(line)
    if not people:
        st.write("Nobody found." if query else "Nobody is recorded yet.")
    turning_pages.turn(_FOUND, people, "people")
    _archived(workspace, query)
    _samples(workspace, samples)
    _deleted(workspace)
    practice_settings.draw(workspace.ports)
    links.way(links.EXCHANGE, "Export and import records", key="people-exchange")


def _line(line: PersonSummary) -> None:
    st.button(
        in_a_line(line),
        key=f"person-{line.id}",
        width="stretch",
        type="primary" if st.query_params.get(links.PERSON) == line.id else "secondary",
        on_click=_open,
        args=(line.id,),
    )


def _open(person_id: str) -> None:
    st.query_params[links.PERSON] = person_id


def _samples(workspace: Workspace, samples: Sequence[PersonSummary]) -> None:
    st.header("Sample people")
    st.caption("Made up, to look around with. They live apart from real ones.")
    for line in samples:
        _line(line)
    if samples or is_anybody_recorded(ports=workspace.ports, sample=True):
        if st.button("Remove all sample people", key="samples-remove"):
            remove_sample_people(ports=workspace.ports)
            st.query_params.clear()
            st.rerun()
    elif st.button("Add sample people", key="samples-add"):
        add_sample_people(
            body=workspace.body("neutral"), atlas=workspace.atlas(), ports=workspace.ports
        )
        st.rerun()


def _archived(workspace: Workspace, query: str) -> None:
    """Who is archived: shown when asked, by a name or by unfolding."""
    found = find_persons(
        ports=workspace.ports,
        query=query,
        archived=True,
        limit=_ON_PAGE,
        after=turning_pages.place(_ARCHIVED, query),
    )
    if not found:
        return
    inside = (
        st.container()
        if query
        else fields.unfolded(f"Archived ({found.total})", key="people-archived")
    )
    if inside is None:
        return
    with inside:
        if query:
            st.markdown("**Archived**")
        for line in found:
            _line(line)
        turning_pages.turn(_ARCHIVED, found, "people")


def _deleted(workspace: Workspace) -> None:
    gone = list_deleted(ports=workspace.ports)
    if not gone:
        return
    inside = fields.unfolded(f"Deleted ({len(gone)})", key="people-deleted")
    if inside is None:
        return
    with inside:
        st.caption("Can be brought back for 30 days.")
        for record in gone:
            when = record.deleted_at
            st.button(
                f"Bring back {plain(record.label)} · {a_day(when)}, {a_time(when)}",
                key=f"restore-{record.id}",
                on_click=_restore,
                args=(workspace, record),
                width="stretch",
            )


def _opened(workspace: Workspace, person_id: str | None) -> None:
    if person_id is None:
        _waiting(workspace)
        return
    with st.container(key="people-opened"):
        _person(workspace, person_id)


def _person(workspace: Workspace, person_id: str) -> None:
    try:
        person = open_person(person_id=person_id, ports=workspace.ports)
    except UnknownPerson:
        whole = merged_into(person_id=person_id, ports=workspace.ports)
        if whole is None:
            raise
        st.info(f"This record was merged into that of {plain(whole.label)}.")
        person = whole
    heading.name(person)
    visits = list_assessments(
        ports=workspace.ports,
        person_id=person.id,
        limit=_ON_PAGE,
        after=turning_pages.place(_VISITS, person.id),
    )
    _finished_now()
    st.write(plain(how_it_stands(visits)))
    heading.actions(workspace, person, _delete_person)
    _assessments(workspace, visits)
    turning_pages.turn(_VISITS, visits, "assessments")
    drawings.of_person(workspace, person, _note_deleted)
    over_time.draw(workspace, person)
    history.draw(workspace, person)


def how_it_stands(visits: Sequence[AssessmentSummary]) -> str:
    """The last visit with its reason, and what is still open; in one or two sentences."""
    last = next((each for each in visits if each.editions), None)
    still = [a_day(each.examined_at) for each in visits if each.status is Status.DRAFT]
    told = "No visit is finished yet."
    if last is not None:
        reason = f": {last.reason}" if last.reason else ""
        told = f"Last visit {a_day(last.examined_at)}{reason}."
    return f"{told} Not finished: {', '.join(still)}." if still else told


def _finished_now() -> None:
    """After an assessment was finished: that it was, and by whom."""
    said = st.session_state.pop(links.FINISHED_NOW, None)
    if said is not None:
        st.success(plain(said))


def _waiting(workspace: Workspace) -> None:
    if st.button("Start without a person", key="start-without"):
        links.to_assessment(begin_visit(workspace, None))
    st.header("Assessments without a person")
    waiting = list_assessments(
        ports=workspace.ports,
        only_waiting=True,
        limit=_ON_PAGE,
        after=turning_pages.place(_WAITING),
    )
    if not waiting:
        st.write("None. Choose a person on the left to see theirs.")
    else:
        _assessments(workspace, waiting)
    turning_pages.turn(_WAITING, waiting, "assessments")
    drawings.waiting(workspace, _note_deleted)


def _assessments(workspace: Workspace, summaries: Sequence[AssessmentSummary]) -> None:
    if not summaries:
        st.write("No assessment yet.")
    for summary in summaries:
        with st.container(horizontal=True, vertical_alignment="center", key=f"listed-{summary.id}"):
            if st.button(summary_in_a_line(summary), key=f"open-{summary.id}", width="stretch"):
                links.to_assessment(summary.id)
            st.button(
                "Delete",
                key=f"delete-{summary.id}",
                on_click=_delete_assessment,
                args=(workspace, summary),
            )


def _note_deleted(gone: Deleted) -> None:
    st.session_state[_UNDO] = gone


def _delete_person(workspace: Workspace, person: Person) -> None:
    delete_person(person_id=person.id, ports=workspace.ports)
    st.query_params.clear()
    now = workspace.ports.clock.now()
    st.session_state[_UNDO] = Deleted("person", person.id, person.label, now)


def _delete_assessment(workspace: Workspace, summary: AssessmentSummary) -> None:
    delete_assessment(assessment_id=summary.id, ports=workspace.ports)
    now = workspace.ports.clock.now()
    label = f"The assessment of {a_day(summary.examined_at)}"
    st.session_state[_UNDO] = Deleted("assessment", summary.id, label, now)
