"""Which red-flag questions are asked for a place, and in which order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis import RedFlagQuestion, questions_for, questions_for_region
from bodymap.analysis.red_flag_questions import by_advice, cues_for
from bodymap.atlas import AdviceLevel, Catalogue, RedFlag
from bodymap.atlas.red_flags import ANYWHERE
from bodymap.errors import UnknownEntry, UnknownRegion
from tests import shipped

ATLAS = shipped.atlas()
places = st.sampled_from(sorted(ATLAS.regions))


def ids(questions: tuple[RedFlagQuestion, ...]) -> list[str]:
    return [question.flag.id for question in questions]


def first_of_each_level(*asked_about: str) -> dict[str, list[str]]:
    """The first three questions of each advice level."""
    questions = questions_for(ATLAS, *asked_about)
    return {
        level.value: [q.flag.id for q in questions if q.flag.advice_level is level][:3]
        for level in AdviceLevel
    }


def test_the_lower_back_is_asked_about_its_own_dangers_first() -> None:
    assert first_of_each_level("lower_back") == {
        "emergency": ["cauda_equina_saddle", "cauda_equina_bladder", "cauda_equina_bowel"],
        "urgent": ["foot_drop", "kidney", "spinal_fracture_osteoporosis"],
        "see_clinician": ["inflammatory_back", "spinal_infection_risk", "pain_never_eases"],
    }


@pytest.mark.parametrize(
    ("place", "first"),
    [
        ("chest", ["cardiac_chest_pain", "aortic_dissection", "pulmonary_embolism"]),
        ("head", ["thunderclap_headache", "meningitis", "head_injury"]),
        ("neck", ["neck_injury_weakness", "cervical_artery", "thunderclap_headache"]),
        ("leg", ["cold_limb", "compartment", "pulmonary_embolism"]),
        ("calf", ["dvt", "cold_limb", "compartment"]),
        ("pelvis", ["cauda_equina_saddle", "cauda_equina_bladder", "cauda_equina_bowel"]),
        ("coccyx", ["cauda_equina_saddle", "cauda_equina_bladder", "cauda_equina_bowel"]),
        ("perineum", ["cauda_equina_saddle", "cauda_equina_bladder", "cauda_equina_bowel"]),
        ("knee_front", ["septic_joint", "cold_limb", "compartment"]),
        ("shoulder", ["cardiac_chest_pain", "pneumothorax_after_needling", "belly_injury"]),
        ("testicle_scrotum", ["testicular_torsion", "cauda_equina_saddle", "cauda_equina_bladder"]),
    ],
)
def test_what_threatens_a_place_most_is_asked_first(place: str, first: list[str]) -> None:
    assert ids(questions_for(ATLAS, place))[:3] == first


def test_a_question_about_the_site_comes_before_those_about_its_group() -> None:
    urgent = [
        (question.flag.id, question.because)
        for question in questions_for(ATLAS, "flank")
        if question.flag.advice_level is AdviceLevel.URGENT
    ][:3]
    assert urgent == [("kidney", "flank"), ("shingles", "abdomen"), ("bleeding", "abdomen")]


def test_a_site_two_steps_inside_a_group_is_asked_that_groups_questions() -> None:
    because = {q.flag.id: q.because for q in questions_for(ATLAS, "calf")}
    assert (because["dvt"], because["cold_limb"]) == ("calf", "leg")
    assert "thunderclap_headache" not in because


def test_a_group_is_asked_about_its_parts_after_itself() -> None:
    emergencies = [
        (question.flag.id, question.because)
        for question in questions_for(ATLAS, "leg")
        if question.flag.advice_level is AdviceLevel.EMERGENCY
    ]
    part = emergencies.index(("hernia_stuck", "thigh_inner"))
    assert {because for _, because in emergencies[:part]} == {"leg"}
    assert {because for _, because in emergencies[part + 1 :]} == {None}


def test_without_a_place_only_the_questions_for_every_place_are_asked() -> None:
    everywhere = [flag.id for flag in ATLAS.red_flags.values() if ANYWHERE in flag.regions]
    asked = questions_for(ATLAS)
    assert sorted(ids(asked)) == sorted(everywhere)
    assert {question.because for question in asked} == {None}


def test_each_question_says_what_a_yes_asks_for() -> None:
    assert {(q.flag.advice_level.value, q.advice) for q in questions_for(ATLAS, "neck")} == {
        ("emergency", "Call your local emergency number or go to an emergency department now"),
        ("urgent", "Be seen the same day or within a day"),
        ("see_clinician", "Book with a doctor or your therapist soon"),
    }


def test_equals_keep_the_order_of_the_file() -> None:
    flags = [flag for flag in ATLAS.red_flags.values() if flag.regions == (ANYWHERE,)]
    turned = replace(ATLAS, red_flags=Catalogue("red flag", flags[::-1]))
    emergencies = [flag.id for flag in flags if flag.advice_level is AdviceLevel.EMERGENCY]
    assert ids(questions_for(turned))[: len(emergencies)] == emergencies[::-1]


@given(place=places)
def test_what_is_asked_of_every_place_comes_last_and_each_question_once(place: str) -> None:
    questions = questions_for(ATLAS, place)
    everywhere = [question.because is None for question in questions]
    assert everywhere == sorted(everywhere)
    assert len(set(ids(questions))) == len(questions)
    for because in {question.because for question in questions}:
        of_it = [q.flag.advice_level for q in questions if q.because == because]
        assert of_it == sorted(of_it, key=list(AdviceLevel).index)


@given(place=places)
def test_by_advice_puts_the_most_pressing_first_and_keeps_the_order_of_equals(place: str) -> None:
    questions = questions_for(ATLAS, place)
    told = by_advice(questions)
    assert set(told) == set(questions)
    for level in AdviceLevel:
        assert [q for q in told if q.flag.advice_level is level] == [
            q for q in questions if q.flag.advice_level is level
        ]
    ranks = [list(AdviceLevel).index(question.flag.advice_level) for question in told]
    assert ranks == sorted(ranks)


@given(place=places)
def test_no_question_that_names_a_place_or_its_surroundings_is_left_out(place: str) -> None:
    around = {place, ATLAS.group_of(place).id, ANYWHERE}
    wanted = {flag.id for flag in ATLAS.red_flags.values() if around & set(flag.regions)}
    assert wanted <= set(ids(questions_for(ATLAS, place)))


@given(place=places)
def test_the_group_is_asked_whatever_its_sites_are_asked(place: str) -> None:
    group = ATLAS.group_of(place).id
    assert set(ids(questions_for(ATLAS, place))) <= set(ids(questions_for(ATLAS, group)))


@given(first=places, second=places)
def test_two_places_are_asked_the_questions_of_both_once(first: str, second: str) -> None:
    both = questions_for(ATLAS, first, second)
    assert set(ids(both)) == {
        *ids(questions_for(ATLAS, first)),
        *ids(questions_for(ATLAS, second)),
    }
    assert len(set(ids(both))) == len(both)
    assert both == questions_for(ATLAS, second, first)


@given(place=places)
def test_what_a_question_is_asked_because_of_stands_in_it(place: str) -> None:
    def stands_in(question: RedFlagQuestion, flag: RedFlag) -> bool:
        return (question.because or ANYWHERE) in flag.regions

    assert all(stands_in(q, q.flag) for q in questions_for(ATLAS, place))


def test_every_red_flag_is_asked_somewhere() -> None:
    asked = {id_ for place in ATLAS.groups for id_ in ids(questions_for(ATLAS, place))}
    assert asked == set(ATLAS.red_flags)


def test_a_region_of_the_figure_is_asked_about_the_sites_it_is_part_of() -> None:
    body = shipped.body()
    assert questions_for_region(ATLAS, body, "calf.left") == questions_for(ATLAS, "calf")
    for region in body.regions:
        assert len(questions_for_region(ATLAS, body, region)) > len(questions_for(ATLAS))


def test_an_unknown_place_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UnknownEntry, match="Did you mean 'lower_back'"):
        questions_for(ATLAS, "lowerback")
    with pytest.raises(UnknownRegion, match="calf"):
        questions_for_region(ATLAS, shipped.body(), "calf.lft")


@given(st.sets(places, min_size=1, max_size=3))
def test_every_pressing_question_of_a_place_can_be_reached_by_a_cue(asked_about: set[str]) -> None:
    questions = questions_for(ATLAS, *sorted(asked_about))
    cues = cues_for(questions, ATLAS)
    reached = {question.flag.id for cue in cues for question in cue.questions}
    pressing = {
        question.flag.id
        for question in questions
        if question.flag.advice_level is not AdviceLevel.SEE_CLINICIAN
    }
    assert pressing <= reached <= set(ids(questions))
    assert all(pressing & set(cue.cue.asks) for cue in cues)


def test_the_bladder_is_asked_about_with_the_back_and_not_with_the_thumb() -> None:
    def asked(place: str) -> set[str]:
        return {cue.cue.id for cue in cues_for(questions_for(ATLAS, place), ATLAS)}

    assert "toilet" in asked("lower_back")
    assert asked("thumb").isdisjoint({"toilet", "belly", "head", "chest"})
