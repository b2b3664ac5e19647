"""`bodymap export`, `import`, `backup` and `restore`."""

import json
from pathlib import Path

import pytest

from bodymap.cli import BAD_INPUT, main
from bodymap.records import Person
from bodymap.records.portable import Whole
from bodymap.store import open_store
from tests.exchange.archive.archives import DRAWN, EXAMINED, PERSON, packed, read
from tests.exchange.fhir.foreign_bundles import ANNA, foreign, pain
from tests.records.builders import NOON, a_person, an_id


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BODYMAP_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "in.zip").write_bytes(packed(SHOWABLE))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


# Without the findings, which name a region that no figure has.
CLOSED = EXAMINED.changed(findings=(), editions=1, status="FINISHED")
SHOWABLE = (PERSON, Whole(CLOSED, (CLOSED,)), Whole(DRAWN))


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_an_import_is_shown_then_done_then_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "in.zip"]) == 0
    assert told(capsys) == (
        "1 person\n  1 new\n1 assessment\n  1 new\n1 drawing\n  1 new\n"
        "Nothing was imported yet. Give --yes to import this.\n"
    )
    assert main(["import", "in.zip", "--yes"]) == 0
    assert told(capsys).endswith("Imported.\n")
    assert main(["import", "in.zip", "--json"]) == 0
    assert {each["fate"] for each in json.loads(told(capsys))["records"]} == {"same"}


def test_what_was_imported_is_exported_again(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "in.zip", "--yes"])

    for who in (["--person", "PAT-042"], ["--person", PERSON.id], ["--everything"]):
        assert main(["export", "out.zip", *who]) == 0
        assert read(Path("out.zip").read_bytes()) == SHOWABLE

    assert told(capsys).endswith("out.zip: 1 person, 1 assessment, 1 drawing.\n")
    assert Path("out.zip").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", [[], ["--as", "fhir-r5"], ["--as", "fhir-r4", "--transaction"]])
def test_what_left_as_fhir_is_known_again(
    form: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", "in.zip", "--yes"])

    assert main(["export", "out.json", "--everything", *form]) == 0
    assert told(capsys).endswith("out.json: 1 person, 1 assessment, 1 drawing.\n")
    assert main(["import", "out.json", "--json"]) == 0
    answer = json.loads(told(capsys))
    assert {each["fate"] for each in answer["records"]} == {"same"}
    assert answer["left"] == []


def test_what_left_as_parquet_is_known_again(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "in.zip", "--yes"])

    assert main(["export", "out.zip", "--everything", "--as", "parquet"]) == 0
    assert told(capsys).endswith("out.zip: 1 person, 1 assessment, 1 drawing.\n")
    assert main(["import", "out.zip", "--json"]) == 0
    assert {each["fate"] for each in json.loads(told(capsys))["records"]} == {"same"}


ANSWERS = "code,date,map___1,map___2\nP-1,2026-03-31,1,0\nP-2,2026-03-31,1,2\n"


def test_answers_on_another_chart_come_in_and_leave_for_redcap(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("theirs.csv").write_text(ANSWERS, "utf-8")

    assert main(["import", "theirs.csv"]) == BAD_INPUT
    assert "say which body chart it is: map" in capsys.readouterr().err
    assert main(["import", "theirs.csv", "--chart", "map=wpi", "--yes"]) == 0
    assert told(capsys) == (
        "1 person\n  1 new\n1 drawing\n  1 new\n"
        "not taken, row 3: map___2 is '2'; 1 or 0 is needed\nImported.\n"
    )
    assert main(["export", "out.zip", "--everything", "--as", "redcap"]) == 0
    assert main(["import", "out.zip", "--json"]) == 0
    told_last = told(capsys).splitlines()
    assert told_last[0] == "out.zip: 1 person, 0 assessments, 1 drawing."
    assert len(json.loads(told_last[1])["records"]) == 2


@pytest.mark.parametrize("chart", ["map", "map=margolis", "=wpi"])
def test_a_chart_that_is_not_known_is_refused(
    chart: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("theirs.csv").write_text(ANSWERS, "utf-8")

    assert main(["import", "theirs.csv", "--chart", chart]) == BAD_INPUT
    assert "charts are choir, choir_older_female" in capsys.readouterr().err


def test_what_is_not_taken_of_a_bundle_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("theirs.json").write_text(foreign(ANNA, pain()), "utf-8")

    assert main(["import", "theirs.json", "--yes"]) == 0

    said = told(capsys)
    assert said.startswith("1 person\n  1 new\n1 drawing\n  1 new\n")
    assert "not taken, entry[0].resource.address: a record has no place for it\n" in said
    assert said.endswith("Imported.\n")


def test_a_backup_is_restored_and_that_is_undone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", "in.zip", "--yes"])
    assert main(["backup", "mine"]) == 0
    keep(folder, a_person(id=an_id(70)))

    assert main(["restore", "mine"]) == 0
    assert "Restored: 1 person, 1 assessment, 1 drawing." in told(capsys)
    assert main(["restore", str(folder / "before-restore.sqlite3")]) == 0
    assert "Restored: 2 people" in told(capsys)


def keep(folder: Path, person: Person) -> None:
    store = open_store(folder)
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.commit()
    store.close()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["export", "out.zip"], "say whose records"),
        (["export", "out.zip", "--person", "Nobody"], "There is no person"),
        (["export", "nowhere/out.zip", "--everything"], "could not be written"),
        (["export", "out.zip", "--everything", "--transaction"], "goes with --as fhir-r4"),
        (["import", "nowhere.zip"], "No such file"),
        (["import", "bad.zip"], "cannot be unpacked"),
        (["restore", "bad.zip"], "cannot be used"),
        (["backup", "nowhere/mine"], "cannot be used"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    command: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.zip").write_bytes(b"nothing of ours")

    assert main(command) == BAD_INPUT

    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_a_name_that_two_people_have_is_asked_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (70, 71):
        keep(folder, a_person(id=an_id(number), name="Ada Beispiel"))

    assert main(["export", "out.zip", "--person", "Ada Beispiel"]) == BAD_INPUT
    assert "2 people are called so" in capsys.readouterr().err
