"""The published schema is that of what is written, and what it says holds for every line."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from bodymap.exchange.archive.reading import open_archive
from bodymap.exchange.archive.schema import FILE, schema
from bodymap.files import assets
from bodymap.records.portable import Portable
from tests.example_count import examples
from tests.exchange.archive.archives import RECORDS, packed, read
from tests.exchange.archive.test_archive import any_records

KEPT = sorted(Path(__file__).with_name("kept").glob("*.zip"))
PUBLISHED = json.loads(assets("archive", FILE).read_text("utf-8"))


def judges() -> dict[str, Draft202012Validator]:
    return {
        name: Draft202012Validator(PUBLISHED | {"$ref": f"#/$defs/{name}"})
        for name in PUBLISHED["$defs"]
        if name.endswith(("json", "jsonl"))
    }


def problems(data: bytes) -> list[str]:
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name, judge in judges().items():
            text = archive.read(name).decode()
            for line in text.splitlines() if name.endswith("jsonl") else [text]:
                found += [error.message for error in judge.iter_errors(json.loads(line))]
    return found


def test_the_published_schema_is_that_of_the_records() -> None:
    assert schema() == PUBLISHED


def test_what_is_written_holds_to_it() -> None:
    assert problems(packed()) == []


@given(records=any_records)
@settings(max_examples=examples(fast=5, whole=20, nightly=500), deadline=None)
def test_any_record_holds_to_it(records: tuple[Portable, ...]) -> None:
    assert problems(packed(records)) == []


@pytest.mark.parametrize(
    "change", [{"year_of_birth": "1971"}, {"name": None}, {"shoe_size": 42}, {"sex": "F"}]
)
def test_what_is_wrong_does_not(change: dict[str, Any]) -> None:
    person = json.loads(RECORDS[0].model_dump_json()) | change  # type: ignore[union-attr]

    assert not judges()["people.jsonl"].is_valid({"record": person})


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_every_archive_that_is_kept_is_read_and_written_again_equal(kept: Path) -> None:
    data = kept.read_bytes()
    records = tuple(open_archive(io.BytesIO(data)).records())

    assert records
    assert read(packed(records)) == records
