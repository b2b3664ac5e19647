"""What a person did on a view: the source of truth of every mark."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bodymap.errors import BadStroke

Point = tuple[float, float]
"""Place on a view in view units: x to the right, y down, origin at the top left corner."""

DEFAULT_RADIUS: Final = 9.0
"""Radius of the brush in view units where none is named; a main view is 1000 high."""

MAX_RADIUS: Final = 500.0
MAX_COORDINATE: Final = 10_000.0
MOST_POINTS: Final = 4_000
"""Most points of one stroke; a browser keeps a longer one as several that go on from each other."""


class StrokeKind(StrEnum):
    """What a stroke does."""

    BRUSH = "BRUSH"
    """Covers what a disc moved along the points covers; never filled."""
    OUTLINE = "OUTLINE"
    """A closed line, filled by the non-zero rule: circled twice leaves no hole."""
    ERASE = "ERASE"
    """As BRUSH, taking away what earlier strokes covered."""
    REGION = "REGION"
    """A whole region, with its parts that no view shows."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke on one view.

    Attributes:
        kind: What it does.
        points: Its points in view units, in the order drawn. They may lie outside the view. Empty
            for REGION only.
        radius: Radius of the disc in view units, more than 0; not used by OUTLINE and REGION.
        region: Region id, for REGION only.

    Raises:
        BadStroke: No points, a point that is not two finite numbers or is far outside every view, a
            radius out of range, or a region missing or out of place.
    """

    kind: StrokeKind
    points: tuple[Point, ...] = ()
    radius: float = DEFAULT_RADIUS
    region: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", _kind(self.kind))
        object.__setattr__(self, "points", _points(self.points))
        is_region = self.kind is StrokeKind.REGION
        if is_region != (self.region is not None):
            raise BadStroke("region", self.region, "an id for kind REGION, none for the others")
        if not is_region and not self.points:
            raise BadStroke("points", self.points, "at least one point")
        if not (_is_number(self.radius) and 0 < self.radius <= MAX_RADIUS):
            raise BadStroke(
                "radius", self.radius, f"more than 0, at most {MAX_RADIUS:g} view units"
            )
        object.__setattr__(self, "radius", float(self.radius))


def as_strokes(
    drawn: Iterable[Stroke | Iterable[Sequence[float]]], radius: float
) -> tuple[Stroke, ...]:
    """Strokes as they are, and plain lists of points as BRUSH strokes of the given radius.

    Raises:
        BadStroke: As `Stroke`.
    """
    return tuple(
        item
        if isinstance(item, Stroke)
        else Stroke(StrokeKind.BRUSH, tuple((x, y) for x, y in map(_pair, item)), radius)
        for item in drawn
    )


def _kind(kind: str) -> StrokeKind:
    try:
        return StrokeKind(kind)
    except ValueError:
        raise BadStroke("kind", kind, ", ".join(StrokeKind)) from None


def _points(points: Iterable[Sequence[float]]) -> tuple[Point, ...]:
    pairs = tuple(_pair(point) for point in points)
    for pair in pairs:
        # Comparing this way round also refuses NaN.
        if not (-MAX_COORDINATE <= pair[0] <= MAX_COORDINATE) or not (
            -MAX_COORDINATE <= pair[1] <= MAX_COORDINATE
        ):
            raise BadStroke(
                "point", pair, f"numbers from -{MAX_COORDINATE:g} to {MAX_COORDINATE:g}"
            )
    return pairs


def _pair(point: Sequence[float]) -> Point:
    try:
        x, y = point
        return (float(x), float(y))
    except (TypeError, ValueError, OverflowError):
        raise BadStroke("point", point, "two numbers, x and y in view units") from None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)
