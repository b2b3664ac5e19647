"""A person's days one after the other on one body: by hand, or played through."""

import time
from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

from bodymap.body import Body
from bodymap.services.visits.time_line import Event
from bodymap.ui.people import time_line as axis
from bodymap.ui.wording import a_day

_EACH_S: Final = 1.2
"""How long a day is shown while they are played."""
_STYLE: Final = """
<style>
.played img { background-size: 100% 100%; display: block; height: 22rem; max-width: 100%;
  print-color-adjust: exact; width: auto; }
@media (prefers-reduced-motion: reduce) { [class*="st-key-play-"] { display: none; } }
</style>
"""


def draw(body: Body, events: Sequence[Event], *, key: str) -> None:
    """Show one day at a time; nothing where there is only one.

    Where reduced motion is asked for, the button that plays is not there; the slider is.
    """
    if len(events) < 2:  # noqa: PLR2004 - one day cannot be played
        return
    plays = st.session_state.get(f"plays-{key}", False)
    st.fragment(_show, run_every=_EACH_S if plays else None)(body, events, key)


def _show(body: Body, events: Sequence[Event], key: str) -> None:
    at_key, last = f"played-{key}-{len(events)}", len(events) - 1
    st.session_state.setdefault(at_key, last)
    _turn_on(at_key, key, last)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.select_slider(
            "Day by day",
            options=range(len(events)),
            format_func=lambda at: a_day(events[at].at),
            key=at_key,
        )
        label = "Stop" if st.session_state.get(f"plays-{key}") else "Play"
        if st.button(label, key=f"play-{key}", on_click=_play, args=(at_key, key, last)):
            st.rerun(scope="app")  # begins and ends the time between two days
    event = events[st.session_state[at_key]]
    figure, marks = axis.picture_of(body, event)
    words = axis.in_words(event)
    st.html(
        f"{_STYLE}<style>.played img {{ background-image: url({figure}); }}</style>"
        f'<div class="played"><img src="{marks}" alt="{escape(words)}"/></div>'
    )
    st.caption(words)


def _play(at_key: str, key: str, last: int) -> None:
    """Begin to play, from the first day where the last one is shown; or stop."""
    plays = not st.session_state.get(f"plays-{key}", False)
    st.session_state[f"plays-{key}"] = plays
    st.session_state[f"turned-{key}"] = time.monotonic()
    if plays and st.session_state[at_key] == last:
        st.session_state[at_key] = 0


def _turn_on(at_key: str, key: str, last: int) -> None:
    """While it plays, go to the next day once this one has had its time; end at the last."""
    now = time.monotonic()
    if not st.session_state.get(f"plays-{key}"):
        return
    if now - st.session_state[f"turned-{key}"] < _EACH_S * 0.8:
        return
    if st.session_state[at_key] == last:
        st.session_state[f"plays-{key}"] = False
        st.rerun(scope="app")
    st.session_state[at_key] += 1
    st.session_state[f"turned-{key}"] = now
