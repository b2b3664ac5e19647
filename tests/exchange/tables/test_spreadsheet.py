"""LibreOffice opens every table: no cell is a formula, and what it saves gives the records back.

Where it is not on the machine (Debian's package `libreoffice-calc-nogui`, 90 MB), this says so.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from bodymap.exchange.answers.writing import ANSWERS
from bodymap.records.portable import Portable, Whole
from tests.exchange.answers.test_answers import opened
from tests.exchange.answers.test_answers import written as as_answers
from tests.exchange.archive.archives import zipped
from tests.exchange.fhir.bundles import of_alma
from tests.exchange.tables.test_tables import FORMULAS, files, read, written
from tests.records.builders import a_finding, a_person, an_assessment, an_id

PROGRAM = shutil.which("soffice")
WITHOUT = "LibreOffice is not here: tables were not opened in it (libreoffice-calc-nogui)"
PATIENCE_S = 240
# Comma, double quotes, UTF-8, from the first row, American English; nothing is taken for a date.
OPENED_AS = "CSV:44,34,76,1,,1033,false,false"
# The same, saved as the values are and not as they are shown.
SAVED_AS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false"
SHEET = "fods"
FORMULA = re.compile(r'table:formula="([^"]*)"')

pytestmark = pytest.mark.skipif(PROGRAM is None, reason=WITHOUT)


def converted(found: Sequence[Path], into: Path, kind: str, *options: str) -> list[Path]:
    into.mkdir()
    command = [
        str(PROGRAM),
        f"-env:UserInstallation={(into.parent / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        *options,
        "--convert-to",
        kind,
        "--outdir",
        str(into),
        *map(str, found),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_S)
    return sorted(into.iterdir())


def hostile() -> tuple[Portable, ...]:
    """Records whose every text would be a formula."""
    visits = (
        an_assessment(
            id=an_id(700 + n),
            code=f"HOST{n:02}",
            reason=text,
            notes=f"{text}\n{text}",
            findings=(a_finding(notes=text),),
        )
        for n, text in enumerate(FORMULAS)
    )
    return (a_person(id=an_id(699), name=FORMULAS[0], code=FORMULAS[1]), *map(Whole, visits))


def test_no_cell_is_a_formula_and_what_is_saved_gives_the_records_back(tmp_path: Path) -> None:
    sets = {"alma": of_alma(), "hostile": hostile()}
    tables = tmp_path / "tables"
    tables.mkdir()
    for name, records in sets.items():
        for file, data in files(written(records)).items():
            (tables / f"{name}.{file}").write_bytes(data)
    redcap = as_answers(of_alma())
    for file, data in files(redcap).items():
        (tables / f"answers.{file}").write_bytes(data)

    wanted = sorted(tables.iterdir())
    sheets = converted(wanted, tmp_path / "sheets", SHEET, f"--infilter={OPENED_AS}")
    saved = converted(sheets, tmp_path / "saved", SAVED_AS)

    assert [sheet.stem for sheet in sheets] == [table.stem for table in wanted]
    assert {sheet.name: FORMULA.findall(sheet.read_text("utf-8")) for sheet in sheets} == {
        sheet.name: [] for sheet in sheets
    }
    back = {name: files_of(saved, name) for name in (*sets, "answers")}
    assert {name: read(zipped(back[name])) for name in sets} == sets
    assert tuple(opened(back["answers"][ANSWERS]).records()) == tuple(opened(redcap).records())


def files_of(saved: Sequence[Path], name: str) -> dict[str, bytes]:
    """The files of one set, by the name they had."""
    begins = f"{name}."
    return {
        path.name.removeprefix(begins): path.read_bytes()
        for path in saved
        if path.name.startswith(begins)
    }
