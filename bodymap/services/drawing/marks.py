"""What can be done to an open drawing: draw, describe, remove, an arrow, "no pain".

Every function here writes, returns the whole drawing as it is then, and adds one step that the same
browser window (`client_id`) can take back. A `request_id` sent again changes nothing. All of them
raise UnknownDrawing, NotOpen, InvalidRecord, and EditClash where the draft was changed since
`expected_version` was shown; where that is left out nothing of another window can be overwritten
but a mark that both draw in.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bodymap.body import Body, Stroke
from bodymap.errors import InvalidRecord, NothingMarked, Problem, UnknownMark
from bodymap.records import (
    Drawing,
    DrawnStroke,
    InsidePlace,
    PainArrow,
    PainDrawing,
    PainMark,
    ViewStrokes,
)
from bodymap.records.places import with_strokes
from bodymap.services.drawing.changes import (
    DrawingStep,
    MarkChange,
    PainDetails,
    PainDetailsChange,
    pain_details_of,
)
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.changes import Step
from bodymap.services.kernel.editing import Editing, change

_Step = Step[MarkChange | PainDetailsChange]
DESCRIBED: Final = frozenset(PainMark.model_fields) - {"id", "drawing", "inside", "coded"}
"""Fields of a mark that say what it is like, not where."""


def draw(
    editing: Editing,
    *,
    mark_id: str,
    view: str,
    strokes: Sequence[Stroke],
    body: Body,
    begins: bool = True,
) -> PainDrawing:
    """Add strokes to a mark, or begin the mark with them, in one step.

    Args:
        editing: Where.
        mark_id: The mark, as the browser made its id.
        view: View that was drawn in.
        strokes: What was done, in order. An eraser only goes into a mark that is there.
        body: The figure that was drawn on.
        begins: Whether the mark may be begun; else one that is gone is not begun anew.

    Raises:
        UnknownMark: The mark is gone.
        NothingMarked: The mark would cover nothing of the body.
        BodyError: The view or region is none of this figure.
    """

    def plan(kept: PainDrawing) -> _Step | None:
        before = kept.mark(mark_id) if begins else _found(kept, mark_id)
        drawing = with_strokes(before.drawing if before else None, view, strokes, body)
        after = (
            PainMark.checked({"id": mark_id, "drawing": drawing})
            if before is None
            else before.changed(drawing=drawing)
        )
        # a mark may be rubbed out to the last bit while it is worked on, but never begin so
        if not after.area(body) and before is None:
            raise NothingMarked(mark_id)
        return _step(
            DrawingStep.BEGIN_MARK if before is None else DrawingStep.DRAW_MORE, kept, before, after
        )

    return change(DRAWINGS, editing, plan)


def put_mark(editing: Editing, *, mark: PainMark, body: Body) -> PainDrawing:
    """Set a whole mark, new or in place of the one with its id.

    The same way for a choice from a list as for a drawing.

    Raises:
        NothingMarked: It covers nothing of the body.
        BodyError: It names a figure, view, region or site that the body does not have, or was
            drawn on another body version.
    """

    def plan(kept: PainDrawing) -> _Step | None:
        if not mark.area(body):
            raise NothingMarked(mark.id)
        return _step(DrawingStep.PUT_MARK, kept, kept.mark(mark.id), mark)

    return change(DRAWINGS, editing, plan)


def fill_regions(
    editing: Editing,
    *,
    mark_id: str,
    regions: tuple[str, ...],
    body: Body,
    inside: tuple[InsidePlace, ...] = (),
) -> PainDrawing:
    """Say which whole regions and places inside belong to a mark, as chosen from a list.

    The regions are kept as strokes of the kind REGION, so that the record is the same as a drawn
    one; what was drawn by hand in it stays as it is.

    Raises:
        NothingMarked: Neither a region nor a place inside was chosen, and nothing was drawn.
        UnknownRegion, UnknownSite: The body has no such place.
    """

    def plan(kept: PainDrawing) -> _Step | None:
        before = kept.mark(mark_id)
        drawing = _with_regions(before.drawing if before else None, regions, body)
        if drawing is None and not inside and not (before and before.coded):
            raise NothingMarked(mark_id)
        stays = DESCRIBED | {"coded"}
        kept_words = {} if before is None else {n: getattr(before, n) for n in stays}
        mark = PainMark.checked({"id": mark_id, "drawing": drawing, "inside": inside} | kept_words)
        mark.area(body)
        return _step(DrawingStep.CHOOSE_REGIONS, kept, before, mark)

    return change(DRAWINGS, editing, plan)


def _with_regions(before: Drawing | None, regions: Sequence[str], body: Body) -> Drawing | None:
    """The drawing with these whole regions and no others; None if nothing is left of it."""
    had = () if before is None else before.views
    views = {
        view.view: tuple(s for s in view.strokes if s.region is None or s.region in regions)
        for view in had
    }
    there = {stroke.region for strokes in views.values() for stroke in strokes}
    fresh = tuple(
        DrawnStroke.checked({"kind": "REGION", "region": name})
        for name in dict.fromkeys(regions)
        if name not in there
    )
    first = next(iter(views), _any_view(body))
    views[first] = (*views.get(first, ()), *fresh)
    kept = tuple(ViewStrokes(view=name, strokes=made) for name, made in views.items() if made)
    if not kept:
        return None
    if before is not None:
        return before.changed(views=kept)
    return Drawing(figure=body.figure, body_version=body.version, views=kept)


def describe_mark(editing: Editing, *, mark_id: str, answers: Mapping[str, Any]) -> PainDrawing:
    """Say what a mark is like.

    Args:
        editing: Where.
        mark_id: The mark.
        answers: New values by field: `intensity`, `qualities`, `other_quality`, `depth`, `timing`,
            `since`.

    Raises:
        UnknownMark: the drawing has none with this id.
    """
    _only(answers, DESCRIBED)

    def plan(kept: PainDrawing) -> _Step | None:
        before = _found(kept, mark_id)
        return _step(DrawingStep.DESCRIBE_MARK, kept, before, before.changed(**answers))

    return change(DRAWINGS, editing, plan)


def remove_mark(editing: Editing, *, mark_id: str) -> PainDrawing:
    """Remove a mark; undo brings it back to its place in the order.

    Raises:
        UnknownMark: the drawing has none with this id.
    """
    return change(
        DRAWINGS,
        editing,
        lambda kept: _step(DrawingStep.REMOVE_MARK, kept, _found(kept, mark_id), None),
    )


def say_no_pain(editing: Editing, *, no_pain: bool = True) -> PainDrawing:
    """Say that there is no pain today, or take that back.

    Raises:
        InvalidRecord: something is marked; remove it first.
    """
    return edit_drawing(editing, changes={"no_pain": no_pain})


def set_arrow(editing: Editing, *, arrow: PainArrow, body: Body) -> PainDrawing:
    """Set an arrow, new or in place of the one with its id.

    Raises:
        NothingMarked: One of its ends lies beside the body.
        BodyError: A view is none of this figure.
    """
    for view, x, y in ((arrow.view, arrow.x, arrow.y), (arrow.to_view, arrow.to_x, arrow.to_y)):
        if body.as_figure(arrow.figure).hit(view, x, y) is None:
            raise NothingMarked(arrow.id)

    def plan(kept: PainDrawing) -> _Step | None:
        arrows = {other.id: other for other in kept.arrows} | {arrow.id: arrow}
        return _details(DrawingStep.SET_ARROW, kept, {"arrows": tuple(arrows.values())})

    return change(DRAWINGS, editing, plan)


def remove_arrow(editing: Editing, *, arrow_id: str) -> PainDrawing:
    """Remove an arrow.

    Raises:
        UnknownMark: the drawing has none with this id.
    """

    def plan(kept: PainDrawing) -> _Step | None:
        others = tuple(other for other in kept.arrows if other.id != arrow_id)
        if len(others) == len(kept.arrows):
            raise UnknownMark(kept.id, arrow_id)
        return _details(DrawingStep.REMOVE_ARROW, kept, {"arrows": others})

    return change(DRAWINGS, editing, plan)


def edit_drawing(editing: Editing, *, changes: Mapping[str, Any]) -> PainDrawing:
    """Change `drawn_by`, `occasion`, `figure`, `no_pain`, `severity` or `red_flags`."""
    _only(changes, frozenset(PainDetails.model_fields) - {"arrows"})
    return change(DRAWINGS, editing, lambda kept: _details(DrawingStep.ANSWER, kept, changes))


def _step(
    what: DrawingStep, kept: PainDrawing, before: PainMark | None, after: PainMark | None
) -> _Step | None:
    if before == after:
        return None
    position = len(kept.marks) if before is None else kept.marks.index(before)
    return Step(what=what, change=MarkChange(before=before, after=after, position=position))


def _details(what: DrawingStep, kept: PainDrawing, changes: Mapping[str, Any]) -> _Step | None:
    before = pain_details_of(kept)
    after = before.changed(**changes)
    if after == before:
        return None
    return Step(what=what, change=PainDetailsChange(before=before, after=after))


def _found(drawing: PainDrawing, mark_id: str) -> PainMark:
    mark = drawing.mark(mark_id)
    if mark is None:
        raise UnknownMark(drawing.id, mark_id)
    return mark


def _any_view(body: Body) -> str:
    return next(iter(body.views))


def _only(given: Mapping[str, Any], allowed: frozenset[str]) -> None:
    problems = tuple(
        Problem(field=name[:80], reason=f"only {', '.join(sorted(allowed))}", value="it")
        for name in given
        if name not in allowed
    )
    if problems:
        raise InvalidRecord("drawing", problems=problems)
