"""What the body on the Explore page is: which figure, which side of the muscle, flat or turning."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.body import Laterality
from bodymap.ui.explore.address import TURNING, Explored
from bodymap.ui.fields import bound
from bodymap.ui.wording import FIGURES, LATERALITIES

_SIDE: Final = "explore-side"
_FIGURE: Final = "explore-figure"
_LOOK: Final = "explore-look"
_LAYER: Final = "explore-layer"
_LAYERS: Final = {"muscles": "Muscles", "deep_muscles": "Deep muscles"}

Go = Callable[[Explored], None]


def draw(asked: Explored, atlas: Atlas, go: Go) -> None:
    """Draw the choices in one line; each is a step of its own."""
    layered = asked.view != TURNING or asked.point is not None
    key = "explore-choices" if layered else "explore-choices-few"
    with st.container(horizontal=True, vertical_alignment="center", key=key):
        if asked.point is not None:
            _side(asked, atlas, go)
        _figure(asked, go)
        _look(asked, go)
        if layered:
            _layer(asked, go)


def _side(asked: Explored, atlas: Atlas, go: Go) -> None:
    key = bound(_SIDE, asked.laterality)
    point = atlas.trigger_points[asked.point] if asked.point else None
    st.segmented_control(
        "Side of the body",
        [Laterality.RIGHT, Laterality.LEFT],
        format_func=LATERALITIES.__getitem__,
        key=key,
        on_change=lambda: go(replace(asked, laterality=st.session_state[key])),
        required=True,
        disabled=point is not None and point.only_on is not None,
        label_visibility="collapsed",
    )


def _figure(asked: Explored, go: Go) -> None:
    key = bound(_FIGURE, asked.figure)
    st.selectbox(
        "Figure",
        list(FIGURES),
        format_func=lambda figure: f"Figure: {FIGURES[figure]}",
        key=key,
        on_change=lambda: go(replace(asked, figure=st.session_state[key])),
        label_visibility="collapsed",
        width=165,
    )


def _look(asked: Explored, go: Go) -> None:
    key = bound(_LOOK, asked.view == TURNING)

    def chosen() -> None:
        go(replace(asked, view=TURNING if st.session_state[key] else None))

    st.segmented_control(
        "How the body is shown",
        [False, True],
        format_func=["Flat", "Turning"].__getitem__,
        key=key,
        on_change=chosen,
        required=True,
        label_visibility="collapsed",
    )


def _layer(asked: Explored, go: Go) -> None:
    key = bound(_LAYER, asked.layer)
    st.segmented_control(
        "Muscles on the body",
        list(_LAYERS),
        format_func=_LAYERS.__getitem__,
        key=key,
        on_change=lambda: go(replace(asked, layer=st.session_state[key])),
        label_visibility="collapsed",
    )
