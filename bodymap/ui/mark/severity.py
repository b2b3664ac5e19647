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
from bodymap.ui.mark.desk import Desk

WEEK: Final = {
    "fatigue": "being tired",
    "waking_unrefreshed": "waking up tired",
    "cognitive_symptoms": "trouble thinking or remembering",
}
LEVELS: Final = {
    0: "no problem",
    1: "mild, now and then",
    2: "middling, often",
    3: "severe, all the time",
}
MONTHS: Final = {
    "headaches": "headaches",
    "lower_abdominal_pain_or_cramps": "pain or cramps low in the belly",
    "depression": "depression",
}
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
    with st.expander("A few more questions, if you like"):
        st.write("You hurt in many places. These help your therapist. You may skip any.")
        _ask(desk, drawing)


def _ask(desk: Desk, drawing: PainDrawing) -> None:
    given = drawing.severity or SeverityAnswers()

    def named(symptom: str) -> str:
        return widget_key(drawing.id, f"severity-{symptom}")

    st.markdown("**In the past week, how bad was**")
    for symptom, words in WEEK.items():
        choice(
            words,
            LEVELS,
            name=named(symptom),
            value=given.past_week.get(symptom),
            hand_on=_hand_on(desk, "past_week", symptom),
        )
    st.markdown("**In the past 6 months, did you have**")
    for symptom, words in MONTHS.items():
        choice(
            words,
            _YES_NO,
            name=named(symptom),
            value=given.past_six_months.get(symptom),
            hand_on=_hand_on(desk, "past_six_months", symptom),
        )
    choice(
        "Has it been about like this for 3 months?",
        _YES_NO,
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
