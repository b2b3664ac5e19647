"""On a device that was handed over: the way back for whoever knows the PIN."""

from collections.abc import Callable

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.services.handing_over.hand_over import take_back
from bodymap.services.kernel.ports import Ports
from bodymap.ui.language import words
from bodymap.ui.problems import in_words
from bodymap.ui.wording import plain


def draw(ports: Ports, on_back: Callable[[], None]) -> None:
    """Ask for the PIN; it is the one thing on this page that needs more than the one drawing.

    Args:
        ports: Without limits.
        on_back: Told when this device is back.
    """
    say = words()
    with (
        st.container(key="give-back", horizontal=True, horizontal_alignment="right"),
        st.popover(say("back-title"), type="tertiary"),
    ):
        with st.form("give-back-form", border=False):
            pin = st.text_input(
                say("back-pin"),
                type="password",
                key="give-back-pin",
                max_chars=12,
                autocomplete="off",
            )
            asked = st.form_submit_button(say("back-take"), type="primary")
        st.caption(say("back-forgotten"))
        if not asked:
            return
        try:
            take_back(pin=pin, ports=ports)
        except BodymapError as error:
            st.error(plain(in_words(error)))
            return
    on_back()
