"""The Mark page's way from step to step, and the words in which pain is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.read_back import NamedPlace
from bodymap.body import Laterality
from bodymap.records import PainIntensity, PainMark, PainQuality, PainSince, PainTiming
from bodymap.ui.mark import severity
from bodymap.ui.mark.steps import COUNTED, TITLES, Step, after, before, reachable, step_of
from bodymap.wording import words_in
from bodymap.wording.pain import (
    answers_in_words,
    folded_in_words,
    places_in_words,
    sides_in_words,
)
from tests.analysis.practice.books import ATLAS
from tests.records.builders import a_drawing


def test_every_step_has_a_title_and_all_but_the_end_are_counted() -> None:
    assert set(TITLES) == set(Step)
    assert len(Step) - 1 == COUNTED


def test_the_way_on_and_back_is_the_same_way() -> None:
    for step in list(Step)[:-1]:
        assert before(after(step)) is step
    assert after(Step.DONE) is Step.DONE
    assert before(Step.DRAW) is Step.DRAW


@given(st.text())
def test_an_address_that_names_no_step_begins_at_the_first(text: str) -> None:
    assert step_of(text) is (Step(text) if text in set(Step) else Step.DRAW)


@pytest.mark.parametrize("step", Step)
def test_nothing_is_described_before_something_is_marked(step: Step) -> None:
    assert reachable(step, marked=False, no_pain=False, is_open=True) is Step.DRAW


@pytest.mark.parametrize("step", Step)
def test_a_finished_drawing_shows_its_end_whatever_the_address_asks(step: Step) -> None:
    assert reachable(step, marked=True, no_pain=False, is_open=False) is Step.DONE


@pytest.mark.parametrize("step", Step)
def test_the_end_is_not_shown_before_it_is_finished(step: Step) -> None:
    assert reachable(step, marked=True, no_pain=False, is_open=True) is not Step.DONE
    assert reachable(step, marked=False, no_pain=True, is_open=True) in {Step.DRAW, Step.READ_BACK}


def test_places_are_said_with_their_sides_and_the_rest_is_counted() -> None:
    places = (
        NamedPlace("Front of the shoulder", Laterality.RIGHT, 0.6),
        NamedPlace("Over the spine", Laterality.MIDLINE, 0.3),
        NamedPlace("Knee", Laterality.BILATERAL, 0.1),
    )
    assert (
        places_in_words(places) == "Front of the shoulder, right; Over the spine; Knee, both sides"
    )
    assert (
        places_in_words(places, 2) == "Front of the shoulder, right; Over the spine; 1 more place"
    )
    assert sides_in_words(places) == (
        ("Your right", "front of the shoulder"),
        ("In the middle", "over the spine"),
        ("Both sides", "knee"),
    )


def test_parts_of_one_thing_are_read_back_in_one_breath_and_no_place_is_left_out() -> None:
    right = Laterality.RIGHT
    labels = ("Front of the knee", "Calf", "Back of the knee", "Heel", "Big toe")
    places = tuple(NamedPlace(label, right, 0.2) for label in labels)
    assert sides_in_words(places) == (
        ("Your right", "front and back of the knee; calf; heel; big toe"),
    )


def test_what_stands_behind_a_fold_is_counted() -> None:
    place = NamedPlace("Calf", Laterality.LEFT, 0.1)
    assert folded_in_words((place,), ()) == "1 more place"
    assert folded_in_words((place,) * 12, (place,) * 3) == "12 more places, 3 only at the edge"
    assert folded_in_words((), (place,)) == "Edge: 1 place"


def test_what_was_rubbed_out_is_said_to_be_gone() -> None:
    assert places_in_words(()) == "nothing marked"
    assert sides_in_words(()) == ()


def test_answers_are_said_in_the_order_they_were_asked_and_silence_is_left_out() -> None:
    mark = PainMark(id="mark-0001", drawing=a_drawing())
    assert answers_in_words(mark) == ""
    told = mark.changed(
        intensity=PainIntensity(nrs=6),
        qualities=(PainQuality.OTHER, PainQuality.ACHING),
        other_quality="like a vice",
        timing=(PainTiming.AT_NIGHT,),
        since=PainSince.UNDER_A_WEEK,
    )
    assert answers_in_words(told) == (
        "6 of 10, aching, like a vice, at night, for less than a week"
    )
    assert answers_in_words(mark.changed(since=PainSince.TODAY)) == "since today"


def test_every_question_of_the_severity_scale_is_asked_in_plain_words() -> None:
    scale = ATLAS.acr_2016.symptom_severity_scale
    assert list(severity.WEEK) == [sign.id for sign in scale.past_week]
    assert list(severity.MONTHS) == [sign.id for sign in scale.past_six_months]
    assert list(severity.LEVELS) == list(range(len(scale.past_week_levels)))
    say = words_in()
    asked = [say(f"mark-week-of.{symptom}") for symptom in severity.WEEK]
    asked += [say(f"mark-level.level_{level}") for level in severity.LEVELS]
    asked += [say(f"mark-months-of.{symptom}") for symptom in severity.MONTHS]
    assert all(len(words.split()) <= 7 for words in asked)
