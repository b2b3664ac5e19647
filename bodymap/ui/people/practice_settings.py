"""Settings of the practice: the clock that days and times follow."""

from typing import Final

import streamlit as st

from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.time_zone import get_time_zone, set_time_zone, time_zones
from bodymap.ui import practice_clock
from bodymap.ui.fields import unfolded

_KEY: Final = "practice-time-zone"
_MACHINE: Final = "As this machine"


def draw(ports: Ports) -> None:
    """Show the settings, and keep what is chosen."""
    inside = unfolded("Practice", key="practice-settings")
    if inside is None:
        return
    with inside:
        zone = get_time_zone(ports=ports)
        names = ["", *time_zones()]
        kept = "" if zone is None else str(zone)
        st.selectbox(
            "Time zone",
            names,
            index=names.index(kept),
            format_func=lambda name: name or _MACHINE,
            filter_mode="contains",
            key=_KEY,
            on_change=_keep,
            args=(ports,),
            help="Days and times are shown, and what is of the same day is found, by this clock.",
        )


def _keep(ports: Ports) -> None:
    set_time_zone(zone=st.session_state[_KEY], ports=ports)
    practice_clock.read(ports)
