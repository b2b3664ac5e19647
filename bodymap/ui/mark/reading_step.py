"""Fourth step: what was drawn, read back in words, to be put right before it is kept."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.read_back import NamedPlace, read_back
from bodymap.body import Body, Laterality
from bodymap.exchange.pain_words import answers_in_words, folded_in_words, sides_in_words
from bodymap.records import PainDrawing, PainMark
from bodymap.ui.fields import opened, pressed, widget_key
from bodymap.ui.mark import moving, pictured
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.steps import Step
from bodymap.ui.wording import plain

_AT_ONCE: Final = 8
"""Places of a pain that stand there at once; the rest is counted and opens at a tap."""


def draw(desk: Desk, drawing: PainDrawing, go: Callable[[Step], None]) -> None:
    """Read back every pain, with a way to change each part of it."""
    if drawing.no_pain:
        st.markdown("You have **no pain today**.")
        return
    body = desk.body(drawing)
    if drawing.marks:
        picture = pictured.on_screen(drawing, body, list(drawing.layers(body)))
        st.image(picture, width=420, alt=pictured.ALT)
    several = len(drawing.marks) > 1
    for number, mark in enumerate(drawing.marks, start=1):
        with st.container(border=True, key=f"card-read-{number}"):
            if several:
                st.markdown(f"## Pain {number}")
            _read(mark, body)
            with st.container(horizontal=True):
                _put_right(desk, mark, body, go, f" pain {number}" if several else "")
    if drawing.arrows:
        with st.container(border=True, key="card-read-moves"):
            st.markdown("## The pain moves")
            moving.listed(desk, drawing, body)


def _read(mark: PainMark, body: Body) -> None:
    said = read_back(mark.area(body))
    first, more = said.places[:_AT_ONCE], said.places[_AT_ONCE:]
    _places(first)
    if not first:
        st.write("This pain is empty.")
    if more or said.edges:
        with st.expander(folded_in_words(more, said.edges)):
            _places(more)
            if said.edges:
                st.caption("Only the edge of this pain touches:")
            _places(said.edges)
    st.write(plain(answers_in_words(mark)) or "You did not say how it feels.")


def _places(places: Sequence[NamedPlace]) -> None:
    for side, labels in sides_in_words(places):
        st.markdown(f"**{side}:** {plain(labels)}")


def _put_right(
    desk: Desk, mark: PainMark, body: Body, go: Callable[[Step], None], called: str
) -> None:
    """Ways to put it right; their names say which pain is meant where there are several."""
    one_side = mark.area(body).laterality in {Laterality.LEFT, Laterality.RIGHT}
    if one_side and not mark.coded:
        st.button(
            f"Wrong side:{called}" if called else "Wrong side",
            on_click=pressed(desk.attempt),
            args=(desk.to_other_side, mark.id, body),
            key=widget_key(mark.id, "read-side"),
        )
    inside = opened(f"Change{called}", key=widget_key(mark.id, "read-change"))
    if inside is None:
        return
    if inside.button("Where it is", key=widget_key(mark.id, "read-place")):
        desk.attempt(desk.take, mark.id)
        go(Step.DRAW)
    if inside.button("How it feels", key=widget_key(mark.id, "read-words")):
        go(Step.DESCRIBE)
    inside.button(
        "Leave it out",
        on_click=pressed(desk.attempt),
        args=(desk.remove, mark.id),
        key=widget_key(mark.id, "read-remove"),
    )
