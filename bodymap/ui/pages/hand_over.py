"""The Hand over page: give one drawing to the person whose pain it shows."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.ui import links
from bodymap.ui.hand_over import begin, device, link
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain
from bodymap.wording import words_in

TITLE: Final = "Hand over"
PATH: Final = links.HAND_OVER


def show(workspace: Workspace) -> None:
    """Show the page; the address names a person, an assessment or a drawing, and nothing else."""
    st.title(words_in()("handing-page"))
    try:
        subject = begin.choose(workspace)
    except BodymapError as error:
        st.warning(plain(in_words(error)))
        return
    is_open = subject.drawing is None or subject.drawing.is_open
    if is_open:
        with st.container(key="grid-hand-over"):
            with st.container(border=True, key="card-device"):
                device.draw(workspace, subject)
            with st.container(border=True, key="card-link"):
                link.draw(workspace, subject)
    else:
        st.info(words_in()("handing-finished"))
    link.watch(workspace)
