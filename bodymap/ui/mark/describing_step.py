"""Second step: what each pain is like. Nothing has to be answered."""

from typing import Any, Final

import streamlit as st

from bodymap.analysis.read_back import read_back
from bodymap.exchange.pain_words import DEPTHS, QUALITIES, SINCE, TIMINGS, places_in_words
from bodymap.records import PainDrawing, PainIntensity, PainMark, PainQuality
from bodymap.records.measures import RecallPeriod
from bodymap.ui.fields import HandOn, bound, choice, choices, entered, widget_key
from bodymap.ui.mark import severity
from bodymap.ui.mark.desk import Desk
from bodymap.ui.wording import plain

_STRENGTHS: Final = {number: str(number) for number in range(11)}


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask about each pain, one card each."""
    body = desk.body(drawing)
    several = len(drawing.marks) > 1
    for number, mark in enumerate(drawing.marks, start=1):
        with st.container(border=True, key=f"card-pain-{number}"):
            if several:
                st.markdown(f"## Pain {number}")
                st.caption(plain(places_in_words(read_back(mark.area(body)).places)))
            _ask(desk, mark, f"pain {number}" if several else "")
            with st.expander(f"More about pain {number}" if several else "More"):
                _ask_more(desk, mark)
    severity.draw(desk, drawing)


def _ask(desk: Desk, mark: PainMark, called: str) -> None:
    """Ask how it feels and how strong it is; `called` where there are several."""

    def strength(value: int | None) -> object | None:
        said = None if value is None else PainIntensity(nrs=value, recall=RecallPeriod.NOW)
        return desk.attempt(desk.describe, mark.id, intensity=said)

    def words(value: list[Any]) -> object | None:
        other = {} if PainQuality.OTHER in value else {"other_quality": ""}
        return desk.attempt(desk.describe, mark.id, qualities=tuple(value), **other)

    choices(
        f"How does {called or 'it'} feel?",
        QUALITIES,
        name=widget_key(mark.id, "pain-quality"),
        value=mark.qualities,
        hand_on=words,
        titled=True,
    )
    if PainQuality.OTHER in mark.qualities:
        name = widget_key(mark.id, "pain-other")
        st.text_input(
            "In your own words",
            key=bound(name, mark.other_quality),
            max_chars=60,
            live=True,
            on_change=entered(name, _answer(desk, mark, "other_quality")),
        )
    choice(
        f"How strong is {called or 'it'} now? 0 none, 10 worst",
        _STRENGTHS,
        name=widget_key(mark.id, "nrs"),
        value=mark.intensity.nrs if mark.intensity else None,
        hand_on=strength,
        stretched=True,
    )


def _ask_more(desk: Desk, mark: PainMark) -> None:
    for question, words, field in (
        ("How deep?", DEPTHS, "depth"),
        ("Since when?", SINCE, "since"),
    ):
        choice(
            question,
            words,
            name=widget_key(mark.id, f"pain-{field}"),
            value=getattr(mark, field),
            hand_on=_answer(desk, mark, field),
        )
    choices(
        "When?",
        TIMINGS,
        name=widget_key(mark.id, "pain-timing"),
        value=mark.timing,
        hand_on=lambda value: desk.attempt(desk.describe, mark.id, timing=tuple(value)),
    )


def _answer(desk: Desk, mark: PainMark, field: str) -> HandOn:
    return lambda value: desk.attempt(desk.describe, mark.id, **{field: value})
