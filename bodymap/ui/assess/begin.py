"""Beginning a visit, from wherever it is begun."""

from typing import Final

import streamlit as st

from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.maintaining.settings import get_examiner_name
from bodymap.services.visits.beginning import empty_visit_today
from bodymap.ui.session import Workspace

_REQUEST: Final = "begin_visit_request"


def begin_visit(workspace: Workspace, person_id: str | None) -> str:
    """Id of a new visit; of a person whose visit of today is still empty, of that one."""
    ports = workspace.ports
    if person_id is not None:
        there = empty_visit_today(person_id=person_id, ports=ports)
        if there is not None:
            return there.id
    request = st.session_state.setdefault(_REQUEST, ports.ids.new())
    visit = start_assessment(
        request_id=request,
        body_version=workspace.body_version,
        ports=ports,
        person_id=person_id,
        examiner=get_examiner_name(ports=ports),
    )
    del st.session_state[_REQUEST]
    return visit.id
