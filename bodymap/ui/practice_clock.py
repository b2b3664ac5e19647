"""Times as the practice's clock shows them: read once for each run of a page."""

from datetime import datetime, tzinfo
from typing import Final

import streamlit as st

from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.time_zone import get_time_zone

_ZONE: Final = "practice_zone"


def read(ports: Ports) -> None:
    """Look up the practice's time zone, for this run of the page and the parts it runs again.

    Raises:
        StoreError: it cannot be read.
    """
    st.session_state[_ZONE] = get_time_zone(ports=ports)


def in_practice(moment: datetime) -> datetime:
    """The moment on the practice's clock; on this machine's where none was set."""
    zone: tzinfo | None = st.session_state.get(_ZONE)
    return moment.astimezone(zone)


def same_day(one: datetime, other: datetime) -> bool:
    """Whether two moments fall on the same day of the practice's clock."""
    return in_practice(one).date() == in_practice(other).date()
