"""Which body chart the questions of a table of answers are about."""

from typing import IO, Final

import streamlit as st

from bodymap.analysis.coding.answered import NUMBERINGS
from bodymap.atlas import Atlas
from bodymap.exchange.answers.asking import Asked, answers_within, asked_in
from bodymap.exchange.answers.columns import Question
from bodymap.ui.wording import plain

_NONE: Final = ""
_ASKED: Final = "exchange_asked"


def charts(file: IO[bytes], atlas: Atlas, *, key: str) -> dict[str, str] | None:
    """Ask of each question which chart it is about; None while none is chosen.

    Args:
        file: The file; nothing is asked where it is no table of answers.
        atlas: The charts.
        key: Tells this file from another.

    Raises:
        ImportRefused: it is a table, but asks for no places.
    """
    table = answers_within(file)
    if table is None:
        return {}
    kept: tuple[str, Asked] | None = st.session_state.get(_ASKED)
    if kept is None or kept[0] != key:
        kept = st.session_state[_ASKED] = (key, asked_in(table, atlas))
    asked = kept[1]
    st.markdown("### On which body chart?")
    st.caption("CHOIR maps for women were once numbered otherwise; the file does not say which.")
    st.caption(
        "Whoever has the same code is the same person, also in a later file. Where two studies "
        "both count from 1, add a letter to the codes of one of them first."
    )
    chosen = {each.name: _ask(each, f"chart-{key}-{each.name}") for each in asked.questions}
    if not any(chosen.values()):
        st.info("Choose the chart of at least one question.")
        return None
    return chosen


def _ask(question: Question, key: str) -> str:
    options = [_NONE, *question.numberings]
    count = len(question.columns)
    what = "codes in one column" if not question.columns[0][1] else f"{count} columns"
    return st.selectbox(
        plain(f"{question.name[:60]} ({what})"),
        options,
        index=options.index(question.named or _NONE),
        format_func=lambda each: NUMBERINGS[each].title if each else "No body chart",
        key=key,
    )
