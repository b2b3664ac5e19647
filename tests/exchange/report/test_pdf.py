"""Reports are tagged, archival, the same each time, carry their records, and stop at no name."""

import io
import random
import unicodedata

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bodymap.errors import ImportRefused
from bodymap.exchange.archive.attached import NAME, archive_within
from bodymap.exchange.report.blocks import Items, Picture, Report, Section, Table
from bodymap.exchange.report.letters import STAND_IN, known, missing, printable
from bodymap.exchange.report.options import Kind, Options
from bodymap.exchange.report.pdf import BUNDLE_NAME, to_pdf
from tests.example_count import examples
from tests.exchange.archive.archives import RECORDS, packed, read
from tests.exchange.fhir.bundles import written
from tests.exchange.report.visits import AT, alma, plain, reported


def text_of(pdf: bytes) -> str:
    return "\n".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)


def a_report(*texts: str) -> Report:
    """Each text in every place where a text can stand."""
    blocks = (
        *texts,
        Items(texts),
        Table("All", texts, tuple(1.0 for _ in texts), (texts,)),
        Picture(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            f"It: {texts[0]}",
            "It",
        ),
    )
    return Report(texts[0] or "Title", texts, (Section("All", blocks),), "Notice.", texts[0])


def test_the_page_for_the_person_is_one_page() -> None:
    pdf = to_pdf(reported(alma(), Options(kind=Kind.PATIENT, to_sign=True)), at=AT)

    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_a_table_goes_on_with_whole_rows_below_its_head_and_never_leaves_its_caption() -> None:
    rows = tuple(
        (f"row {number}", f"begin{number} {'word ' * 40}end{number}") for number in range(40)
    )
    before = tuple(f"line {number}" for number in range(30))
    table = Table("The caption", ("Number", "Text"), (1.0, 2.0), rows)
    pdf = to_pdf(Report("Title", (), (Section("Table", (*before, table)),), "N.", "F"), at=AT)

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    for number in range(40):
        (whole,) = [text for text in pages if f"begin{number} " in text]
        assert f"end{number}" in whole
    (first,) = [text for text in pages if "The caption" in text]
    assert "begin0 " in first


def test_a_row_that_fits_on_no_page_is_broken_and_nothing_of_it_is_lost() -> None:
    long = f"begin {'word ' * 3_000}end"
    table = Table("The caption", ("Number", "Text"), (1.0, 2.0), (("1", long),))
    pdf = to_pdf(Report("Title", (), (Section("Table", (table,)),), "N.", "F"), at=AT)

    assert text_of(pdf).count("word") == 3_000


def test_the_judge_finds_what_is_wrong() -> None:
    pdf = to_pdf(reported(alma()), at=AT)

    assert not page.validate_pdf_bytes(pdf.replace(b"/Lang", b"/Gnal"), profile="ua1").is_compliant


def test_the_same_report_at_the_same_time_is_the_same_file() -> None:
    one, other = (to_pdf(reported(alma()), at=AT, records=packed()) for _ in range(2))

    assert one == other


def test_it_carries_its_records() -> None:
    pdf = to_pdf(reported(alma()), at=AT, records=packed())

    assert read(archive_within(io.BytesIO(pdf)).read()) == RECORDS


def test_it_carries_them_as_fhir_too() -> None:
    bundle = written(RECORDS).encode()
    pdf = to_pdf(reported(alma()), at=AT, records=packed(), bundle=bundle)

    assert PdfReader(io.BytesIO(pdf)).attachments == {
        NAME: [packed()],
        BUNDLE_NAME: [bundle],
    }
    assert read(archive_within(io.BytesIO(pdf)).read()) == RECORDS


def test_a_report_without_records_and_a_broken_one_are_refused() -> None:
    pdf = to_pdf(reported(alma()), at=AT)

    with pytest.raises(ImportRefused, match="carries no records"):
        archive_within(io.BytesIO(pdf))
    with pytest.raises(ImportRefused, match="cannot be read"):
        archive_within(io.BytesIO(b"%PDF-1.7 and nothing more"))


@given(seed=st.integers(0, 2**32))
@settings(max_examples=examples(fast=10, whole=40, nightly=1_000))
def test_a_mutated_report_gives_its_archive_or_is_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(CARRYING)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 30))

    try:
        found = read(archive_within(io.BytesIO(bytes(data))).read())
    except ImportRefused:
        return
    assert found == RECORDS


CARRYING = to_pdf(a_report("x"), at=AT, records=packed())


SCRIPTS = {
    "Arabic": "فاطمة الزهراء",
    "Armenian": "Արամ Խաչատրյան",
    "Bengali": "রবীন্দ্রনাথ ঠাকুর",
    "Devanagari": "श्रीमती कृष्णा",
    "Ethiopic": "አበበ ቢቂላ",
    "Georgian": "შოთა რუსთაველი",
    "Gujarati": "મહાત્મા ગાંધી",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Hebrew": "שרה לוי",
    "Kannada": "ಕುವೆಂಪು",
    "Khmer": "សុភាព",
    "Lao": "ສົມພອນ",
    "Malayalam": "കമലാ സുരയ്യ",
    "Myanmar": "အောင်ဆန်း",
    "Sinhala": "සුනිල් පෙරේරා",
    "Tamil": "சுப்பிரமணிய பாரதி",
    "Telugu": "శ్రీనివాస రామానుజన్",
    "Thai": "สมชาย ใจดี",
}


@given(text=st.text(max_size=80))
@settings(max_examples=examples(fast=10, whole=60, nightly=1_000))
def test_no_text_stops_a_report(text: str) -> None:
    pdf = to_pdf(a_report(text, f"{text} {text}"), at=AT)

    assert pdf.startswith(b"%PDF-")


def test_every_character_that_is_said_to_be_printed_is() -> None:
    signs = [chr(number) for number in sorted(known())]
    lines = tuple("".join(signs[start : start + 60]) for start in range(0, len(signs), 60))
    pdf = to_pdf(Report("All", (), (Section("All", lines),), "Notice.", "Foot"), at=AT)

    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
    assert len(signs) > 1_500


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Łukasz Nguyễn Жанна Ωμέγα", ""),
        (
            "王",
            "1 character is not in our letters and stands as □: U+738B CJK UNIFIED",
        ),
        ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        *((name, "") for name in SCRIPTS.values()),
    ],
)
def test_what_cannot_be_printed_is_named(name: str, note: str) -> None:
    assert note in missing([name])
    assert bool(missing([name])) == (STAND_IN in printable(name))


def test_a_name_in_another_script_is_said_to_be_missing_in_the_report() -> None:
    text = " ".join(text_of(to_pdf(reported(plain(1, name="王芳")), at=AT)).split())

    assert "2 characters are not in our letters and stand as □" in text
    assert "U+738B" in text


def test_a_mark_of_one_script_over_a_letter_of_another_is_named_and_stops_nothing() -> None:
    text = "\ufb29\u20ad\u064c"  # a Hebrew sign, the kip sign, an Arabic vowel

    assert printable(text) == f"\ufb29\u20ad{STAND_IN}"
    assert "ARABIC DAMMATAN" in missing([text])
    assert to_pdf(a_report(text), at=AT).startswith(b"%PDF-")


@pytest.mark.parametrize("seed", range(4))
def test_all_letters_in_any_order_stop_no_report(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    letters = [*map(chr, sorted(known()))]
    marks = [each for each in letters if unicodedata.category(each).startswith("M")]
    mixed = chance.choices(letters, k=2_000) + chance.choices(marks, k=500)
    chance.shuffle(mixed)
    report = Report("All", (), (Section("All", ("".join(mixed),)),), "Notice.", "Foot")

    assert to_pdf(report, at=AT).startswith(b"%PDF-")


def test_names_in_other_scripts_are_printed_and_can_be_read_aloud() -> None:
    pdf = to_pdf(a_report(*SCRIPTS.values()), at=AT)
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for each in PdfReader(io.BytesIO(pdf)).pages
        for font in each["/Resources"]["/Font"].values()
    }

    for profile in ("ua1", "3a"):
        assert page.validate_pdf_bytes(pdf, profile=profile).is_compliant
    assert {f"NotoSans{script}" for script in SCRIPTS} <= {name.split("-")[0] for name in fonts}
    assert "not in our letters" not in text_of(pdf)


def test_composed_letters_are_printed_as_one() -> None:
    apart = unicodedata.normalize("NFD", "Ångström")

    assert printable(apart) == "Ångström"


def test_what_people_wrote_is_never_markup() -> None:
    wrote = '#panic("x") *b* _i_ $x^2$ <l> @ref `r` // c https://x.y = H'
    pdf = to_pdf(a_report(wrote), at=AT)

    assert "".join(wrote.split()) in "".join(text_of(pdf).split())


def test_nothing_stays_on_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    to_pdf(reported(alma()), at=AT, records=packed())

    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]
    assert NAME.endswith(".zip")
