"""Which drawing is handed over: one that is there, or one that begins now."""

from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from bodymap.records import PainDrawing
from bodymap.services.drawing.drawings import last_drawing, open_drawing, start_drawing
from bodymap.services.people.persons import open_person
from bodymap.ui import links
from bodymap.ui.mark.for_whom import ForWhom, asked_for
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day, plain
from bodymap.wording import words_in

_REQUEST: Final = "hand_over_request"
_EMPTY: Final = ""


@dataclass(frozen=True)
class Subject:
    """What is to be handed over, as the address says it.

    Attributes:
        drawing: The drawing, if it is there already.
        whom: Whose new drawing it will be, and what it will be attached to.
        like: Id of the earlier drawing whose marks it begins with.
    """

    drawing: PainDrawing | None = None
    whom: ForWhom = field(default_factory=ForWhom)
    like: str | None = None

    def begun(self, workspace: Workspace) -> PainDrawing:
        """The drawing that is handed over; a new one is started once. Writes."""
        if self.drawing is not None:
            return self.drawing
        request = st.session_state.setdefault(_REQUEST, workspace.ports.ids.new())
        drawing = start_drawing(
            request_id=request,
            body_version=workspace.body_version,
            ports=workspace.ports,
            person_id=self.whom.person_id,
            assessment_id=self.whom.assessment_id,
            occasion=self.whom.occasion,
            like=self.like,
        )
        del st.session_state[_REQUEST]
        return drawing


def choose(workspace: Workspace) -> Subject:
    """Say whose drawing it is, and ask what a new one begins with.

    Raises:
        ServiceError: the address names a person or drawing that is not there.
    """
    if drawing_id := st.query_params.get(links.DRAWING):
        drawing = open_drawing(drawing_id=drawing_id, ports=workspace.ports)
        _say_whose(workspace, drawing.person_id, drawing.code)
        return Subject(drawing)
    whom = asked_for(workspace)
    _say_whose(workspace, whom.person_id, None)
    return Subject(whom=whom, like=_like(workspace, whom.person_id))


def _say_whose(workspace: Workspace, person_id: str | None, code: str | None) -> None:
    say = words_in()
    if person_id is not None:
        person = open_person(person_id=person_id, ports=workspace.ports)
        label = say("mark-for", name=person.label)
    elif code:
        label = say("handing-code", code=code)
    else:
        label = say("handing-nobody")
    st.caption(plain(label))


def _like(workspace: Workspace, person_id: str | None) -> str | None:
    last = last_drawing(person_id=person_id, ports=workspace.ports) if person_id else None
    if last is None or not last.marks:
        return None
    say = words_in()
    begins = {_EMPTY: say("handing-empty"), last.id: say("handing-like", day=a_day(last.drawn_at))}
    chosen = st.segmented_control(
        say("handing-begins"),
        list(begins),
        default=_EMPTY,
        required=True,
        format_func=lambda like: plain(begins[like]),
        key="hand-over-like",
    )
    return chosen or None
