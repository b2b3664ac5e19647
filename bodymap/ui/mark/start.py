"""Before the first mark: what happens to the drawing, and how to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError, UnknownPerson
from bodymap.records import DrawnBy, Occasion, PainDrawing, Person
from bodymap.services.drawings import last_drawing, start_drawing
from bodymap.services.people import open_person
from bodymap.ui.mark import ease
from bodymap.ui.problems import in_words
from bodymap.ui.wording import a_day, plain
from bodymap.ui.workspace import Workspace

_REQUEST: Final = "mark_request"
_HELPED: Final = "mark-helped"
DATA: Final = "Your drawing stays with your therapist."


class Begun(Enum):
    """How a drawing was begun."""

    BY_HAND = auto()
    BY_LIST = auto()
    WITHOUT_PAIN = auto()


Begin = Callable[[PainDrawing, Begun], None]
"""Told the drawing that was started, and how."""


@dataclass(frozen=True)
class Visit:
    """The assessment that a drawing is made for."""

    assessment_id: str
    occasion: Occasion | None = None


def draw(
    workspace: Workspace, person_id: str | None, on_started: Begin, visit: Visit | None = None
) -> None:
    """Draw the start.

    Args:
        workspace: Where drawings are kept.
        person_id: Whose drawing it will be; None for one that waits under a code.
        on_started: Told what was started.
        visit: What it will be attached to; None for nothing.
    """
    st.markdown("# Where does it hurt?")
    try:
        person = _person(workspace, person_id)
        last = last_drawing(person_id=person.id, ports=workspace.ports) if person else None
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    if person:
        st.caption(plain(f"For {person.label}"))

    def start(how: Begun, like: str | None = None) -> None:
        request = st.session_state.setdefault(_REQUEST, workspace.ports.ids.new())
        helped = st.session_state.get(_HELPED, False)
        started = start_drawing(
            request_id=request,
            ports=workspace.ports,
            person_id=person.id if person else None,
            drawn_by=DrawnBy.WITH_HELP if helped else DrawnBy.SELF,
            like=like,
            assessment_id=visit.assessment_id if visit else None,
            occasion=visit.occasion if visit else None,
        )
        del st.session_state[_REQUEST]
        on_started(started, how)

    st.info(DATA, icon=":material/lock:")
    with st.container(key="big-start"):
        _ways(start, last)
    inside = ease.settings()
    if inside is not None:
        inside.toggle("Somebody helps me", key=_HELPED)


def _person(workspace: Workspace, person_id: str | None) -> Person | None:
    if person_id is None:
        return None
    try:
        return open_person(person_id=person_id, ports=workspace.ports)
    except UnknownPerson as error:
        st.warning(plain(f"{in_words(error)} The drawing will wait under a short code instead."))
        return None


def _ways(start: Callable[..., None], last: PainDrawing | None) -> None:
    if st.button("Draw it", type="primary", width="stretch", key="mark-draw"):
        start(Begun.BY_HAND)
    if last is not None and last.marks:
        day = a_day(last.drawn_at.astimezone())
        if st.button(f"Start from my drawing of {day}", width="stretch", key="mark-like"):
            start(Begun.BY_HAND, like=last.id)
    if st.button("Name it", width="stretch", key="mark-list"):
        start(Begun.BY_LIST)
    if st.button("No pain today", width="stretch", key="mark-none"):
        start(Begun.WITHOUT_PAIN)
