"""The choice of language before the first mark, and what is said of a translation."""

import streamlit as st

from bodymap.ui import language
from bodymap.ui.fields import bound, entered
from bodymap.wording import LANGUAGES, PSEUDO

_NAME = "mark-language"


def choice() -> None:
    """The languages, each in its own words; the one that is spoken is chosen."""
    spoken = language.spoken()
    if spoken == PSEUDO:
        return
    st.segmented_control(
        language.words()("mark-language"),
        list(LANGUAGES),
        format_func=lambda code: LANGUAGES[code].name,
        key=bound(_NAME, spoken),
        on_change=entered(_NAME, _chosen),
        label_visibility="collapsed",
        width="content",
        required=True,
    )


def _chosen(code: str | None) -> bool:
    if code is not None:
        language.choose(code)
    return True


def note() -> None:
    """Say that no clinician has checked the translation, where none has."""
    spoken = language.words()
    if not spoken.language.is_checked:
        st.caption(spoken("mark-not-checked"))
