"""An archive gives back what went in, and refuses what was not written so."""

import io
import json
import random
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import ImportRefused
from bodymap.exchange.archive.reading import LONGEST_LINE, open_archive
from bodymap.records.draftable import Draftable, Status
from bodymap.records.portable import Portable, Whole
from tests.example_count import examples
from tests.exchange.archive.archives import PERSON, RECORDS, changed, packed, read, zipped
from tests.records import strategies

ENDLESS = random.Random(1).randbytes(LONGEST_LINE // 2).hex().encode() + b"00"  # noqa: S311
KEPT = Path(__file__).with_name("kept")


def whole(records: st.SearchStrategy[Draftable]) -> st.SearchStrategy[Portable]:
    """Records as they can stand: a draft, or one that was finished once or twice and is amended."""

    def made(record: Draftable, editions: int) -> Portable:
        said = tuple(
            record.changed(
                editions=number,
                version=number,
                status=Status.AMENDED if number > 1 else Status.FINISHED,
            )
            for number in range(1, editions + 1)
        )
        return Whole(record.changed(editions=editions, status=Status.DRAFT), said)

    return st.builds(made, records, st.integers(0, 2))


any_records = st.one_of(
    st.lists(strategies.persons, max_size=3, unique_by=lambda each: each.id).map(tuple),
    whole(strategies.assessments).map(lambda each: (each,)),
    whole(strategies.pain_drawings).map(lambda each: (each,)),
)


@given(records=any_records)
@settings(max_examples=examples(fast=10, whole=40, nightly=1_000))
def test_nothing_is_lost_or_invented_on_the_way_out_and_in(records: tuple[Portable, ...]) -> None:
    assert read(packed(records)) == records


def test_the_same_records_at_the_same_time_make_the_same_bytes() -> None:
    assert packed() == packed()


def test_an_archive_of_version_1_is_still_read() -> None:
    with (KEPT / "version-1.zip").open("rb") as file:
        archive = open_archive(file)
        records = tuple(archive.records())

    assert archive.manifest.version == 1
    assert records == RECORDS


def line(record: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"record": record} | more).encode() + b"\n"


def in_people(old: bytes, new: bytes) -> Any:
    return in_file("people.jsonl", old, new)


def in_file(name: str, old: bytes, new: bytes) -> Any:
    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


def appended(name: str, data: bytes) -> Any:
    def change(files: dict[str, bytes]) -> None:
        files[name] = files.get(name, b"") + data

    return change


def without(name: str) -> Any:
    return lambda files: files.pop(name)


NAMED = b'"name":"Aoife O\'Brien \xc3\x85ngstr\xc3\xb6m"'
BROKEN: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "the file", "cannot be unpacked"),
    "no zip": (b"%PDF-1.7 and so on", "the file", "cannot be unpacked"),
    "a zip of somebody else": (zipped({"a.txt": b"a"}), "manifest.json", "no archive of Bodymap"),
    "truncated": (packed()[:-100], "the file", "cannot be unpacked"),
    "a file missing": (
        changed(without("drawings.jsonl"), settle=False),
        "drawings.jsonl",
        "named in the manifest, but missing",
    ),
    "a file too many": (changed(appended("x.jsonl", b"")), "x.jsonl", "not in the manifest"),
    "a path that leads away": (
        changed(appended("../../x", b"")),
        "../../x",
        "not in the manifest",
    ),
    "a newer version": (
        changed(in_file("manifest.json", b'"version": 1', b'"version": 2')),
        "manifest.json",
        "has version 2; this program reads versions up to 1",
    ),
    "another format": (
        changed(in_file("manifest.json", b"bodymap-archive", b"fhir")),
        "manifest.json",
        "its format is not 'bodymap-archive'",
    ),
    "a line changed behind the manifest's back": (
        changed(in_people(b"1971", b"1972"), settle=False),
        "people.jsonl",
        "its lines, size or hash differ",
    ),
    "a name twice": (
        changed(in_people(NAMED, NAMED + b"," + NAMED)),
        "people.jsonl, line 1",
        "the name 'name' stands twice",
    ),
    "no number": (
        changed(in_people(b'"height_cm":null', b'"height_cm":NaN')),
        "people.jsonl, line 1",
        "NaN is no finite number",
    ),
    "too large a number": (
        changed(in_people(b'"height_cm":null', b'"height_cm":1e999')),
        "people.jsonl, line 1",
        "1e999 is no finite number",
    ),
    "endless digits": (
        changed(in_people(b'"height_cm":null', b'"height_cm":' + b"1" * 5_000)),
        "people.jsonl, line 1",
        "thousands of digits",
    ),
    "half a character": (
        changed(in_people(NAMED, rb'"name":"\ud83d"')),
        "people.jsonl, line 1",
        "half a character",
    ),
    "another encoding": (
        changed(in_people(NAMED, b'"name":"\xff"')),
        "people.jsonl, line 1",
        "not UTF-8",
    ),
    "a byte-order mark": (
        changed(lambda files: files.update({"people.jsonl": b"\xef\xbb\xbf{}\n"})),
        "people.jsonl, line 1",
        "no JSON",
    ),
    "nested without end": (
        changed(appended("people.jsonl", b"[" * 100_000 + b"\n")),
        "people.jsonl, line 2",
        "nested too deeply",
    ),
    "a line without end": (
        changed(appended("people.jsonl", ENDLESS)),
        "people.jsonl, line 2",
        f"more than {LONGEST_LINE:,} bytes",
    ),
    "a bomb": (
        changed(appended("people.jsonl", b" " * 20_000_000)),
        "people.jsonl",
        "grows more than 200 times",
    ),
    "a wrong type": (
        changed(in_people(b'"year_of_birth":1971', b'"year_of_birth":"1971"')),
        "people.jsonl, line 1: record.year_of_birth",
        "'1971' is refused",
    ),
    "a field nobody knows": (
        changed(in_people(NAMED, NAMED + b',"shoe_size":42')),
        "people.jsonl, line 1: record.shoe_size",
        "42 is refused",
    ),
    "a person twice": (
        changed(appended("people.jsonl", line(PERSON.model_dump(mode="json")))),
        "people.jsonl, line 2",
        "was there before",
    ),
    "a person with an edition": (
        changed(in_people(b'{"record"', b'{"edition":1,"record"')),
        "people.jsonl, line 1",
        "a person has no editions",
    ),
    "an edition of another record": (
        changed(
            in_file(
                "assessments.jsonl",
                b'"edition":1,"record":{"id":"019',
                b'"edition":1,"record":{"id":"029',
            )
        ),
        "assessments.jsonl, line 2",
        "without its record",
    ),
    "an edition that is missing": (
        changed(
            lambda files: files.update(
                {
                    "assessments.jsonl": b"".join(
                        files["assessments.jsonl"].splitlines(keepends=True)[:2]
                    )
                }
            )
        ),
        "assessments.jsonl, its last record",
        "the record says 2 editions and 1 follow",
    ),
    "editions out of order": (
        changed(
            lambda files: files.update(
                {
                    "assessments.jsonl": b"".join(
                        files["assessments.jsonl"].splitlines(keepends=True)[each]
                        for each in (0, 2, 1)
                    )
                }
            )
        ),
        "assessments.jsonl, line 2",
        "it should be 1",
    ),
    "something else than a record": (
        changed(appended("drawings.jsonl", b"[]\n")),
        "drawings.jsonl, line 2",
        "a line is",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_refused_by_place_and_reason(name: str) -> None:
    data, path, reason = BROKEN[name]

    with pytest.raises(ImportRefused) as refused:
        read(data)

    assert refused.value.path == path
    assert reason in refused.value.reason
    assert str(refused.value).endswith("as it was written.")


def test_an_encrypted_file_is_refused() -> None:
    data = bytearray(packed())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1

    with pytest.raises(ImportRefused, match="it is encrypted"):
        read(bytes(data))


@given(chance=st.integers(0, 2**32).map(random.Random))
@settings(max_examples=examples(fast=30, whole=150, nightly=5_000))
def test_a_mutated_archive_is_read_as_it_was_or_refused(chance: random.Random) -> None:
    data = bytearray(packed())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        kind = chance.randrange(4)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randint(1, 50)]
        elif kind == 2:
            data[at:at] = chance.randbytes(chance.randint(1, 20))
        else:
            end = at + chance.randint(1, 60)
            data[at:end] = data[:60]

    try:
        found = read(bytes(data))
    except ImportRefused:
        return
    assert found == RECORDS


@given(chance=st.integers(0, 2**32).map(random.Random))
@settings(max_examples=examples(fast=30, whole=150, nightly=5_000))
def test_mutated_lines_are_read_as_records_or_refused(chance: random.Random) -> None:
    """The zip and the manifest are whole; what the lines say is not."""

    def mutate(files: dict[str, bytes]) -> None:
        name = chance.choice(["people.jsonl", "assessments.jsonl", "drawings.jsonl"])
        data = bytearray(files[name])
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(data))
            piece = chance.choice(PIECES)
            data[at : at + chance.choice((0, 1, len(piece)))] = piece
        files[name] = bytes(data)

    data = changed(mutate)
    try:
        found = read(data)
    except ImportRefused:
        return
    assert read(packed(found)) == found


@given(chance=st.integers(0, 2**32).map(random.Random))
@settings(max_examples=examples(fast=20, whole=60, nightly=1_000))
def test_swapped_ids_are_read_as_they_stand_or_refused(chance: random.Random) -> None:
    def swap(files: dict[str, bytes]) -> None:
        name = chance.choice(["people.jsonl", "assessments.jsonl", "drawings.jsonl"])
        ids = sorted({each for data in files.values() for each in AN_ID.findall(data)})
        for _ in range(chance.randint(1, 3)):
            one, other = chance.choice(ids), chance.choice(ids)
            files[name] = files[name].replace(one, other, chance.randint(1, 3))

    try:
        found = read(changed(swap))
    except ImportRefused:
        return
    assert read(packed(found)) == found


AN_ID = re.compile(rb"[0-9a-f]{8}-[0-9a-f-]{27}")
PIECES = [
    b"null", b"NaN", b"-1", b"1e999", b"[", b"]", b"{", b"}", b'"', b",", b":", b"\n", b"\x00",
    rb"\ud800", b"\xff", b"[[[[[[[[", b'"version":1,', b'"id":"x",', b"true", b"9" * 400,
]  # fmt: skip


def test_a_manifest_with_another_count_is_refused() -> None:
    def change(files: dict[str, bytes]) -> None:
        manifest = json.loads(files["manifest.json"])
        manifest["files"]["people.jsonl"]["records"] = 2
        files["manifest.json"] = json.dumps(manifest).encode()

    with pytest.raises(ImportRefused, match="holds 1 records, the manifest says 2"):
        read(changed(change, settle=False))


def test_two_files_of_one_name_are_refused() -> None:
    target = io.BytesIO(packed())
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("people.jsonl", b"")

    with pytest.raises(ImportRefused, match="two files of one name"):
        read(target.getvalue())
