"""How a round goes on, whatever comes twice or late; and how a learner stands."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.practice import rounds
from bodymap.analysis.practice.standing import Missed, Tally, by_group, missed_most
from bodymap.body import Laterality
from bodymap.errors import InvalidRecord
from bodymap.records import PointPlace
from bodymap.records.practice import (
    MOST_ANSWERS,
    Difficulty,
    Exercise,
    Learner,
    Question,
    Round,
)
from tests.analysis.practice.books import ATLAS, NOON, an_answer

ROUND_ID = "01900000-0000-7000-8000-000000000001"
LEARNER_ID = "01900000-0000-7000-8000-000000000002"
POINT = PointPlace(
    view="back", figure="neutral", body_version="1", x=1, y=2, cell=3, region="neck_back"
)


def a_round(**fields: Any) -> Round:
    asked = tuple(
        Question(trigger_point=point, laterality=Laterality.RIGHT)
        for point in ("infraspinatus_upper", "soleus_tp1", "teres_minor_belly")
    )
    made: dict[str, Any] = {
        "id": ROUND_ID,
        "exercise": Exercise.PLACE,
        "difficulty": Difficulty.ALL,
        "questions": asked,
        "started_at": NOON,
        "shown_at": NOON,
    }
    return Round.checked(made | fields)


def a_learner(**fields: Any) -> Learner:
    made: dict[str, Any] = {"id": LEARNER_ID, "name": "Ada", "made_at": NOON, "used_at": NOON}
    return Learner.checked(made | fields)


def under_way() -> Learner:
    return rounds.started(a_learner(), a_round())


def test_a_round_goes_from_question_to_answer_to_question_to_its_end() -> None:
    learner = under_way()
    for position in range(3):
        learner = rounds.placed(learner, ROUND_ID, position, POINT)
        assert learner.round is not None
        assert learner.round.point == POINT
        learner = rounds.answered(learner, ROUND_ID, position, an_answer())
        assert learner.round is not None
        assert learner.round.answer == an_answer()
        later = NOON + timedelta(minutes=position)
        learner = rounds.gone_on(learner, ROUND_ID, position, later)
        assert learner.round is not None
        assert (learner.round.position, learner.round.point) == (position + 1, None)
        assert learner.round.shown_at == later
    assert learner.round is not None
    assert learner.round.is_done
    assert learner.answers == (an_answer(),) * 3


@pytest.mark.parametrize(
    "step",
    [
        lambda learner: rounds.placed(learner, ROUND_ID, 1, POINT),
        lambda learner: rounds.placed(learner, LEARNER_ID, 0, POINT),
        lambda learner: rounds.answered(learner, ROUND_ID, 1, an_answer()),
        lambda learner: rounds.answered(learner, LEARNER_ID, 0, an_answer()),
        lambda learner: rounds.gone_on(learner, ROUND_ID, 0, NOON),
        lambda learner: rounds.sketched(learner, ROUND_ID, 2, None),
        lambda learner: rounds.left(learner, LEARNER_ID),
    ],
)
def test_a_step_for_another_question_or_round_changes_nothing(step: Any) -> None:
    assert step(under_way()) == under_way()


def test_an_answer_given_twice_counts_once_and_nothing_is_placed_after_it() -> None:
    once = rounds.answered(under_way(), ROUND_ID, 0, an_answer())
    assert rounds.answered(once, ROUND_ID, 0, an_answer(right=False)) == once
    assert rounds.placed(once, ROUND_ID, 0, POINT) == once
    on = rounds.gone_on(once, ROUND_ID, 0, NOON)
    assert rounds.gone_on(on, ROUND_ID, 0, NOON) == on


def test_the_oldest_answer_leaves_when_there_are_too_many_and_is_counted() -> None:
    full = a_learner(answers=(an_answer("soleus_tp1"),) + (an_answer(),) * (MOST_ANSWERS - 1))
    learner = rounds.answered(rounds.started(full, a_round()), ROUND_ID, 0, an_answer())
    assert (len(learner.answers), learner.dropped) == (MOST_ANSWERS, 1)
    assert learner.answers[0] == an_answer()


@given(st.integers(-5, 10_000))
def test_seconds_are_whole_and_bounded_even_if_the_clock_was_set_back(seconds: int) -> None:
    taken = rounds.seconds_since(NOON, NOON + timedelta(seconds=seconds))
    assert taken == min(3600, max(0, seconds))


@pytest.mark.parametrize(
    "fields",
    [
        {"position": 4},
        {"position": 1},
        {"answers": (an_answer(),) * 2},
        {"position": 3, "answers": (an_answer(),) * 4},
        {"questions": ()},
    ],
)
def test_a_round_that_does_not_add_up_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecord):
        a_round(**fields)


def test_a_learner_is_read_back_as_it_was_written() -> None:
    learner = rounds.answered(under_way(), ROUND_ID, 0, an_answer(distance_cm=1.5))
    assert Learner.model_validate_json(learner.model_dump_json()) == learner


def test_a_name_is_needed_and_one_line() -> None:
    with pytest.raises(InvalidRecord):
        a_learner(name="  ")
    assert a_learner(name=" Ada \n Lovelace ").name == "Ada Lovelace"


def test_a_standing_counts_by_part_of_the_body_and_exercise() -> None:
    answers = [
        an_answer("infraspinatus_upper"),
        an_answer("infraspinatus_upper", right=False),
        an_answer("soleus_tp1", exercise=Exercise.DRAW),
        an_answer("no_longer_there"),
    ]
    assert by_group(answers, ATLAS) == {
        "upper_back": {Exercise.RECOGNISE: Tally(2, 1)},
        "leg": {Exercise.DRAW: Tally(1, 1)},
    }
    assert by_group([], ATLAS) == {}


def test_missed_most_needs_two_answers_and_begins_with_the_worst() -> None:
    answers = [
        an_answer("infraspinatus_upper", right=False),
        an_answer("infraspinatus_upper", right=True),
        an_answer("soleus_tp1", right=False),
        an_answer("soleus_tp1", right=False),
        an_answer("teres_minor_belly", right=False),
        an_answer("supraspinatus_belly"),
        an_answer("supraspinatus_belly"),
    ]
    assert missed_most(answers, ATLAS) == (
        Missed("soleus_tp1", Exercise.RECOGNISE, 2, 0),
        Missed("infraspinatus_upper", Exercise.RECOGNISE, 2, 1),
    )


def test_what_was_missed_long_ago_and_is_known_now_is_no_longer_missed() -> None:
    answers = [an_answer(right=False)] * 5 + [an_answer()] * 10
    assert missed_most(answers, ATLAS) == ()
