"""Fourth step: what was drawn, read back in words, to be put right before it is kept."""

from collections.abc import Callable

import streamlit as st

from bodymap.analysis.read_back import read_back
from bodymap.body import Laterality
from bodymap.records import PainDrawing
from bodymap.ui.fields import pressed
from bodymap.ui.mark import moving
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.steps import Step
from bodymap.ui.mark.words import answers_in_words, places_in_words
from bodymap.ui.wording import plain


def draw(desk: Desk, drawing: PainDrawing, go: Callable[[Step], None]) -> None:
    """Read back every pain, with a way to change each part of it."""
    if drawing.no_pain:
        st.markdown("You have **no pain today**.")
        return
    body = desk.body(drawing)
    st.write("Read it once more. Left and right are yours.")
    for number, mark in enumerate(drawing.marks, start=1):
        area = mark.area(body)
        with st.container(border=True, key=f"card-read-{number}"):
            st.markdown(f"## Pain {number}")
            st.markdown(f"**{plain(places_in_words(read_back(area)))}**")
            st.write(plain(answers_in_words(mark)) or "Nothing was said of how it feels.")
            with st.container(horizontal=True):
                if st.button("Change the place", key=f"read-place-{number}"):
                    desk.take(mark.id)
                    go(Step.DRAW)
                if st.button("Change the words", key=f"read-words-{number}"):
                    go(Step.DESCRIBE)
                if area and area.laterality in {Laterality.LEFT, Laterality.RIGHT}:
                    st.button(
                        "It is the other side",
                        on_click=pressed(desk.attempt),
                        args=(desk.to_other_side, mark.id, body),
                        key=f"read-side-{number}",
                    )
    if drawing.moves:
        with st.container(border=True, key="card-read-moves"):
            st.markdown("## The pain moves")
            moving.listed(desk, drawing, body)
