"""Where muscles lie, under the pattern: what the body is told to show, and what it rests on."""

from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body
from bodymap.canvas import MuscleOverlay
from bodymap.ui.explore import sources
from bodymap.ui.explore.address import TURNING, Explored
from bodymap.ui.wording import plain

_DEPTHS: Final = {"muscles": Depth.SUPERFICIAL, "deep_muscles": Depth.DEEP}


def overlay(asked: Explored, body: Body) -> MuscleOverlay | None:
    """What the flat views show of the muscles; None for nothing."""
    if asked.layer is None:
        return None
    return MuscleOverlay(
        url=f"muscles/{body.version}/{body.figure}/",
        depth=_DEPTHS[asked.layer].value,
        muscle=asked.muscle,
        side=asked.laterality.value.lower(),
    )


def _looks(asked: Explored) -> str:
    """How what is shown is told from the rest."""
    if asked.view == TURNING:
        return "The muscle at hand is green."
    return "Deep ones are dashed." if asked.layer == "deep_muscles" else ""


def say(asked: Explored, atlas: Atlas, layer: MuscleLayer) -> None:
    """What the drawing is and what it rests on."""
    with st.container(horizontal=True, vertical_alignment="center", key="explore-muscles"):
        st.caption(plain(f"Muscles: {layer.statement} {_looks(asked)}".strip()))
        sources.behind(
            atlas, layer.sources, layer.certainty, key="muscles", what="where muscles lie"
        )
