"""Practising: every step is kept, in its order, once."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.practice import Wanted
from bodymap.body import Laterality, Stroke, StrokeKind
from bodymap.errors import BesideTheQuestion, InvalidRecord, TooManyLearners, UnknownLearner
from bodymap.records import Drawing, DrawnStroke, PointPlace, ViewStrokes
from bodymap.records.practice import Difficulty, Exercise, Learner, Question, Round
from bodymap.services.practising import practice as services
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import AtHand, Books, Practice
from bodymap.services.practising.results import COLUMNS, results_csv, safe_cell
from tests.analysis.practice.books import ALIKE, ATLAS, BODY, LAYER, NOON, an_answer
from tests.services.desk import CountedIds, HandClock
from tests.services.memory_shelf import MemoryShelf

BOOKS = Books(ATLAS, BODY, ALIKE, LAYER)
DONE = services.Done("window-0001", 1)
FRONT_SHOULDER = "infraspinatus_upper"


class Class:
    """A learner with a round of one kind under way."""

    def __init__(self, exercise: Exercise = Exercise.RECOGNISE, **wanted: Any) -> None:
        self.clock = HandClock()
        self.shelf = MemoryShelf()
        self.practice = Practice(self.shelf, self.clock, CountedIds())
        self.id = services.add_learner(name="Ada", practice=self.practice).id
        wanted = {"count": 5, "difficulty": Difficulty.ALL, **wanted}
        services.start_round(
            learner_id=self.id,
            wanted=Wanted(exercise, **wanted),
            books=BOOKS,
            practice=self.practice,
            seed=1,
        )

    @property
    def learner(self) -> Learner:
        return self.shelf.kept[self.id]

    @property
    def round(self) -> Round:
        assert self.learner.round is not None
        return self.learner.round

    @property
    def question(self) -> Question:
        assert self.round.question is not None
        return self.round.question

    @property
    def at(self) -> AtHand:
        return AtHand(self.id, self.round.id, self.round.position)

    def everything(self, **more: Any) -> dict[str, Any]:
        return {"at": self.at, "practice": self.practice, **more}


def a_point(cell: int) -> PointPlace:
    return PointPlace(
        view="back",
        figure="neutral",
        body_version=BODY.version,
        x=0,
        y=0,
        cell=cell,
        region="neck_back",
    )


def a_drawing(*layers: tuple[str, Stroke]) -> Drawing:
    views = tuple(ViewStrokes(view=v, strokes=(DrawnStroke.of(s),)) for v, s in layers)
    return Drawing(figure="neutral", body_version=BODY.version, views=views)


def test_the_muscle_chosen_is_answered_with_right_or_not_and_the_time_it_took() -> None:
    ada = Class()
    ada.clock.move(seconds=12.7)
    own = ATLAS.muscle_of(ada.question.trigger_point).id

    services.answer_choice(**ada.everything(muscle=own, books=BOOKS))

    (answer,) = ada.learner.answers
    assert (answer.right, answer.score, answer.said, answer.seconds) == (True, 1.0, own, 12)
    assert ada.round.answer == answer


def test_what_is_not_among_the_choices_is_refused() -> None:
    ada = Class()
    with pytest.raises(BesideTheQuestion):
        services.answer_choice(**ada.everything(muscle="nose", books=BOOKS))
    assert ada.learner.answers == ()


def test_a_place_is_kept_until_it_is_answered_with_its_distance() -> None:
    ada = Class(Exercise.PLACE, only=(FRONT_SHOULDER,))
    services.answer_place(**ada.everything(books=BOOKS))
    assert ada.learner.answers == ()

    right = ATLAS.place_cell(FRONT_SHOULDER)
    is_left = ada.question.laterality is Laterality.LEFT
    truth = int(BODY.cell_table.mirror[right]) if is_left else right
    services.keep_point(**ada.everything(point=a_point(truth), done=DONE))
    assert ada.round.point == a_point(truth)
    services.answer_place(**ada.everything(books=BOOKS))

    (answer,) = ada.learner.answers
    assert (answer.right, answer.distance_cm, answer.other_side) == (True, 0.0, False)


def test_a_drawing_is_kept_stroke_by_stroke_and_answered_with_its_shares() -> None:
    ada = Class(Exercise.DRAW, only=(FRONT_SHOULDER,))
    region = f"shoulder_front.{ada.question.laterality.value.lower()}"
    stroke = Stroke(StrokeKind.REGION, region=region)
    drawing = a_drawing(("front", stroke))
    services.keep_drawing(**ada.everything(change=lambda _: (drawing, (DONE.name,)), done=DONE))
    assert ada.round.drawing == drawing

    services.answer_drawing(**ada.everything(books=BOOKS))

    (answer,) = ada.learner.answers
    assert answer.share_found is not None
    assert answer.share_beyond is not None
    assert 0.1 < answer.share_found < 1
    assert answer.share_beyond < 0.6
    assert answer.score == pytest.approx(answer.share_found * (1 - answer.share_beyond))


def test_an_empty_drawing_is_an_answer_too() -> None:
    ada = Class(Exercise.DRAW)
    services.answer_drawing(**ada.everything(books=BOOKS))
    (answer,) = ada.learner.answers
    assert (answer.right, answer.share_found, answer.share_beyond) == (False, 0.0, 0.0)


def test_the_eraser_takes_away_in_its_view_whatever_was_drawn_elsewhere_in_between() -> None:
    line = Stroke(StrokeKind.BRUSH, ((200, 300),), 20)
    away = Stroke(StrokeKind.ERASE, ((200, 300),), 30)
    elsewhere = Stroke(StrokeKind.BRUSH, ((250, 300),), 20)
    area = services.area_of(a_drawing(("front", line), ("back", elsewhere), ("front", away)), BODY)
    assert area == BODY.paint("back", [elsewhere])


def test_a_drawing_of_another_body_version_covers_nothing() -> None:
    drawing = a_drawing(("front", Stroke(StrokeKind.BRUSH, ((200, 300),), 20)))
    other = drawing.model_copy(update={"body_version": "0"})
    assert services.area_of(other, BODY) == BODY.cells(())


def test_a_round_goes_on_question_by_question_to_its_end_and_can_be_left() -> None:
    ada = Class()
    for position in range(5):
        assert ada.round.position == position
        services.go_on(**ada.everything())
        assert ada.round.position == position
        services.answer_choice(**ada.everything(muscle=ada.question.choices[0], books=BOOKS))
        services.go_on(**ada.everything())
    assert ada.round.is_done
    missed = [a.trigger_point for a in ada.learner.answers if not a.right]
    assert list(services.missed_again(ada.learner)) == missed
    services.leave_round(learner_id=ada.id, round_id=ada.round.id, practice=ada.practice)
    assert ada.learner.round is None
    assert len(ada.learner.answers) == 5


def test_nothing_to_ask_starts_no_round() -> None:
    ada = Class()
    before = ada.learner
    wanted = Wanted(Exercise.RECOGNISE, Difficulty.ALL, only=("pectoralis_major_arrhythmia",))
    services.start_round(learner_id=ada.id, wanted=wanted, books=BOOKS, practice=ada.practice)
    assert ada.learner == before


def test_a_learner_is_renamed_and_a_name_must_be_one() -> None:
    ada = Class()
    services.rename_learner(learner_id=ada.id, name=" Ada L. ", practice=ada.practice)
    assert ada.learner.name == "Ada L."
    with pytest.raises(InvalidRecord):
        services.rename_learner(learner_id=ada.id, name="", practice=ada.practice)
    with pytest.raises(UnknownLearner):
        services.rename_learner(learner_id="nobody", name="X", practice=ada.practice)


def test_a_machine_keeps_two_hundred_learners_and_no_more() -> None:
    ada = Class()
    for number in range(services.MOST_LEARNERS - 1):
        services.add_learner(name=str(number), practice=ada.practice)
    with pytest.raises(TooManyLearners):
        services.add_learner(name="one more", practice=ada.practice)


def test_results_have_one_row_an_answer_with_every_column() -> None:
    learner = Learner(
        id=Class().id,
        name="=HYPERLINK(1)",
        made_at=NOON,
        used_at=NOON,
        answers=(
            an_answer(said="infraspinatus", seconds=7),
            an_answer(
                exercise=Exercise.PLACE, right=False, score=0.25, distance_cm=7.04, other_side=True
            ),
            an_answer("gone", exercise=Exercise.DRAW, share_found=0.5, share_beyond=1 / 3),
        ),
    )

    rows = list(csv.DictReader(io.StringIO(results_csv([learner], ATLAS), newline="")))

    assert [tuple(row) for row in rows] == [COLUMNS] * 3
    assert rows[0] == {
        "learner": "'=HYPERLINK(1)",
        "date_time": "2026-03-01T12:00:00+00:00",
        "exercise": "recognise",
        "difficulty": "all",
        "trigger_point": "infraspinatus_upper",
        "muscle": "infraspinatus",
        "side": "right",
        "group": "upper_back",
        "answer": "infraspinatus",
        "right": "1",
        "score": "1.000",
        "fits_equally": "0",
        "distance_cm": "",
        "other_side": "0",
        "share_found": "",
        "share_beyond": "",
        "seconds": "7",
    }
    assert (rows[1]["distance_cm"], rows[1]["other_side"], rows[1]["score"]) == (
        "7.0",
        "1",
        "0.250",
    )
    assert (rows[2]["share_found"], rows[2]["share_beyond"]) == ("0.500", "0.333")
    assert (rows[2]["muscle"], rows[2]["group"]) == ("", "")


def test_the_documented_columns_are_those_of_the_table() -> None:
    page = (Path(__file__).parents[3] / "docs" / "practising.md").read_text("utf-8")
    table = page.split("| column |")[1].split("\n\n")[0]
    named = [row.split("|")[1] for row in table.splitlines()[2:]]
    assert tuple(re.findall("`([a-z_]+)`", " ".join(named))) == COLUMNS


@given(st.text(max_size=30))
def test_no_name_can_become_a_formula(name: str) -> None:
    cell = safe_cell(name)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in {name, f"'{name}"}


def test_names_of_patterns_say_nothing_and_are_understood_only_where_they_were_given() -> None:
    names = PatternNames(b"salt")
    right = names.name(FRONT_SHOULDER, Laterality.RIGHT)
    assert right == names.name(FRONT_SHOULDER, Laterality.RIGHT)
    assert right != names.name(FRONT_SHOULDER, Laterality.LEFT)
    assert "infra" not in right
    assert len(right) == 24
    assert names.meaning(right) == (FRONT_SHOULDER, Laterality.RIGHT)
    assert names.meaning("0" * 24) is None
    assert PatternNames().name(FRONT_SHOULDER, Laterality.RIGHT) != right
