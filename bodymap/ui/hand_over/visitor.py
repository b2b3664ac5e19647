"""What somebody sees who may not do everything here: kind words, and ways on."""

from typing import Final

import streamlit as st

from bodymap.services.authority.access import Access, Refusal, Scope
from bodymap.ui import links, visit
from bodymap.ui.wording import plain

WHY: Final = {
    Refusal.EXPIRED: (
        "This link has run out of time",
        "What was drawn is kept. Ask your therapist for a new link to go on.",
    ),
    Refusal.USED: (
        "This link was used",
        "The drawing is finished and kept. To change it, ask your therapist.",
    ),
    Refusal.WITHDRAWN: (
        "This link is not open any more",
        "Your therapist closed it. Ask them for a new one.",
    ),
    Refusal.ALTERED: (
        "This link is not complete",
        "A part of it is missing or was changed. Scan the code again, or copy the whole link.",
    ),
    Refusal.ELSEWHERE: (
        "This link is open in another browser",
        "Go on where you opened it first, or ask your therapist for a new link. Nothing is lost.",
    ),
    None: (
        "Where does it hurt?",
        "To draw it, open the link or scan the code that you get from your therapist.",
    ),
}
"""A title and what to do, by why a link opens nothing; None for those who came without one."""


def at_the_door() -> None:
    """For a browser on this machine that did not show yet that it belongs here."""
    st.title("Open Bodymap in this browser")
    st.write(
        "People's records open only in a browser that was let in. In the terminal where Bodymap "
        "runs, copy the address below “Open this address” into this browser. For a new one, run:"
    )
    st.code("bodymap open", language=None)
    st.write("You do this once for each browser.")
    _reading()


def no_drawing(access: Access) -> None:
    """In place of a drawing: why there is none, and what can be done."""
    if access.refused is None and visit.comes_from_this_machine():
        at_the_door()
        return
    title, what_to_do = WHY[access.refused]
    st.title(title)
    st.write(what_to_do)
    if access.code:
        st.markdown(f"Your code for your therapist is **{plain(access.code)}**.")
    _reading()


def not_here(access: Access) -> None:
    """In place of a page that this visitor may not see."""
    if access.scope is Scope.PUBLIC and access.refused is None and visit.comes_from_this_machine():
        at_the_door()
        return
    st.title("This is not open here")
    st.write(
        "From here you can show where it hurts, and read about pain and what can be done. "
        "Everything else is for your therapist."
    )
    if access.scope is Scope.ONE_DRAWING:
        links.way("mark", "Go on with your drawing", key="to-drawing")
    _reading()


def _reading() -> None:
    st.write("You can read here:")
    links.way("explore", "Muscles and where their pain is felt", key="read-explore")
    links.way("treatments", "What can be done", key="read-treatments")
    links.way("learn", "What is known, and what is not", key="read-learn")
