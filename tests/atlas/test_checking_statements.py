"""Broken copies of treatments, red flags, facts and codings, and the sentence for each."""

from pathlib import Path

import pytest

from bodymap.atlas.checking import check
from bodymap.body import Body

NEEDLING = "treatments/dry_needling_ims.yaml"
HYDROSTATIC = "treatments/hydrostatic_ims.yaml"


class Small:
    """An atlas folder with all but the muscles, one text of which is broken at a time."""

    def __init__(self, folder: Path, body: Body) -> None:
        self.folder, self.body = folder, body
        self.before = set(self.all_problems())

    def all_problems(self) -> list[str]:
        return [str(problem) for problem in check(self.folder, body=self.body)]

    def problems(self) -> list[str]:
        """What is wrong beyond the muscles that are not there."""
        return [problem for problem in self.all_problems() if problem not in self.before]

    def replace(self, file: str, old: str, new: str) -> list[str]:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}; the test no longer breaks anything"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self.problems()

    def line(self, file: str, text: str, occurrence: int = 1) -> int:
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return [number for number, line in enumerate(lines, 1) if text in line][occurrence - 1]


@pytest.fixture
def broken(copy: Path, body: Body) -> Small:
    for path in (copy / "muscles").glob("*.yaml"):
        if path.stem != "masseter":  # one is enough, and quicker
            path.unlink()
    return Small(copy, body)


def test_a_misspelt_field_of_a_claim_is_refused(broken: Small) -> None:
    problems = broken.replace(NEEDLING, "    certainty: low\n", "    certanty: low\n")
    line = broken.line(NEEDLING, "certanty")
    assert len(problems) == 2
    assert problems[0].endswith("the field 'certainty' is missing")
    assert problems[1].startswith(
        f"{NEEDLING}:{line}: unknown field 'certanty'. Did you mean 'certainty'? Fields here are: "
        "id, field, text, kind, source, certainty, attribution,"
    )


def test_a_claim_without_source_is_refused(broken: Small) -> None:
    problems = broken.replace(HYDROSTATIC, "    source: clinic_hydrostatic_ims\n", "")
    line = broken.line(HYDROSTATIC, "- id: hydrostatic_ims_01")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: the field 'source' is missing: "
            "every statement names at least one source"
        )
    ]


def test_a_claim_about_something_unknown_is_refused(broken: Small) -> None:
    problems = broken.replace(HYDROSTATIC, "field: mechanism", "field: mechanic")
    line = broken.line(HYDROSTATIC, "mechanic")
    assert problems[0].startswith(
        f"{HYDROSTATIC}:{line}: 'field' is 'mechanic'. Did you mean 'mechanism'? Allowed are: name,"
    )


def test_a_source_of_a_claim_that_is_not_there_is_refused(broken: Small) -> None:
    problems = broken.replace(HYDROSTATIC, "source: frost_1980", "source: frost_1908")
    line = broken.line(HYDROSTATIC, "frost_1908")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: there is no source 'frost_1908' in sources.yaml. "
            "Did you mean 'frost_1980'?"
        )
    ]


def test_the_file_of_a_treatment_has_the_name_of_its_id(broken: Small) -> None:
    problems = broken.replace(HYDROSTATIC, "id: hydrostatic_ims\n", "id: hydro_ims\n")
    assert problems == [
        (
            f"{HYDROSTATIC}:2: the id is 'hydro_ims', "
            "so this file must be named treatments/hydro_ims.yaml"
        )
    ]


def test_only_yaml_files_belong_to_the_treatments(broken: Small) -> None:
    (broken.folder / "treatments" / "notes.txt").write_text("x", encoding="utf-8")
    assert broken.problems() == [
        "treatments/notes.txt:1: only files that end in .yaml belong here; rename it or take it out"
    ]


def test_a_claim_id_is_used_once(broken: Small) -> None:
    problems = broken.replace(NEEDLING, "- id: dry_needling_ims_01", "- id: hydrostatic_ims_01")
    first = broken.line(NEEDLING, "hydrostatic_ims_01")
    line = broken.line(HYDROSTATIC, "- id: hydrostatic_ims_01")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: the claim id 'hydrostatic_ims_01' is already used at "
            f"{NEEDLING}:{first}; ids are unique"
        )
    ]


def test_a_group_a_treatment_is_described_for_must_exist(broken: Small) -> None:
    problems = broken.replace(HYDROSTATIC, "[neck, upper_back", "[neck, upper_bak")
    line = broken.line(HYDROSTATIC, "upper_bak")
    assert problems == [
        (
            f"{HYDROSTATIC}:{line}: there is no group 'upper_bak' in regions.yaml. "
            "Did you mean 'upper_back'?"
        )
    ]


def test_what_a_claim_applies_to_must_exist(broken: Small) -> None:
    file = "treatments/acupuncture.yaml"
    problems = broken.replace(file, "applies_to: lower_back", "applies_to: lowerback")
    line = broken.line(file, "lowerback")
    assert problems == [
        (
            f"{file}:{line}: there is no group or site 'lowerback' in regions.yaml. "
            "Did you mean 'lower_back'?"
        )
    ]


def test_the_treatment_a_claim_points_to_must_exist(broken: Small) -> None:
    file = "treatments/intramuscular_trp_release.yaml"
    problems = broken.replace(file, "see: dry_needling_ims", "see: dry_needling")
    line = broken.line(file, "see: dry_needling")
    assert problems == [
        (
            f"{file}:{line}: there is no treatment 'dry_needling' in treatments/. "
            "Did you mean 'dry_needling_ims'?"
        )
    ]


def test_the_fact_a_claim_restates_must_exist(broken: Small) -> None:
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


def test_the_correction_a_claim_names_must_exist(broken: Small) -> None:
    problems = broken.replace(NEEDLING, "correction: substance_p", "correction: substance_q")
    line = broken.line(NEEDLING, "substance_q")
    assert problems == [
        (
            f"{NEEDLING}:{line}: there is no correction 'substance_q' in claims.yaml. "
            "Did you mean 'substance_p'?"
        )
    ]


def test_a_claim_that_is_set_right_somewhere_must_say_so(broken: Small) -> None:
    problems = broken.replace(NEEDLING, "    correction: substance_p\n", "")
    line = broken.line(NEEDLING, "fact_ids: [f2_14]")
    assert problems == [
        (
            f"{NEEDLING}:{line}: the fact 'f2_14' is set right in claims.yaml; "
            "add 'correction: substance_p'"
        )
    ]


def test_an_opinion_must_say_whose_it_is(broken: Small) -> None:
    problems = broken.replace(
        HYDROSTATIC, "    attribution: Clinic author, first-person opinion\n", ""
    )
    line = broken.line(HYDROSTATIC, "kind: opinion", 2)
    assert problems == [f"{HYDROSTATIC}:{line}: an opinion must say whose it is; add 'attribution'"]


def test_a_clinic_page_is_never_given_as_evidence(broken: Small) -> None:
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


def test_a_clinics_claim_must_name_the_clinics_page(broken: Small) -> None:
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


def test_pages_that_describe_a_treatment_are_clinic_pages(broken: Small) -> None:
    problems = broken.replace(
        HYDROSTATIC,
        "from_clinic_pages: [clinic_hydrostatic_ims]",
        "from_clinic_pages: [frost_1980]",
    )
    line = broken.line(HYDROSTATIC, "from_clinic_pages")
    assert problems == [
        f"{HYDROSTATIC}:{line}: 'frost_1980' is of the kind 'rct', but must be a clinic page"
    ]


def test_every_kind_of_claim_in_use_is_explained(broken: Small) -> None:
    problems = broken.replace("claims.yaml", "  rct: randomised or controlled trial\n", "")
    line = broken.line("claims.yaml", "kinds:")
    assert problems == [f"claims.yaml:{line}: 'kinds' does not explain 'rct'; add it"]


def test_a_correction_must_name_a_fact_that_is_there(broken: Small) -> None:
    problems = broken.replace("claims.yaml", "fact_id: f2_14", "fact_id: f2_41")
    line = broken.line("claims.yaml", "f2_41")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"claims.yaml:{line}: there is no fact 'f2_41' in facts.yaml. Did you mean 'f2_"
    )


def test_an_unknown_advice_level_is_refused(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "advice_level: urgent", "advice_level: urgnt")
    line = broken.line("red_flags.yaml", "urgnt")
    assert problems == [
        (
            f"red_flags.yaml:{line}: 'advice_level' is 'urgnt'. Did you mean 'urgent'? "
            "Allowed are: emergency, urgent, see_clinician"
        )
    ]


def test_every_level_of_advice_says_what_to_do(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "  see_clinician: Book with a clinician soon\n", "")
    line = broken.line("red_flags.yaml", "advice_levels:")
    assert problems == [
        f"red_flags.yaml:{line}: 'advice_levels' does not explain 'see_clinician'; add it"
    ]


def test_no_emergency_number_is_written_down(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "Call emergency services", "Call 112")
    line = broken.line("red_flags.yaml", "Call 112")
    assert problems == [
        (
            f"red_flags.yaml:{line}: numbers of emergency services differ by country; "
            "say it without a number"
        )
    ]


def test_a_red_flag_stands_in_front_of_a_region_that_exists(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "regions: [head, neck]", "regions: [head, nek]")
    line = broken.line("red_flags.yaml", "nek]")
    assert problems == [
        (
            f"red_flags.yaml:{line}: there is no group or site 'nek' in regions.yaml. "
            "Did you mean 'neck'?"
        )
    ]


def test_any_region_stands_alone(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "regions: [any]", "regions: [any, neck]")
    line = broken.line("red_flags.yaml", "[any, neck]")
    assert problems == [f"red_flags.yaml:{line}: 'any' holds for every region; it stands alone"]


def test_a_region_stands_once_in_a_red_flag(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "regions: [head, neck]", "regions: [head, head]")
    line = broken.line("red_flags.yaml", "[head, head]")
    assert problems == [f"red_flags.yaml:{line}: the region 'head' stands twice; keep one"]


def test_a_cue_asks_questions_that_exist_and_no_other_cue_asks(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "asks: [severe_depression]", "asks: [sadness]")
    line = broken.line("red_flags.yaml", "asks: [sadness]")
    depressed = broken.line("red_flags.yaml", "- id: severe_depression")
    assert len(problems) == 2
    assert problems[0].startswith(f"red_flags.yaml:{depressed}: no cue asks 'severe_depression'")
    assert problems[1].startswith(f"red_flags.yaml:{line}: there is no red flag 'sadness'")


def test_a_question_stands_under_one_cue(broken: Small) -> None:
    problems = broken.replace(
        "red_flags.yaml", "asks: [cancer_history]", "asks: [cancer_history, dvt]"
    )
    line = broken.line("red_flags.yaml", "asks: [cancer_history, dvt]")
    assert problems == [f"red_flags.yaml:{line}: another cue asks 'dvt' already; keep one"]


def test_a_red_flag_id_is_used_once(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "- id: polymyalgia", "- id: stroke")
    first, second = (broken.line("red_flags.yaml", "- id: stroke", n) for n in (1, 2))
    assert problems == [
        (
            f"red_flags.yaml:{second}: the red flag id 'stroke' is already used at "
            f"red_flags.yaml:{first}; ids are unique"
        )
    ]


def test_a_red_flag_without_sources_is_refused(broken: Small) -> None:
    problems = broken.replace("red_flags.yaml", "    sources: [rushton_2023]\n", "")
    line = broken.line("red_flags.yaml", "- id: cervical_artery")
    assert problems == [
        (
            f"red_flags.yaml:{line}: the field 'sources' is missing: "
            "every statement names at least one source"
        )
    ]


def test_a_fact_is_shown_on_a_page_that_exists(broken: Small) -> None:
    problems = broken.replace("facts.yaml", "[learn_causes]", "[learn_cause]")
    line = broken.line("facts.yaml", "[learn_cause]")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"facts.yaml:{line}: there is no page 'learn_cause'. Did you mean 'learn_causes'? Allowed"
    )


def test_a_fact_is_shown_at_a_treatment_that_exists(broken: Small) -> None:
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


def test_a_fact_comes_from_a_clinic_page(broken: Small) -> None:
    problems = broken.replace("facts.yaml", "source: clinic_hydrostatic_ims", "source: frost_1980")
    line = broken.line("facts.yaml", "frost_1980")
    assert problems == [
        f"facts.yaml:{line}: 'frost_1980' is of the kind 'rct', but must be a clinic page"
    ]


def test_what_a_fact_is_compared_with_must_exist(broken: Small) -> None:
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


def test_every_kind_of_fact_is_explained(broken: Small) -> None:
    problems = broken.replace("facts.yaml", "  opinion: an opinion of its author\n", "")
    line = broken.line("facts.yaml", "kinds:")
    assert problems == [f"facts.yaml:{line}: 'kinds' does not explain 'opinion'; add it"]


def test_a_code_is_used_once_in_its_scheme(broken: Small) -> None:
    problems = broken.replace("codings/choir.yaml", "code: '102'", "code: '101'")
    first, second = (broken.line("codings/choir.yaml", "{code: '101'", n) for n in (1, 2))
    assert problems == [
        (
            f"codings/choir.yaml:{second}: the code id '101' is already used at "
            f"codings/choir.yaml:{first}; ids are unique"
        )
    ]


def test_a_code_has_a_side(broken: Small) -> None:
    problems = broken.replace("codings/wpi.yaml", "laterality: left", "laterality: lft")
    line = broken.line("codings/wpi.yaml", "lft")
    assert problems == [
        (
            f"codings/wpi.yaml:{line}: 'laterality' is 'lft'. Did you mean 'left'? "
            "Allowed are: left, right, midline, none"
        )
    ]


def test_a_scheme_names_its_version(broken: Small) -> None:
    problems = broken.replace("codings/michigan.yaml", "\nversion: ", "\nedition: ")
    assert len(problems) == 2
    assert problems[0] == "codings/michigan.yaml:1: the field 'version' is missing"
    assert "unknown field 'edition'" in problems[1]


def test_an_unknown_scheme_is_refused(broken: Small) -> None:
    (broken.folder / "codings" / "other.yaml").write_text("id: other\n", encoding="utf-8")
    assert broken.problems() == [
        (
            "codings/other.yaml:1: only these schemes are known here: "
            "choir.yaml, michigan.yaml, mypain.yaml, wpi.yaml"
        )
    ]


def test_the_source_of_a_scheme_must_exist(broken: Small) -> None:
    problems = broken.replace("codings/wpi.yaml", "[jrd_acr_2016,", "[jrd_acr_2061,")
    line = broken.line("codings/wpi.yaml", "jrd_acr_2061")
    assert problems == [
        (
            f"codings/wpi.yaml:{line}: there is no source 'jrd_acr_2061' in sources.yaml. "
            "Did you mean 'jrd_acr_2016'?"
        )
    ]


def test_the_fibromyalgia_criteria_are_held_to_their_fields(broken: Small) -> None:
    problems = broken.replace("acr_2016.yaml", "wpi_max: 6", "wpi_highest: 6")
    line = broken.line("acr_2016.yaml", "wpi_highest")
    assert problems == [
        (
            f"acr_2016.yaml:{line}: unknown field 'wpi_highest'. "
            "Fields here are: wpi_min, wpi_max, sss_min"
        )
    ]


def test_the_source_of_the_fibromyalgia_criteria_must_exist(broken: Small) -> None:
    problems = broken.replace("acr_2016.yaml", "[wolfe_2016,", "[wolf_2016,")
    line = broken.line("acr_2016.yaml", "wolf_2016")
    assert problems == [
        (
            f"acr_2016.yaml:{line}: there is no source 'wolf_2016' in sources.yaml. "
            "Did you mean 'wolfe_2016'?"
        )
    ]


@pytest.mark.parametrize(
    "file",
    ["claims.yaml", "red_flags.yaml", "facts.yaml", "acr_2016.yaml", "codings/mypain.yaml"],
)
def test_a_missing_file_is_said_once(broken: Small, file: str) -> None:
    (broken.folder / file).unlink()
    assert broken.problems() == [f"{file}:1: the file cannot be read: No such file or directory"]
