"""The body that is drawn on: both zones as they are now, in every view that shows them."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas, Extent, ReferralPattern
from bodymap.atlas.editing.redrawing import Redrawing
from bodymap.atlas.pattern_areas import pattern_areas
from bodymap.body import Figure, Laterality, SurfaceArea
from bodymap.body.trace import traces
from bodymap.canvas import CanvasData, Texts, Tool, Zone, body_canvas
from bodymap.services.kernel.undo import MOST_COMING
from bodymap.ui.explore import figure
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.redraw.work import Work

_KEY: Final = "draw-canvas"
_BRUSHES: Final = (6, 12, 24)
"""Radii in view units: about 1, 2 and 4 cm on a main view."""
_COLOURS: Final = {Extent.ESSENTIAL: 8, Extent.SPILLOVER: 4}
_TEXTS: Final = Texts(
    name="Figure chart to draw on",
    list_title="The trigger point",
    mark_sign="trigger point",
    enter="Enter draws with the tool at hand",
)


def areas(now: Redrawing, pattern: ReferralPattern, body: Figure) -> Mapping[Extent, SurfaceArea]:
    """Both areas as they would be compiled; the listed sites where nothing is drawn."""
    drawn = now.zones(body.version)
    return pattern_areas(pattern.model_copy(update={"drawn": drawn}), body)


def draw(work: Work, now: Redrawing, extent: Extent, atlas: Atlas) -> None:
    """Show the body; what is drawn on it is kept before the page is drawn again.

    Args:
        work: The trigger point at work.
        now: Its drawing as it is.
        extent: The zone that strokes go to.
        atlas: Where the trigger point stands.
    """
    body = work.body
    pattern = work.point.referral
    side = Laterality.LEFT if work.point.only_on == "left" else Laterality.RIGHT
    marks = figure.marks(work.muscle, side, atlas, body)
    log = work.operations(extent)
    log.sent_by(_KEY)
    drawn = now.zones(body.version)
    shapes = {
        each.value: _traced(area, area.cells.tobytes())
        for each, area in areas(now, pattern, body).items()
    }
    data = CanvasData(
        log=work.log(extent),
        figure=body.figure,
        figure_url=f"figure/{body.version}/",
        views=MAIN_VIEWS,
        insets=insets(body),
        tools=(Tool.BRUSH, Tool.OUTLINE, Tool.ERASE, Tool.REGION, Tool.MOVE),
        brushes=_BRUSHES,
        intensity=_COLOURS[extent],
        marks=tuple(mark for mark in marks if mark.id == work.point.id),
        zones=(Zone(f"drawn-{hash(drawn)}", "as drawn, for the right side", shapes),),
        undo="the last step" if now.steps else None,
        redo="the step taken back" if now.undone else None,
        undo_steps=tuple(step.id for step in now.steps[: -1 - MOST_COMING : -1]),
        redo_steps=tuple(step.id for step in now.undone[: -1 - MOST_COMING : -1]),
        acknowledged=log.acknowledged,
        refusals=log.refusals,
        texts=_TEXTS,
    )
    body_canvas(data, key=_KEY, on_operations=work.take)


@st.cache_data(max_entries=50, show_spinner=False)
def _traced(_area: SurfaceArea, cells: bytes) -> dict[str, str]:  # noqa: ARG001 - the key
    return traces(_area.body, _area)
