"""The one way in which a person is chosen: type, and press one of those who are found."""

from typing import Final

import streamlit as st

from bodymap.records import Person, PersonSummary
from bodymap.services.kernel.ports import Ports
from bodymap.services.people.persons import find_persons
from bodymap.ui.people import turning_pages
from bodymap.ui.wording import a_day, about_person, plain

_ON_PAGE: Final = 8
FIND: Final = "Find by name, code or year of birth"


def choose(
    ports: Ports, *, key: str, label: str = "Person", sample: bool | None = None, but: str = ""
) -> Person | None:
    """Find a person and choose them; the one who is chosen, or None.

    Args:
        ports: Store, clock and ids.
        key: Names this choice.
        label: What the field asks for.
        sample: Among sample people only, among all others only, or among all.
        but: Id of a person who is not offered.
    """
    chosen: Person | None = st.session_state.get(_chosen(key))
    if chosen is not None:
        with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-is"):
            st.markdown(f"{label}: **{plain(chosen.label)}**", width="content")
            about = about_person(chosen)
            if about:
                st.caption(plain(about), width="content")
            st.button("Choose another", key=f"{key}-other", on_click=clear, args=(key,))
        return chosen
    query = st.text_input(label, key=f"{key}-find", live=True, placeholder=FIND, max_chars=200)
    if not query.strip():
        st.session_state.pop(f"{key}-page-place", None)
        return None
    found = find_persons(
        ports=ports,
        query=query,
        sample=sample,
        archived=None,
        limit=_ON_PAGE,
        after=turning_pages.place(key, query),
    )
    for line in found:
        if line.id != but:
            st.button(
                in_a_line(line),
                key=f"{key}-take-{line.id}",
                width="stretch",
                on_click=take,
                args=(key, line.person),
            )
    if not found:
        st.caption("Nobody of this name is recorded.")
    turning_pages.turn(key, found, "people")
    return None


def take(key: str, person: Person) -> None:
    """Choose a person."""
    st.session_state[_chosen(key)] = person


def clear(key: str) -> None:
    """Choose nobody."""
    st.session_state.pop(_chosen(key), None)


def in_a_line(line: PersonSummary) -> str:
    """A person as the words on a button: who it is, and below it when they were last seen."""
    known = about_person(line.person)
    who = " · ".join(part for part in (plain(line.person.label), plain(known)) if part)
    sample = " · sample" if line.person.is_sample else ""
    archived = " · archived" if line.person.is_archived else ""
    return f"{who}{sample}{archived}  \n:small[{plain(last_seen(line))}]"


def last_seen(line: PersonSummary) -> str:
    """When a person was last seen, and why they came."""
    if line.seen_at is None:
        return "not seen yet"
    seen = f"last seen {a_day(line.seen_at)}"
    return f"{seen} · {line.reason}" if line.reason else seen


def _chosen(key: str) -> str:
    return f"{key}-chosen"
