"""Red flags and facts of the clinic pages: a broken copy for each rule, and the sentence."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import Breaker


@pytest.fixture
def broken(few: Path, body: Body, known_of_few: frozenset[str]) -> Breaker:
    return Breaker(few, body, but=known_of_few)


def test_an_unknown_advice_level_is_refused(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "advice_level: urgent", "advice_level: urgnt")
    line = broken.line("red_flags.yaml", "urgnt")
    assert problems == [
        (
            f"red_flags.yaml:{line}: 'advice_level' is 'urgnt'. Did you mean 'urgent'? "
            "Allowed are: emergency, urgent, see_clinician"
        )
    ]


def test_every_level_of_advice_says_what_to_do(broken: Breaker) -> None:
    problems = broken.replace(
        "red_flags.yaml", "  see_clinician: Book with a doctor or your therapist soon\n", ""
    )
    line = broken.line("red_flags.yaml", "advice_levels:")
    assert problems == [
        f"red_flags.yaml:{line}: 'advice_levels' does not explain 'see_clinician'; add it"
    ]


def test_no_emergency_number_is_written_down(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "Call your local emergency number", "Call 112")
    line = broken.line("red_flags.yaml", "Call 112")
    assert problems == [
        (
            f"red_flags.yaml:{line}: numbers of emergency services differ by country; "
            "say it without a number"
        )
    ]


def test_a_red_flag_stands_in_front_of_a_region_that_exists(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "regions: [head, neck]", "regions: [head, nek]")
    line = broken.line("red_flags.yaml", "nek]")
    assert problems == [
        (
            f"red_flags.yaml:{line}: there is no group or site 'nek' in regions.yaml. "
            "Did you mean 'neck'?"
        )
    ]


def test_any_region_stands_alone(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "regions: [any]", "regions: [any, neck]")
    line = broken.line("red_flags.yaml", "[any, neck]")
    assert problems == [f"red_flags.yaml:{line}: 'any' holds for every region; it stands alone"]


def test_a_region_stands_once_in_a_red_flag(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "regions: [head, neck]", "regions: [head, head]")
    line = broken.line("red_flags.yaml", "[head, head]")
    assert problems == [f"red_flags.yaml:{line}: the region 'head' stands twice; keep one"]


def test_a_cue_asks_questions_that_exist_and_no_other_cue_asks(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "asks: [severe_depression]", "asks: [sadness]")
    line = broken.line("red_flags.yaml", "asks: [sadness]")
    depressed = broken.line("red_flags.yaml", "- id: severe_depression")
    assert len(problems) == 2
    assert problems[0].startswith(f"red_flags.yaml:{depressed}: no cue asks 'severe_depression'")
    assert problems[1].startswith(f"red_flags.yaml:{line}: there is no red flag 'sadness'")


def test_a_question_stands_under_one_cue(broken: Breaker) -> None:
    problems = broken.replace(
        "red_flags.yaml", "asks: [severe_depression]", "asks: [severe_depression, dvt]"
    )
    line = broken.line("red_flags.yaml", "asks: [severe_depression, dvt]")
    assert problems == [f"red_flags.yaml:{line}: another cue asks 'dvt' already; keep one"]


def test_a_person_is_asked_one_thing_in_few_words(broken: Breaker) -> None:
    said = "one question of at most 15 words; shorten it"
    one = "'Do you limp?'"
    for wrong in (
        "'Do you limp? Or do you fall?'",
        "'You limp.'",
        "'Do you limp when you walk up or down the stairs or in the street today?'",
    ):
        problems = broken.replace("red_flags.yaml", one, wrong)
        line = broken.line("red_flags.yaml", wrong)
        assert problems == [f"red_flags.yaml:{line}: a person is asked {said}"]
        broken.replace("red_flags.yaml", wrong, one)
    fifteen = "'Do you limp when you walk up or down the stairs or in the street?'"
    assert broken.replace("red_flags.yaml", one, fifteen) == []


def test_a_sign_has_an_id_of_its_own(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "child_fever_limp_limp", "child_fever_limp_night")
    assert [problem.partition(": ")[2] for problem in problems] == [
        "the id 'child_fever_limp_night' is used already; ids are unique"
    ]


def test_a_red_flag_id_is_used_once(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "- id: polymyalgia", "- id: stroke")
    first, second = (broken.line("red_flags.yaml", "- id: stroke", n) for n in (1, 2))
    assert problems == [
        (
            f"red_flags.yaml:{second}: the red flag id 'stroke' is already used at "
            f"red_flags.yaml:{first}; ids are unique"
        )
    ]


def test_a_red_flag_without_sources_is_refused(broken: Breaker) -> None:
    problems = broken.replace("red_flags.yaml", "    sources: [rushton_2023]\n", "")
    line = broken.line("red_flags.yaml", "- id: cervical_artery")
    assert problems == [
        (
            f"red_flags.yaml:{line}: the field 'sources' is missing: "
            "every statement names at least one source"
        )
    ]


def test_a_fact_is_shown_on_a_page_that_exists(broken: Breaker) -> None:
    problems = broken.replace("facts.yaml", "[learn_causes]", "[learn_cause]")
    line = broken.line("facts.yaml", "[learn_cause]")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"facts.yaml:{line}: there is no page 'learn_cause'. Did you mean 'learn_causes'? Allowed"
    )


def test_a_fact_is_shown_at_a_treatment_that_exists(broken: Breaker) -> None:
    problems = broken.replace(
        "facts.yaml", "'treatment:hydrostatic_ims'", "'treatment:hydrostatic_im'"
    )
    line = broken.line("facts.yaml", "hydrostatic_im'")
    assert problems == [
        (
            f"facts.yaml:{line}: there is no treatment 'hydrostatic_im' in treatments/. "
            "Did you mean 'hydrostatic_ims'?"
        )
    ]


def test_a_fact_comes_from_a_clinic_page(broken: Breaker) -> None:
    problems = broken.replace("facts.yaml", "source: clinic_hydrostatic_ims", "source: frost_1980")
    line = broken.line("facts.yaml", "frost_1980")
    assert problems == [
        f"facts.yaml:{line}: 'frost_1980' is of the kind 'rct', but must be a clinic page"
    ]


def test_what_a_fact_is_compared_with_must_exist(broken: Breaker) -> None:
    problems = broken.replace(
        "facts.yaml", "compare_with: [aafp_2023]", "compare_with: [aafp_2032]"
    )
    line = broken.line("facts.yaml", "aafp_2032")
    assert problems == [
        (
            f"facts.yaml:{line}: there is no source 'aafp_2032' in sources.yaml. "
            "Did you mean 'aafp_2023'?"
        )
    ]


def test_every_kind_of_fact_is_explained(broken: Breaker) -> None:
    problems = broken.replace("facts.yaml", "  opinion: an opinion of its author\n", "")
    line = broken.line("facts.yaml", "kinds:")
    assert problems == [f"facts.yaml:{line}: 'kinds' does not explain 'opinion'; add it"]
