"""Two visits leave as an archive, the person is removed for good, the archive brings all back."""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from bodymap.exchange.archive.attached import NAME
from bodymap.exchange.report.pdf import BUNDLE_NAME
from bodymap.records import PersonDetails
from bodymap.records.portable import Portable
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.people.persons import add_person, find_persons
from bodymap.store import open_store
from tests import shipped
from tests.browser.conftest import Opener
from tests.exchange.archive.archives import packed, read
from tests.exchange.report.pdf_structure import faults, pictures
from tests.serving import Server, running_app

pytestmark = pytest.mark.browser


FIRST_MS = 90_000
"""For the first page of a server that has just begun, on a busy machine."""


class Practice:
    """A practice with Alma, who came twice."""

    def __init__(self, folder: Path) -> None:
        self.store = open_store(folder)
        self.ports = Ports(store=self.store, clock=SystemClock(), ids=SystemIds())
        alma, *_ = add_sample_people(ports=self.ports, body=shipped.body(), atlas=shipped.atlas())
        self.alma = alma

    def records(self) -> tuple[Portable, ...]:
        chosen = choose(Selection(person_ids=(self.alma.id,)), ports=self.ports)
        read_kind = gather(chosen, ports=self.ports)
        return tuple(each for kind in chosen.ids for each in read_kind(kind))

    def everybody(self) -> set[str]:
        return {line.person.name for line in find_persons(ports=self.ports, sample=None)}

    def add(self, name: str) -> None:
        details = PersonDetails(name=name)
        add_person(details=details, request_id=f"add:{name}", ports=self.ports)

    def remove(self) -> None:
        now = datetime.now(UTC)
        with self.store.writing() as unit:
            unit.persons.set_deleted(self.alma.id, now - timedelta(days=31))
            unit.persons.erase(deleted_before=now)
            unit.commit()


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Server]]:
    folder = tmp_path_factory.mktemp("exchange")
    made = Practice(folder)
    with running_app(folder) as running:
        yield made, running
    made.store.close()


def arrive(page: Page, server: Server, path: str, heading: str) -> None:
    """Open a page; the first one of a server that has just begun takes its time."""
    page.goto(f"{server.url}/{path}")
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible(timeout=FIRST_MS)
    state = page.locator("[data-testid='stApp']")
    expect(state).to_have_attribute("data-test-script-state", "notRunning", timeout=FIRST_MS)


def bring(page: Page, file: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(file)


def expect_it_brings_back(
    page: Page, made: Practice, before: tuple[Portable, ...], file: Path
) -> None:
    """Remove the person for good, and let a file bring everything back as it was."""
    made.remove()
    bring(page, file)
    page.get_by_role("button", name=f"Import {len(before)} records").click()
    expect(page.get_by_text(f"Imported: {len(before)} of {len(before)}")).to_be_visible()

    assert made.records() == before


def test_a_person_leaves_is_removed_and_comes_back_equal(
    practice: tuple[Practice, Server], open_page: Opener, tmp_path: Path
) -> None:
    made, server = practice
    before = made.records()
    page = open_page()
    arrive(page, server, f"people?person={made.alma.id}", made.alma.name)
    page.get_by_role("button", name="Export", exact=True).click()
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text("The file holds 1 person, 2 assessments")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    download.value.save_as(tmp_path / "alma.zip")
    assert re.fullmatch(r"bodymap-\d{4}-\d\d-\d\d\.zip", download.value.suggested_filename)
    assert read((tmp_path / "alma.zip").read_bytes()) == before

    made.remove()
    bring(page, tmp_path / "alma.zip")
    table = page.get_by_role("region", name="What this file would do")
    expect(table.get_by_role("row").filter(has_text="1 person")).to_contain_text("it comes back")
    page.get_by_role("button", name=f"Import {len(before)} records").click()
    expect(page.get_by_text(f"Imported: {len(before)} of {len(before)}")).to_be_visible()

    assert made.records() == before
    page.get_by_role("link", name="Sample: Alma").click()
    expect(page.get_by_role("heading", name="Sample: Alma")).to_be_visible()


def test_a_person_leaves_as_fhir_is_removed_and_comes_back_equal(
    practice: tuple[Practice, Server], open_page: Opener, tmp_path: Path
) -> None:
    made, server = practice
    before = made.records()
    page = open_page()
    arrive(page, server, f"exchange?person={made.alma.id}", "Export and import")
    page.get_by_text("FHIR R4", exact=True).click()
    expect(page.get_by_text("To send to a server")).to_be_visible()
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text("The file holds 1 person, 2 assessments")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    download.value.save_as(tmp_path / "alma.json")
    assert download.value.suggested_filename.endswith("-fhir-r4.json")

    expect_it_brings_back(page, made, before, tmp_path / "alma.json")


def test_a_damaged_file_is_refused_with_the_reason(
    practice: tuple[Practice, Server], open_page: Opener, tmp_path: Path
) -> None:
    _, server = practice
    (tmp_path / "bad.zip").write_bytes(packed()[:-90])
    page = open_page()
    arrive(page, server, "exchange", "Export and import")

    bring(page, tmp_path / "bad.zip")

    alert = page.get_by_role("alert").filter(has_text="cannot be imported")
    expect(alert).to_contain_text("Nothing was changed")


def test_a_backup_is_saved_restored_and_that_is_undone(
    practice: tuple[Practice, Server], open_page: Opener, tmp_path: Path
) -> None:
    made, server = practice
    page = open_page()
    arrive(page, server, "exchange", "Export and import")
    page.get_by_role("button", name="Make a backup").click()
    expect(page.get_by_text("The backup holds")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the backup").click()
    name = download.value.suggested_filename
    assert re.fullmatch(r"bodymap-backup-\d{4}-\d\d-\d\d\.sqlite3", name)
    download.value.save_as(tmp_path / name)
    before = made.everybody()
    made.add("Zoe")

    page.locator("input[type=file]").last.set_input_files(tmp_path / name)
    page.get_by_role("button", name="Replace everything with this backup").click()
    expect(page.get_by_text("Restored:")).to_be_visible()
    assert made.everybody() == before

    page.get_by_role("button", name="Undo the last restore").click()
    # What was restored is said anew, once the page has come to rest.
    expect(page.get_by_text(f"Restored: {len(before) + 1} people")).to_be_visible()
    assert made.everybody() == before | {"Zoe"}


def choose_reports(page: Page, kind: str) -> None:
    """Ask for reports; whatever is chosen, the page is drawn anew, so that each is waited for."""
    page.get_by_text("Reports (PDF)", exact=True).click()
    expect(page.get_by_text("Put the records into each file")).to_be_visible()
    chosen = page.get_by_role("radio", name=kind)
    page.get_by_text(kind, exact=True).click()
    expect(chosen).to_be_checked()


def saved(page: Page, holds: str, folder: Path) -> Path:
    """Make the file and save it."""
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text(f"The file holds {holds}.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def headings(pdf: Path) -> list[str]:
    """Headings of a PDF as a screen reader comes upon them."""
    lines = "\n".join(each.extract_text() for each in PdfReader(pdf).pages).splitlines()
    wanted = {
        "Course of visits",
        "On the body",
        "Visit by visit",
        "Finding by finding",
        "What changed from the first drawing to the last",
        "What this is and is not",
    }
    return [line for line in lines if line in wanted]


def test_the_report_of_all_visits_brings_the_person_back_equal(
    practice: tuple[Practice, Server], open_page: Opener, tmp_path: Path
) -> None:
    made, server = practice
    before = made.records()
    page = open_page()
    arrive(page, server, f"exchange?person={made.alma.id}", "Export and import")
    choose_reports(page, "All visits of a person in one")
    report = saved(page, "1 report", tmp_path)
    assert re.fullmatch(r"bodymap-course-\d{4}-\d\d-\d\d\.pdf", report.name)

    pdf = report.read_bytes()
    assert headings(report) == [
        "Course of visits",
        "On the body",
        "Visit by visit",
        "Finding by finding",
        "What changed from the first drawing to the last",
        "What this is and is not",
    ]
    assert "Sample: Alma" in PdfReader(report).pages[0].extract_text()
    assert faults(pdf) == []
    (picture,) = pictures(pdf)
    assert picture.startswith("Small bodies, one for each of 2 days")
    assert set(PdfReader(report).attachments) == {NAME, BUNDLE_NAME}

    expect_it_brings_back(page, made, before, report)


def test_reports_of_all_visits_are_one_zip_and_bring_them_back(
    practice: tuple[Practice, Server], open_page: Opener, tmp_path: Path
) -> None:
    made, server = practice
    before = made.records()
    page = open_page()
    arrive(page, server, f"exchange?person={made.alma.id}", "Export and import")
    choose_reports(page, "A colleague, as a letter")
    with zipfile.ZipFile(saved(page, "2 reports", tmp_path)) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert all(name.startswith("Sample-Alma-shoulder/bodymap-letter-2026-") for name in names)

    made.remove()
    for number, name in enumerate(names):
        if number:
            page.reload()
            expect(page.get_by_role("heading", name="Export and import")).to_be_visible()
        bring(page, tmp_path / name)
        page.get_by_role("button", name=re.compile(r"Import \d+ record")).click()
        expect(page.get_by_text(re.compile(r"Imported: \d+ of"))).to_be_visible()

    assert set(made.records()) == set(before)
