"""Changes of a pain drawing that know how to be taken back: pure values and functions."""

from typing import Annotated, Literal

from pydantic import Field

from bodymap.errors import UndoBlocked
from bodymap.records import (
    DrawnBy,
    Occasion,
    PainDrawing,
    PainMark,
    PainMove,
    SeverityAnswers,
)
from bodymap.records.base import Record, Slug


class PainDetails(Record):
    """The fields of a drawing that are not marks."""

    drawn_by: DrawnBy
    occasion: Occasion | None
    figure: Slug
    moves: tuple[PainMove, ...]
    no_pain: bool
    severity: SeverityAnswers | None
    red_flags: dict[Slug, bool]


class MarkChange(Record):
    """A mark that was made, changed or removed.

    Attributes:
        before: None if it was not there.
        after: None if it is gone.
        position: Its place in the order of marks, from 0.
    """

    kind: Literal["mark"] = "mark"
    before: PainMark | None
    after: PainMark | None
    position: Annotated[int, Field(ge=0)]

    @property
    def mark_id(self) -> str:
        """Id of the mark."""
        mark = self.after or self.before
        return mark.id if mark else ""


class PainDetailsChange(Record):
    """Fields of the drawing itself that were changed."""

    kind: Literal["pain_details"] = "pain_details"
    before: PainDetails
    after: PainDetails


def pain_details_of(drawing: PainDrawing) -> PainDetails:
    """The fields of a drawing that are not marks."""
    return PainDetails(**{name: getattr(drawing, name) for name in PainDetails.model_fields})


def apply_to_drawing(
    drawing: PainDrawing, change: MarkChange | PainDetailsChange, *, what: str
) -> PainDrawing:
    """The drawing after the change, one version and one action on.

    Raises:
        UndoBlocked: the drawing is not as it was before the change.
        InvalidRecord: it cannot hold one more mark, or says no pain.
    """
    grown = {"version": drawing.version + 1, "actions": drawing.actions + 1}
    if isinstance(change, PainDetailsChange):
        if pain_details_of(drawing) != change.before:
            raise UndoBlocked(what, finding_id=None)
        return drawing.changed(**grown, **dict(change.after))
    if drawing.mark(change.mark_id) != change.before:
        raise UndoBlocked(what, finding_id=change.mark_id)
    return drawing.changed(**grown, marks=_marks_after(drawing, change))


def _marks_after(drawing: PainDrawing, change: MarkChange) -> tuple[PainMark, ...]:
    if change.before is not None and change.after is not None:
        return tuple(change.after if m.id == change.after.id else m for m in drawing.marks)
    rest = [mark for mark in drawing.marks if mark.id != change.mark_id]
    if change.after is not None:
        rest.insert(min(change.position, len(rest)), change.after)
    return tuple(rest)
