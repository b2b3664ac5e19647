"""Brings a reader to the top where the page at hand shows something else.

Streamlit goes to the top for another page only; somebody who went on from the end of one topic
would find themselves at the end of the next.
"""

from typing import Final

import streamlit as st

from bodymap.canvas.packaged import packaged

NAME: Final = "bodymap.top"


def of(shown: str | None, *, heard: bool = False) -> None:
    """Go to the top once whenever something else is shown than at the run before.

    Args:
        shown: Names what the page shows.
        heard: Whether the heading takes the focus then: a screen reader says where one is, and a
            key pressed once more answers nothing.
    """
    component = packaged(NAME, css="top.css", js="top.js")
    component(key="top", data={"shown": shown or "", "heard": heard})


def speaks(language: str) -> None:
    """Tell the browser which language the page is in, for as long as this stands on it.

    Args:
        language: Its code.
    """
    component = packaged(NAME, css="top.css", js="top.js")
    with st.container(key="unseen-language"):
        component(key="top-speaks", data={"language": language})
