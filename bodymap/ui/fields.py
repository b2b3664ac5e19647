"""Widgets that show what is recorded and hand on what is entered.

What could not be saved stays in its widget, marked as unsaved, until it is saved or given up.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_UNSAVED: Final = "unsaved_fields"
_TURN: Final = "turn of "

#: Takes what was entered; returns None if it was not kept.
HandOn = Callable[[Any], object | None]


def _unsaved() -> dict[str, HandOn]:
    fields: dict[str, HandOn] = st.session_state.setdefault(_UNSAVED, {})
    return fields


_TELLING: Final = 8
"""Letters of a finding's id that tell it from the others of its assessment; keys are sent often."""


def widget_key(finding_id: str, part: str) -> str:
    """Key of a widget that belongs to one finding, such as `nrs-0f3a91bc`.

    The finding is named, so that an entry on its way can never reach another finding.
    """
    return f"{part}-{finding_id[-_TELLING:]}"


def bound(key: str, value: Any) -> str:
    """Make the widget of this name show `value`; returns its key for this run.

    A browser sends all its widgets with every message, also those it has not heard the latest of.
    If a widget's value were changed under the same key, such a late message would look like an
    entry and overwrite what was just recorded. So a value that came from elsewhere (a key on the
    body, undo) makes a new widget, and what the old one still says goes nowhere. A widget that
    shows the value already is left alone, so that text being typed is not lost; so is one that
    holds something unsaved.
    """
    current = _turned(key, value)
    if current not in st.session_state:
        st.session_state[current] = value
    return current


def choice(
    label: str,
    words: Mapping[Any, str],
    *,
    name: str,
    value: Any,
    hand_on: HandOn,
    stretched: bool = False,
    disabled: bool = False,
) -> None:
    """A row of buttons of which one may be pressed, bound to `value` under the name `name`.

    The value is given as the widget's default, because a browser that has just made such a widget
    says "nothing pressed" for a moment before it hears of a value set in any other way.
    """
    key = _turned(name, value)
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        default=value,
        on_change=entered(name, hand_on),
        disabled=disabled,
        width="stretch" if stretched else "content",
    )


def choices(
    label: str,
    words: Mapping[Any, str],
    *,
    name: str,
    value: Sequence[Any],
    hand_on: HandOn,
    titled: bool = False,
) -> None:
    """Words of which any number may be pressed; `hand_on` is given the list of them.

    `titled` where a heading above asks already: the label is then for screen readers alone.
    """
    st.pills(
        label,
        list(words),
        selection_mode="multi",
        format_func=words.__getitem__,
        key=_turned(name, list(value)),
        default=list(value),
        on_change=entered(name, hand_on),
        label_visibility="collapsed" if titled else "visible",
    )


def _turned(key: str, value: Any) -> str:
    current = _key_now(key)
    if current in _unsaved():
        return current
    if current in st.session_state and not _says(st.session_state[current], value):
        st.session_state[_TURN + key] = st.session_state.get(_TURN + key, 0) + 1
    return _key_now(key)


def _says(shown: Any, value: Any) -> bool:
    """Whether a widget shows a value; a text is kept trimmed, also while it is typed on."""
    if isinstance(shown, str) and isinstance(value, str):
        return shown.split() == value.split()
    return bool(shown == value)


def _key_now(key: str) -> str:
    turn = st.session_state.get(_TURN + key, 0)
    return f"{key}-{turn}" if turn else key


def held(key: str) -> Any:
    """What the widget of this name holds."""
    return st.session_state[_key_now(key)]


def entered(key: str, hand_on: HandOn) -> Callable[[], None]:
    """A callback that hands on what the widget of this name holds; ask `bound` for it first."""
    current = _key_now(key)

    def callback() -> None:
        if current != _key_now(key):
            return  # a late word of a widget that has given way to another
        if hand_on(st.session_state[current]) is None:
            _unsaved()[current] = hand_on
        else:
            _unsaved().pop(current, None)

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


def unfolded(label: str, *, key: str) -> DeltaGenerator | None:
    """An expander; its container while it is unfolded, else None. As `opened`."""
    expander = st.expander(label, key=key, on_change="rerun")
    return expander if expander.open else None


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
