"""The patient's drawing under the findings: which one, and its shapes, handed over once."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import streamlit as st

from bodymap.analysis.extent import strength
from bodymap.body import Body, SurfaceArea
from bodymap.canvas import TracedLayer, Under, under_layers
from bodymap.records import Assessment, DrawingSummary, PainDrawing
from bodymap.services.drawings import open_drawing
from bodymap.services.drawings_at_hand import drawings_at_hand
from bodymap.ui.assess.desk import Desk
from bodymap.ui.wording import a_day

_KEPT: Final = "assess-drawing"
_FED: Final = "assess-drawing-fed"
_NOTHING: Final = "nothing"


@dataclass(frozen=True, eq=False)
class DrawingAtHand:
    """A drawing, with what is worked out from it once.

    Attributes:
        drawing: The drawing.
        body: The figure of the assessment, which it is measured and shown on.
    """

    drawing: PainDrawing
    body: Body

    @property
    def name(self) -> str:
        """Tells what is shown from any other drawing, version of it, and figure."""
        return f"{self.drawing.id}:{self.drawing.version}:{self.body.figure}"

    @cached_property
    def area(self) -> SurfaceArea:
        """All that is marked."""
        return self.drawing.area(self.body)

    @cached_property
    def layers(self) -> tuple[TracedLayer, ...]:
        """Shapes for every view, the weakest pain lowest.

        They are made of cells, not of strokes: so a mark shows in every view and on every figure,
        and what is seen is what is counted. Each layer holds the stronger ones too, so that no
        seam is seen between them.
        """
        parts = strength(self.drawing.layers(self.body)).by_intensity
        layers, area = [], self.body.fill(())
        for nrs in sorted(parts, key=lambda nrs: -1 if nrs is None else nrs, reverse=True):
            area |= parts[nrs]
            layers.append(TracedLayer(self.body.traces(area), nrs))
        return tuple(reversed(layers))


def offered(desk: Desk, assessment: Assessment) -> tuple[DrawingSummary, ...]:
    """Drawings to choose from, the one to begin with first."""
    return drawings_at_hand(assessment=assessment, ports=desk.ports)


def chosen(desk: Desk, lines: tuple[DrawingSummary, ...]) -> DrawingSummary | None:
    """The one that this window looks at; the first unless another was chosen."""
    wanted = desk.state.drawing
    return next((line for line in lines if line.id == wanted), lines[0] if lines else None)


def at_hand(
    desk: Desk, assessment: Assessment, line: DrawingSummary | None
) -> DrawingAtHand | None:
    """The drawing of a line of the list; worked out again only when it has changed."""
    if line is None:
        return None
    key = (line.id, line.changed_at, assessment.figure)
    kept = st.session_state.get(_KEPT)
    if kept is None or kept[0] != key:
        drawing = open_drawing(drawing_id=line.id, ports=desk.ports)
        kept = (key, DrawingAtHand(drawing, desk.body(assessment.figure)))
        st.session_state[_KEPT] = kept
    found: DrawingAtHand = kept[1]
    return found


def feed(desk: Desk, assessment: Assessment) -> None:
    """Hand over the shapes; stands outside the fragment, so that a click does not send them."""
    shown = at_hand(desk, assessment, chosen(desk, offered(desk, assessment)))
    st.session_state[_FED] = shown.name if shown else _NOTHING
    if shown is not None and shown.layers:
        under_layers(shown.name, shown.layers, key="patients-drawing")


def fed_again_if_changed(shown: DrawingAtHand | None) -> None:
    """Run the whole page if another drawing is at hand than was handed over."""
    if st.session_state.get(_FED) != (shown.name if shown else _NOTHING):
        st.rerun(scope="app")


def under(shown: DrawingAtHand | None, note: str = "") -> Under | None:
    """What the canvas is told of it; None if nothing is marked."""
    if shown is None or not shown.area:
        return None
    day = a_day(shown.drawing.drawn_at.astimezone())
    return Under(name=shown.name, label=f"Patient's drawing, {day}", note=note)
