"""Fourth step: what was drawn, read back in words, to be put right before it is kept."""

from collections.abc import Callable

import streamlit as st

from bodymap.analysis.read_back import read_back
from bodymap.body import Body, Laterality
from bodymap.records import PainDrawing, PainMark
from bodymap.ui.fields import opened, pressed, widget_key
from bodymap.ui.mark import moving
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.steps import Step
from bodymap.ui.mark.words import answers_in_words, sides_in_words
from bodymap.ui.wording import plain


def draw(desk: Desk, drawing: PainDrawing, go: Callable[[Step], None]) -> None:
    """Read back every pain, with a way to change each part of it."""
    if drawing.no_pain:
        st.markdown("You have **no pain today**.")
        return
    body = desk.body(drawing)
    several = len(drawing.marks) > 1
    for number, mark in enumerate(drawing.marks, start=1):
        with st.container(border=True, key=f"card-read-{number}"):
            if several:
                st.markdown(f"## Pain {number}")
            _read(mark, body)
            with st.container(horizontal=True):
                _put_right(desk, mark, body, go)
    if drawing.arrows:
        with st.container(border=True, key="card-read-moves"):
            st.markdown("## The pain moves")
            moving.listed(desk, drawing, body)


def _read(mark: PainMark, body: Body) -> None:
    said = sides_in_words(read_back(mark.area(body)))
    for side, places in said:
        st.markdown(f"**{side}:** {plain(places)}")
    if not said:
        st.write("Nothing is left of its place.")
    st.write(plain(answers_in_words(mark)) or "Nothing was said of how it feels.")


def _put_right(desk: Desk, mark: PainMark, body: Body, go: Callable[[Step], None]) -> None:
    if mark.area(body).laterality in {Laterality.LEFT, Laterality.RIGHT}:
        st.button(
            "Wrong side",
            on_click=pressed(desk.attempt),
            args=(desk.to_other_side, mark.id, body),
            key=widget_key(mark.id, "read-side"),
        )
    inside = opened("Change", key=widget_key(mark.id, "read-change"))
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
