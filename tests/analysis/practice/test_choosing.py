"""What is asked: weights as the formula says, the same for one seed, choices one could mean."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.analysis.practice import Wanted, askable, questions
from bodymap.analysis.practice.choosing import CHOICES, REMEMBERED, groups_of, weight
from bodymap.atlas import FrequencyLevel
from bodymap.body import Laterality
from bodymap.records.practice import Difficulty, Exercise
from tests.analysis.practice.books import ALIKE, ATLAS, BODY, an_answer
from tests.example_count import at_most

NOT_PAIN = {
    "abdominal_obliques_posterior_belch",
    "pectoralis_major_arrhythmia",
    "trapezius_middle_tp7",
}

wanted = st.builds(
    Wanted,
    st.sampled_from(Exercise),
    st.sampled_from(Difficulty),
    st.none() | st.sampled_from([g.id for g in ATLAS.groups.values() if g.parent is None]),
    st.sampled_from([5, 10, 20]),
)


@pytest.mark.parametrize(
    ("level", "scores", "expected"),
    [
        (FrequencyLevel.VERY_COMMON, [], 1.0),
        (FrequencyLevel.COMMON, [], 1.25),
        (FrequencyLevel.LESS_COMMON, [], 1.5),
        (FrequencyLevel.RARE, [], 1.75),
        (FrequencyLevel.VERY_COMMON, [1.0], 2 / 3),
        (FrequencyLevel.VERY_COMMON, [0.0], 4 / 3),
        (FrequencyLevel.VERY_COMMON, [1.0] * 10, 1 / 6),
        (FrequencyLevel.RARE, [0.0] * 10, 1.75 * 22 / 12),
        (FrequencyLevel.VERY_COMMON, [0.25, 0.75], 1.0),
        (FrequencyLevel.VERY_COMMON, [0.0] * 50 + [1.0] * REMEMBERED, 1 / 6),
    ],
)
def test_a_weight_is_rarity_times_what_was_missed(
    level: FrequencyLevel, scores: list[float], expected: float
) -> None:
    assert weight(level, scores) == pytest.approx(expected)


@settings(deadline=None, max_examples=at_most(25))
@given(wanted, st.integers(0, 2**32))
def test_the_same_seed_asks_the_same_and_nothing_twice(asked: Wanted, seed: int) -> None:
    first = questions(ATLAS, BODY, ALIKE, asked, answers=(), seed=seed)
    there = {point.id for point in askable(ATLAS, BODY, ALIKE, asked)}

    assert first == questions(ATLAS, BODY, ALIKE, asked, answers=(), seed=seed)
    assert len(first) == min(asked.count, len(there))
    assert len({question.trigger_point for question in first}) == len(first)
    for question in first:
        point = ATLAS.trigger_points[question.trigger_point]
        assert point.id in there
        assert question.laterality in {Laterality.LEFT, Laterality.RIGHT}
        assert point.only_on in {None, question.laterality.value.lower()}
        if asked.exercise is Exercise.RECOGNISE:
            own = ATLAS.muscle_of(point.id).id
            same = {own, *ALIKE.fit_equally(point.id)}
            assert own in question.choices
            assert len(set(question.choices)) == CHOICES
            assert len(same.intersection(question.choices)) <= 2
        else:
            assert question.choices == ()


def test_a_round_keeps_to_its_group_and_difficulty() -> None:
    for group in ("neck", "upper_back", "pelvis"):
        for point in askable(ATLAS, BODY, ALIKE, Wanted(Exercise.PLACE, Difficulty.COMMON, group)):
            muscle = ATLAS.muscle_of(point.id)
            assert group in groups_of(ATLAS, muscle)
            assert muscle.frequency.level in {FrequencyLevel.VERY_COMMON, FrequencyLevel.COMMON}


def test_every_trigger_point_can_be_placed_and_only_skin_can_be_drawn() -> None:
    def ids(exercise: Exercise) -> set[str]:
        asked = Wanted(exercise, Difficulty.ALL)
        return {point.id for point in askable(ATLAS, BODY, ALIKE, asked)}

    everything = set(ATLAS.trigger_points)
    assert ids(Exercise.PLACE) == everything
    assert everything - ids(Exercise.RECOGNISE) == NOT_PAIN
    assert everything - ids(Exercise.DRAW) == NOT_PAIN


def test_look_alikes_offer_the_three_most_alike() -> None:
    asked = Wanted(Exercise.RECOGNISE, Difficulty.LOOK_ALIKES, count=20)
    for question in questions(ATLAS, BODY, ALIKE, asked, answers=(), seed=7):
        assert ALIKE.has_look_alike(question.trigger_point)
        own = ATLAS.muscle_of(question.trigger_point).id
        best = max(
            ALIKE.with_muscle(question.trigger_point, ATLAS.muscles[m])
            for m in question.choices
            if m != own
        )
        assert best >= 0.3


def test_what_is_missed_comes_up_more_often_than_what_is_known() -> None:
    missed, known = "infraspinatus_upper", "teres_minor_belly"
    answers = [an_answer(missed, right=False) for _ in range(10)]
    answers += [an_answer(known) for _ in range(10)]
    asked = Wanted(Exercise.RECOGNISE, Difficulty.ALL, "upper_back", 5)
    counts: Counter[str] = Counter()
    for seed in range(120):
        for question in questions(ATLAS, BODY, ALIKE, asked, answers=answers, seed=seed):
            counts[question.trigger_point] += 1
    assert counts[missed] > 3 * max(1, counts[known])


def test_answers_of_another_exercise_do_not_count() -> None:
    asked = Wanted(Exercise.PLACE, Difficulty.ALL)
    recognised = [an_answer(point, right=False) for point in list(ATLAS.trigger_points)[:40]]
    assert questions(ATLAS, BODY, ALIKE, asked, answers=recognised, seed=3) == questions(
        ATLAS, BODY, ALIKE, asked, answers=(), seed=3
    )


def test_a_round_of_chosen_trigger_points_asks_these() -> None:
    only = ("infraspinatus_upper", "soleus_tp1")
    asked = Wanted(Exercise.DRAW, Difficulty.ALL, count=2, only=only)
    drawn = questions(ATLAS, BODY, ALIKE, asked, answers=(), seed=1)
    assert {question.trigger_point for question in drawn} == set(only)
