"""The comparison says who says what and how sure it is, and leaves nothing unsaid in silence."""

from functools import cache

from bodymap.atlas import Atlas, Certainty, ClaimField, Standing
from bodymap.ui.statements import STANDINGS
from bodymap.ui.treatments.comparison import COLUMNS, UNSAID, cell, certainty, who_says
from bodymap.ui.treatments.one import SECTIONS
from bodymap.ui.wording import plain


@cache
def atlas() -> Atlas:
    return Atlas.load()


def test_every_claim_is_told_in_exactly_one_section_of_its_page() -> None:
    told = [field for fields in SECTIONS.values() for field in fields]

    assert sorted(told) == sorted(ClaimField)


def test_a_cell_says_who_says_it_each_once() -> None:
    for treatment in atlas().treatments.values():
        for column, aspect in COLUMNS.items():
            told = getattr(treatment.compared, aspect) if aspect else None
            if told is not None:
                shown = cell(atlas(), treatment, column)
                assert shown.startswith(plain(told.text))
                who = {who_says(atlas(), atlas().claims[claim]) for claim in told.claims}
                assert all(plain(each) in shown for each in who)


def test_what_a_clinic_says_is_marked_as_theirs() -> None:
    hydrostatic = atlas().treatments["hydrostatic_ims"]

    clinic = STANDINGS[Standing.CLINICS_OWN]
    assert cell(atlas(), hydrostatic, "What is injected") == (
        rf"Salt water \(saline\) :orange-badge[{clinic}]"
    )


def test_authors_are_named_short() -> None:
    injection = atlas().treatments["trigger_point_injection"]

    assert cell(atlas(), injection, "What studies found").endswith(
        r"*Navarro\-Santana 2022*, *Cummings 2001*"
    )


def test_how_sure_is_how_sure_the_weakest_claim_is() -> None:
    hydrostatic = atlas().treatments["hydrostatic_ims"]

    assert certainty(atlas(), hydrostatic.compared.evidence) is Certainty.MEDIUM
    assert cell(atlas(), hydrostatic, "How sure") == "medium"


def test_what_no_source_states_is_said_so() -> None:
    assert cell(atlas(), atlas().treatments["heat_and_cold"], "What is injected") == UNSAID


def test_the_clinics_figures_of_soreness_stand_apart_in_the_table() -> None:
    shown = cell(atlas(), atlas().treatments["dry_needling_ims"], "Sore after")

    assert shown.startswith("20 minutes to 2 days · within 24 hours · a few hours, up to 3 days")
