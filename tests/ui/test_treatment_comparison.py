"""The comparison says who says what, evidence first, and leaves nothing unsaid in silence."""

from functools import cache

from bodymap.atlas import Atlas, ClaimField, Standing
from bodymap.ui.pages import treatments as page
from bodymap.ui.treatments.comparison import COLUMNS, cell
from bodymap.ui.treatments.statements import STANDINGS
from bodymap.ui.wording import plain


@cache
def atlas() -> Atlas:
    return Atlas.load()


def test_every_claim_is_told_in_exactly_one_section_of_its_page() -> None:
    told = [field for fields in page._SECTIONS.values() for field in fields]

    assert sorted(told) == sorted(ClaimField)


def test_a_cell_holds_every_statement_with_who_says_it_and_how_sure_it_is() -> None:
    for treatment in atlas().treatments.values():
        for about in COLUMNS.values():
            shown = cell(treatment, about)
            for claim in treatment.claims_about(*about):
                assert plain(claim.text.rstrip(".")) in shown
                assert f"({STANDINGS[claim.standing]}, certainty {claim.certainty.value})" in shown


def test_what_a_clinic_says_comes_after_the_evidence() -> None:
    for treatment in atlas().treatments.values():
        shown = cell(treatment, COLUMNS["Evidence"])
        clinic = shown.find(f"({STANDINGS[Standing.CLINICS_OWN]}")
        assert clinic == -1 or shown.rfind(f"({STANDINGS[Standing.EVIDENCE]}") < clinic


def test_nothing_said_is_said() -> None:
    treatment = atlas().treatments["heat_and_cold"]

    assert treatment.claims_about(ClaimField.AGENT) == ()
    assert cell(treatment, (ClaimField.AGENT,)) == "no statement"
