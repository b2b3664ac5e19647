"""Choosing whose records leave and in which form, and making the file."""

import io
from typing import Final, NamedTuple

import streamlit as st

from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.forms import FILE_KINDS, Form, write_records
from bodymap.records import Person
from bodymap.services.exchanging.gathering import Chosen, Selection, choose, gather
from bodymap.services.people.persons import open_person
from bodymap.ui.exchange import reports
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
_REPORTS: Final = "reports"
_AS: Final[dict[str, str]] = {
    Form.ARCHIVE: "Archive",
    Form.FHIR_R4: "FHIR R4",
    Form.FHIR_R5: "FHIR R5",
    Form.TABLES: "Tables (CSV)",
    Form.PARQUET: "Tables (Parquet)",
    Form.REDCAP: "Codes for REDCap",
    _REPORTS: "Reports (PDF)",
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
        mime: Its type.
        data: The file.
        holds: What it holds, in words.
    """

    wanted: _Wanted | reports.Wanted
    name: str
    mime: str
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
        "it again, here or elsewhere; other programs read FHIR and tables, and people read reports."
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
    wanted = _wanted(selection)
    made: _Made | None = st.session_state.get(_MADE)
    if made is not None and made.wanted == wanted:
        _offer(made)
        return
    if st.button("Make the file", type="primary", key="exchange-make"):
        made = (
            _reports(workspace, wanted)
            if isinstance(wanted, reports.Wanted)
            else _records(workspace, wanted)
        )
        if made is not None:
            st.session_state[_MADE] = made
            st.rerun()


def _wanted(selection: Selection) -> _Wanted | reports.Wanted:
    chosen = st.radio(
        "As", list(_AS), format_func=_AS.__getitem__, horizontal=True, key="exchange-form"
    )
    if chosen == _REPORTS:
        return reports.wanted(selection)
    form = Form(chosen)
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
    if form is Form.PARQUET:
        st.caption(
            "The same tables as Parquet, for notebooks and statistics programs; Bodymap reads them "
            "back."
        )
    if form is Form.REDCAP:
        st.caption(
            "A zip with the pain drawings as 1 and 0 for each place on the CHOIR, Michigan and "
            "MyPAIN charts and the widespread pain index, and the data dictionary for REDCap. "
            "Assessments are not in it."
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


def _reports(workspace: Workspace, wanted: reports.Wanted) -> _Made | None:
    made = reports.make(workspace, wanted)
    if made is None:
        return None
    holds = "1 report" if made.reports == 1 else f"{made.reports:,} reports"
    return _Made(wanted, made.name, made.mime, made.data, holds)


def _records(workspace: Workspace, wanted: _Wanted) -> _Made:
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
    file = FILE_KINDS[wanted.form]
    name = f"bodymap-{in_practice(now):%Y-%m-%d}{form}{file.ending}"
    return _Made(wanted, name, file.mime, target.getvalue(), counted(counts))


def _offer(made: _Made) -> None:
    st.success(f"The file holds {made.holds}.")
    with st.container(horizontal=True):
        st.download_button(
            "Save the file",
            made.data,
            made.name,
            made.mime,
            type="primary",
            on_click="ignore",
            key="exchange-save",
        )
        st.button("Make another", key="exchange-another", on_click=_forget)
    st.caption("It can be read by whoever has it. Keep it as you keep the records.")


def _forget() -> None:
    st.session_state.pop(_MADE, None)
