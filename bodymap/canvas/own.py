"""What a presenter wrote and drew in the browser, read from untrusted JSON.

Notes and lines are never part of the atlas or the records; what cannot be read is left out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bodymap.canvas.slides import SlideShow

MOST_LETTERS: Final = 4_000
"""Longest note of a slide."""
MOST_LINES: Final = 100
"""Most lines drawn on a slide."""
MOST_POINTS: Final = 2_000
"""Most points of a line."""
_FARTHEST: Final = 10_000.0


@dataclass(frozen=True)
class Line:
    """A line drawn with the pen.

    Attributes:
        view: Id of the view it is drawn on.
        points: At least one, in view units.
    """

    view: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Own:
    """What a presenter added, by the id of what a slide shows."""

    notes: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)


def read_own(raw: object, show: SlideShow) -> Own:
    """Read what the browser says of the slides of a presentation; never raises."""
    if not isinstance(raw, Mapping):
        return Own()
    notes, lines = (_mapping(raw.get(name)) for name in ("notes", "lines"))
    return Own(
        notes={
            slide.id: note.strip()[:MOST_LETTERS]
            for slide in show.slides
            if isinstance(note := notes.get(slide.id), str) and note.strip()
        },
        lines={
            slide.id: drawn
            for slide in show.slides
            if (drawn := _lines(lines.get(slide.id), {view.id for view in slide.views}))
        },
    )


def _mapping(raw: object) -> Mapping[Any, Any]:
    return raw if isinstance(raw, Mapping) else {}


def _lines(raw: object, views: set[str]) -> tuple[Line, ...]:
    given = raw[:MOST_LINES] if isinstance(raw, list) else []
    read = ((_mapping(line).get("view"), _points(_mapping(line).get("points"))) for line in given)
    return tuple(Line(view, points) for view, points in read if view in views and points)


def _points(raw: object) -> tuple[tuple[float, float], ...]:
    given = raw[:MOST_POINTS] if isinstance(raw, list) else []
    return tuple((float(point[0]), float(point[1])) for point in given if _is_point(point))


def _is_point(raw: object) -> bool:
    return (
        isinstance(raw, list)
        and len(raw) == 2  # noqa: PLR2004
        and all(isinstance(each, int | float) and not isinstance(each, bool) for each in raw)
        and all(math.isfinite(each) and abs(each) <= _FARTHEST for each in raw)
    )
