"""A few more questions for pain in many places; whoever does not want to leaves them closed.

They are those of the symptom severity scale of the ACR 2016 criteria, in our own plain words. They
are offered where the answers can make a difference: where what is drawn is spread as widely as the
criteria ask for. So nobody with a sore shoulder meets them.
"""

from typing import Final

import streamlit as st

from bodymap.analysis.coding.acr_2016 import acr_2016
from bodymap.analysis.coding.answered import coded_on
from bodymap.records import PainDrawing, SeverityAnswers
from bodymap.ui.fields import HandOn, choice, widget_key
from bodymap.ui.language import words
from bodymap.ui.mark.desk import Desk

WEEK: Final = ("fatigue", "waking_unrefreshed", "cognitive_symptoms")
LEVELS: Final = (0, 1, 2, 3)
MONTHS: Final = ("headaches", "lower_abdominal_pain_or_cramps", "depression")
_YES_NO: Final = {True: "yes", False: "no"}


def matters(desk: Desk, drawing: PainDrawing) -> bool:
    """Whether the criteria can be decided by answers, or some are given already."""
    if drawing.severity is not None:
        return True
    atlas = desk.workspace.atlas()
    body = desk.body(drawing)
    wpi = coded_on("wpi", [(mark, mark.area(body)) for mark in drawing.marks], atlas, body)
    return acr_2016(wpi, SeverityAnswers(), atlas).met is None


def draw(desk: Desk, drawing: PainDrawing) -> None:
    """Ask, behind one line that can stay closed; nothing if the answers cannot matter."""
    if not matters(desk, drawing):
        return
    with st.expander(words()("mark-severity")):
        st.write(words()("mark-severity-why"))
        _ask(desk, drawing)


def _ask(desk: Desk, drawing: PainDrawing) -> None:
    say = words()
    given = drawing.severity or SeverityAnswers()
    levels = {level: say(f"mark-level.level_{level}") for level in LEVELS}
    answers = {value: say(f"mark-answer.{answer}") for value, answer in _YES_NO.items()}

    def named(symptom: str) -> str:
        return widget_key(drawing.id, f"severity-{symptom}")

    st.markdown(f"**{say('mark-week')}**")
    for symptom in WEEK:
        choice(
            say(f"mark-week-of.{symptom}"),
            levels,
            name=named(symptom),
            value=given.past_week.get(symptom),
            hand_on=_hand_on(desk, "past_week", symptom),
        )
    st.markdown(f"**{say('mark-months')}**")
    for symptom in MONTHS:
        choice(
            say(f"mark-months-of.{symptom}"),
            answers,
            name=named(symptom),
            value=given.past_six_months.get(symptom),
            hand_on=_hand_on(desk, "past_six_months", symptom),
        )
    choice(
        say("mark-three-months"),
        answers,
        name=named("three-months"),
        value=given.three_months,
        hand_on=lambda value: desk.attempt(desk.say_severity, three_months=value),
    )


def _hand_on(desk: Desk, part: str, symptom: str) -> HandOn:
    """Keep an answer, or forget it where it was taken back."""

    def keep(value: object) -> object | None:
        now = dict(getattr(desk.open().severity or SeverityAnswers(), part))
        now.pop(symptom, None)
        return desk.attempt(
            desk.say_severity, **{part: now if value is None else {**now, symptom: value}}
        )

    return keep
