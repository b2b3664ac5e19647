"""Tables as Parquet give the records back, and say by type what a column holds."""

import io
import zipfile
from collections.abc import Callable

import pyarrow as pa
import pytest
from hypothesis import given, settings
from pyarrow import parquet

from bodymap.errors import ImportRefused
from bodymap.exchange.tables.writing import CODEBOOK, REGIONS, heads
from bodymap.records.portable import Portable
from tests.example_count import examples
from tests.exchange.archive.archives import RECORDS, zipped
from tests.exchange.archive.test_archive import any_records
from tests.exchange.fhir.bundles import of_alma, one_pain
from tests.exchange.tables.test_tables import files, read, written


def table(data: bytes, name: str) -> pa.Table:
    return parquet.read_table(io.BytesIO(files(data)[f"{name}.parquet"]))


@given(records=any_records)
@settings(max_examples=examples(fast=10, whole=40, nightly=1_000), deadline=None)
def test_nothing_is_lost_or_invented_on_the_way_out_and_in(records: tuple[Portable, ...]) -> None:
    assert read(written(records, as_parquet=True)) == records


@pytest.mark.parametrize("records", [RECORDS, of_alma(), one_pain(), ()])
def test_a_visit_with_every_edition_comes_back_and_makes_the_same_bytes(
    records: tuple[Portable, ...],
) -> None:
    data = written(records, as_parquet=True)

    assert read(data) == records
    assert written(records, as_parquet=True) == data


def test_the_tables_and_columns_are_those_of_the_csv() -> None:
    data = written(RECORDS, as_parquet=True)

    assert {*files(data)} == {f"{name}.parquet" for name in (*heads(), REGIONS)} | {CODEBOOK}
    assert files(data)[CODEBOOK] == files(written(RECORDS))[CODEBOOK]
    for name, columns in heads().items():
        assert table(data, name).column_names == [column.name for column in columns]


def test_numbers_are_numbers_and_what_was_not_asked_is_null() -> None:
    data = written(one_pain(), as_parquet=True)
    marks, regions = table(data, "marks"), table(data, REGIONS)

    assert marks.schema.field("intensity.nrs").type == pa.int64()
    assert marks.column("intensity.nrs").to_pylist() == [7]
    assert marks.column("since").to_pylist() == [None]
    assert regions.schema.field("cm2").type == pa.float64()
    assert regions.column("region").to_pylist() == ["calf.left"]
    assert table(data, "drawings").schema.field("no_pain").type == pa.bool_()


Change = Callable[[pa.Table], pa.Table]


def changed(name: str, change: Change) -> bytes:
    found = files(written(one_pain(), as_parquet=True))
    target = io.BytesIO()
    made = change(parquet.read_table(io.BytesIO(found[f"{name}.parquet"])))
    parquet.write_table(made, target)
    return zipped(found | {f"{name}.parquet": target.getvalue()})


def with_column(made: pa.Table, name: str, values: pa.Array) -> pa.Table:
    return made.set_column(made.column_names.index(name), name, values)


BROKEN = {
    "a column missing": (
        changed("people", lambda made: made.drop_columns(["height_cm"])),
        "people.parquet",
        "its columns are not those of the codebook (height_cm)",
    ),
    "another type": (
        changed("people", lambda made: with_column(made, "height_cm", pa.array(["tall"]))),
        "people.parquet: height_cm",
        "double is needed, not string",
    ),
    "a list in place of a text": (
        changed("people", lambda made: with_column(made, "name", pa.array([["Ada"]]))),
        "people.parquet: name",
        "string is needed, not list",
    ),
    "beyond the scale": (
        changed("marks", lambda made: with_column(made, "intensity.nrs", pa.array([11]))),
        "drawings.parquet, row 1: record.marks.0.intensity.nrs",
        "11 is refused",
    ),
    "no JSON": (
        changed("drawings", lambda made: with_column(made, "red_flags", pa.array(["{"]))),
        "drawings.parquet, row 1: red_flags",
        "",
    ),
    "no Parquet": (
        zipped(files(written((), as_parquet=True)) | {"people.parquet": b"PAR1 and so on"}),
        "people.parquet",
        "it is no Parquet",
    ),
    "CSV among Parquet": (
        zipped(files(written((), as_parquet=True)) | {"people.csv": b""}),
        "people.csv",
        "no table has this name",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_refused_by_place_and_reason(name: str) -> None:
    data, path, reason = BROKEN[name]

    with pytest.raises(ImportRefused) as refused:
        read(data)

    assert refused.value.path.startswith(path)
    assert reason in refused.value.reason


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A long text that stands in many rows is a few bytes in Parquet."""
    monkeypatch.setattr("bodymap.exchange.tables.parquet._MOST_TEXT", 20_000_000)
    rows = 5_000
    huge = pa.array(["x" * 10_000] * rows).dictionary_encode()

    def repeated(made: pa.Table) -> pa.Table:
        many = made.take(pa.array([0] * rows, pa.int32()))
        return with_column(many, "name", huge)

    data = changed("people", repeated)
    assert len(data) < 1_000_000
    with pytest.raises(ImportRefused, match="more than 20,000,000 characters"):
        read(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(info.file_size for info in archive.infolist()) < 3_000_000
