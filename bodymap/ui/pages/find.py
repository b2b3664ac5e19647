"""The Find records page: a question over everybody, and the people of whom it is so."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.ui import links
from bodymap.ui.find import answers, asking
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace

TITLE: Final = "Find records"
PATH: Final = links.FIND_RECORDS


def show(workspace: Workspace) -> None:
    """Show the page; what is asked stays in this window and never stands in the address."""
    st.title(TITLE)
    links.way("people", "Back to people", key="find-people")
    asked, found = st.columns([0.4, 0.6], gap="large")
    question = None
    with asked:
        try:
            question = asking.draw(workspace)
        except BodymapError as error:
            st.error(in_words(error))
            st.button("Try again", key="find-ask-again")
    with found:
        answers.draw(workspace, question)
