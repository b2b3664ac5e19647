"""Widgets that show what is recorded and hand on what is entered.

What could not be saved stays in its widget, marked as unsaved, until it is saved or given up.
"""

from collections.abc import Callable
from typing import Any, Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_UNSAVED: Final = "unsaved_fields"

#: Takes what was entered; returns None if it was not kept.
HandOn = Callable[[Any], object | None]


def _unsaved() -> dict[str, HandOn]:
    fields: dict[str, HandOn] = st.session_state.setdefault(_UNSAVED, {})
    return fields


def bound(key: str, value: Any) -> str:
    """Make the widget with this key show `value`; returns the key.

    A widget that shows the value already is left alone, so that text being typed is not lost when
    another part of the page runs again; so is one that holds something unsaved.
    """
    if key in _unsaved():
        return key
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def entered(key: str, hand_on: HandOn) -> Callable[[], None]:
    """A callback that hands on what the widget with this key holds."""

    def callback() -> None:
        if hand_on(st.session_state[key]) is None:
            _unsaved()[key] = hand_on
        else:
            _unsaved().pop(key, None)

    return callback


def pressed(do: Callable[..., object]) -> Callable[..., None]:
    """A button's callback from a function whose result the button does not need."""

    def callback(*given: Any) -> None:
        do(*given)

    return callback


def opened(label: str, *, key: str, quiet: bool = False) -> DeltaGenerator | None:
    """A popover; its container while it is open, else None.

    What is inside is made, and sent, only when somebody looks.
    """
    kind: Literal["tertiary", "secondary"] = "tertiary" if quiet else "secondary"
    popover = st.popover(label, key=key, type=kind, on_change="rerun")
    return popover if popover.open else None


def has_unsaved() -> bool:
    """Whether a widget holds something that could not be saved."""
    return bool(_unsaved())


def save_again() -> None:
    """Hand on once more what could not be saved."""
    for key, hand_on in list(_unsaved().items()):
        if key not in st.session_state or hand_on(st.session_state[key]) is not None:
            del _unsaved()[key]


def give_up() -> None:
    """Let the widgets show again what is recorded."""
    _unsaved().clear()
