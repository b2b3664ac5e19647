"""What can be taken away from Explore: pictures, slides, a handout, a blank figure."""

from functools import partial
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas, Muscle, TriggerPoint
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality
from bodymap.exchange import (
    PARTS,
    Drawing,
    SlidesOf,
    blank_figure,
    pattern_picture,
    to_png,
    to_slides,
    to_svg,
)
from bodymap.exchange.slides import KIND
from bodymap.ui import links
from bodymap.ui.explore.address import Explored, at_hand
from bodymap.ui.fields import opened
from bodymap.ui.wording import LATERALITIES, plain

_PNG: Final = "image/png"
_SVG: Final = "image/svg+xml"


def draw(asked: Explored, atlas: Atlas, body: Body, layer: MuscleLayer | None = None) -> None:
    """Draw the button and, while it is open, what can be taken away.

    Args:
        asked: What the page shows.
        atlas: The muscles.
        body: The figure that is shown.
        layer: Where muscles lie, if the page shows it: then pictures show the muscle too.
    """
    pane = opened("Share or print", key="take-away")
    if pane is None:
        return
    hand = at_hand(asked, atlas)
    with pane:
        if hand is not None:
            _presenting(asked, atlas, hand[0])
            _pattern(*hand, asked.laterality, atlas, body, layer=layer)
        elif asked.group is not None:
            _present_group(asked.group, atlas)
        _blank(body)


def _presenting(asked: Explored, atlas: Atlas, muscle: Muscle) -> None:
    st.markdown("## Present")
    if st.button("Present this muscle", key="present-muscle", width="stretch"):
        side = asked.laterality.value.lower()
        layer = {"layer": asked.layer} if asked.layer else {}
        links.to_presentation(
            muscle=muscle.id, point=asked.point or "", side=side, figure=asked.figure, **layer
        )
    _present_group(asked.group or muscle.regions[0], atlas)
    st.write("Arrow keys or a presenter's remote go on and back, Escape leaves.")


def _present_group(group: str, atlas: Atlas) -> None:
    name = plain(atlas.groups[group].plain_label)
    if st.button(f"Present all muscles: {name}", key="present-group", width="stretch"):
        links.to_presentation(group=group)


def _pattern(
    muscle: Muscle,
    point: TriggerPoint,
    laterality: Laterality,
    atlas: Atlas,
    body: Body,
    *,
    layer: MuscleLayer | None,
) -> None:
    st.markdown(f"## {plain(muscle.name)}, {LATERALITIES[laterality]}")
    drawn = partial(pattern_picture, point, laterality, atlas, body, layer)
    name = f"{point.id}-{laterality.value.lower()}"
    with st.container(horizontal=True):
        _download("Picture (PNG)", partial(_png, drawn), f"{name}.png", _PNG)
        _download("Picture (SVG)", partial(_svg, drawn), f"{name}.svg", _SVG)
    slides = SlidesOf(muscle.trigger_points, laterality, layer=layer)
    made = partial(to_slides, slides, muscle.name, atlas, body)
    _download("Slides of this muscle (PowerPoint)", made, f"{muscle.id}.pptx", KIND)
    address = f"handout/{body.figure}/{point.id}/{laterality.value.lower()}"
    address += "?layer=muscles" if layer else ""
    st.link_button("Handout to print, for a patient", address, key="handout", width="stretch")


def _blank(body: Body) -> None:
    st.markdown("## Blank figure")
    part = st.selectbox(
        "What of the body", list(PARTS), format_func=PARTS.__getitem__, key="blank-part"
    )
    drawn = partial(blank_figure, body, part)
    with st.container(horizontal=True):
        st.link_button("To print", f"blank/{body.figure}/{part}", key="blank-print")
        _download("SVG", partial(_svg, drawn), f"blank-{body.figure}-{part}.svg", _SVG)


def _download(label: str, make: partial[bytes], name: str, kind: str) -> None:
    """A file that is made only when it is asked for."""
    st.download_button(label, make, name, kind, on_click="ignore", key=f"download-{label}")


def _png(drawn: partial[Drawing]) -> bytes:
    return to_png(drawn())


def _svg(drawn: partial[Drawing]) -> bytes:
    return to_svg(drawn()).encode()
