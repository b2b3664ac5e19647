"""The five signs, one tap each, and what follows from them."""

from functools import partial

import streamlit as st

from bodymap.records import CRITERIA_2018, Sign, Signs, SignValue, TriggerPointFinding
from bodymap.ui.assess import referral_question
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import choice, opened, pressed, widget_key
from bodymap.ui.wording import CRITERIA, SIGN_HELP, SIGN_VALUES, SIGNS, STATES


def draw(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    """One row per sign; the one that the keys P, A and N answer next stands out."""
    coming = states.SIGNS[desk.state.next_sign]
    if is_open:
        _together(desk, finding)
    with st.container(gap="xsmall", key=widget_key(finding.id, "signs")):
        for sign in states.SIGNS:
            _sign(desk, finding, sign, is_next=sign is coming, is_open=is_open)
    referral_question.draw(desk, finding, is_open=is_open)
    _what_follows(finding)


def _together(desk: Desk, finding: TriggerPointFinding) -> None:
    """One tap for all signs that nobody has answered yet, and which keys answer the next one."""
    left = [sign for sign in states.SIGNS if finding.signs[sign] is SignValue.NOT_EXAMINED]
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key=widget_key(finding.id, "together"),
    ):
        st.caption("Keys: P, A, N the sign in bold, 0 to 10 the pain", width="content")
        with st.container(horizontal=True, gap="xsmall", width="content"):
            for value in (SignValue.PRESENT, SignValue.ABSENT):
                st.button(
                    f"Rest {SIGN_VALUES[value]}",
                    key=widget_key(finding.id, f"rest-{value.value.lower()}"),
                    help="All signs that are not examined yet.",
                    on_click=pressed(answer_rest),
                    args=(desk, finding, value),
                    disabled=not left,
                )


def answer_rest(desk: Desk, finding: TriggerPointFinding, value: SignValue) -> object | None:
    """Record one answer for every sign that is not examined yet, as one step."""
    left = [sign for sign in states.SIGNS if finding.signs[sign] is SignValue.NOT_EXAMINED]
    return desk.revise(finding.id, signs={sign.field: value for sign in left})


def _sign(
    desk: Desk, finding: TriggerPointFinding, sign: Sign, *, is_next: bool, is_open: bool
) -> None:
    name = SIGNS[sign]
    choice(
        f"**{name}**" if is_next and is_open else name,
        SIGN_VALUES,
        name=widget_key(finding.id, f"sign-{sign.field}"),
        value=finding.signs[sign],
        hand_on=partial(answer, desk, finding, sign),
        disabled=not is_open,
    )


def answer(
    desk: Desk, finding: TriggerPointFinding, sign: Sign, value: SignValue | None
) -> object | None:
    """Record one sign; taking an answer away means: not examined.

    One that contradicts the referral felt is not recorded; the page asks which of them holds.
    """
    value = value or SignValue.NOT_EXAMINED
    if sign is Sign.REFERRED_SENSATION and referral_question.contradicts(finding, value):
        desk.ask_about_referral(value)
        return finding
    kept = desk.revise(finding.id, signs={sign.field: value})
    if kept is not None:
        desk.put(states.answered(desk.state, sign))
    return kept


def _what_follows(finding: TriggerPointFinding) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", key=widget_key(finding.id, "follows")
    ):
        told = f"{CRITERIA[finding.criteria_2018]}. {finding.called.value.capitalize()}."
        st.caption(told, width="content")
        if finding.signs == Signs():
            return  # nothing is decided yet
        rule = opened("How this is decided", key=widget_key(finding.id, "rule"), quiet=True)
    if rule is not None:
        with rule:
            for sign in states.SIGNS:
                st.write(f"**{SIGNS[sign]}**: {SIGN_HELP[sign]}")
            st.write(CRITERIA_2018.sentence)
            st.write(CRITERIA_2018.state_sentence)
            st.write(f"Here: {CRITERIA[finding.criteria_2018]}; {STATES[finding.state].lower()}.")
            st.caption(
                "International Delphi consensus 2018. Examiners agree only moderately on these "
                "signs (kappa about 0.45); no fixed location of a trigger point or its referral "
                "should be expected."
            )
