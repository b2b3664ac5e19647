"""Second step: what each pain is like. Nothing has to be answered."""

from typing import Any, Final

import streamlit as st

from bodymap.analysis.read_back import read_back
from bodymap.records import (
    PainDepth,
    PainDrawing,
    PainIntensity,
    PainMark,
    PainQuality,
    PainSince,
    PainTiming,
)
from bodymap.records.measures import RecallPeriod
from bodymap.ui.fields import HandOn, bound, choice, choices, entered, widget_key
from bodymap.ui.language import words
from bodymap.ui.mark import severity
from bodymap.ui.mark.desk import Desk
from bodymap.ui.wording import plain
from bodymap.wording.pain import named, places_in_words

_STRENGTHS: Final = {number: str(number) for number in range(11)}


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask about each pain, one card each."""
    say = words()
    body = desk.body(drawing)
    several = len(drawing.marks) > 1
    for number, mark in enumerate(drawing.marks, start=1):
        with st.container(border=True, key=f"card-pain-{number}"):
            if several:
                st.markdown(f"## {say('mark-pain', number=number)}")
                st.caption(plain(places_in_words(read_back(mark.area(body)).places, words=say)))
            _ask(desk, mark, number if several else None)
            with st.expander(asked("mark-more", number if several else None)):
                _ask_more(desk, mark)
    severity.draw(desk, drawing)


def asked(message: str, number: int | None) -> str:
    """A question about a pain, with its number where there are several."""
    return words()(f"{message}-which", number=number) if number else words()(message)


def _ask(desk: Desk, mark: PainMark, number: int | None) -> None:
    """Ask how it feels and how strong it is; `number` where there are several."""

    def strength(value: int | None) -> object | None:
        said = None if value is None else PainIntensity(nrs=value, recall=RecallPeriod.NOW)
        return desk.attempt(desk.describe, mark.id, intensity=said)

    def qualities(value: list[Any]) -> object | None:
        other = {} if PainQuality.OTHER in value else {"other_quality": ""}
        return desk.attempt(desk.describe, mark.id, qualities=tuple(value), **other)

    choices(
        asked("mark-feels", number),
        named("pain-quality", PainQuality, words()),
        name=widget_key(mark.id, "pain-quality"),
        value=mark.qualities,
        hand_on=qualities,
        titled=True,
    )
    if PainQuality.OTHER in mark.qualities:
        name = widget_key(mark.id, "pain-other")
        st.text_input(
            words()("mark-own-words"),
            key=bound(name, mark.other_quality),
            max_chars=60,
            live=True,
            on_change=entered(name, _answer(desk, mark, "other_quality")),
        )
    choice(
        asked("mark-strong", number),
        _STRENGTHS,
        name=widget_key(mark.id, "nrs"),
        value=mark.intensity.nrs if mark.intensity else None,
        hand_on=strength,
        stretched=True,
    )


def _ask_more(desk: Desk, mark: PainMark) -> None:
    say = words()
    for question, answers, field in (
        ("mark-deep", named("pain-depth", PainDepth, say), "depth"),
        ("mark-since", named("pain-since", PainSince, say), "since"),
    ):
        choice(
            say(question),
            answers,
            name=widget_key(mark.id, f"pain-{field}"),
            value=getattr(mark, field),
            hand_on=_answer(desk, mark, field),
        )
    choices(
        say("mark-when"),
        named("pain-timing", PainTiming, say),
        name=widget_key(mark.id, "pain-timing"),
        value=mark.timing,
        hand_on=lambda value: desk.attempt(desk.describe, mark.id, timing=tuple(value)),
    )


def _answer(desk: Desk, mark: PainMark, field: str) -> HandOn:
    return lambda value: desk.attempt(desk.describe, mark.id, **{field: value})
