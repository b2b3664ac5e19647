"""What practising is made of: questions, answers, rounds and learners; frozen values.

They are kept in a file of the learner's, so they are checked when they are read: unknown fields are
refused and everything is bounded.
"""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from bodymap.body import Laterality
from bodymap.records.base import Line, Moment, Record, RecordId, Slug
from bodymap.records.places import Drawing, PointPlace

MOST_ANSWERS: Final = 2_000
"""Answers kept of one learner, the last ones; with more, the oldest leave."""
MOST_QUESTIONS: Final = 20
"""Questions of one round."""
MOST_SECONDS: Final = 3_600
"""Longest time that is noted for an answer; a break counts no more than this."""

MOST_MADE: Final = 20_000
"""Strokes of one drawing."""
MOST_WINDOWS: Final = 20
"""Browser windows whose acknowledged operations are kept."""

Share = Annotated[float, Field(ge=0, le=1)]


class Exercise(StrEnum):
    """What is practised."""

    RECOGNISE = "recognise"
    """A pattern is shown: which muscle refers like this?"""
    PLACE = "place"
    """A trigger point is named: where is it?"""
    DRAW = "draw"
    """A trigger point is named: where is it felt?"""


class Difficulty(StrEnum):
    """Which trigger points are asked about."""

    COMMON = "common"
    """Of muscles in which trigger points are found often or very often."""
    ALL = "all"
    LOOK_ALIKES = "look_alikes"
    """Whose pattern another muscle resembles; the choices are the most alike."""


class Question(Record):
    """One question.

    Attributes:
        trigger_point: Its id.
        laterality: Side of its muscle, the patient's: LEFT or RIGHT.
        choices: Ids of the muscles to choose from; none where nothing is chosen.
    """

    trigger_point: Slug
    laterality: Laterality
    choices: Annotated[tuple[Slug, ...], Field(max_length=6)] = ()


class Answer(Record):
    """One answer and what it is worth.

    Attributes:
        score: 0 to 1.
        said: Id of the muscle chosen, for RECOGNISE only.
        fits_equally: Another muscle than the one asked about, whose pattern is as good as the same.
        distance_cm: Along the skin of the model body, for PLACE only; None if it is farther than
            30 cm, or on a chart.
        other_side: Placed on the wrong side of the body.
        share_found: Of the pattern, for DRAW only.
        share_beyond: Of the drawing, for DRAW only.
        seconds: From showing the question to the answer.
    """

    at: Moment
    exercise: Exercise
    difficulty: Difficulty
    trigger_point: Slug
    laterality: Laterality
    right: bool
    score: Share
    said: Slug | None = None
    fits_equally: bool = False
    distance_cm: Annotated[float, Field(ge=0, le=100)] | None = None
    other_side: bool = False
    share_found: Share | None = None
    share_beyond: Share | None = None
    seconds: Annotated[int, Field(ge=0, le=MOST_SECONDS)] = 0


class Round(Record):
    """A row of questions, and how far it has come.

    Attributes:
        id: Told from the rounds before.
        group: Part of the body it keeps to, or None.
        position: Index of the question at hand; the number of questions when all are done.
        shown_at: When the question at hand was first shown.
        answers: One for each question before the one at hand, and for that too once answered.
        point: Where the trigger point was placed so far.
        drawing: What was drawn so far.
        made_by: Names of the operations that made it, one for each stroke in order; or the one
            that placed the point.
        heard: Highest operation number done with for the question at hand, by browser window.
    """

    id: RecordId
    exercise: Exercise
    difficulty: Difficulty
    group: Slug | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]
    position: Annotated[int, Field(strict=True, ge=0)] = 0
    started_at: Moment
    shown_at: Moment
    answers: tuple[Answer, ...] = ()
    point: PointPlace | None = None
    drawing: Drawing | None = None
    made_by: Annotated[tuple[Line, ...], Field(max_length=MOST_MADE)] = ()
    heard: Annotated[dict[Line, int], Field(max_length=MOST_WINDOWS)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _answers_belong_to_questions(self) -> "Round":
        behind = len(self.answers) - self.position
        if self.position > len(self.questions) or behind not in {0, 1}:
            message = "there must be one answer for each question that was passed"
            raise ValueError(message)
        if len(self.answers) > len(self.questions):
            message = "there are more answers than questions"
            raise ValueError(message)
        return self

    @property
    def question(self) -> Question | None:
        """The question at hand, or None when all are done."""
        return self.questions[self.position] if self.position < len(self.questions) else None

    @property
    def answer(self) -> Answer | None:
        """The answer to the question at hand, once it is given."""
        return self.answers[self.position] if len(self.answers) > self.position else None

    @property
    def is_done(self) -> bool:
        """Whether all questions were passed."""
        return self.position == len(self.questions)


class Learner(Record):
    """A name kept on this machine, with what its owner practised; nothing about health.

    Attributes:
        schema_version: Of this form, for the file.
        answers: The last `MOST_ANSWERS`, in the order given.
        dropped: How many older answers have left.
        round: The round under way or just done.
    """

    schema_version: Literal[1] = 1
    id: RecordId
    name: Annotated[Line, Field(min_length=1)]
    made_at: Moment
    used_at: Moment
    answers: Annotated[tuple[Answer, ...], Field(max_length=MOST_ANSWERS)] = ()
    dropped: Annotated[int, Field(strict=True, ge=0)] = 0
    round: Round | None = None
