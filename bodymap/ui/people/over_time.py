"""A person over time: the axis, two days compared, what was measured, and what came of what."""

import streamlit as st

from bodymap.records import Person
from bodymap.services.visits.time_line import time_line
from bodymap.ui.people import compared, measured, outcomes, played, trends
from bodymap.ui.people import time_line as axis
from bodymap.ui.session import Workspace


@st.fragment
def draw(workspace: Workspace, person: Person) -> None:
    """Draw all that there is to be seen over time; nothing before the first visit or drawing."""
    body = workspace.body(person.figure)
    events = time_line(person_id=person.id, body=body, ports=workspace.ports)
    axis.draw(workspace, body, events)
    played.draw(body, events, key=person.id)
    compared.draw(workspace, body, events, key=person.id)
    trends.draw(workspace, body, events, key=person.id)
    visits = [event.visit for event in events if event.visit is not None]
    measured.draw(visits)
    outcomes.draw(workspace, visits)
