"""Tables give the records back, hold no formula, and say what each column means."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import ImportRefused
from bodymap.exchange.tables.cells import plain_text
from bodymap.exchange.tables.columns import PARTS
from bodymap.exchange.tables.reading import open_tables
from bodymap.exchange.tables.writing import CODEBOOK, REGIONS, heads, write_tables
from bodymap.records import Assessment, PainDrawing, Person
from bodymap.records.portable import Portable, Whole, kind_of
from tests import shipped
from tests.example_count import examples
from tests.exchange.archive.archives import RECORDS, zipped
from tests.exchange.archive.test_archive import any_records
from tests.exchange.fhir.bundles import of_alma, one_pain
from tests.records.builders import NOON, a_finding, a_person, an_assessment

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "'=1", "''"]


def written(records: Sequence[Portable], *, as_parquet: bool = False) -> bytes:
    target = io.BytesIO()
    write_tables(
        target,
        lambda kind: [each for each in records if kind_of(each) == kind],
        at=NOON,
        body=shipped.body(),
        as_parquet=as_parquet,
    )
    return target.getvalue()


def read(data: bytes) -> tuple[Portable, ...]:
    return tuple(open_tables(io.BytesIO(data), at=NOON).records())


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def table(data: bytes, name: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(files(data)[name].decode("utf-8-sig"), newline=""))]


@given(records=any_records)
@settings(max_examples=examples(fast=10, whole=40, nightly=1_000), deadline=None)
def test_nothing_is_lost_or_invented_on_the_way_out_and_in(records: tuple[Portable, ...]) -> None:
    assert read(written(records)) == records


@pytest.mark.parametrize("records", [RECORDS, of_alma(), one_pain(), ()])
def test_a_visit_with_every_edition_comes_back(records: tuple[Portable, ...]) -> None:
    assert read(written(records)) == records
    assert written(records) == written(records)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula_and_each_reads_back(text: str) -> None:
    person = a_person(name=text, code=text)
    visit = an_assessment(reason=text, notes=f"{text}\n{text}", findings=(a_finding(notes=text),))
    records = (person, Whole(visit))
    data = written(records)

    cells = [c for name in files(data) for row in table(data, name) for c in row.values()]
    assert [c for c in cells if c.startswith(tuple("=+@\uff1d\uff0b\uff0d\uff20"))] == []
    assert read(data) == records


@given(text=st.text(max_size=20))
@settings(max_examples=examples(fast=50, whole=200, nightly=5_000))
def test_a_text_never_begins_as_a_formula_does(text: str) -> None:
    assert not plain_text(text).startswith(
        ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    )


def test_a_row_is_a_record_or_a_part_of_one() -> None:
    data = written(one_pain())

    (person,) = table(data, "people.csv")
    (mark,) = table(data, "marks.csv")
    (region,) = table(data, f"{REGIONS}.csv")
    assert person["name"] == "Ada"
    assert (mark["intensity.nrs"], mark["intensity.recall"], mark["edition"]) == ("7", "NOW", "")
    assert (region["region"], region["side"], region["intensity"]) == ("calf.left", "LEFT", "7")
    assert float(region["cm2"]) > 100


def test_what_was_not_examined_is_not_an_empty_cell_and_not_asked_is() -> None:
    data = written((Whole(an_assessment(findings=(a_finding(),))),))

    (finding,) = table(data, "findings.csv")
    assert finding["signs.taut_band"] == "NOT_EXAMINED"
    assert finding["pain_on_pressure.nrs"] == ""


def test_the_codebook_names_every_column_of_every_table() -> None:
    data = written(RECORDS)
    named = {(row["table"], row["column"]) for row in table(data, CODEBOOK)}
    heading = {
        (name.removesuffix(".csv"), column)
        for name, text in files(data).items()
        if name != CODEBOOK
        for column in next(csv.reader([text.decode("utf-8-sig").splitlines()[0]]))
    }

    assert named == heading
    signs = next(r for r in table(data, CODEBOOK) if r["column"] == "signs.taut_band")
    assert signs["allowed"] == "PRESENT;ABSENT;NOT_EXAMINED"
    probe = next(r for r in table(data, CODEBOOK) if r["column"].endswith("probe_area_cm2"))
    assert probe["about"] == "area of the tip; readings with different tips do not compare."


def test_every_field_of_every_record_has_its_column() -> None:
    for made in (Person, Assessment, PainDrawing):
        parts = {part.within for part in PARTS.get(made, ())}
        name = {Person: "people", Assessment: "assessments", PainDrawing: "drawings"}[made]
        first = {column.path[0] for column in heads()[name]} - {"edition"}
        assert first == {*made.model_fields} - parts


def changed(name: str, change: Callable[[str], str]) -> bytes:
    found = files(written(one_pain()))
    found[name] = change(found[name].decode()).encode()
    return zipped(found)


BROKEN = {
    "a column missing": (
        changed("people.csv", lambda text: text.replace("height_cm", "height")),
        "people.csv",
        "its columns are not those of the codebook (height, height_cm)",
    ),
    "a cell too many": (
        changed("people.csv", lambda text: text.rstrip() + ",x\r\n"),
        "people.csv, row 2",
        "cells and not",
    ),
    "no number": (
        changed("marks.csv", lambda text: text.replace(",7,NOW", ",seven,NOW")),
        "marks.csv, row 2: intensity.nrs",
        "'seven' is no whole number",
    ),
    "beyond the scale": (
        changed("marks.csv", lambda text: text.replace(",7,NOW", ",11,NOW")),
        "drawings.csv, row 2: record.marks.0.intensity.nrs",
        "11 is refused",
    ),
    "a part of nothing": (
        changed("marks.csv", lambda text: text.replace("01900000", "02900000", 1)),
        "marks: record_id",
        "is no record of drawings",
    ),
    "a table of another name": (
        zipped(files(written(())) | {"x.csv": b""}),
        "x.csv",
        "no table has this name",
    ),
    "no UTF-8": (
        zipped(files(written(())) | {"people.csv": b"\xff"}),
        "the file",
        "cannot be unpacked",
    ),
    "quotes without end": (
        changed("people.csv", lambda text: text + '"'),
        "people.csv",
        "it is no table",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_refused_by_place_and_reason(name: str) -> None:
    data, path, reason = BROKEN[name]

    with pytest.raises(ImportRefused) as refused:
        read(data)

    assert refused.value.path == path
    assert reason in refused.value.reason
