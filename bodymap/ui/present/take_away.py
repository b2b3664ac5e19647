"""What can be taken away from a presentation: the picture at hand, and slides of all of it."""

from functools import partial
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body
from bodymap.canvas import Own
from bodymap.exchange import SlidesOf, pattern_picture, to_png, to_slides, to_svg
from bodymap.exchange.panels import Lines
from bodymap.exchange.slides import KIND
from bodymap.ui.present.address import Presented
from bodymap.ui.wording import LATERALITIES, plain

_WHOLE, _STEPS = "One slide for each trigger point", "One slide for each step"
KEPT: Final = (
    "Your notes go into the notes of the slides, and what you drew into the pictures. Notes stay "
    "in this browser on this device, not among the records; lines last until this page is closed. "
    "Neither changes the atlas."
)


def draw(
    presented: Presented, own: Own, atlas: Atlas, body: Body, layer: MuscleLayer | None
) -> None:
    """Offer the files; each is made only when it is asked for.

    Args:
        presented: What is presented, and where one was.
        own: What the presenter wrote and drew.
        atlas: What is said.
        body: Figure to draw on.
        layer: Where muscles lie, if they are shown.
    """
    points = [p for name in presented.muscles for p in atlas.muscles[name].trigger_points]
    point = points[min(presented.at, len(points)) - 1]
    lines = {name: _lines(own, name) for name in own.lines}
    drawn = partial(
        pattern_picture,
        point,
        presented.laterality,
        atlas,
        body,
        layer,
        lines=lines.get(point.id, ()),
    )
    name = f"{point.id}-{presented.laterality.value.lower()}"
    side = LATERALITIES[presented.laterality]
    st.markdown(f"## Picture: {plain(atlas.muscle_of(point.id).name)}, {side}")
    st.caption(plain(point.name))
    with st.container(horizontal=True):
        st.download_button(
            "Picture (PNG)", lambda: to_png(drawn()), f"{name}.png", "image/png", on_click="ignore"
        )
        st.download_button(
            "Picture (SVG)",
            lambda: to_svg(drawn()).encode(),
            f"{name}.svg",
            "image/svg+xml",
            on_click="ignore",
        )
    st.markdown("## Slides")
    how = st.segmented_control(
        "What a slide shows", [_WHOLE, _STEPS], default=_WHOLE, required=True, key="present-slides"
    )
    asked = SlidesOf(
        points,
        presented.laterality,
        steps=how == _STEPS,
        layer=layer,
        notes=own.notes,
        lines=lines,
    )
    st.download_button(
        "Slides (PowerPoint)",
        partial(to_slides, asked, presented.title, atlas, body),
        f"{presented.group or '-'.join(presented.muscles[:3])}.pptx",
        KIND,
        on_click="ignore",
        type="primary",
    )
    st.caption(KEPT)


def _lines(own: Own, name: str) -> Lines:
    return [(line.view, line.points) for line in own.lines[name]]
