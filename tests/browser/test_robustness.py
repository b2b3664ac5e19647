"""Hostile text, forged addresses, two tabs, a failing disk, a dying server: nothing is lost."""

import re
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server, free_port, running_app

pytestmark = pytest.mark.browser

LOWER_BACK = (0.40, 0.42)
SMALL = 4_096
CANARY = "document.documentElement.dataset.ran = 'yes'"
HOSTILE = (
    f'<img src=x onerror="{CANARY}"><script>{CANARY}</script> **bold** [link](javascript:{CANARY}) '
    "$\\frac{1}{2}$ :red[colour] `code` # head"
)
#: The same within the 200 characters of a name.
HOSTILE_NAME = HOSTILE.replace(
    "[link](javascript:document.documentElement.dataset.ran = 'yes')", ""
)


def expect_as_typed(page: Page, shown: str) -> None:
    """The text stands on the page letter by letter, and nothing of it ran or became an element."""
    expect(page.get_by_text(shown).first).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.ran ?? 'no'") == "no"
    made = "img[src='x'], a[href^='javascript'], .katex, main strong:text-is('bold')"
    expect(page.locator(made)).to_have_count(0)


@pytest.fixture
def assess(open_page: Opener, server: Server) -> AssessPage:
    started = AssessPage(open_page())
    started.start(server.url)
    return started


def test_a_note_and_a_reason_are_shown_as_typed_and_never_run(assess: AssessPage) -> None:
    page = assess.page
    assess.click("back", RIGHT_SHOULDER_BLADE)
    note = assess.panel.get_by_role("textbox", name="Notes")
    note.fill(HOSTILE)
    note.press("Control+Enter")
    page.get_by_role("button", name="Details").click()
    reason = page.get_by_role("textbox", name="Reason")
    reason.fill(HOSTILE)
    reason.press("Enter")
    expect_as_typed(page, HOSTILE)
    assess.reload()
    expect_as_typed(page, HOSTILE)
    expect(assess.panel.get_by_role("textbox", name="Notes")).to_have_value(HOSTILE)


def test_a_name_is_shown_as_typed_wherever_it_stands(open_page: Opener, server: Server) -> None:
    page = open_page()
    page.goto(f"{server.url}/people")
    add_person(page, HOSTILE_NAME)
    expect(page.get_by_role("heading", name=HOSTILE_NAME)).to_be_visible()
    expect_as_typed(page, HOSTILE_NAME)
    page.get_by_role("button", name="New visit").click()
    AssessPage(page).wait_for_body()
    expect_as_typed(page, HOSTILE_NAME)


def add_person(page: Page, name: str) -> None:
    adding = page.get_by_text("Add a person")
    adding.wait_for()
    page.locator("[data-test-script-state='notRunning']").wait_for()
    field = page.get_by_role("textbox", name="Name", exact=True)
    wait_until_quiet(page)
    if not field.is_visible():
        adding.click()  # open by itself only while there is nobody, samples included
    expect(field).to_be_visible()
    field.fill(name)
    wait_until_quiet(page)  # the form has opened to its full height
    page.get_by_role("button", name="Add", exact=True).click()


def expect_rated(assess: AssessPage, pain: int) -> None:
    """One pressed button; while a value gives way to another there are two rows of them."""
    rated = assess.panel.get_by_role("radio", name=str(pain), exact=True, checked=True)
    expect(rated).to_have_count(1)


def test_a_name_of_100_000_characters_is_refused_and_nothing_entered_is_lost(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/people")
    add_person(page, "n" * 100_000)
    expect(page.get_by_role("alert").filter(has_text="Not saved")).to_be_visible()
    field = page.get_by_role("textbox", name="Name", exact=True)
    assert len(field.input_value()) == 100_000
    field.fill("Ana Long")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", name="Ana Long")).to_be_visible()


@pytest.mark.parametrize(
    "draft", ["0190c0de-0000-7000-8000-000000000000", "none", "../../etc/passwd", "'; drop table x"]
)
def test_an_address_that_names_no_assessment_says_so_and_shows_a_way_on(
    open_page: Opener, server: Server, draft: str
) -> None:
    page = open_page()
    page.goto(f"{server.url}/?draft={draft}")
    expect(page.get_by_text("There is no such assessment here.")).to_be_visible()
    page.get_by_role("button", name="Start without a person").click()
    AssessPage(page).wait_for_body()
    expect(page.get_by_text("There is no such assessment here.")).to_be_hidden()


def test_an_address_that_names_nobody_says_so_and_shows_a_way_on(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/people?person=nobody-at-all")
    expect(page.get_by_text("There is no such person here.")).to_be_visible()
    add_person(page, "Ben Found")
    expect(page.get_by_role("heading", name="Ben Found")).to_be_visible()


def test_of_two_tabs_on_one_draft_the_second_is_told_and_overwrites_nothing(
    assess: AssessPage, open_page: Opener
) -> None:
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.panel).to_contain_text("Infraspinatus")
    other = AssessPage(open_page())
    other.open(assess.page.url)
    expect(other.lines).to_have_count(1)

    assess.rate_pain(7)
    expect_rated(assess, 7)
    assess.wait_until_saved()
    other.rate_pain(3)

    expect(other.page.get_by_text(re.compile("changed in another window"))).to_be_visible()
    assess.reload()
    expect_rated(assess, 7)
    other.page.get_by_role("button", name="Show what is saved").click()
    expect_rated(other, 7)


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("taken") / "records"


@pytest.fixture(scope="module")
def own_server(own_folder: Path) -> Iterator[Server]:
    """An app whose disk can be taken away; who does, gives it back."""
    with running_app(own_folder) as running:
        yield running


@contextmanager
def full_disk(server: Server) -> Iterator[None]:
    """As long as the block lasts the app can write no file that is longer than a little."""
    pid, kind = server.process.pid, resource.RLIMIT_FSIZE
    soft, hard = resource.prlimit(pid, kind)
    resource.prlimit(pid, kind, (SMALL, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, kind, (soft, hard))


def test_on_a_full_disk_the_finding_stays_on_the_screen_and_is_saved_when_there_is_room(
    open_page: Opener, own_server: Server
) -> None:
    assess = AssessPage(open_page())
    assess.start(own_server.url)
    assess.click("back", LOWER_BACK)
    expect(assess.lines).to_have_count(1)
    assess.wait_until_saved()

    with full_disk(own_server):
        assess.click("back", RIGHT_SHOULDER_BLADE)

        expect(assess.page.get_by_text(re.compile("Free some space"))).to_be_visible()
        expect(assess.lines).to_have_count(2)
        expect(assess.marks).to_have_count(2)
    assess.wait_until_saved()
    expect(assess.lines.nth(1)).to_contain_text("right")
    expect(assess.page.get_by_text(re.compile("Free some space"))).to_be_hidden()
    assess.reload()
    expect(assess.lines).to_have_count(2)


def test_what_was_entered_on_a_full_disk_stays_in_its_field_until_it_is_saved(
    open_page: Opener, own_server: Server
) -> None:
    assess = AssessPage(open_page())
    assess.start(own_server.url)
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.panel).to_contain_text("Infraspinatus")
    assess.wait_until_saved()
    again = assess.page.get_by_role("button", name="Save again")

    with full_disk(own_server):
        assess.rate_pain(7)

        expect(again).to_be_visible()
        expect(assess.page.get_by_text(re.compile("Free some space"))).to_be_visible()
        expect_rated(assess, 7)
    again.click()
    expect(again).to_be_hidden()
    assess.reload()
    expect_rated(assess, 7)


def test_records_taken_away_while_the_page_is_open_are_missed_aloud_and_nothing_is_lost(
    open_page: Opener, own_server: Server, own_folder: Path, tmp_path: Path
) -> None:
    assess = AssessPage(open_page())
    assess.start(own_server.url)
    assess.click("back", LOWER_BACK)
    expect(assess.lines).to_have_count(1)
    assess.wait_until_saved()
    away = tmp_path / "away"
    shutil.move(own_folder, away)

    assess.click("back", RIGHT_SHOULDER_BLADE)

    expect(assess.page.get_by_text(str(own_folder))).to_be_visible()
    expect(assess.lines).to_have_count(2)
    shutil.rmtree(own_folder, ignore_errors=True)
    shutil.move(away, own_folder)
    assess.wait_until_saved()
    assess.reload()
    expect(assess.lines).to_have_count(2)


def test_marks_set_while_the_server_is_gone_are_kept_when_it_is_back(
    open_page: Opener, data_folder: Path
) -> None:
    port = free_port()
    with running_app(data_folder, port=port) as server:
        assess = AssessPage(open_page())
        assess.start(server.url)
        assess.click("back", LOWER_BACK)
        expect(assess.lines).to_have_count(1)
        assess.wait_until_saved()
        server.process.kill()
        server.process.wait()
        assess.click("back", RIGHT_SHOULDER_BLADE)
        expect(assess.marks).to_have_count(2)

    with running_app(data_folder, port=port):
        assess.wait_until_saved()
        expect(assess.lines.nth(1)).to_contain_text("right")
        expect(assess.lines).to_have_count(2)
        assess.reload()
        expect(assess.lines).to_have_count(2)
        assess.tool("Undo").click()
        expect(assess.lines).to_have_count(1)


def test_a_tab_in_which_nothing_was_done_yet_goes_on_after_the_server_began_anew(
    open_page: Opener, data_folder: Path
) -> None:
    port = free_port()
    with running_app(data_folder, port=port) as server:
        first = AssessPage(open_page())
        first.start(server.url)
        first.page.wait_for_url("**draft=*")
        assess = AssessPage(open_page())
        assess.page.goto(first.page.url)
        assess.wait_for_body()
        expect(assess.page.get_by_test_id("stApp")).to_have_attribute(
            "data-test-script-state", "notRunning"
        )
        server.process.kill()
        server.process.wait()

    with running_app(data_folder, port=port):
        assess.click("back", LOWER_BACK)
        assess.wait_until_saved()
        expect(assess.lines).to_have_count(1)
