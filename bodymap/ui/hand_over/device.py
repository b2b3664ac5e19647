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
from bodymap.wording import words_in


def draw(workspace: Workspace, subject: Subject) -> None:
    """Ask for a PIN, and give this device away."""
    say = words_in()
    st.markdown(f"## {say('handing-device')}")
    st.write(say("handing-device-how"))
    with st.form("hand-over-device", border=False):
        pin = st.text_input(
            say("handing-pin", least=PIN_LENGTHS[0], most=PIN_LENGTHS[-1]),
            type="password",
            key="hand-over-pin",
            max_chars=PIN_LENGTHS[-1],
            autocomplete="off",
        )
        given = st.form_submit_button(say("handing-device-give"), type="primary")
    st.caption(say("handing-device-note"))
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
