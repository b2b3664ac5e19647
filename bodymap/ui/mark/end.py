"""After the last step: thanks, what happens now, and a picture to keep."""

from functools import partial
from typing import Final

import streamlit as st

from bodymap.records import HandOverWay, PainDrawing
from bodymap.services.drawing.deriving import layers_of
from bodymap.ui import links
from bodymap.ui.mark import pictured
from bodymap.ui.mark.desk import Desk
from bodymap.ui.wording import a_day, a_time, plain

_NOTICE: Final = "Your therapist looks at it with you. This is not a diagnosis."


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Say that it is kept, under which code if it waits for its person, and offer the picture."""
    st.success("Your drawing is saved.", icon=":material/check_circle:")
    if desk.workspace.access.way is HandOverWay.THIS_DEVICE:
        st.markdown("**Please hand this device back to your therapist.**")
        st.caption(_NOTICE)
        return
    if drawing.person_id is None:
        st.markdown(f"Give this code to your therapist: **{plain(drawing.code)}**")
        st.caption("Write it down, or open this page again in this browser to read it.")
    when = drawing.finished_at or drawing.drawn_at
    st.caption(plain(f"{a_day(when)}, {a_time(when)}"))
    if drawing.marks:
        body = desk.body(drawing)
        layers = layers_of(drawing, body=body, ports=desk.ports)
        st.download_button(
            "Keep a picture",
            data=partial(pictured.to_keep, drawing, body, layers),
            file_name=f"where-it-hurts-{when:%Y-%m-%d}.png",
            mime="image/png",
            on_click="ignore",
            key="mark-picture",
        )
    back_to = drawing.assessment_id if links.was_at(drawing.assessment_id) else None
    if back_to and st.button("Back to the assessment", type="primary", key="mark-to-assessment"):
        links.to_assessment(back_to)
    st.caption(_NOTICE)
