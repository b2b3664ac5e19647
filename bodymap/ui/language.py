"""The language a page speaks: as its address says, as was chosen, or as the browser wishes.

It is kept in the address (`lang=de`) once it was chosen, so that reload, Back and a clinic's link
keep it; the record knows nothing of it. Pages that are not translated yet speak English.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Final

import streamlit as st

from bodymap.services.handing_over.sharing import LANGUAGE as PARAMETER
from bodymap.ui.practice_clock import in_practice
from bodymap.wording import ENGLISH, LANGUAGES, PSEUDO, Words, best_of, words_in

PSEUDO_ON: Final = "BODYMAP_PSEUDO"
"""Environment variable that makes translated pages speak the pseudo-language; see `start.py`."""
_CHOSEN: Final = "language"


def words() -> Words:
    """The words of the language of this window."""
    return words_in(spoken())


def spoken() -> str:
    """Code of the language of this window."""
    if os.environ.get(PSEUDO_ON):
        return PSEUDO
    asked = st.query_params.get(PARAMETER)
    if asked in LANGUAGES:
        st.session_state[_CHOSEN] = asked
    chosen: str | None = st.session_state.get(_CHOSEN)
    return chosen or best_of(_wished())


def choose(code: str) -> None:
    """Let this window, and the address of its page, speak a language."""
    st.session_state[_CHOSEN] = code
    st.query_params[PARAMETER] = code


def asked() -> dict[str, str]:
    """What an address says of the language; nothing while the browser's wish holds."""
    chosen = st.session_state.get(_CHOSEN)
    return {PARAMETER: chosen} if chosen else {}


def keep_in_address() -> None:
    """Put the language that was chosen back where a step on the way dropped it."""
    for name, value in asked().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value


def a_day(moment: datetime) -> str:
    """A day in this window's language, that of the practice's clock."""
    return words().day(in_practice(moment).date())


def a_time(moment: datetime) -> str:
    """A time of day in this window's language, on the practice's clock."""
    return words().time(in_practice(moment))


def _wished() -> Iterator[str]:
    """Languages that the browser asks for, the dearest first."""
    accepted = st.context.headers.get("Accept-Language", "")
    ranked = []
    for place, part in enumerate(accepted.split(",")):
        tag, _, weight = part.strip().partition(";q=")
        ranked.append((-_number(weight), place, tag))
    tags = [tag for _, _, tag in sorted(ranked) if tag]
    yield from tags or [ENGLISH]


def _number(weight: str) -> float:
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
