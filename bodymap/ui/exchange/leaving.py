"""Choosing whose records leave and in which form, and making the file."""

import io
from typing import Final, NamedTuple

import streamlit as st

from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.forms import FILE_KINDS, Form, write_records
from bodymap.records import Person
from bodymap.services.exchanging.gathering import Chosen, Selection, choose, gather
from bodymap.services.people.persons import open_person
from bodymap.ui.exchange import course
from bodymap.ui.exchange.words import counted
from bodymap.ui.exchange.working import working
from bodymap.ui.people import choosing
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

_PEOPLE: Final = "exchange_people"
_MADE: Final = "exchange_made"
_ADD: Final = "exchange-add"
_SOME, _ALL = "Chosen people", "Everything"
_FORMS: Final = {
    Form.ARCHIVE: "Archive",
    Form.FHIR_R4: "FHIR R4",
    Form.FHIR_R5: "FHIR R5",
    Form.TABLES: "Tables (CSV)",
}


class _Wanted(NamedTuple):
    """What was chosen.

    Attributes:
        of: Whose records.
        form: In which form.
        to_server: Whether a Bundle is to be sent to a server.
    """

    of: Selection
    form: Form
    to_server: bool


class _Made(NamedTuple):
    """A file that was made.

    Attributes:
        wanted: What it was made of.
        name: Of the file.
        data: The file.
        holds: What it holds, in words.
    """

    wanted: _Wanted
    name: str
    data: bytes
    holds: str


def draw(workspace: Workspace, person_id: str | None) -> None:
    """Draw the choice, and the way to the archive.

    Args:
        workspace: What the page works with.
        person_id: Whom the address names; chosen to begin with.
    """
    st.markdown("## Export")
    st.write(
        "The file holds assessments and drawings with everything they said before. Bodymap reads "
        "it again, here or elsewhere; other programs read FHIR and tables."
    )
    people: dict[str, Person] = {}
    what = st.radio("Whose records", [_SOME, _ALL], horizontal=True, key="exchange-whose")
    if what == _ALL:
        selection = Selection(everything=True)
        st.caption("All people and what waits for its person; sample people stay.")
    else:
        people = _people(workspace, person_id)
        selection = Selection(person_ids=tuple(sorted(people)))
        if not people:
            st.caption("Nobody is chosen yet.")
            return
    if what == _SOME and len(people) == 1:
        (person,) = people.values()
        course.draw(workspace, person)
    wanted = _wanted(selection)
    made: _Made | None = st.session_state.get(_MADE)
    if made is not None and made.wanted == wanted:
        _offer(made)
        return
    if st.button("Make the file", type="primary", key="exchange-make"):
        _make(workspace, wanted)


def _wanted(selection: Selection) -> _Wanted:
    form = st.radio(
        "As", list(_FORMS), format_func=_FORMS.__getitem__, horizontal=True, key="exchange-form"
    )
    to_server = form in {Form.FHIR_R4, Form.FHIR_R5} and st.checkbox(
        "To send to a server",
        help="A transaction: the server adds or updates each record, and sending it again adds "
        "nothing.",
        key="exchange-to-server",
    )
    if form is Form.TABLES:
        st.caption(
            "A zip of tables for statistics, with a codebook; Bodymap reads them back. A "
            "spreadsheet cuts cells of more than 32,767 characters, such as long strokes: do not "
            "save over them."
        )
    return _Wanted(selection, form, to_server)


def _people(workspace: Workspace, person_id: str | None) -> dict[str, Person]:
    """The people chosen so far, each with a way to leave them out, and a field for more."""
    people: dict[str, Person] = st.session_state.setdefault(_PEOPLE, {})
    if person_id is not None and st.session_state.get(f"{_PEOPLE}-for") != person_id:
        st.session_state[f"{_PEOPLE}-for"] = person_id
        people.clear()
        people[person_id] = open_person(person_id=person_id, ports=workspace.ports)
    added = choosing.choose(workspace.ports, key=_ADD, label="Add a person")
    if added is not None:
        people[added.id] = added
        choosing.clear(_ADD)
        st.rerun()
    for person in people.values():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(person.label), width="stretch")
            st.button(
                "Leave out", key=f"leave-out-{person.id}", on_click=_leave_out, args=(person.id,)
            )
    return people


def _leave_out(person_id: str) -> None:
    st.session_state[_PEOPLE].pop(person_id, None)


def _make(workspace: Workspace, wanted: _Wanted) -> None:
    ports, target = workspace.ports, io.BytesIO()
    chosen: Chosen = choose(wanted.of, ports=ports)
    now = ports.clock.now()
    with working("Making the file", chosen.count, key="exchange-making") as so_far:
        counts = write_records(
            target,
            gather(chosen, ports=ports, progress=so_far),
            form=wanted.form,
            at=now,
            mapper=Mapper(workspace.body, workspace.atlas()),
            to_server=wanted.to_server,
        )
    form = "" if wanted.form is Form.ARCHIVE else f"-{wanted.form}"
    name = f"bodymap-{in_practice(now):%Y-%m-%d}{form}{FILE_KINDS[wanted.form].ending}"
    st.session_state[_MADE] = _Made(wanted, name, target.getvalue(), counted(counts))
    st.rerun()


def _offer(made: _Made) -> None:
    st.success(f"The file holds {made.holds}.")
    with st.container(horizontal=True):
        st.download_button(
            "Save the file",
            made.data,
            made.name,
            FILE_KINDS[made.wanted.form].mime,
            type="primary",
            on_click="ignore",
            key="exchange-save",
        )
        st.button("Make another", key="exchange-another", on_click=_forget)
    st.caption("It can be read by whoever has it. Keep it as you keep the records.")


def _forget() -> None:
    st.session_state.pop(_MADE, None)
