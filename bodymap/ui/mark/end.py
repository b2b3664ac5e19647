"""After the last step: thanks, what happens now, and a picture to keep."""

from functools import partial

import streamlit as st

from bodymap.records import HandOverWay, PainDrawing
from bodymap.services.drawing.deriving import layers_of
from bodymap.ui import links
from bodymap.ui.language import a_day, a_time, words
from bodymap.ui.mark import pictured
from bodymap.ui.mark.desk import Desk
from bodymap.ui.wording import plain


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Say that it is kept, under which code if it waits for its person, and offer the picture."""
    say = words()
    st.success(say("mark-saved"), icon=":material/check_circle:")
    if desk.workspace.access.way is HandOverWay.THIS_DEVICE:
        st.markdown(f"**{say('mark-hand-back')}**")
        st.caption(say("mark-notice"))
        return
    if drawing.person_id is None:
        st.markdown(say("mark-code", code=plain(drawing.code)))
        st.caption(say("mark-code-keep"))
    when = drawing.finished_at or drawing.drawn_at
    st.caption(plain(say("pain-picture-when", day=a_day(when), time=a_time(when))))
    if drawing.marks:
        body = desk.body(drawing)
        layers = layers_of(drawing, body=body, ports=desk.ports)
        st.download_button(
            say("mark-keep-picture"),
            data=partial(pictured.to_keep, drawing, body, layers, say),
            file_name=f"{say('mark-picture-file', day=f'{when:%Y-%m-%d}')}.png",
            mime="image/png",
            on_click="ignore",
            key="mark-picture",
        )
    back_to = drawing.assessment_id if links.was_at(drawing.assessment_id) else None
    if back_to and st.button(say("mark-to-assessment"), type="primary", key="mark-to-assessment"):
        links.to_assessment(back_to)
    st.caption(say("mark-notice"))
