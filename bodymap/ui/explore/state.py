"""What the page shows now: what its address says, and what was done quietly since.

A finished choice is a step that Back undoes. What is still being typed, and from where the body is
looked at, belong to the address too, but make no steps: the session keeps them, and the browser is
told to write them into the address in place (`CanvasData.address`).
"""

from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from bodymap.ui.explore.address import Explored

_QUIET: Final = "explore-quiet"


def now() -> dict[str, str]:
    """The parameters of what is shown; for `address.read`."""
    address = st.query_params.to_dict()
    kept: dict[str, Any] = st.session_state.get(_QUIET, {})
    if kept.get("since") == address:
        return dict(kept["shown"])
    st.session_state.pop(_QUIET, None)
    return address


def go(asked: Explored) -> None:
    """Show something else, as a step of its own."""
    st.session_state.pop(_QUIET, None)
    st.query_params.from_dict(asked.parameters())


def quietly(asked: Explored) -> None:
    """Show something else, as part of the step that was made last."""
    st.session_state[_QUIET] = {
        "since": st.query_params.to_dict(),
        "shown": asked.parameters(),
    }


def written(asked: Explored) -> str:
    """The address of what is shown, without `?`, as Streamlit writes it."""
    return urlencode(asked.parameters())
