"""Who is open on the People page, and what can be done with a person as a whole."""

from collections.abc import Callable

import streamlit as st

from bodymap.records import Person
from bodymap.services.people.persons import archive_person, take_out_of_archive
from bodymap.ui import fields, links, person_form
from bodymap.ui.assess.begin import begin_visit
from bodymap.ui.people import merge_form
from bodymap.ui.session import Workspace
from bodymap.ui.wording import about_person, plain


def name(person: Person) -> None:
    """Show who it is, with tags and what else is known."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain(person.label), width="content")
        if person.is_sample:
            st.badge("sample", color="orange")
        if person.is_archived:
            st.badge("archived", color="gray")
        for tag in person.tags:
            st.badge(plain(tag), color="blue")
    st.caption(plain(about_person(person) or "Nothing more is recorded."))


def actions(workspace: Workspace, person: Person, on_delete: Callable[..., None]) -> None:
    """Begin a visit, edit, merge, export, archive, delete."""
    with st.container(horizontal=True):
        if person.is_archived:
            _archive_button(workspace, person)
        elif st.button("New visit", type="primary", key="new-assessment"):
            links.to_assessment(begin_visit(workspace, person.id))
        with st.popover("Edit"):
            if person_form.draw(workspace, person, key=f"edit-{person.id}-{person.version}"):
                st.rerun()
        merging = fields.opened("Merge", key="merge-person")
        if merging is not None:
            with merging:
                merge_form.draw(workspace, person)
        if st.button("Export", key="export-person"):
            links.to_page(links.EXCHANGE, {links.PERSON: person.id})
        if not person.is_archived:
            _archive_button(workspace, person)
        st.button("Delete", on_click=on_delete, args=(workspace, person), key="delete-person")


def _archive_button(workspace: Workspace, person: Person) -> None:
    change = take_out_of_archive if person.is_archived else archive_person
    st.button(
        "Take out of the archive" if person.is_archived else "Archive",
        type="primary" if person.is_archived else "secondary",
        help="Archived people are out of the usual lists. Nothing is deleted.",
        key=f"archive-{person.id}-{person.is_archived}",
        on_click=fields.pressed(lambda: change(person_id=person.id, ports=workspace.ports)),
    )
