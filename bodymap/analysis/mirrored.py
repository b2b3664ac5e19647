"""The same finding on the other side of the body."""

from typing import Final

from bodymap.body import Body, Laterality
from bodymap.errors import NoOtherSide
from bodymap.records import (
    Drawing,
    DrawnStroke,
    PainArrow,
    PainMark,
    PointPlace,
    TriggerPointFinding,
    ViewStrokes,
)

_OTHER: Final = {
    "left": "right",
    "right": "left",
    "head_left": "head_right",
    "head_right": "head_left",
}


def other_side(finding: TriggerPointFinding, body: Body) -> TriggerPointFinding:
    """The finding mirrored in the mid-plane, everything else the same; its own inverse.

    Args:
        finding: Lies on the left or on the right.
        body: Any figure of the body version of the finding.

    Raises:
        NoOtherSide: it lies on the midline or on both sides.
        UnknownView: its view is not one of this body.
    """
    if finding.laterality not in {Laterality.LEFT, Laterality.RIGHT}:
        raise NoOtherSide(finding.id, finding.laterality)
    drawing = finding.referral.drawing
    return finding.changed(
        place=_place(finding.place, body),
        laterality=finding.laterality.mirrored(),
        referral=finding.referral.changed(drawing=drawing and _drawing(drawing, body)),
    )


def mirrored_mark(mark: PainMark, body: Body) -> PainMark:
    """A pain mirrored in the mid-plane, what was said of it the same; its own inverse.

    Args:
        mark: Any, also one on both sides.
        body: Any figure of the body version of the mark.

    Raises:
        NoOtherSide: it was answered on another chart, and what was said stays.
        UnknownView: a view of its drawing is not one of this body.
    """
    if mark.coded:
        raise NoOtherSide(mark.id, "answered in codes")
    return mark.changed(
        drawing=mark.drawing and _drawing(mark.drawing, body),
        inside=tuple(
            place.changed(laterality=place.laterality.mirrored()) for place in mark.inside
        ),
    )


def mirrored_arrow(arrow: PainArrow, body: Body) -> PainArrow:
    """An arrow mirrored in the mid-plane; its own inverse.

    Args:
        arrow: Any.
        body: Any figure of the body version of the arrow.

    Raises:
        UnknownView: a view it begins or ends in is not one of this body.
    """
    return arrow.changed(
        view=mirrored_view(arrow.view),
        x=_width(body, arrow.figure, arrow.view) - arrow.x,
        to_view=mirrored_view(arrow.to_view),
        to_x=_width(body, arrow.figure, arrow.to_view) - arrow.to_x,
    )


def mirrored_view(view_id: str) -> str:
    """View that shows the mirror picture: `left` for `right`, `front` for `front`."""
    return _OTHER.get(view_id) or mirrored_region(view_id)


def mirrored_region(region_id: str) -> str:
    """Region on the other side; one on the midline is its own mirror."""
    base, dot, side = region_id.rpartition(".")
    return f"{base}{dot}{_OTHER[side]}" if dot and side in _OTHER else region_id


def _place(place: PointPlace, body: Body) -> PointPlace:
    cell = int(body.cells((place.cell,)).mirrored().cells[0])
    return place.changed(
        view=mirrored_view(place.view),
        x=_width(body, place.figure, place.view) - place.x,
        cell=cell,
        region=mirrored_region(place.region),
    )


def _drawing(drawing: Drawing, body: Body) -> Drawing:
    views = tuple(
        ViewStrokes(
            view=mirrored_view(drawn.view),
            strokes=tuple(
                _stroke(stroke, _width(body, drawing.figure, drawn.view))
                for stroke in drawn.strokes
            ),
        )
        for drawn in drawing.views
    )
    return drawing.changed(views=views)


def _stroke(stroke: DrawnStroke, width: float) -> DrawnStroke:
    region = None if stroke.region is None else mirrored_region(stroke.region)
    return stroke.changed(points=tuple((width - x, y) for x, y in stroke.points), region=region)


def _width(body: Body, figure: str, view_id: str) -> int:
    return body.as_figure(figure).view(view_id).width
