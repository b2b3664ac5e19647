"""Second step: what each pain is like. Nothing has to be answered."""

from typing import Any, Final

import streamlit as st

from bodymap.analysis.read_back import read_back
from bodymap.records import PainDrawing, PainIntensity, PainMark, PainQuality
from bodymap.records.measures import RecallPeriod
from bodymap.ui.fields import HandOn, bound, choice, choices, entered, widget_key
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.words import DEPTHS, QUALITIES, SINCE, TIMINGS, places_in_words
from bodymap.ui.wording import plain

_STRENGTHS: Final = {number: str(number) for number in range(11)}


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask about each pain, one card each."""
    st.caption("Answer what you can; you may leave out the rest.")
    body = desk.body(drawing)
    for number, mark in enumerate(drawing.marks, start=1):
        with st.container(border=True, key=f"card-pain-{number}"):
            st.markdown(f"## Pain {number}")
            st.caption(plain(places_in_words(read_back(mark.area(body)))))
            _ask(desk, mark)


def _ask(desk: Desk, mark: PainMark) -> None:
    def answer(field: str) -> HandOn:
        return lambda value: desk.attempt(desk.describe, mark.id, **{field: value})

    def strength(value: int | None) -> object | None:
        said = None if value is None else PainIntensity(nrs=value, recall=RecallPeriod.NOW)
        return desk.attempt(desk.describe, mark.id, intensity=said)

    def words(value: list[Any]) -> object | None:
        other = {} if PainQuality.OTHER in value else {"other_quality": ""}
        return desk.attempt(desk.describe, mark.id, qualities=tuple(value), **other)

    def times(value: list[Any]) -> object | None:
        return desk.attempt(desk.describe, mark.id, timing=tuple(value))

    def named(part: str) -> str:
        return widget_key(mark.id, part)

    choice(
        "How strong is it now? 0 is no pain, 10 the worst you can imagine.",
        _STRENGTHS,
        name=named("nrs"),
        value=mark.intensity.nrs if mark.intensity else None,
        hand_on=strength,
        stretched=True,
    )
    choices(
        "How does it feel?",
        QUALITIES,
        name=named("pain-quality"),
        value=mark.qualities,
        hand_on=words,
    )
    if PainQuality.OTHER in mark.qualities:
        name = named("pain-other")
        st.text_input(
            "In your own word",
            key=bound(name, mark.other_quality),
            max_chars=60,
            on_change=entered(name, answer("other_quality")),
        )
    choice("How deep?", DEPTHS, name=named("pain-depth"), value=mark.depth, hand_on=answer("depth"))
    choices("When?", TIMINGS, name=named("pain-timing"), value=mark.timing, hand_on=times)
    choice(
        "Since when?", SINCE, name=named("pain-since"), value=mark.since, hand_on=answer("since")
    )
