"""Ways from one page to another; an address carries an opaque id and nothing else."""

from typing import Final, NoReturn

import streamlit as st

ASSESS: Final = "page_assess"
DRAFT: Final = "draft"
PERSON: Final = "person"


def to_assessment(assessment_id: str) -> NoReturn:
    """Leave this page for an assessment."""
    st.switch_page(st.session_state[ASSESS], query_params={DRAFT: assessment_id})
