"""Choosing whose records leave, and making the archive."""

import io
from typing import Final, NamedTuple

import streamlit as st

from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.writing import write_archive
from bodymap.records import Person
from bodymap.services.exchanging.gathering import Chosen, Selection, choose, gather
from bodymap.services.people.persons import open_person
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


class _Made(NamedTuple):
    """An archive that was made.

    Attributes:
        of: What it was made of.
        name: Of the file.
        data: The file.
        holds: What it holds, in words.
    """

    of: Selection
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
        "An archive holds assessments and drawings with everything they said before. Bodymap reads "
        "it again, here or elsewhere."
    )
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
    made: _Made | None = st.session_state.get(_MADE)
    if made is not None and made.of == selection:
        _offer(made)
        return
    if st.button("Make the archive", type="primary", key="exchange-make"):
        _make(workspace, selection)


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


def _make(workspace: Workspace, selection: Selection) -> None:
    ports, target = workspace.ports, io.BytesIO()
    chosen: Chosen = choose(selection, ports=ports)
    now = ports.clock.now()
    with working("Making the archive", chosen.count, key="exchange-making") as so_far:
        manifest = write_archive(target, gather(chosen, ports=ports, progress=so_far), at=now)
    holds = counted({kind: manifest.files[name].records for kind, name in FILES.items()})
    name = f"bodymap-{in_practice(now):%Y-%m-%d}.zip"
    st.session_state[_MADE] = _Made(selection, name, target.getvalue(), holds)
    st.rerun()


def _offer(made: _Made) -> None:
    st.success(f"The archive holds {made.holds}.")
    with st.container(horizontal=True):
        st.download_button(
            "Save the archive",
            made.data,
            made.name,
            "application/zip",
            type="primary",
            on_click="ignore",
            key="exchange-save",
        )
        st.button("Make another", key="exchange-another", on_click=_forget)
    st.caption("It can be read by whoever has it. Keep it as you keep the records.")


def _forget() -> None:
    st.session_state.pop(_MADE, None)
