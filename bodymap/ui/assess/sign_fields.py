"""The five signs, one tap each, and what follows from them."""

from functools import partial

import streamlit as st

from bodymap.records import CRITERIA_2018, Assessment, Sign, SignValue, TriggerPointFinding
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import bound, entered
from bodymap.ui.wording import CRITERIA, SIGN_HELP, SIGN_VALUES, SIGNS, STATES


def draw(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    """One row per sign; the one that P, A or N answers next carries a pointer."""
    coming = states.SIGNS[desk.state.next_sign]
    for sign in states.SIGNS:
        key = f"{finding.id}:{sign.field}"
        pointer = "▸ " if sign is coming and is_open else ""
        with st.container(
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
            key=f"sign-{key}",
        ):
            st.markdown(f"{pointer}{SIGNS[sign]}", help=SIGN_HELP[sign], width="content")
            st.segmented_control(
                SIGNS[sign],
                list(SIGN_VALUES),
                format_func=SIGN_VALUES.__getitem__,
                key=bound(key, finding.signs[sign]),
                on_change=entered(key, partial(answer, desk, finding.id, sign)),
                label_visibility="collapsed",
                disabled=not is_open,
                width="content",
            )
    _what_follows(finding)


def answer(desk: Desk, finding_id: str, sign: Sign, value: SignValue | None) -> Assessment | None:
    """Record one sign; taking an answer away means: not examined."""
    value = value or SignValue.NOT_EXAMINED
    kept = desk.revise(finding_id, signs={sign.field: value})
    if kept is not None:
        desk.put(states.answered(desk.state, sign))
    return kept


def _what_follows(finding: TriggerPointFinding) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{CRITERIA[finding.criteria_2018]}. {finding.called.value.capitalize()}.")
        with st.popover("How this is decided", type="tertiary"):
            st.write(CRITERIA_2018.sentence)
            st.write(CRITERIA_2018.state_sentence)
            st.write(f"Here: {CRITERIA[finding.criteria_2018]}; {STATES[finding.state].lower()}.")
            st.caption(
                "International Delphi consensus 2018. Examiners agree only moderately on these "
                "signs (kappa about 0.45); no fixed location of a trigger point or its referral "
                "should be expected."
            )
