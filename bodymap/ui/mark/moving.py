"""Where pain moves, without drawing: two places from the list, and the arrows that there are."""

import streamlit as st

from bodymap.analysis.arrow_between import arrow_between
from bodymap.analysis.mirrored import mirrored_arrow
from bodymap.body import Body
from bodymap.records import PainDrawing
from bodymap.ui.fields import pressed
from bodymap.ui.language import words
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.places import region_names
from bodymap.ui.wording import plain
from bodymap.wording.arrows import arrow_in_words


def draw(desk: Desk, drawing: PainDrawing, body: Body) -> None:
    """Ask from where to where it moves; nothing has to be answered."""
    say = words()
    st.markdown(f"## {say('mark-moves')}")
    st.caption(say("mark-moves-how"))
    names = region_names(body, say)
    count = len(drawing.arrows)

    def chosen(label: str, name: str) -> str | None:
        return st.selectbox(
            label,
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=say("mark-moves-such"),
            key=f"mark-move-{name}-{count}",
        )

    start, end = chosen(say("mark-moves-from"), "from"), chosen(say("mark-moves-to"), "to")

    def add() -> None:
        desk.attempt(_set, desk, str(start), str(end), body)

    ready = start is not None and end is not None and start != end
    st.button(say("mark-moves-add"), on_click=add, disabled=not ready, key="mark-move-add")
    listed(desk, drawing, body)


def listed(desk: Desk, drawing: PainDrawing, body: Body) -> None:
    """The arrows in words, each with a way to remove it or to put its side right."""
    say = words()
    for number, arrow in enumerate(drawing.arrows, start=1):
        told = arrow_in_words(arrow, body, say)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.write(plain(say("mark-moves-line", number=number, arrow=told)))
            st.button(
                say("mark-moves-remove", number=number),
                on_click=pressed(desk.attempt),
                args=(desk.remove_arrow, arrow.id),
                type="tertiary",
                key=f"mark-move-remove-{arrow.id}",
            )
            st.button(
                say("mark-wrong-side"),
                on_click=pressed(desk.attempt),
                args=(desk.set_arrow, mirrored_arrow(arrow, body), body),
                type="tertiary",
                # Named for where it is: a second tap before the answer does not take it back.
                key=f"mark-move-side-{arrow.id}-{arrow.view}-{arrow.x:.0f}",
            )


def _set(desk: Desk, start: str, end: str, body: Body) -> PainDrawing:
    arrow = arrow_between(arrow_id=desk.ports.ids.new(), start=start, end=end, body=body)
    return desk.set_arrow(arrow, body)
