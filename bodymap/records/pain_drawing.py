"""A person's drawing of their pain at a time: marks, arrows, and how it was made."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.body import Body, SurfaceArea, notebook
from bodymap.records.base import Line, Moment, Record, RecordId, Slug, Token
from bodymap.records.draftable import Draftable, Status
from bodymap.records.pain import PainArrow, PainMark, SeverityAnswers

MOST_MARKS: Final = 50
"""Most marks of one drawing; far beyond any person's, and a bound for bad input."""

MOST_ARROWS: Final = 20
"""Most arrows of one drawing."""

MOST_DRAWN_POINTS: Final = 60_000
"""Most points of all strokes together; a hand draws so many in a quarter of an hour."""

LONGEST_SECONDS: Final = 86_400.0
"""Longest time to draw that is told: a day."""


class DrawnBy(StrEnum):
    """Whose hand it was."""

    SELF = "SELF"
    WITH_HELP = "WITH_HELP"


class Occasion(StrEnum):
    """Where it stands around a treatment of the same day."""

    BEFORE_TREATMENT = "BEFORE_TREATMENT"
    AFTER_TREATMENT = "AFTER_TREATMENT"


class PainDrawing(Draftable):
    """One drawing of pain. "No pain today" is one too.

    Its figure is the one it is shown on; each mark keeps the figure it was drawn on.

    Attributes:
        assessment_id: The assessment it is attached to, or None.
        drawn_at: When it was begun.
        drawn_by: Whose hand it was.
        occasion: None where it belongs to no treatment.
        marks: In the order they were made.
        arrows: Arrows.
        no_pain: The person says there is no pain; then there are no marks and no arrows.
        severity: Answers to the symptom severity scale, if given.
        red_flags: Answers to safety questions: yes or no by id in the atlas, the id of a cue with
            `cue_` before it. A question that is not here was not asked.
        seconds: Time spent drawing, as the browser counted it; None if not known. Data quality.
        actions: How many things were done. Data quality.
    """

    assessment_id: RecordId | None = None
    drawn_at: Moment
    drawn_by: DrawnBy = DrawnBy.SELF
    occasion: Occasion | None = None
    marks: Annotated[tuple[PainMark, ...], Field(max_length=MOST_MARKS)] = ()
    arrows: Annotated[tuple[PainArrow, ...], Field(max_length=MOST_ARROWS)] = ()
    no_pain: bool = False
    severity: SeverityAnswers | None = None
    red_flags: Annotated[dict[Slug, bool], Field(max_length=500)] = Field(default_factory=dict)
    seconds: Annotated[float, Field(ge=0, le=LONGEST_SECONDS)] | None = None
    actions: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _marks_make_sense(self) -> Self:
        for kind, ids in (
            ("marks", [mark.id for mark in self.marks]),
            ("arrows", [arrow.id for arrow in self.arrows]),
        ):
            if len(set(ids)) != len(ids):
                message = f"two {kind} have the same id"
                raise ValueError(message)
        if self.no_pain and (self.marks or self.arrows):
            message = "a drawing that says no pain has no marks"
            raise ValueError(message)
        points = sum(mark.point_count for mark in self.marks)
        if points > MOST_DRAWN_POINTS:
            message = f"at most {MOST_DRAWN_POINTS} points are allowed, these are {points}"
            raise ValueError(message)
        return self

    def __hash__(self) -> int:
        return hash((self.id, self.version))

    def mark(self, mark_id: str) -> PainMark | None:
        """The mark with this id, or None."""
        return next((mark for mark in self.marks if mark.id == mark_id), None)

    def layers(self, body: Body) -> Iterator[tuple[SurfaceArea, int | None]]:
        """Each mark's area and its intensity 0-10, None where not stated; errors as `area`."""
        for mark in self.marks:
            yield mark.area(body), None if mark.intensity is None else mark.intensity.nrs

    def arrow_cells(self, body: Body) -> tuple[tuple[int, int], ...]:
        """Cells in which each arrow begins and ends; without those beside the body.

        Raises:
            BodyError: One names a figure or view that the body does not have.
        """
        ends = (arrow.cells(body) for arrow in self.arrows)
        return tuple((start, end) for start, end in ends if start is not None and end is not None)

    def area(self, body: Body) -> SurfaceArea:
        """All that is marked, measured on `body`.

        Raises:
            BodyError: A mark names something that the body does not have, or was drawn on another
                body version.
        """
        area = body.fill(())
        for layer, _ in self.layers(body):
            area |= layer
        return area

    def _repr_svg_(self) -> str:
        """Picture for a notebook: marks by intensity, and arrows."""
        body = Body.load(self.figure)
        return notebook.layered_picture(body, list(self.layers(body)), self.arrow_cells(body))


class DrawingSummary(Record):
    """A drawing as a line of a list, without its strokes."""

    id: RecordId
    person_id: RecordId | None
    person_label: Line
    is_sample: bool
    code: Token
    assessment_id: RecordId | None
    drawn_at: Moment
    changed_at: Moment
    drawn_by: DrawnBy
    occasion: Occasion | None
    status: Status
    editions: Annotated[int, Field(ge=0)]
    actions: Annotated[int, Field(ge=0)]
    mark_count: Annotated[int, Field(ge=0)]
    no_pain: bool
