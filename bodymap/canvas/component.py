"""Mounts the clickable body on a page."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from bodymap.canvas.data import CanvasData
from bodymap.canvas.packaged import packaged

NAME: Final = "bodymap.canvas"


def body_canvas(data: CanvasData, *, key: str, on_operations: Callable[[object], None]) -> None:
    """Show the body and hand on what the browser sends.

    Args:
        data: What to show.
        key: Of the element on the page; keep it the same to keep zoom and focus.
        on_operations: Called with the untrusted message before the page runs again; give it to
            `bodymap.canvas.receive`.
    """

    def arrived() -> None:
        on_operations(st.session_state[key].get("ops"))

    component = packaged(NAME, css="canvas.css", js="index.js")
    component(key=key, data=data.to_json(), on_ops_change=arrived)
