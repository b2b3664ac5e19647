"""Marks from outside: what is right is kept, what is not is refused with a sentence each.

For whole drawings that come as data (an import, a page's list of layers). Nothing here writes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bodymap.body import Body
from bodymap.errors import BodyError, BodymapError, InvalidRecord, NothingMarked, Problem
from bodymap.records import DrawnStroke, PainMark
from bodymap.records.base import shortened
from bodymap.records.pain_drawing import MOST_MARKS


@dataclass(frozen=True)
class ReadMarks:
    """What was read.

    Attributes:
        marks: Those that are right, in their order; a mark keeps its strokes that are.
        refused: One sentence for each mark or stroke that was left out.
    """

    marks: tuple[PainMark, ...]
    refused: tuple[str, ...]


def read_marks(raw: Iterable[Any], body: Body) -> ReadMarks:
    """Read marks that may be malformed.

    Args:
        raw: What should be marks, as JSON gives them; untrusted.
        body: Whose figures, views and regions they may name.
    """
    marks: dict[str, PainMark] = {}
    refused: list[str] = []
    for number, given in enumerate(raw, start=1):
        if number > MOST_MARKS:
            refused.append(f"More than {MOST_MARKS} marks were given; the rest was left out.")
            break
        try:
            mark = _mark(given, number, body, refused)
        except BodymapError as error:
            refused.append(f"Mark {number} was left out. {error}")
            continue
        if mark.id in marks:
            refused.append(f"Mark {number} was left out. Another has its id {mark.id!r}.")
        else:
            marks[mark.id] = mark
    return ReadMarks(tuple(marks.values()), tuple(refused))


def _mark(given: object, number: int, body: Body, refused: list[str]) -> PainMark:
    if not isinstance(given, Mapping):
        raise _problem("(the whole)", given, "a mark is a mapping of its fields")
    fields = dict(given)
    if isinstance(fields.get("drawing"), Mapping):
        fields["drawing"] = _drawing(dict(fields["drawing"]), number, body, refused)
    mark = PainMark.checked(fields)
    if not mark.area(body):
        raise NothingMarked(mark.id)
    return mark


def _drawing(
    drawing: dict[str, Any], number: int, body: Body, refused: list[str]
) -> dict[str, Any] | None:
    """The drawing with its right strokes; None where none is left, so that places inside stay."""
    if drawing.get("body_version") != body.version:
        reason = f"marks of body version {body.version!r} can be read"
        raise _problem("body_version", drawing.get("body_version"), reason)
    figure = body.as_figure(str(drawing.get("figure")))
    views = []
    given = drawing.get("views")
    for view in given if isinstance(given, list | tuple) else ():
        strokes = _strokes(view, number, figure, refused)
        if strokes:
            views.append({"view": view["view"], "strokes": strokes})
    return {**drawing, "views": views} if views else None


def _strokes(view: object, number: int, figure: Body, refused: list[str]) -> list[DrawnStroke]:
    name = view.get("view") if isinstance(view, Mapping) else None
    given = view.get("strokes") if isinstance(view, Mapping) else None
    kept: list[DrawnStroke] = []
    for place, raw in enumerate(given if isinstance(given, list | tuple) else (), start=1):
        try:
            if not isinstance(raw, Mapping):
                raise _problem("stroke", raw, "a stroke is a mapping of its fields")
            stroke = DrawnStroke.checked(raw)
            figure.paint(str(name), [stroke.on_body()])
        except (InvalidRecord, BodyError) as error:
            refused.append(f"Stroke {place} of mark {number} was left out. {error}")
        else:
            kept.append(stroke)
    return kept


def _problem(field: str, value: object, reason: str) -> InvalidRecord:
    problem = Problem(field=field, reason=reason, value=shortened(value))
    return InvalidRecord("mark", problems=(problem,))
