"""Where muscles lie, under the pattern: what the body is told to show, and what it rests on."""

from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body
from bodymap.canvas import MuscleOverlay
from bodymap.ui.explore import sources
from bodymap.ui.explore.address import Explored
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


def say(asked: Explored, atlas: Atlas, layer: MuscleLayer) -> None:
    """What the drawing is and what it rests on."""
    with st.container(horizontal=True, vertical_alignment="center", key="explore-muscles"):
        dashed = " Deep ones are dashed." if asked.layer == "deep_muscles" else ""
        st.caption(plain(f"Muscles: {layer.statement}{dashed}"))
        sources.behind(
            atlas, layer.sources, layer.certainty, key="muscles", what="where muscles lie"
        )
