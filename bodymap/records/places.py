"""Where something is on the body, as the person pointed at it or drew it.

What was done is kept (view, coordinates, strokes); the cell and region it fell on are kept beside
it. Coordinates are view units: x to the right and y down in the picture of the named view of the
named figure and body version; a full view is 1,000 units high.
"""

from collections.abc import Sequence
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from bodymap.body import Figure, SurfaceArea
from bodymap.body.area import of_regions
from bodymap.body.painting import painted
from bodymap.body.strokes import (
    DEFAULT_RADIUS,
    MAX_COORDINATE,
    MAX_RADIUS,
    MOST_POINTS,
    Stroke,
    StrokeKind,
)
from bodymap.errors import InvalidRecord, OtherBody, Problem
from bodymap.records.base import Coordinate, Record, Slug

MOST_STROKES: Final = 2_000
"""Most strokes in one view; a long one, and a pen that is pressed unevenly, make several of one."""
MOST_CELL: Final = 65_534
"""Cell numbers fit 16 bits; the highest stands for the background."""
ViewUnit = Annotated[Coordinate, Field(ge=-MAX_COORDINATE, le=MAX_COORDINATE)]
"""A coordinate on a view, finite and not far outside every view."""


class DrawnStroke(Record):
    """One stroke in view units, as drawn.

    Attributes:
        radius: half the width of a brush, in view units; not used by outlines and regions.
        region: the region that a REGION stroke fills, else None.
    """

    kind: StrokeKind
    points: Annotated[tuple[tuple[ViewUnit, ViewUnit], ...], Field(max_length=MOST_POINTS)] = ()
    radius: Annotated[Coordinate, Field(gt=0, le=MAX_RADIUS)] = DEFAULT_RADIUS
    region: Slug | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.kind is StrokeKind.REGION) != (self.region is not None):
            message = "a REGION stroke, and no other, names a region"
            raise ValueError(message)
        if self.kind is not StrokeKind.REGION and not self.points:
            message = f"a {self.kind.name} stroke needs points"
            raise ValueError(message)
        return self

    def on_body(self) -> Stroke:
        """The same stroke as `bodymap.body` paints it."""
        return Stroke(kind=self.kind, points=self.points, radius=self.radius, region=self.region)

    @classmethod
    def of(cls, stroke: Stroke) -> Self:
        """Keep a stroke of `bodymap.body`.

        Raises:
            InvalidRecord: a coordinate is not finite, or there are more than 4,000 points.
        """
        return cls.checked(
            {
                "kind": stroke.kind,
                "points": stroke.points,
                "radius": stroke.radius,
                "region": stroke.region,
            }
        )


class ViewStrokes(Record):
    """Strokes drawn in one view, in the order in which they were drawn."""

    view: Slug
    strokes: Annotated[tuple[DrawnStroke, ...], Field(min_length=1, max_length=MOST_STROKES)]


class Drawing(Record):
    """Strokes on one figure, in one or more views."""

    figure: Slug
    body_version: Slug
    views: Annotated[tuple[ViewStrokes, ...], Field(min_length=1, max_length=40)]

    @property
    def point_count(self) -> int:
        """Number of points of all its strokes."""
        return sum(len(stroke.points) for view in self.views for stroke in view.strokes)

    def area(self, body: Figure) -> SurfaceArea:
        """The cells it covers, measured on `body`.

        Raises:
            BodyError: It names a figure, view or region that the body does not have, or was drawn
                on another body version.
        """
        if self.body_version != body.version:
            raise OtherBody(self.body_version, body.version)
        drawn = body.as_figure(self.figure)
        area = of_regions(drawn, ())
        for view in self.views:
            area |= painted(drawn, view.view, [stroke.on_body() for stroke in view.strokes])
        return area.on(body)


def with_strokes(
    kept: Drawing | None, view: str, strokes: Sequence[Stroke], body: Figure
) -> Drawing:
    """Strokes so far, if any, and some more; each view keeps its own in the order they were made.

    Raises:
        InvalidRecord: The drawing was begun on another figure, so that places do not mean the same,
            or a stroke cannot be kept.
    """
    if kept is not None and kept.figure != body.figure:
        reason = f"this was begun on {kept.figure!r}: go on there, or begin anew"
        problem = Problem(field="figure", reason=reason, value=repr(body.figure))
        raise InvalidRecord("drawing", problems=(problem,))
    layers = {layer.view: layer.strokes for layer in kept.views} if kept else {}
    layers[view] = (*layers.get(view, ()), *map(DrawnStroke.of, strokes))
    return Drawing.checked(
        {
            "figure": body.figure,
            "body_version": kept.body_version if kept else body.version,
            "views": tuple(ViewStrokes(view=v, strokes=s) for v, s in layers.items()),
        }
    )


class PointPlace(Record):
    """One point on the figure and the cell it fell on."""

    kind: Literal["point"] = "point"
    view: Slug
    figure: Slug
    body_version: Slug
    x: ViewUnit
    y: ViewUnit
    cell: Annotated[int, Field(strict=True, ge=0, le=MOST_CELL)]
    region: Slug


Place = PointPlace
"""Where a finding is."""
