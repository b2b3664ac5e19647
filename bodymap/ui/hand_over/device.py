"""Giving this device away, with a PIN that takes it back."""

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.services.handing_over.hand_over import (
    PIN_LENGTHS,
    hand_over_this_device,
    refuse_impossible_pin,
)
from bodymap.ui import links
from bodymap.ui.hand_over.begin import Subject
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain


def draw(workspace: Workspace, subject: Subject) -> None:
    """Ask for a PIN, and give this device away."""
    st.markdown("## On this device")
    st.write(
        "It shows the drawing and nothing else, also after a reload or in a new tab, until you "
        "take it back with a PIN that you choose now."
    )
    with st.form("hand-over-device", border=False):
        pin = st.text_input(
            f"PIN, {PIN_LENGTHS[0]} to {PIN_LENGTHS[-1]} digits",
            type="password",
            key="hand-over-pin",
            max_chars=PIN_LENGTHS[-1],
            autocomplete="off",
        )
        given = st.form_submit_button("Hand over this device", type="primary")
    st.caption(
        "Close other windows of Bodymap first: what they show stays on their screen. If the PIN is "
        "forgotten, type `bodymap take-back` in this machine's terminal."
    )
    if not given:
        return
    try:
        refuse_impossible_pin(pin)  # before anything is begun for it
        drawing = subject.begun(workspace)
        hand_over_this_device(drawing_id=drawing.id, pin=pin, ports=workspace.ports)
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    links.to_page("mark", {})
