"""Whose a new drawing will be and what it belongs to, as an address says it."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Occasion
from bodymap.services.assessing.assessments import open_assessment
from bodymap.ui import links
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

_OCCASIONS: Final = {
    "before": Occasion.BEFORE_TREATMENT,
    "after": Occasion.AFTER_TREATMENT,
}


@dataclass(frozen=True)
class ForWhom:
    """What a new drawing belongs to.

    Attributes:
        person_id: Whose it will be; None for one that waits under a code.
        assessment_id: The assessment it will be attached to, or None.
        occasion: Before or after that day's treatment, or neither.
    """

    person_id: str | None = None
    assessment_id: str | None = None
    occasion: Occasion | None = None


def asked_for(workspace: Workspace) -> ForWhom:
    """What the address asks for; an assessment that is not there is left out."""
    person_id = st.query_params.get(links.PERSON)
    assessment_id = st.query_params.get(links.FOR)
    if assessment_id is None:
        return ForWhom(person_id)
    try:
        assessment = open_assessment(assessment_id=assessment_id, ports=workspace.ports)
    except BodymapError as error:
        st.warning(plain(in_words(error)))
        return ForWhom(person_id)
    occasion = _OCCASIONS.get(st.query_params.get(links.WHEN, ""))
    return ForWhom(assessment.person_id, assessment.id, occasion)
