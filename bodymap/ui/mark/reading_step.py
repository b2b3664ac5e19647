"""Fourth step: what was drawn, read back in words, to be put right before it is kept."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.read_back import NamedPlace, read_back
from bodymap.body import Body, Laterality
from bodymap.records import PainDrawing, PainMark
from bodymap.ui.fields import opened, pressed, widget_key
from bodymap.ui.language import words
from bodymap.ui.mark import moving, pictured
from bodymap.ui.mark.describing_step import asked
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.steps import Step
from bodymap.ui.wording import plain
from bodymap.wording.pain import answers_in_words, folded_in_words, sides_in_words

_AT_ONCE: Final = 8
"""Places of a pain that stand there at once; the rest is counted and opens at a tap."""


def draw(desk: Desk, drawing: PainDrawing, go: Callable[[Step], None]) -> None:
    """Read back every pain, with a way to change each part of it."""
    say = words()
    if drawing.no_pain:
        st.markdown(say("mark-none-today"))
        return
    body = desk.body(drawing)
    if drawing.marks:
        picture = pictured.on_screen(drawing, body, list(drawing.layers(body)), words=say)
        st.image(picture, width=420, alt=say("mark-alt"))
    several = len(drawing.marks) > 1
    for number, mark in enumerate(drawing.marks, start=1):
        with st.container(border=True, key=f"card-read-{number}"):
            if several:
                st.markdown(f"## {say('mark-pain', number=number)}")
            _read(mark, body)
            with st.container(horizontal=True):
                _put_right(desk, mark, body, go, number if several else None)
    if drawing.arrows:
        with st.container(border=True, key="card-read-moves"):
            st.markdown(f"## {say('mark-moves')}")
            moving.listed(desk, drawing, body)


def _read(mark: PainMark, body: Body) -> None:
    say = words()
    said = read_back(mark.area(body))
    first, more = said.places[:_AT_ONCE], said.places[_AT_ONCE:]
    _places(first)
    if not first:
        st.write(say("mark-empty"))
    if more or said.edges:
        with st.expander(folded_in_words(more, said.edges, say)):
            _places(more)
            if said.edges:
                st.caption(say("mark-edge"))
            _places(said.edges)
    st.write(plain(answers_in_words(mark, say)) or say("mark-not-said"))


def _places(places: Sequence[NamedPlace]) -> None:
    for side, labels in sides_in_words(places, words()):
        st.markdown(f"**{side}:** {plain(labels)}")


def _put_right(
    desk: Desk, mark: PainMark, body: Body, go: Callable[[Step], None], number: int | None
) -> None:
    """Ways to put it right; their names say which pain is meant where there are several."""
    side = mark.area(body).laterality
    if side in {Laterality.LEFT, Laterality.RIGHT} and not mark.coded:
        st.button(
            asked("mark-wrong-side", number),
            on_click=pressed(desk.attempt),
            args=(desk.to_other_side, mark.id, body),
            # Named for the side, so that a second tap before the answer does not take it back.
            key=widget_key(mark.id, f"read-side-{side}"),
        )
    inside = opened(asked("mark-change", number), key=widget_key(mark.id, "read-change"))
    if inside is None:
        return
    if inside.button(words()("mark-change-place"), key=widget_key(mark.id, "read-place")):
        desk.attempt(desk.take, mark.id)
        go(Step.DRAW)
    if inside.button(words()("mark-change-words"), key=widget_key(mark.id, "read-words")):
        go(Step.DESCRIBE)
    inside.button(
        words()("mark-change-remove"),
        on_click=pressed(desk.attempt),
        args=(desk.remove, mark.id),
        key=widget_key(mark.id, "read-remove"),
    )
