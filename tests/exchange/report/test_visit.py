"""What a report of a visit says, and what it leaves out."""

from dataclasses import replace

from bodymap.exchange.report.blocks import Items, Picture, Report, Table
from bodymap.exchange.report.options import Kind, Options, Part
from bodymap.exchange.report.visit import file_name
from bodymap.services.exchanging.visit_records import VisitRecords
from tests.exchange.report.visits import alma, books, plain, reported


def headings(report: Report) -> list[str]:
    return [section.heading for section in report.sections if section.blocks]


def said(report: Report) -> str:
    return "\n".join(report.texts())


def test_a_visit_says_all_there_is() -> None:
    report = reported(alma())

    assert headings(report) == [
        "On the body",
        "What was found",
        "What the person drew",
        "What changed",
        "What was done",
        "How much of the drawn pain the findings cover",
    ]
    table = next(b for s in report.sections for b in s.blocks if isinstance(b, Table))
    (row,) = table.rows
    assert row[0] == "1"
    assert row[2:4] == ("Infraspinatus, right", "Active")
    assert row[4] == (
        "present: taut band, hypersensitive spot, referred sensation, familiar pain; "
        "absent: twitch response"
    )
    assert row[5] == "4"
    assert row[6] == "3.5 kgf/cm², tip 1 cm²"
    assert "does not diagnose" in report.notice


def test_parts_can_be_left_out_and_empty_ones_vanish() -> None:
    chosen = Options(parts=frozenset({Part.FINDINGS, Part.CHANGE, Part.NOTES}))

    assert headings(reported(alma(), chosen)) == ["What was found", "What changed"]
    assert headings(reported(plain(0))) == []
    assert headings(reported(plain(1))) == ["On the body", "What was found", "Notes"]


def test_the_page_for_the_person_is_in_plain_words() -> None:
    report = reported(alma(), Options(kind=Kind.PATIENT))

    assert report.title.startswith("Your visit of ")
    assert headings(report) == ["On the body", "Where it hurts", "What was found", "What was done"]
    (found,) = next(s.blocks for s in report.sections if s.heading == "What was found")
    assert isinstance(found, Items)
    assert found.texts[0].endswith("right: pressing there brought on the pain you know.")


def test_without_identity_a_code_stands_everywhere() -> None:
    visit = plain(1, name="Quastenflosser")
    named, unnamed = (said(reported(visit, Options(with_identity=each))) for each in (True, False))

    assert "Quastenflosser" in named
    assert "Quastenflosser" not in unnamed
    assert "Code PAT-042" in unnamed
    assert file_name(visit, Options(), books()) == "bodymap-visit-2026-03-01-K7M2QX.pdf"


def test_not_examined_is_never_told_as_absent() -> None:
    report = reported(plain(1))
    table = next(b for s in report.sections for b in s.blocks if isinstance(b, Table))

    assert table.rows[0][4].startswith("not examined: taut band, ")
    assert table.rows[0][5:] == ("not asked", "not measured")


def test_a_draft_and_an_amended_visit_say_so() -> None:
    finished = alma()
    assert "Finished by Sample examiner" in said(reported(finished))

    draft = replace(finished, assessment=finished.assessment.changed(status="DRAFT"))
    assert "Not finished: this is a draft." in said(reported(draft))


def test_the_picture_has_no_letters_and_says_in_words_what_it_shows() -> None:
    report = reported(alma())
    picture = next(b for s in report.sections for b in s.blocks if isinstance(b, Picture))

    assert "<text" not in picture.svg
    assert "Front of the shoulder, right" in picture.alt
    assert "1 place examined" in picture.alt


def treated() -> VisitRecords:
    """A visit with a treatment of its finding, and one of the whole person."""
    visit = plain(1)
    done = {
        "id": "t1",
        "treatment": "manual_pressure_release",
        "finding_id": "m0",
        "dose": {"seconds": 60, "times": 3},
        "pain_before": {"nrs": 6},
        "pain_after": {"nrs": 2},
        "adverse": ("BRUISING",),
        "home_advice": "Keep moving.",
    }
    more = {"id": "t2", "treatment": "education_psychology"}
    return replace(visit, assessment=visit.assessment.changed(treatments=(done, more)))


def test_what_was_done_stands_in_the_report() -> None:
    report = reported(treated(), Options(parts=frozenset({Part.TREATMENT})))

    assert headings(report) == ["What was done"]
    (table,) = report.sections[0].blocks
    assert isinstance(table, Table)
    first, second = table.rows
    assert first[1:] == (
        "no. 1, Infraspinatus, right",
        "3 times, 60 s",
        "6, then 2",
        "bruise",
        "Keep moving.",
    )
    assert second[1:] == ("not said", "not said", "not asked", "none recorded", "")


def test_the_person_reads_what_was_done_and_what_to_do_at_home() -> None:
    report = reported(treated(), Options(kind=Kind.PATIENT))

    assert headings(report)[-2:] == ["What was done", "For home"]
    assert report.sections[-1].blocks == ("Keep moving.",)


def test_a_letter_says_the_same_in_sentences() -> None:
    visit = treated()
    report = reported(
        visit, Options(kind=Kind.LETTER, letterhead="Praxis Kim\n\nBern", to_sign=True)
    )

    assert report.title.startswith("Letter about the visit of ")
    assert report.letterhead == ("Praxis Kim", "Bern")
    assert report.signed_by == visit.assessment.examiner
    opening = report.sections[0].blocks
    assert opening == ("Dear colleague,", "This is about Ada Beispiel, seen on 1 March 2026.")
    assert not [b for s in report.sections for b in s.blocks if isinstance(b, Table)]
    told = said(report)
    assert "Not examined: taut band" in told
    assert "no. 1, Infraspinatus, right, 3 times, 60 s, pain 6, then 2, unwanted: bruise." in told


def test_a_letter_without_identity_names_nobody() -> None:
    report = reported(
        plain(1, name="Quastenflosser"), Options(kind=Kind.LETTER, with_identity=False)
    )

    assert "Quastenflosser" not in said(report)
