"""What a learner can do: be known by a name, start a round, answer, go on, stop.

Every step is on disk when its function returns, so that a round goes on where it was after a
reload. Learners are kept apart from people and assessments: a name, and nothing about health.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bodymap.analysis.practice import Likeness, Wanted, questions, rounds, scoring
from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Stroke, SurfaceArea
from bodymap.errors import BesideTheQuestion, QuestionPassed, StepPassed, TooManyLearners
from bodymap.records import Drawing, PointPlace, ViewStrokes
from bodymap.records.practice import Answer, Learner, Question, Round
from bodymap.services.kernel.ids import Ids
from bodymap.services.kernel.ports import Clock

MOST_LEARNERS: Final = 200
"""Learners on one machine: several school classes."""
NAMELESS: Final = "Me"
"""What a learner is called who started without saying a name."""
_SEED_BITS: Final = 32


@dataclass(frozen=True)
class Unreadable:
    """A learner's file that cannot be read.

    Attributes:
        file: Its name now.
        folder: Where it lies.
        reason: What is wrong with it.
        set_aside: Renamed, out of the way; a file of a newer Bodymap is left as it is.
    """

    file: str
    folder: str
    reason: str
    set_aside: bool


class Shelf(Protocol):
    """Keeps learners. What cannot be kept or read is a `StoreError`."""

    def all(self) -> tuple[Learner, ...]:
        """Every learner that can be read, last used first."""

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Files that could not be read since the program started."""

    def add(self, learner: Learner) -> None:
        """Keep a new learner."""

    def change(self, learner_id: str, step: Callable[[Learner], Learner]) -> Learner:
        """Replace a learner by what `step` makes of it, nobody coming in between.

        Raises:
            UnknownLearner: there is no such learner.
        """

    def remove(self, learner_id: str) -> None:
        """Remove a learner for good; nothing if there is none."""


@dataclass(frozen=True)
class Practice:
    """All that practising needs from outside."""

    shelf: Shelf
    clock: Clock
    ids: Ids


@dataclass(frozen=True)
class Books:
    """What questions are made from and answers compared with; read-only."""

    atlas: Atlas
    body: Body
    alike: Likeness
    layer: MuscleLayer

    def placed(self, question: Question, cell: int) -> scoring.Placed:
        """What a place is worth as an answer."""
        muscle = self.atlas.muscle_of(question.trigger_point).id
        truth = scoring.place_of(self.atlas, self.body, question)
        near = scoring.near_enough_cm(self.layer, muscle, self.body, truth)
        return scoring.score_place(self.body, truth, cell, right_cm=near)


def add_learner(*, name: str, practice: Practice) -> Learner:
    """Keep a new learner. Writes.

    Raises:
        InvalidRecord: the name is empty or has more than 200 characters.
        TooManyLearners: there are 200 already.
    """
    if len(practice.shelf.all()) >= MOST_LEARNERS:
        raise TooManyLearners(MOST_LEARNERS)
    now = practice.clock.now()
    learner = Learner.checked(
        {"id": practice.ids.new(), "name": name, "made_at": now, "used_at": now}
    )
    practice.shelf.add(learner)
    return learner


def rename_learner(*, learner_id: str, name: str, practice: Practice) -> Learner:
    """Give a learner another name. Writes.

    Raises:
        UnknownLearner: there is no such learner.
        InvalidRecord: the name is empty or has more than 200 characters.
    """
    return practice.shelf.change(learner_id, lambda learner: learner.changed(name=name))


def start_round(
    *,
    learner_id: str,
    wanted: Wanted,
    books: Books,
    practice: Practice,
    seed: int | None = None,
) -> Learner:
    """Start a round in place of the one under way, if there is something to ask. Writes.

    Args:
        learner_id: Whose.
        wanted: What to ask.
        books: Where questions come from.
        practice: Where the learner is kept.
        seed: Of the choice of questions; by chance when left out.

    Raises:
        UnknownLearner: there is no such learner.
    """
    drawn = secrets.randbits(_SEED_BITS) if seed is None else seed
    now = practice.clock.now()

    def step(learner: Learner) -> Learner:
        asked = questions(
            books.atlas, books.body, books.alike, wanted, answers=learner.answers, seed=drawn
        )
        if not asked:
            return learner
        round_ = Round(
            id=practice.ids.new(),
            exercise=wanted.exercise,
            difficulty=wanted.difficulty,
            group=wanted.group,
            questions=asked,
            started_at=now,
            shown_at=now,
        )
        return rounds.started(learner, round_)

    return practice.shelf.change(learner_id, step)


@dataclass(frozen=True)
class AtHand:
    """The question that a step is meant for; a step for another one changes nothing."""

    learner_id: str
    round_id: str
    position: int


@dataclass(frozen=True)
class Done:
    """Which operation of a browser window a step is; carried out once, whenever it arrives."""

    window: str
    number: int

    @property
    def name(self) -> str:
        """Name of the step."""
        return f"{self.window}:{self.number}"


Sketch = tuple[Drawing | None, tuple[str, ...]]
"""What is drawn, and which operation made each of its strokes, in order."""


def keep_point(*, at: AtHand, point: PointPlace, done: Done, practice: Practice) -> Learner:
    """Keep where the trigger point was placed. Writes.

    Raises:
        QuestionPassed: that question is answered, or the round is left.
    """
    return _once(
        at,
        done,
        practice,
        lambda learner, _: rounds.placed(learner, at.round_id, at.position, point, (done.name,)),
    )


def take_point_away(
    *, at: AtHand, done: Done, practice: Practice, named: str | None = None
) -> Learner:
    """Take away where the trigger point was placed. Writes.

    Args:
        at: Of which question.
        done: By which operation.
        practice: Where the learner is kept.
        named: The operation that is meant to be taken back; None for whichever placed it.

    Raises:
        QuestionPassed: that question is answered, or the round is left.
        StepPassed: another operation placed it.
    """

    def step(learner: Learner, going: Round) -> Learner:
        if named is not None:
            _must_be_last(going.made_by, named)
        return rounds.placed(learner, at.round_id, at.position, None)

    return _once(at, done, practice, step)


def keep_drawing(
    *, at: AtHand, change: Callable[[Sketch], Sketch], done: Done, practice: Practice
) -> Learner:
    """Keep what was drawn so far: `change` makes it from what was drawn before. Writes.

    Raises:
        QuestionPassed: that question is answered, or the round is left.
    """

    def step(learner: Learner, going: Round) -> Learner:
        drawing, made_by = change((going.drawing, going.made_by))
        return rounds.sketched(learner, at.round_id, at.position, drawing, made_by)

    return _once(at, done, practice, step)


def take_stroke_back(*, at: AtHand, named: str, done: Done, practice: Practice) -> Learner:
    """Take back what an operation drew, if it is the last. Writes.

    Raises:
        QuestionPassed: that question is answered, or the round is left.
        StepPassed: something else was drawn since.
    """

    def without(sketch: Sketch) -> Sketch:
        drawing, made_by = sketch
        _must_be_last(made_by, named)
        left = tuple(name for name in made_by if name != named)
        return _without_last(drawing, len(made_by) - len(left)), left

    return keep_drawing(at=at, change=without, done=done, practice=practice)


def pass_over(*, at: AtHand, done: Done, practice: Practice) -> Learner:
    """Note that an operation was refused, so that it is never carried out later. Writes."""
    return practice.shelf.change(
        at.learner_id,
        lambda learner: rounds.heard(learner, at.round_id, at.position, done.window, done.number),
    )


def _once(
    at: AtHand, done: Done, practice: Practice, step: Callable[[Learner, Round], Learner]
) -> Learner:
    def once(learner: Learner) -> Learner:
        going = learner.round
        here = going and (going.id, going.position) == (at.round_id, at.position)
        if going and here and done.number <= going.heard.get(done.window, 0):
            return learner
        open_ = rounds.open_question(learner, at.round_id, at.position)
        if open_ is None:
            raise QuestionPassed
        stepped = step(learner, open_[0])
        return rounds.heard(stepped, at.round_id, at.position, done.window, done.number)

    return practice.shelf.change(at.learner_id, once)


def _must_be_last(made_by: Sequence[str], named: str) -> None:
    if not made_by or made_by[-1] != named:
        raise StepPassed("undo")


def _without_last(drawing: Drawing | None, count: int) -> Drawing | None:
    """A drawing without its last strokes; None once nothing is left."""
    views: list[ViewStrokes] = []
    for layer in reversed(drawing.views if drawing else ()):
        strokes = layer.strokes[: max(0, len(layer.strokes) - count)]
        count -= len(layer.strokes) - len(strokes)
        if strokes:
            views.insert(0, layer.model_copy(update={"strokes": strokes}))
    return drawing.model_copy(update={"views": tuple(views)}) if drawing and views else None


def answer_choice(*, at: AtHand, muscle: str, books: Books, practice: Practice) -> Learner:
    """Answer which muscle refers like this. Writes.

    Raises:
        BesideTheQuestion: that muscle was not among the choices.
    """

    def worth(_: Round, question: Question) -> dict[str, object]:
        if muscle not in question.choices:
            raise BesideTheQuestion(muscle, question.choices)
        right, equal = scoring.score_choice(books.atlas, books.alike, question, muscle)
        return {"right": right, "score": float(right), "said": muscle, "fits_equally": equal}

    return _answer(at, worth, practice)


def answer_place(*, at: AtHand, books: Books, practice: Practice) -> Learner:
    """Answer with the point as it was placed; nothing while none is. Writes."""

    def worth(going: Round, question: Question) -> dict[str, object] | None:
        if going.point is None:
            return None
        placed = books.placed(question, going.point.cell)
        return {
            "right": placed.right,
            "score": placed.score,
            "distance_cm": placed.distance_cm,
            "other_side": placed.other_side,
        }

    return _answer(at, worth, practice)


def answer_drawing(*, at: AtHand, books: Books, practice: Practice) -> Learner:
    """Answer with the drawing as it is, also an empty one. Writes."""

    def worth(going: Round, question: Question) -> dict[str, object]:
        truth = scoring.pattern_of(books.atlas, books.body, question)
        area = area_of(going.drawing, books.body)
        drawn = scoring.score_drawing(books.body, truth, area)
        return {
            "right": drawn.right,
            "score": drawn.score,
            "share_found": drawn.share_found,
            "share_beyond": drawn.share_beyond,
        }

    return _answer(at, worth, practice)


def area_of(drawing: Drawing | None, body: Body) -> SurfaceArea:
    """What a drawing covers; nothing for none. Strokes of another body version cover nothing."""
    area = body.cells(())
    if drawing is None or drawing.body_version != body.version:
        return area
    strokes: dict[str, list[Stroke]] = {}
    for layer in drawing.views:
        strokes.setdefault(layer.view, []).extend(stroke.on_body() for stroke in layer.strokes)
    for view, drawn in strokes.items():
        area |= body.paint(view, drawn)
    return area


_Worth = Callable[[Round, Question], "dict[str, object] | None"]


def _answer(at: AtHand, worth: _Worth, practice: Practice) -> Learner:
    now = practice.clock.now()

    def step(learner: Learner) -> Learner:
        open_ = rounds.open_question(learner, at.round_id, at.position)
        if open_ is None:
            return learner
        going, question = open_
        values = worth(going, question)
        if values is None:
            return learner
        answer = Answer.checked(
            {
                "at": now,
                "exercise": going.exercise,
                "difficulty": going.difficulty,
                "trigger_point": question.trigger_point,
                "laterality": question.laterality,
                "seconds": rounds.seconds_since(going.shown_at, now),
                **values,
            }
        )
        return rounds.answered(learner, at.round_id, at.position, answer)

    return practice.shelf.change(at.learner_id, step)


def go_on(*, at: AtHand, practice: Practice) -> Learner:
    """Go to the next question, or to the end of the round. Writes."""
    now = practice.clock.now()
    return practice.shelf.change(
        at.learner_id, lambda learner: rounds.gone_on(learner, at.round_id, at.position, now)
    )


def leave_round(*, learner_id: str, round_id: str, practice: Practice) -> Learner:
    """Leave a round, done or not; its answers stay. Writes."""
    return practice.shelf.change(learner_id, lambda learner: rounds.left(learner, round_id))


def missed_again(learner: Learner) -> Sequence[str]:
    """Trigger points of the learner's last round that were not right."""
    return rounds.missed_points(learner.round.answers) if learner.round else ()
