"""Saying that two recorded people are the same one."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Person
from bodymap.services.people.doubles import likely_doubles
from bodymap.services.people.merging import merge_persons
from bodymap.ui import links
from bodymap.ui.people import choosing
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import about_person, plain

_REQUEST: Final = "merge_request"


def draw(workspace: Workspace, person: Person) -> None:
    """Ask who is the same person, and merge that record into this one."""
    key = f"merge-{person.id}"
    st.write("Is this person recorded twice? The other record becomes part of this one.")
    for double in likely_doubles(details=person, ports=workspace.ports, but=person.id):
        about = about_person(double)
        words = plain(double.label) + (f" · {plain(about)}" if about else "")
        st.button(
            f"Perhaps: {words}",
            key=f"{key}-perhaps-{double.id}",
            on_click=choosing.take,
            args=(key, double),
        )
    other = choosing.choose(
        workspace.ports,
        key=key,
        label="The other record",
        sample=person.is_sample,
        but=person.id,
    )
    if other is None:
        return
    st.caption(
        f"All assessments and drawings of {plain(other.label)} come here. The details of "
        f"{plain(person.label)} stay. It can be undone in the history of this record."
    )
    if st.button("Merge into this record", type="primary", key=f"{key}-do"):
        request = st.session_state.setdefault(_REQUEST, workspace.ports.ids.new())
        try:
            merge_persons(
                kept_id=person.id,
                merged_id=other.id,
                expected_version=other.version,
                request_id=request,
                ports=workspace.ports,
            )
        except BodymapError as error:
            st.error(plain(in_words(error)))
            return
        del st.session_state[_REQUEST]
        choosing.clear(key)
        st.query_params[links.PERSON] = person.id
        st.rerun()
