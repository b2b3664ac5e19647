"""Questions for safety as a person is asked them: few at once, one thing each, only what fits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.red_flag_questions import questions_for
from bodymap.analysis.safety_steps import (
    CUE,
    MOST_AT_ONCE,
    SafetyQuestions,
    Whom,
    open_steps,
    said_yes,
    whom,
)
from bodymap.atlas import AdviceLevel
from bodymap.wording import words_in
from bodymap.wording.safety import asked_in_words
from tests import shipped

ATLAS = shipped.atlas()
places = st.sampled_from(sorted(ATLAS.regions))
people = st.sampled_from(
    [
        Whom(),
        Whom("male"),
        Whom("female", 70, 71),
        whom("child", year=2026),
        whom("neutral", sex="FEMALE", born=1986, year=2026),
        whom("neutral", sex="OTHER", born=2015, year=2026),
    ]
)
answers = st.dictionaries(st.sampled_from([CUE + cue for cue in ATLAS.cues]), st.booleans())


def asked_of(place: str, person: Whom, given_so_far: dict[str, bool]) -> dict[str, str]:
    """All that is asked, words by id."""
    questions = SafetyQuestions(questions_for(ATLAS, place), ATLAS, person)
    return {
        a.id: asked_in_words(a, words_in())
        for step in questions.steps(given_so_far)
        for a in step.asks
    }


ALL_YES = {CUE + cue: True for cue in ATLAS.cues}


@given(places, people, answers)
def test_at_most_five_things_are_asked_at_once_each_once_in_at_most_fifteen_words(
    place: str, person: Whom, told: dict[str, bool]
) -> None:
    steps = SafetyQuestions(questions_for(ATLAS, place), ATLAS, person).steps(told)
    asks = [ask for step in steps for ask in step.asks]
    assert all(1 <= len(step.asks) <= MOST_AT_ONCE for step in steps)
    assert len({ask.id for ask in asks}) == len(asks)
    for ask in asks:
        words = asked_in_words(ask, words_in())
        assert len(words.split()) <= 15, ask
        assert re.fullmatch(r"[A-Z][^?{}]*\?", words), ask


@given(places, people)
def test_one_no_never_answers_more_than_its_step(place: str, person: Whom) -> None:
    questions = SafetyQuestions(questions_for(ATLAS, place), ATLAS, person)
    steps = questions.steps({})
    told: dict[str, bool] = {}
    for number, step in enumerate(steps, start=1):
        before = len(told)
        told = questions.answered(step, (), told)
        assert len(told) - before == len(step.asks) <= MOST_AT_ONCE
        assert len(open_steps(questions.steps(told), told)) == len(steps) - number


@given(places, people)
def test_every_pressing_question_that_fits_can_be_reached(place: str, person: Whom) -> None:
    questions = questions_for(ATLAS, place)
    reached = asked_of(place, person, ALL_YES)
    for question in questions:
        flag = question.flag
        concerns = flag.sex in {None, person.sex} or person.sex is None
        if flag.advice_level is not AdviceLevel.SEE_CLINICIAN and concerns:
            known = not flag.child or person.is_child
            old = max(flag.from_age or 0, 0) <= person.oldest
            young = (flag.to_age or 130) >= person.youngest
            signs = [s for s in flag.asked if (s.from_age or 0) <= person.oldest]
            if known and old and young:
                assert {sign.id for sign in signs} <= set(reached), flag.id


@pytest.mark.parametrize(
    ("person", "never", "asked"),
    [
        (
            Whom("male"),
            {"pregnancy", "ovarian_torsion", "ectopic"},
            {"testicular_torsion", "priapism"},
        ),
        (Whom("female"), {"testicular_torsion", "priapism"}, {"ovarian_torsion", "ectopic_pain"}),
        (Whom(), set(), {"testicular_torsion", "priapism", "ovarian_torsion", "ectopic_pain"}),
        (Whom("female", 70, 71), {"ectopic", "cue_pregnancy"}, {"pelvic_new_over_50_pain"}),
        (Whom("female", 39, 40), {"pelvic_new_over_50"}, {"ectopic_pain"}),
    ],
)
def test_nobody_is_asked_what_cannot_concern_them(
    person: Whom, never: set[str], asked: set[str]
) -> None:
    told = asked_of("pelvis", person, ALL_YES)
    assert [ask for ask in told if any(name in ask for name in never)] == []
    assert asked <= set(told)


def test_a_child_is_asked_about_the_hip_and_nobody_else_is() -> None:
    child = asked_of("knee_front", whom("child", year=2026), ALL_YES)
    grown = asked_of("knee_front", Whom(), ALL_YES)
    assert child["slipped_hip_limp"] == "Do you limp with pain in the hip, groin, thigh or knee?"
    assert [ask for ask in grown if ask.startswith(("slipped_hip", "child_"))] == []


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Whom(), "Do you have a new headache, and are you over 50?"),
        (Whom("male", 49, 50), "Do you have a new headache, and are you over 50?"),
        (Whom("male", 50, 51), "Do you have a new headache?"),
        (Whom("male", 48, 49), None),
    ],
)
def test_the_age_is_asked_for_only_where_it_is_not_known(person: Whom, words: str | None) -> None:
    told = asked_of("head", person, ALL_YES)
    assert told.get("giant_cell_arteritis_headache") == words


@pytest.mark.parametrize(
    ("place", "limb"), [("calf", "leg"), ("thumb", "arm"), ("lower_back", "arm or leg")]
)
def test_the_limb_is_the_one_that_hurts(place: str, limb: str) -> None:
    told = asked_of(place, Whom(), ALL_YES)
    weaker = "foot_drop_weaker"
    if weaker in told:
        assert told[weaker] == f"Is your {limb} getting weaker day by day?"
    if place != "lower_back":
        assert told["cold_limb_cold"].startswith(f"Is your {limb} suddenly cold")


def test_a_yes_leads_to_its_questions_and_taking_it_back_takes_them_along() -> None:
    questions = SafetyQuestions(questions_for(ATLAS, "lower_back"), ATLAS)
    first = questions.steps({})[0]
    told = questions.answered(first, {"cue_toilet"}, {})
    (*_, saddle) = [s for s in questions.steps(told) if s.about and "between" in s.asks[0].id]
    told = questions.answered(saddle, {"cauda_equina_saddle_between"}, told)

    assert [flag.id for flag in said_yes(told, ATLAS)] == ["cauda_equina_saddle"]
    assert told["cauda_equina_saddle"]
    again = questions.answered(first, (), told)
    assert said_yes(again, ATLAS) == ()
    assert not any(name.startswith("cauda_equina") for name in again)


def test_the_gravest_of_the_place_is_asked_first_and_self_harm_last() -> None:
    steps = SafetyQuestions(questions_for(ATLAS, "lower_back"), ATLAS).steps({})
    assert steps[0].asks[0].id == "cue_weak"
    assert steps[-1].asks[-1].id == "cue_despair"
    calf = SafetyQuestions(questions_for(ATLAS, "calf"), ATLAS).steps({})
    assert "cue_swollen" in {ask.id for ask in calf[0].asks}


@pytest.mark.parametrize(
    ("figure", "sex", "born", "expected"),
    [
        ("female", None, None, Whom("female")),
        ("female", "MALE", None, Whom("male")),
        ("male", "OTHER", None, Whom(None)),
        ("neutral", None, 1986, Whom(None, 39, 40)),
        ("child", None, None, Whom(None, 0, 17)),
        ("child", "FEMALE", 1950, Whom("female", 75, 76)),
    ],
)
def test_the_record_counts_before_the_figure(
    figure: str, sex: str | None, born: int | None, expected: Whom
) -> None:
    assert whom(figure, sex=sex, born=born, year=2026) == expected
