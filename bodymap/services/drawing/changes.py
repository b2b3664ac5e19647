"""Changes of a pain drawing that know how to be taken back: pure values and functions."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.records import (
    DrawnBy,
    Occasion,
    PainArrow,
    PainDrawing,
    PainMark,
    SeverityAnswers,
)
from bodymap.records.base import Record, Slug
from bodymap.services.kernel.changes import Change, ItemChange, NotAsBefore


class DrawingStep(StrEnum):
    """What can be done to an open drawing in one step."""

    BEGIN_MARK = "begin_mark"
    DRAW_MORE = "draw_more"
    PUT_MARK = "put_mark"
    CHOOSE_REGIONS = "choose_regions"
    DESCRIBE_MARK = "describe_mark"
    REMOVE_MARK = "remove_mark"
    SET_ARROW = "set_arrow"
    REMOVE_ARROW = "remove_arrow"
    ANSWER = "answer"


class PainDetails(Record):
    """The fields of a drawing that are not marks."""

    drawn_by: DrawnBy
    occasion: Occasion | None
    figure: Slug
    arrows: tuple[PainArrow, ...]
    no_pain: bool
    severity: SeverityAnswers | None
    red_flags: dict[Slug, bool]


class MarkChange(ItemChange[PainMark]):
    """A mark that was made, changed or removed."""

    kind: Literal["mark"] = "mark"


class PainDetailsChange(Change):
    """Fields of the drawing itself that were changed."""

    kind: Literal["pain_details"] = "pain_details"
    before: PainDetails
    after: PainDetails


DrawingChange = Annotated[MarkChange | PainDetailsChange, Field(discriminator="kind")]


def pain_details_of(drawing: PainDrawing) -> PainDetails:
    """The fields of a drawing that are not marks."""
    return PainDetails(**{name: getattr(drawing, name) for name in PainDetails.model_fields})


def apply(drawing: PainDrawing, change: MarkChange | PainDetailsChange) -> PainDrawing:
    """The drawing after the change, one version and one action on.

    Raises:
        NotAsBefore: the drawing is not as it was before the change.
        InvalidRecord: it cannot hold one more mark, or says no pain.
    """
    grown = {"version": drawing.version + 1, "actions": drawing.actions + 1}
    if isinstance(change, PainDetailsChange):
        if pain_details_of(drawing) != change.before:
            raise NotAsBefore
        return drawing.changed(**grown, **dict(change.after))
    return drawing.changed(**grown, marks=change.made_in(drawing.marks))
