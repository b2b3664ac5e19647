"""Treatments, red flags, facts, codings: all there, each said with source, kind and certainty."""

from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from bodymap.atlas import (
    Atlas,
    ClaimField,
    CodedSide,
    FactKind,
    FactPage,
    SourceKind,
    Standing,
)
from bodymap.atlas.facts import TREATMENT_PREFIX
from bodymap.errors import UnknownEntry


def test_every_treatment_is_there_with_all_its_claims(atlas: Atlas) -> None:
    assert {id_: len(treatment.claims) for id_, treatment in atlas.treatments.items()} == {
        "acupuncture": 31,
        "botulinum_toxin": 13,
        "cupping": 11,
        "dry_needling_ims": 63,
        "education_psychology": 11,
        "eswt": 11,
        "heat_and_cold": 7,
        "hydrostatic_ims": 38,
        "intramuscular_trp_release": 33,
        "kinesio_taping": 9,
        "laser": 11,
        "manual_pressure_release": 11,
        "pelvic_floor_myofascial_pt": 7,
        "self_massage": 7,
        "spray_and_stretch": 6,
        "stretching_exercise": 9,
        "trigger_point_injection": 41,
        "ultrasound_tens": 12,
    }
    assert len(atlas.claims) == 331


def test_every_kind_of_claim_is_there(atlas: Atlas) -> None:
    assert Counter(claim.kind.value for claim in atlas.claims.values()) == {
        "general_knowledge": 91,
        "clinic_claim": 85,
        "systematic_review": 61,
        "observational": 23,
        "review": 19,
        "guideline": 17,
        "rct": 15,
        "textbook": 12,
        "opinion": 8,
    }


def test_every_red_flag_is_there_with_its_advice(atlas: Atlas) -> None:
    assert Counter(flag.advice_level.value for flag in atlas.red_flags.values()) == {
        "emergency": 40,
        "urgent": 26,
        "see_clinician": 11,
    }
    assert {level.value for level in atlas.advice} == {"emergency", "urgent", "see_clinician"}


def test_every_fact_is_there_from_each_page(atlas: Atlas) -> None:
    assert Counter(fact.source for fact in atlas.facts.values()) == {
        "practice_trigger_point_injections": 38,
        "clinic_intramuscular_release_faq": 37,
        "clinic_hydrostatic_ims": 31,
        "clinic_ims_dry_needling": 30,
        "clinic_dry_needling_page": 25,
    }


def test_one_fact_is_a_gap_of_its_page_and_noted_with_the_sources(atlas: Atlas) -> None:
    (gap,) = [fact for fact in atlas.facts.values() if fact.kind is FactKind.PAGE_GAP]
    assert (gap.id, gap.app_location) == ("f3_07", (FactPage.ABOUT,))


def test_every_fact_can_be_read_at_some_place(atlas: Atlas) -> None:
    places = [*FactPage, *(f"{TREATMENT_PREFIX}{id_}" for id_ in atlas.treatments)]
    read = {fact.id for place in places for fact in atlas.facts_at(place)}
    assert read == set(atlas.facts)
    assert [page for page in FactPage if not atlas.facts_at(page)] == []


def test_every_code_is_there(atlas: Atlas) -> None:
    codings = atlas.codings
    schemes = (codings.choir, codings.michigan, codings.wpi, codings.mypain)
    sides = {s.id: Counter(code.laterality.value for code in s.codes) for s in schemes}
    assert sides == {
        "choir": {"right": 37, "left": 37},
        "michigan": {"right": 14, "left": 14, "midline": 7},
        "wpi": {"right": 7, "left": 7, "midline": 5},
        "mypain": {"none": 15},
    }
    assert all(scheme.version and scheme.scheme for scheme in schemes)


def test_choir_numbers_agree_with_their_keys_and_views(atlas: Atlas) -> None:
    for segment in atlas.codings.choir.codes:
        first = {"f": "1", "b": "2"}[segment.redcap_key[0]]
        assert segment.code == first + segment.redcap_key[1:]
        assert segment.view == {"1": "front", "2": "back"}[first]
        assert segment.label.endswith(f"({segment.surface}-{segment.laterality})")


def test_the_widespread_pain_index_counts_as_published(atlas: Atlas) -> None:
    areas = atlas.codings.wpi.codes
    assert Counter(area.region_no for area in areas) == {1: 4, 2: 4, 3: 3, 4: 3, 5: 5}
    left_out = {area.label for area in areas if not area.counts_toward_generalised_pain}
    assert left_out == {"Jaw", "Chest", "Abdomen"}
    assert {a.laterality for a in areas if a.region_no == 5} == {CodedSide.MIDLINE}


def test_the_fibromyalgia_criteria_are_those_of_2016(atlas: Atlas) -> None:
    acr = atlas.acr_2016
    scale = acr.symptom_severity_scale
    arms = [(arm.wpi_min, arm.wpi_max, arm.sss_min) for arm in acr.arms]
    assert arms == [(7, None, 5), (4, 6, 9)]
    assert (acr.generalised_pain.regions_min, acr.generalised_pain.regions) == (4, 5)
    assert acr.months_min == 3
    highest = len(scale.past_week) * (len(scale.past_week_levels) - 1) + len(scale.past_six_months)
    assert scale.range == (0, highest)


def entries(value: BaseModel) -> Iterator[BaseModel]:
    yield value
    for name in type(value).model_fields:
        content = getattr(value, name)
        for item in content if isinstance(content, tuple) else (content,):
            if isinstance(item, BaseModel):
                yield from entries(item)


def test_every_statement_has_source_kind_and_certainty(atlas: Atlas) -> None:
    said = [
        *atlas.claims.values(),
        *(treatment.summary for treatment in atlas.treatments.values()),
        *(treatment.in_short for treatment in atlas.treatments.values()),
        *atlas.corrections.values(),
        *atlas.red_flags.values(),
        atlas.red_flag_accuracy,
        *atlas.facts.values(),
        atlas.acr_2016,
    ]
    assert len(said) == 331 + 2 * 18 + 6 + 77 + 1 + 161 + 1
    for statement in said:
        plain = statement.model_dump()
        sources = plain.get("sources") or (plain["source"],)
        assert [name for name in sources if name not in atlas.sources] == [], plain
        assert plain["kind"]
        assert plain["certainty"]


RESTING = {"Effect", "Duration", "ComparedCell", "RedFlagSign"}
"""Entries that rest on the claim or the question they stand in."""


def test_every_text_of_treatments_and_red_flags_stands_in_a_statement(atlas: Atlas) -> None:
    """A text may only stand in an entry that is cited, or be a name."""
    cited = {"sources", "source"}
    named = {"TreatmentOption": {"id", "name", "aliases"}}
    uncited = [
        (type(entry).__name__, name)
        for top in (*atlas.treatments.values(), *atlas.red_flags.values(), *atlas.facts.values())
        for entry in entries(top)
        if not cited & set(type(entry).model_fields) and type(entry).__name__ not in RESTING
        for name in type(entry).model_fields
        if isinstance(getattr(entry, name), str)
        and name not in named.get(type(entry).__name__, set())
    ]
    assert uncited == []


def test_a_clinics_claim_never_stands_as_evidence(atlas: Atlas) -> None:
    pages = {id_ for id_, s in atlas.sources.items() if s.kind is SourceKind.CLINIC_PAGE}
    own = {c.id for c in atlas.claims.values() if c.standing is Standing.CLINICS_OWN}
    assert own == {c.id for c in atlas.claims.values() if c.source in pages}
    assert [
        c.id
        for c in atlas.claims.values()
        if (c.field is ClaimField.EVIDENCE and c.standing is Standing.CLINICS_OWN)
        and c.correction is None
    ] == []


def test_every_opinion_says_whose_it_is(atlas: Atlas) -> None:
    opinions = [c for c in atlas.claims.values() if c.kind is SourceKind.OPINION]
    assert [c.id for c in opinions if not c.attribution] == []
    assert {c.certainty.value for c in opinions} == {"low"}


def test_every_corrected_fact_is_told_with_its_correction(atlas: Atlas) -> None:
    told = {c.correction for c in atlas.claims.values() if c.correction}
    assert told == set(atlas.corrections)
    wrong = {id_: atlas.correction_of(id_) for id_ in atlas.facts}
    assert {c.id for c in wrong.values() if c} == set(atlas.corrections)
    assert atlas.correction_of("f2_14") is atlas.corrections["substance_p"]


def test_each_sources_soreness_figure_is_kept_apart(atlas: Atlas) -> None:
    figures = [
        (treatment.id, claim.source, claim.duration.text)
        for treatment in atlas.treatments.values()
        for claim in treatment.soreness
        if claim.duration
    ]
    assert figures == [
        ("dry_needling_ims", "clinic_ims_dry_needling", "20 minutes to 2 days"),
        (
            "dry_needling_ims",
            "clinic_dry_needling_page",
            "within 24 hours (during-visit section)",
        ),
        (
            "dry_needling_ims",
            "clinic_dry_needling_page",
            "usually a few hours, up to 3 days (after-treatment section)",
        ),
        ("hydrostatic_ims", "clinic_hydrostatic_ims", "not stated"),
        (
            "intramuscular_trp_release",
            "clinic_intramuscular_release_faq",
            "a few hours to two days",
        ),
        (
            "trigger_point_injection",
            "practice_trigger_point_injections",
            "within a couple of hours",
        ),
    ]


def test_claims_about_something_come_in_the_order_of_the_file(atlas: Atlas) -> None:
    needling = atlas.treatments["dry_needling_ims"]
    told = needling.claims_about(ClaimField.RISK, ClaimField.SEEK_HELP)
    assert {claim.field for claim in told} == {ClaimField.RISK, ClaimField.SEEK_HELP}
    assert list(told) == [c for c in needling.claims if c in told]


def test_every_invasive_treatment_names_when_not_to_and_when_to_seek_help(atlas: Atlas) -> None:
    for treatment in atlas.treatments.values():
        if treatment.invasive:
            assert treatment.claims_about(ClaimField.CONTRAINDICATION), treatment.id
            assert treatment.claims_about(ClaimField.SEEK_HELP), treatment.id


def test_every_needle_names_the_lung_and_who_is_at_higher_risk(atlas: Atlas) -> None:
    for treatment in atlas.treatments.values():
        said = {
            field: " ".join(claim.text for claim in treatment.claims_about(field))
            for field in (ClaimField.RISK, ClaimField.PRECAUTION)
        }
        if treatment.invasive:
            assert "lung" in said[ClaimField.RISK], treatment.id
            for who in ("lung disease", "surgery on the chest", "very thin"):
                assert who in said[ClaimField.PRECAUTION], treatment.id


def test_every_treatment_says_who_should_be_careful_and_what_studies_found(atlas: Atlas) -> None:
    careful = (ClaimField.CONTRAINDICATION, ClaimField.PRECAUTION)
    for treatment in atlas.treatments.values():
        assert treatment.claims_about(*careful), treatment.id
        assert treatment.claims_about(ClaimField.EVIDENCE), treatment.id


def test_no_emergency_number_is_hard_coded(atlas: Atlas) -> None:
    texts = [*atlas.advice.values(), *(flag.question for flag in atlas.red_flags.values())]
    numbers = ("911", "112", "999", "000", "111")
    assert [text for text in texts if any(number in text for number in numbers)] == []


def test_an_unknown_fact_has_no_correction_but_a_nearest_name(atlas: Atlas) -> None:
    with pytest.raises(UnknownEntry, match="The atlas has no fact"):
        atlas.correction_of("f9_99")
