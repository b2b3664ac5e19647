"""How long a drawing is worked on, as the browser counts it: seen, and in use.

The clock on the wall would count a lunch break. What a browser says is untrusted; the service that
keeps it bounds it.
"""

from typing import Final

import streamlit as st

from bodymap.canvas.packaged import packaged

NAME: Final = "bodymap.stopwatch"


def run(log: str, *, ends: str) -> None:
    """Count for the drawing `log`; shows nothing.

    Args:
        log: Names what is counted; the same name goes on after a reload.
        ends: Key of the button that ends it, where there is one on the page: what is counted is
            told now, and again when the button is pressed. Empty for none.
    """
    component = packaged(NAME, css="stopwatch.css", js="stopwatch.js")
    with st.container(key="unseen-stopwatch"):
        component(key=_key(log), data={"log": log, "ends": ends}, on_seconds_change=lambda: None)


def told(log: str) -> object:
    """What the browser last told of it, untrusted; None if nothing."""
    heard = st.session_state.get(_key(log))
    return None if heard is None else heard.get("seconds")


def _key(log: str) -> str:
    return f"stopwatch-{log}"
