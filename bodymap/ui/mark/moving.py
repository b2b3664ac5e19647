"""Where pain moves, without drawing: two places from the list, and the arrows that there are."""

import streamlit as st

from bodymap.analysis.arrow_between import arrow_between
from bodymap.analysis.arrows_in_words import arrow_in_words
from bodymap.analysis.mirrored import mirrored_arrow
from bodymap.body import Body
from bodymap.records import PainDrawing
from bodymap.ui.fields import pressed
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.places import region_names
from bodymap.ui.wording import plain


def draw(desk: Desk, drawing: PainDrawing, body: Body) -> None:
    """Ask from where to where it moves; nothing has to be answered."""
    st.markdown("## The pain moves")
    st.caption("If it does: choose from where to where.")
    names = region_names(body)
    count = len(drawing.arrows)

    def chosen(label: str, name: str) -> str | None:
        return st.selectbox(
            label,
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder="Type, such as shoulder or knee",
            key=f"mark-move-{name}-{count}",
        )

    start, end = chosen("From", "from"), chosen("To", "to")

    def add() -> None:
        desk.attempt(_set, desk, str(start), str(end), body)

    ready = start is not None and end is not None and start != end
    st.button("Add that it moves", on_click=add, disabled=not ready, key="mark-move-add")
    listed(desk, drawing, body)


def listed(desk: Desk, drawing: PainDrawing, body: Body) -> None:
    """The arrows in words, each with a way to remove it or to put its side right."""
    for number, arrow in enumerate(drawing.arrows, start=1):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.write(plain(f"{number}. {arrow_in_words(arrow, body)}"))
            st.button(
                f"Remove arrow {number}",
                on_click=pressed(desk.attempt),
                args=(desk.remove_arrow, arrow.id),
                type="tertiary",
                key=f"mark-move-remove-{number}",
            )
            st.button(
                "Wrong side",
                on_click=pressed(desk.attempt),
                args=(desk.set_arrow, mirrored_arrow(arrow, body), body),
                type="tertiary",
                key=f"mark-move-side-{number}",
            )


def _set(desk: Desk, start: str, end: str, body: Body) -> PainDrawing:
    arrow = arrow_between(arrow_id=desk.ports.ids.new(), start=start, end=end, body=body)
    return desk.set_arrow(arrow, body)
