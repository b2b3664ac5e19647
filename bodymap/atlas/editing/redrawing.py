"""A pattern while somebody redraws it: what was there, and the steps since; pure values."""

from typing import Any, Final, Self

from pydantic import Field

from bodymap.atlas.base import Entry, Slug, Text
from bodymap.atlas.pattern_areas import RIGHT_MUSCLE
from bodymap.atlas.referral import DrawnStroke, DrawnZones, Extent, ReferralZone
from bodymap.body import Body, Laterality, Stroke, StrokeKind

MOST_WINDOWS: Final = 20
"""Browser windows of which it is remembered what was heard of them."""


class Step(Entry):
    """One thing that was done.

    Attributes:
        id: Made in the browser; a step that arrives twice counts once.
        extent: The zone it was done to.
        strokes: What was drawn, in order.
        anew: Whether what the zone had before was left out first.
    """

    id: Text
    extent: Extent
    strokes: tuple[DrawnStroke, ...] = ()
    anew: bool = False


class Redrawing(Entry):
    """A pattern being redrawn, for a muscle on the patient's right.

    Attributes:
        point: Id of the trigger point.
        start: The shape it had when it was begun; None if it had none.
        steps: What was done since, in order.
        undone: What was taken back; the last of them comes again first.
        acknowledged: Highest operation number done with, by browser window.
    """

    point: Slug
    start: DrawnZones | None = None
    steps: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    acknowledged: dict[str, int] = Field(default_factory=dict)

    def strokes(self, extent: Extent) -> tuple[DrawnStroke, ...]:
        """The strokes of a zone as they are now; none where nothing is drawn."""
        begun = getattr(self.start, extent.value) if self.start else ()
        strokes: tuple[DrawnStroke, ...] = begun
        for step in self.steps:
            if step.extent is extent:
                strokes = step.strokes if step.anew else (*strokes, *step.strokes)
        return strokes

    @property
    def is_changed(self) -> bool:
        """Whether a zone has other strokes than it began with."""
        begun = Redrawing(point=self.point, start=self.start)
        return any(self.strokes(extent) != begun.strokes(extent) for extent in Extent)

    def zones(self, body_version: str) -> DrawnZones | None:
        """What the file is to say: what it says if nothing changed; None without strokes."""
        if not self.is_changed:
            return self.start
        essential, spillover = map(self.strokes, Extent)
        if not essential and not spillover:
            return None
        return DrawnZones(
            made="by_hand", body_version=body_version, essential=essential, spillover=spillover
        )

    def did(self, step: Step) -> Self:
        """After one more step; what was undone is forgotten. Nothing new if it is known."""
        if any(step.id == known.id for known in (*self.steps, *self.undone)):
            return self
        return self.model_copy(update={"steps": (*self.steps, step), "undone": ()})

    def undo(self) -> Self:
        """After the last step was taken back; the same if there is none."""
        if not self.steps:
            return self
        *kept, last = self.steps
        return self.model_copy(update={"steps": tuple(kept), "undone": (*self.undone, last)})

    def redo(self) -> Self:
        """After the step taken back last was done again; the same if there is none."""
        if not self.undone:
            return self
        *left, again = self.undone
        return self.model_copy(update={"steps": (*self.steps, again), "undone": tuple(left)})

    def heard(self, window: str, number: int) -> Self:
        """After all operations of a browser window up to this number."""
        others = [(name, last) for name, last in self.acknowledged.items() if name != window]
        latest = dict([*others[1 - MOST_WINDOWS :], (window, number)])
        return self.model_copy(update={"acknowledged": latest})


def drawn_stroke(view: str, stroke: Stroke) -> DrawnStroke:
    """A stroke made on the neutral figure as the file writes it, to a tenth of a view unit."""
    points = tuple((round(x, 1), round(y, 1)) for x, y in stroke.points)
    kind: Any = stroke.kind.value.lower()
    if stroke.kind in {StrokeKind.BRUSH, StrokeKind.ERASE}:
        return DrawnStroke(view=view, kind=kind, radius=stroke.radius, points=points)
    return DrawnStroke(view=view, kind=kind, points=points, region=stroke.region)


def filled_sites(zones: tuple[ReferralZone, ...], body: Body) -> tuple[DrawnStroke, ...]:
    """The listed sites as whole regions, to begin a shape with; places inside are left out."""
    strokes = []
    for zone in zones:
        sides = _SIDES.get(RIGHT_MUSCLE[zone.laterality], _BOTH)
        for region in body.regions.values():
            if region.base in body.sites[zone.site].regions and region.laterality in sides:
                view = _shown_best(region.id, body)
                strokes.append(DrawnStroke(view=view, kind="region", region=region.id))
    return tuple(strokes)


_BOTH = (Laterality.RIGHT, Laterality.LEFT, Laterality.MIDLINE)
_SIDES = {
    Laterality.RIGHT: (Laterality.RIGHT, Laterality.MIDLINE),
    Laterality.LEFT: (Laterality.LEFT, Laterality.MIDLINE),
}


def _shown_best(region: str, body: Body) -> str:
    """The view with most of the region on it; what a whole region covers does not depend on it."""
    area = body.fill([region])
    return max(body.views, key=lambda view: float(body.view(view).pixels[area.cells].sum()))
