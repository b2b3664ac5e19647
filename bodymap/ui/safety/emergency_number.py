"""The emergency number of the practice: read once for each run of a page."""

from typing import Final

import streamlit as st

from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.settings import get_emergency_number

_NUMBER: Final = "emergency_number"


def read(ports: Ports) -> None:
    """Look up the number, for this run of the page and the parts it runs again.

    Raises:
        StoreError: it cannot be read.
    """
    st.session_state[_NUMBER] = get_emergency_number(ports=ports)


def number() -> str:
    """The number; empty where the practice has set none."""
    return str(st.session_state.get(_NUMBER, ""))
