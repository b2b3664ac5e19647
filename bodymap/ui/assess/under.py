"""The patient's drawing under the findings: which one, and its shapes, handed over once."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import streamlit as st

from bodymap.analysis.comparing.extent import strength
from bodymap.analysis.looking_up.explained import Explained, counts, explained
from bodymap.analysis.looking_up.look_up import LookUp, look_up
from bodymap.atlas import Atlas
from bodymap.body import Body, SurfaceArea
from bodymap.canvas import Arrow, TracedLayer, Under, under_layers
from bodymap.errors import BodyError, BodymapError
from bodymap.records import Assessment, DrawingSummary, PainDrawing, TriggerPointFinding
from bodymap.services.drawing.at_hand import drawings_at_hand
from bodymap.services.drawing.deriving import Layers, layers_of, whole_area
from bodymap.services.drawing.drawings import open_drawing
from bodymap.services.kernel.ports import Ports
from bodymap.ui.assess.desk import Desk
from bodymap.ui.drawings.candidates import SHOWN
from bodymap.ui.practice_clock import same_day
from bodymap.ui.wording import a_day

_KEPT: Final = "assess-drawing"
_FED: Final = "assess-drawing-fed"
_NOTHING: Final = "nothing"

_Examined = tuple[tuple[TriggerPointFinding, ...], frozenset[str]]
"""Findings that count, and ids of all muscles that were examined."""


@dataclass(eq=False)
class DrawingAtHand:
    """A drawing, with what is worked out from it once.

    Attributes:
        drawing: The drawing.
        body: The figure of the assessment, which it is measured and shown on.
        atlas: The typical patterns.
        ports: Where the cells of its marks are kept.
    """

    drawing: PainDrawing
    body: Body
    atlas: Atlas
    ports: Ports
    _covered: tuple[_Examined, Explained] | None = None

    @property
    def name(self) -> str:
        """Tells what is shown from any other drawing, version of it, and figure."""
        return f"{self.drawing.id}:{self.drawing.version}:{self.body.figure}"

    @cached_property
    def can_be_shown(self) -> bool:
        """Whether this body has all that the drawing names."""
        try:
            return self.area is not None and self.arrows is not None
        except BodyError:
            return False

    @cached_property
    def area(self) -> SurfaceArea:
        """All that is marked."""
        return whole_area(self._marks, self.body)

    @cached_property
    def _marks(self) -> Layers:
        return layers_of(self.drawing, body=self.body, ports=self.ports)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Where the pain moves."""
        return _arrows(self.drawing, self.body)

    @cached_property
    def look_up(self) -> LookUp:
        """Trigger points that could refer there."""
        return look_up(self.area, self.atlas, limit=SHOWN)

    def covered_by(self, findings: tuple[TriggerPointFinding, ...]) -> Explained | None:
        """What findings explain of it, those that count; None if nothing is marked."""
        if not self.area:
            return None
        counted = tuple(each for each in findings if counts(each))
        examined = frozenset(each.muscle for each in findings if each.muscle)
        if self._covered is None or self._covered[0] != (counted, examined):
            covered = explained(self.area, counted, self.atlas, examined=examined)
            self._covered = (counted, examined), covered
        return self._covered[1]

    @cached_property
    def layers(self) -> tuple[TracedLayer, ...]:
        """Shapes for every view, the weakest pain lowest.

        They are made of cells, not of strokes: so a mark shows in every view and on every figure,
        and what is seen is what is counted. Each layer holds the stronger ones too, so that no
        seam is seen between them.
        """
        parts = strength(self._marks).by_intensity
        layers, area = [], self.body.fill(())
        for nrs in sorted(parts, key=lambda nrs: -1 if nrs is None else nrs, reverse=True):
            area |= parts[nrs]
            layers.append(TracedLayer(self.body.traces(area), nrs))
        return tuple(reversed(layers))


def _arrows(drawing: PainDrawing, body: Body) -> tuple[Arrow, ...]:
    """Arrows, each in the views it was drawn in, where this figure shows both its ends there."""
    found = []
    for arrow in drawing.arrows:
        start, end = arrow.cells(body)
        if start is None or end is None or not {arrow.view, arrow.to_view} <= body.views.keys():
            continue
        at, to = body.project(start, arrow.view), body.project(end, arrow.to_view)
        if at is not None and to is not None:
            found.append(Arrow(arrow.id, arrow.view, *at, arrow.to_view, *to, label=""))
    return tuple(found)


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
    """The drawing of a line of the list; worked out again only when it has changed.

    None also for one that this body cannot show, such as one of another body version: the
    assessment goes on without it.

    Raises:
        UnknownDrawing: it was deleted meanwhile.
        StoreError: it cannot be read.
    """
    if line is None:
        return None
    key = (line.id, line.changed_at, assessment.figure)
    kept = st.session_state.get(_KEPT)
    if kept is None or kept[0] != key:
        drawing = open_drawing(drawing_id=line.id, ports=desk.ports)
        body, atlas = desk.body(assessment.figure), desk.workspace.atlas()
        kept = (key, DrawingAtHand(drawing, body, atlas, desk.ports))
        st.session_state[_KEPT] = kept
    found: DrawingAtHand = kept[1]
    return found if found.can_be_shown else None


def to_feed(desk: Desk, assessment: Assessment) -> DrawingAtHand | None:
    """The drawing whose shapes this run of the whole page hands over, by `feed`."""
    try:
        shown = at_hand(desk, assessment, chosen(desk, offered(desk, assessment)))
    except BodymapError:
        shown = None  # the part of the page that shows it says why
    st.session_state[_FED] = shown.name if shown else _NOTHING
    return shown


def feed(shown: DrawingAtHand | None) -> None:
    """Hand over the shapes.

    Called outside the fragment, so that a click does not send them, and after it, so that the body
    does not wait for them: a drawing of many strengths takes most of a second, once.
    """
    if shown is not None and (shown.layers or shown.arrows):
        under_layers(shown.name, shown.layers, shown.arrows, key="patients-drawing")


def fed_again_if_changed(shown: DrawingAtHand | None) -> None:
    """Run the whole page if another drawing is at hand than was handed over."""
    if st.session_state.get(_FED) != (shown.name if shown else _NOTHING):
        st.rerun(scope="app")


def under(shown: DrawingAtHand | None, assessment: Assessment, note: str) -> Under | None:
    """What the canvas is told of it; None if nothing is marked."""
    if shown is None or not shown.area:
        return None
    drawn_at = shown.drawing.drawn_at
    now = shown.drawing.assessment_id == assessment.id or same_day(drawn_at, assessment.examined_at)
    day = "" if now else f", {a_day(drawn_at)}"
    return Under(name=shown.name, label=f"Patient's drawing{day}", note=note)
