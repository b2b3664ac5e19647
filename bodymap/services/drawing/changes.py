"""Changes of a pain drawing that know how to be taken back: pure values and functions."""

from typing import Literal

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
from bodymap.services.kernel.item_change import ItemChange


class PainDetails(Record):
    """The fields of a drawing that are not marks."""

    drawn_by: DrawnBy
    occasion: Occasion | None
    figure: Slug
    moves: tuple[PainMove, ...]
    no_pain: bool
    severity: SeverityAnswers | None
    red_flags: dict[Slug, bool]


class MarkChange(ItemChange[PainMark]):
    """A mark that was made, changed or removed."""

    kind: Literal["mark"] = "mark"


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
    if drawing.mark(change.item_id) != change.before:
        raise UndoBlocked(what, finding_id=change.item_id)
    return drawing.changed(**grown, marks=change.made_in(drawing.marks))
