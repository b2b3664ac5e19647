"""Larger text and a left-handed layout: how this window shows the Mark page.

Both stand in the address (`text=large`, `hand=left`): a reload and Back keep them, a clinic can
keep such an address for its tablet, and they say nothing of a person. The window remembers them on
its way through other pages, and nothing is written down.
"""

from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from bodymap.ui.fields import bound, held, opened
from bodymap.ui.language import words

_LARGE: Final = ("text", "large")
_LEFT: Final = ("hand", "left")
_KEPT: Final = "mark-ease"
_LARGER: Final = "<style>:root { font-size: 125%; }</style>"
"""All sizes of a page follow the root's; a browser's own zoom comes on top."""


@dataclass(frozen=True)
class Ease:
    """What was chosen.

    Attributes:
        large: Text, and all that goes with it, a quarter larger.
        left_handed: Buttons lie where the left hand is.
    """

    large: bool
    left_handed: bool


def chosen() -> Ease:
    """What holds in this window: what its address says, or what it was told before."""
    kept = _kept()
    kept.update(name for name, value in (_LARGE, _LEFT) if st.query_params.get(name) == value)
    for name, value in asked().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    return Ease(large=_LARGE[0] in kept, left_handed=_LEFT[0] in kept)


def asked() -> dict[str, str]:
    """What an address says of it."""
    kept = _kept()
    return {name: value for name, value in (_LARGE, _LEFT) if name in kept}


def apply(ease: Ease) -> None:
    """Give the page its size."""
    if ease.large:
        st.html(_LARGER)


def settings() -> DeltaGenerator | None:
    """The button behind which it is chosen; what it opens while it is open, for more to choose."""
    inside = opened(words()("mark-settings"), key="mark-settings", quiet=True)
    if inside is not None:
        _switch(inside, words()("mark-larger"), _LARGE)
        _switch(inside, words()("mark-left-handed"), _LEFT)
    return inside


def _kept() -> set[str]:
    kept: set[str] = st.session_state.setdefault(_KEPT, set())
    return kept


def _switch(inside: DeltaGenerator, label: str, setting: tuple[str, str]) -> None:
    name, value = setting
    widget = f"mark-ease-{name}"

    def changed() -> None:
        if held(widget):
            _kept().add(name)
            st.query_params[name] = value
        else:
            _kept().discard(name)
            st.query_params.pop(name, None)

    inside.toggle(label, key=bound(widget, name in _kept()), on_change=changed)
