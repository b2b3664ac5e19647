"""Claims about treatments and facts they restate: a broken copy for each rule, and the sentence."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import Breaker

NEEDLING = "treatments/dry_needling_ims.yaml"
HYDROSTATIC = "treatments/hydrostatic_ims.yaml"


@pytest.fixture
def broken(few: Path, body: Body, known_of_few: frozenset[str]) -> Breaker:
    return Breaker(few, body, but=known_of_few)


def test_a_misspelt_field_of_a_claim_is_refused(broken: Breaker) -> None:
    problems = broken.replace(NEEDLING, "    certainty: low\n", "    certanty: low\n")
    line = broken.line(NEEDLING, "certanty")
    assert len(problems) == 2
    assert problems[0].endswith("the field 'certainty' is missing")
    assert problems[1].startswith(
        f"{NEEDLING}:{line}: unknown field 'certanty'. Did you mean 'certainty'? Fields here are: "
        "id, field, text, kind, source, certainty, attribution,"
    )


def test_a_claim_without_source_is_refused(broken: Breaker) -> None:
    problems = broken.replace(HYDROSTATIC, "    source: clinic_hydrostatic_ims\n", "")
    line = broken.line(HYDROSTATIC, "- id: hydrostatic_ims_01")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: the field 'source' is missing: "
            "every statement names at least one source"
        )
    ]


def test_a_claim_about_something_unknown_is_refused(broken: Breaker) -> None:
    problems = broken.replace(HYDROSTATIC, "field: mechanism", "field: mechanic")
    line = broken.line(HYDROSTATIC, "mechanic")
    assert problems[0].startswith(
        f"{HYDROSTATIC}:{line}: 'field' is 'mechanic'. Did you mean 'mechanism'? Allowed are: name,"
    )


def test_a_source_of_a_claim_that_is_not_there_is_refused(broken: Breaker) -> None:
    problems = broken.replace(HYDROSTATIC, "source: frost_1980", "source: frost_1908")
    line = broken.line(HYDROSTATIC, "frost_1908")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: there is no source 'frost_1908' in sources.yaml. "
            "Did you mean 'frost_1980'?"
        )
    ]


def test_the_file_of_a_treatment_has_the_name_of_its_id(broken: Breaker) -> None:
    problems = broken.replace(HYDROSTATIC, "id: hydrostatic_ims\n", "id: hydro_ims\n")
    assert problems == [
        (
            f"{HYDROSTATIC}:2: the id is 'hydro_ims', "
            "so this file must be named treatments/hydro_ims.yaml"
        )
    ]


def test_only_yaml_files_belong_to_the_treatments(broken: Breaker) -> None:
    (broken.folder / "treatments" / "notes.txt").write_text("x", encoding="utf-8")
    assert broken.problems() == [
        "treatments/notes.txt:1: only files that end in .yaml belong here; rename it or take it out"
    ]


def test_a_claim_id_is_used_once(broken: Breaker) -> None:
    problems = broken.replace(NEEDLING, "- id: dry_needling_ims_01", "- id: hydrostatic_ims_01")
    first = broken.line(NEEDLING, "hydrostatic_ims_01")
    line = broken.line(HYDROSTATIC, "- id: hydrostatic_ims_01")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: the claim id 'hydrostatic_ims_01' is already used at "
            f"{NEEDLING}:{first}; ids are unique"
        )
    ]


def test_a_group_a_treatment_is_described_for_must_exist(broken: Breaker) -> None:
    problems = broken.replace(HYDROSTATIC, "[neck, upper_back", "[neck, upper_bak")
    line = broken.line(HYDROSTATIC, "upper_bak")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: there is no group 'upper_bak' in regions.yaml. "
            "Did you mean 'upper_back'?"
        )
    ]


def test_what_a_claim_applies_to_must_exist(broken: Breaker) -> None:
    file = "treatments/acupuncture.yaml"
    problems = broken.replace(file, "applies_to: lower_back", "applies_to: lowerback")
    line = broken.line(file, "lowerback")
    assert problems == [
        (
            f"{file}:{line}: there is no group or site 'lowerback' in regions.yaml. "
            "Did you mean 'lower_back'?"
        )
    ]


def test_the_treatment_a_claim_points_to_must_exist(broken: Breaker) -> None:
    file = "treatments/intramuscular_trp_release.yaml"
    problems = broken.replace(file, "see: dry_needling_ims", "see: dry_needling")
    line = broken.line(file, "see: dry_needling")
    assert problems == [
        (
            f"{file}:{line}: there is no treatment 'dry_needling' in treatments/. "
            "Did you mean 'dry_needling_ims'?"
        )
    ]


def test_the_fact_a_claim_restates_must_exist(broken: Breaker) -> None:
    problems = broken.replace(HYDROSTATIC, "fact_ids: [f0_08]", "fact_ids: [f0_80]")
    line = broken.line(HYDROSTATIC, "f0_80")
    unread = broken.line("facts.yaml", "- id: f0_08") + 3
    assert problems[0] == (
        f"facts.yaml:{unread}: no claim of 'hydrostatic_ims' restates the fact 'f0_08', so it "
        "cannot be read there; add it to 'fact_ids' of a claim"
    )
    assert len(problems) == 2
    assert problems[1].startswith(
        f"{HYDROSTATIC}:{line}: there is no fact 'f0_80' in facts.yaml. Did you mean 'f0_"
    )


def test_the_correction_a_claim_names_must_exist(broken: Breaker) -> None:
    problems = broken.replace(NEEDLING, "correction: substance_p", "correction: substance_q")
    line = broken.line(NEEDLING, "substance_q")
    assert problems == [
        (
            f"{NEEDLING}:{line}: there is no correction 'substance_q' in claims.yaml. "
            "Did you mean 'substance_p'?"
        )
    ]


def test_a_claim_that_is_set_right_somewhere_must_say_so(broken: Breaker) -> None:
    problems = broken.replace(NEEDLING, "    correction: substance_p\n", "")
    line = broken.line(NEEDLING, "fact_ids: [f2_14]")
    assert problems == [
        (
            f"{NEEDLING}:{line}: the fact 'f2_14' is set right in claims.yaml; "
            "add 'correction: substance_p'"
        )
    ]


def test_an_opinion_must_say_whose_it_is(broken: Breaker) -> None:
    problems = broken.replace(
        HYDROSTATIC, "    attribution: Clinic author, first-person opinion\n", ""
    )
    line = broken.line(HYDROSTATIC, "kind: opinion", 2)
    assert problems == [f"{HYDROSTATIC}:{line}: an opinion must say whose it is; add 'attribution'"]


def test_a_clinic_page_is_never_given_as_evidence(broken: Breaker) -> None:
    problems = broken.replace(
        HYDROSTATIC, "kind: clinic_claim\n    source", "kind: rct\n    source"
    )
    line = broken.line(HYDROSTATIC, "kind: rct")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: 'clinic_hydrostatic_ims' is a clinic page, so 'kind' must be "
            "'clinic_claim' or 'opinion', not 'rct': a clinic's page is never given as evidence"
        )
    ]


def test_a_clinics_claim_must_name_the_clinics_page(broken: Breaker) -> None:
    problems = broken.replace(
        HYDROSTATIC,
        "kind: rct\n    source: frost_1980",
        "kind: clinic_claim\n    source: frost_1980",
    )
    line = broken.line(HYDROSTATIC, "source: frost_1980")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: a clinic's claim must name the clinic's page, but 'frost_1980' "
            "is of the kind 'rct'"
        )
    ]


def test_pages_that_describe_a_treatment_are_clinic_pages(broken: Breaker) -> None:
    problems = broken.replace(
        HYDROSTATIC,
        "from_clinic_pages: [clinic_hydrostatic_ims]",
        "from_clinic_pages: [frost_1980]",
    )
    line = broken.line(HYDROSTATIC, "from_clinic_pages")
    assert problems == [
        f"{HYDROSTATIC}:{line}: 'frost_1980' is of the kind 'rct', but must be a clinic page"
    ]


def test_every_kind_of_claim_in_use_is_explained(broken: Breaker) -> None:
    problems = broken.replace("claims.yaml", "  rct: randomised or controlled trial\n", "")
    line = broken.line("claims.yaml", "kinds:")
    assert problems == [f"claims.yaml:{line}: 'kinds' does not explain 'rct'; add it"]


def test_a_correction_must_name_a_fact_that_is_there(broken: Breaker) -> None:
    problems = broken.replace("claims.yaml", "fact_id: f2_14", "fact_id: f2_41")
    line = broken.line("claims.yaml", "f2_41")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"claims.yaml:{line}: there is no fact 'f2_41' in facts.yaml. Did you mean 'f2_"
    )
