"""Pains of another figure or another chart, shown on this figure through their cells.

Cells have the same numbers on every figure, so that such a pain lies where it was felt. What was
drawn is changed on its own figure, whose views its strokes were made in; what was answered in the
codes of another chart stays as it was said.
"""

from typing import Final

import streamlit as st

from bodymap.body import Body
from bodymap.canvas import TracedLayer, Under, under_layers
from bodymap.records import PainDrawing, PainMark
from bodymap.ui.language import words

_KEPT: Final = "mark-elsewhere"


def pains(drawing: PainDrawing) -> dict[int, PainMark]:
    """Those drawn on another figure than the one shown, or answered, by their number from 1."""
    return {
        number: mark
        for number, mark in enumerate(drawing.marks, start=1)
        if mark.coded or (mark.drawing is not None and mark.drawing.figure != drawing.figure)
    }


def under(drawing: PainDrawing) -> Under | None:
    """How they are called, for the body that they are shown on; None if there are none."""
    shown = pains(drawing)
    if not shown:
        return None
    all_answered = all(mark.coded for mark in shown.values())
    note = words()("mark-answered-note" if all_answered else "mark-elsewhere-note")
    return Under(name=_name(drawing), label=_called(shown), note=note)


def _name(drawing: PainDrawing) -> str:
    return f"elsewhere-{hash((drawing.figure, *pains(drawing).values()))}"


def tell(drawing: PainDrawing, body: Body) -> None:
    """Hand them over to the body, and say in words how such a pain is changed.

    Below the body: above it, the first of them would make it a new one.
    """
    shown = pains(drawing)
    if shown:
        name = _name(drawing)
        under_layers(name, _layers(name, shown, body), key="elsewhere")
        drawn = {number: mark for number, mark in shown.items() if not mark.coded}
        answered = {number: mark for number, mark in shown.items() if mark.coded}
        if drawn:
            st.caption(words()("mark-elsewhere", pains=_called(drawn)))
        if answered:
            st.caption(words()("mark-answered", pains=_called(answered)))


def _called(shown: dict[int, PainMark]) -> str:
    say = words()
    numbers = say.listed([str(number) for number in shown])
    return say("mark-elsewhere-name", count=len(shown), numbers=numbers)


def _layers(name: str, shown: dict[int, PainMark], body: Body) -> tuple[TracedLayer, ...]:
    """Their shapes on this figure; traced once, not at every stroke."""
    kept: tuple[str, tuple[TracedLayer, ...]] | None = st.session_state.get(_KEPT)
    if kept is None or kept[0] != name:
        traced = tuple(
            TracedLayer(
                body.traces(mark.area(body)), mark.intensity.nrs if mark.intensity else None
            )
            for mark in shown.values()
        )
        kept = (name, traced)
        st.session_state[_KEPT] = kept
    return kept[1]
