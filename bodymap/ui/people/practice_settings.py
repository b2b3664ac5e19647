"""Settings of the practice: the clock that days and times follow, the number for emergencies."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.settings import get_emergency_number, set_emergency_number
from bodymap.services.maintaining.time_zone import get_time_zone, set_time_zone, time_zones
from bodymap.ui import practice_clock
from bodymap.ui.fields import unfolded
from bodymap.ui.problems import in_words
from bodymap.ui.safety import emergency_number
from bodymap.ui.wording import plain

_REFUSED: Final = "practice-emergency-number-refused"
_KEY: Final = "practice-time-zone"
_MACHINE: Final = "As this machine"
_NUMBER: Final = "practice-emergency-number"


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
        st.text_input(
            "Emergency number",
            value=get_emergency_number(ports=ports),
            placeholder="none is set",
            key=_NUMBER,
            on_change=_keep_number,
            args=(ports,),
            help="Said, with a button to call it, where an answer to a question for safety asks "
            "for help at once.",
        )
        refused = st.session_state.pop(_REFUSED, None)
        if refused:
            st.warning(plain(refused))


def _keep(ports: Ports) -> None:
    set_time_zone(zone=st.session_state[_KEY], ports=ports)
    practice_clock.read(ports)


def _keep_number(ports: Ports) -> None:
    try:
        set_emergency_number(number=st.session_state[_NUMBER], ports=ports)
    except BodymapError as error:
        st.session_state[_REFUSED] = in_words(error)
    emergency_number.read(ports)
