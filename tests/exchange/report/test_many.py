"""Many reports are one zip in which each has its folder and a name of its own."""

import io
import zipfile

import pytest

from bodymap.exchange.report.many import ReportFile, write_reports
from tests.exchange.report.visits import AT
from tests.records.builders import an_id


def a_report(whose: str, number: int | None, name: str = "visit.pdf") -> ReportFile:
    person_id = None if number is None else an_id(number)
    return ReportFile(whose, person_id, name, f"%PDF {whose} {number}".encode)


def zipped(*reports: ReportFile) -> dict[str, bytes]:
    target = io.BytesIO()
    assert write_reports(target, reports, at=AT) == len(reports)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_person_has_a_folder_and_each_report_a_name() -> None:
    found = zipped(
        a_report("Ada Beispiel", 1),
        a_report("Ada Beispiel", 1),
        a_report("ada beispiel", 2),
        a_report("Bo", 3, "other.pdf"),
        a_report("", None),
    )

    assert found == {
        "Ada-Beispiel/visit.pdf": b"%PDF Ada Beispiel 1",
        "Ada-Beispiel/visit-2.pdf": b"%PDF Ada Beispiel 1",
        "ada-beispiel-2/visit.pdf": b"%PDF ada beispiel 2",
        "Bo/other.pdf": b"%PDF Bo 3",
        "visit.pdf": b"%PDF  None",
    }


@pytest.mark.parametrize(
    ("whose", "folder"),
    [
        ("Aoife O'Brien Ångström", "Aoife-O-Brien-Ångström"),
        ("../../etc/passwd", "etc-passwd"),
        ("王芳", "王芳"),
        ("...", "person"),
        ("\u202e/\\:*?", "person"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_folder_is_named_on_any_machine(whose: str, folder: str) -> None:
    assert list(zipped(a_report(whose, 1))) == [f"{folder}/visit.pdf"]


def test_the_same_reports_at_the_same_time_are_the_same_file() -> None:
    one, other = io.BytesIO(), io.BytesIO()
    for target in (one, other):
        write_reports(target, [a_report("Ada", 1), a_report("Bo", 2)], at=AT)

    assert one.getvalue() == other.getvalue()
