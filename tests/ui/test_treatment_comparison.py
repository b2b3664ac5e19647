"""The comparison says who says what and how sure it is, and leaves nothing unsaid in silence."""

from bodymap.atlas import Certainty, ClaimField
from bodymap.ui.reading_table import Cell, markup
from bodymap.ui.treatments.comparison import COLUMNS, UNSAID, cell, certainty
from bodymap.ui.treatments.one import SECTIONS
from tests.shipped import atlas


def test_every_claim_is_told_in_exactly_one_section_of_its_page() -> None:
    told = [field for fields in SECTIONS.values() for field in fields]

    assert sorted(told) == sorted(ClaimField)


def test_a_cell_says_who_says_it_each_once() -> None:
    for treatment in atlas().treatments.values():
        for column, aspect in COLUMNS.items():
            told = getattr(treatment.compared, aspect) if aspect else None
            if told is not None:
                shown = cell(atlas(), treatment, column)
                assert shown.text == told.text
                assert shown.clinics or shown.others
                assert len(shown.others) == len(set(shown.others))


def test_what_a_clinic_says_is_marked_as_theirs() -> None:
    hydrostatic = atlas().treatments["hydrostatic_ims"]

    assert cell(atlas(), hydrostatic, "What is injected") == Cell(
        "Salt water (saline)", clinics=True
    )


def test_authors_are_named_short() -> None:
    injection = atlas().treatments["trigger_point_injection"]

    shown = cell(atlas(), injection, "What studies found")
    assert shown.others == ("Navarro-Santana 2022", "Cummings 2001", "Ong 2014")
    assert not shown.clinics


def test_how_sure_is_how_sure_the_weakest_claim_is() -> None:
    hydrostatic = atlas().treatments["hydrostatic_ims"]

    assert certainty(atlas(), hydrostatic.compared.evidence) is Certainty.MEDIUM
    assert cell(atlas(), hydrostatic, "Quality of the evidence") == Cell("medium")


def test_what_no_source_states_is_said_so() -> None:
    nothing = cell(atlas(), atlas().treatments["heat_and_cold"], "What is injected")

    assert nothing == Cell(UNSAID)


def test_the_clinics_figures_of_soreness_stand_apart_in_the_table() -> None:
    shown = cell(atlas(), atlas().treatments["dry_needling_ims"], "Sore after")

    assert shown.text == "20 minutes to 2 days · within 24 hours · a few hours, up to 3 days"


def test_a_table_is_rows_and_headings_with_every_text_escaped() -> None:
    assert markup("T", ["A", "B<"], [[Cell("x"), Cell("<i>", clinics=True, others=("O'",))]]) == (
        '<div class="reading-table" role="region" tabindex="0" aria-label="T"><table><thead><tr>'
        '<th scope="col">A</th><th scope="col">B&lt;</th></tr></thead><tbody><tr>'
        '<th scope="row">x</th><td data-label="B&lt;">&lt;i&gt; '
        '<b class="clinic">a clinic says</b> <i>O&#x27;</i></td></tr></tbody></table></div>'
    )
