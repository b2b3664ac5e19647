"""A therapist hands a drawing over: to a guest's telephone by a link, or with this very device.

The guest comes under a made-up name that the browser takes to this machine, so that nobody outside
is asked and the server still sees somebody who is not at this device.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bodymap.composition import search_index
from bodymap.records import PersonDetails, Status
from bodymap.services.drawing.drawings import list_drawings, start_drawing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.people.persons import add_person
from bodymap.store import open_store
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage
from tests.browser.quiet import wait_until_quiet
from tests.browser.safety import box, first_asked
from tests.browser.test_mark import expect_no_findings
from tests.conftest import PATIENCE_MS
from tests.serving import Server, running_app
from tools.chromium import installed, switches

pytestmark = pytest.mark.browser
NAME = "Quastenflosser"
HOST = "praxis.test"
START = "Draw it"
ON_THE_RIGHT_SHOULDER = [(170 + 3 * step, 215 + 5 * step) for step in range(10)]


@dataclass
class Practice:
    """A shared app, and what lies in its store."""

    server: Server
    ports: Ports
    person_id: str
    other_id: str

    @property
    def outside(self) -> str:
        """Where guests reach it."""
        return f"http://{HOST}:{self.server.port}"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    folder = tmp_path_factory.mktemp("shared")
    with running_app(folder, "--share", "--host-name", HOST) as server:
        store = open_store(folder)
        ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
        details = PersonDetails(name=NAME)
        person = add_person(details=details, request_id="person", ports=ports)
        other = start_drawing(
            body_version="1", request_id="other", ports=ports, person_id=person.id
        )
        yield Practice(server, ports, person.id, other.id)
        store.close()


@pytest.fixture
def guest(chromium: Browser, practice: Practice) -> Iterator[Page]:
    """A telephone that was never here before."""
    rules = "--host-resolver-rules=MAP * 127.0.0.1"
    browser = chromium.browser_type.launch(executable_path=installed(), args=[*switches(), rules])
    size = {"width": PHONE["width"], "height": PHONE["height"]}
    page = browser.new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    page.set_default_timeout(PATIENCE_MS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    browser.close()
    here = (practice.outside, "data:", "blob:")
    assert [url for url in asked if not url.startswith(here)] == []


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name).first).to_be_visible()


def test_a_guest_draws_behind_a_link_and_reaches_nothing_else(
    open_page: Opener, practice: Practice, guest: Page
) -> None:
    page = open_page()
    page.goto(f"{practice.server.url}/hand-over?person={practice.person_id}")
    button(page, "Make a link").click()
    expect(page.get_by_role("img", name="QR code of the link")).to_be_visible()
    expect_no_findings(page)
    page.set_viewport_size({"width": 390, "height": 844})
    expect_no_findings(page)
    address = page.get_by_test_id("stCode").inner_text().strip()
    expect(page.get_by_text("Nothing is drawn yet")).to_be_visible()

    guest.goto(address)
    expect(button(guest, START)).to_be_visible()
    expect(guest.get_by_text(NAME)).to_have_count(0)
    expect_no_findings(guest)
    button(guest, START).click()
    mark = MarkPage(guest, practice.server)
    mark.body.wait_for_body()
    mark.rub("front", *ON_THE_RIGHT_SHOULDER)
    expect(page.get_by_text("It is being drawn")).to_be_visible()

    token = address.partition("?")[2]
    asked = f"person={practice.person_id}&draft={practice.other_id}"
    for path in (f"people?{asked}", f"people?{asked}&{token}", f"assess?{asked}&{token}"):
        guest.goto(f"{practice.outside}/{path}")
        heading(guest, "You can't open this page")
        expect(guest.get_by_text(NAME)).to_have_count(0)
    for path in ("", f"mark?drawing={practice.other_id}", f"mark?person={practice.person_id}"):
        guest.goto(f"{practice.outside}/{path}")
        expect(guest.get_by_text("open the link or scan the code")).to_be_visible()
        expect(button(guest, START)).to_have_count(0)
    found = guest.evaluate(
        "url => fetch(url).then(answer => answer.status)", "/search/" + search_index().version
    )
    assert found == 403

    guest.goto(address)
    for step in ("feel", "Are any of these"):
        button(guest, "Next").click()
        heading(guest, step)
    while not guest.get_by_role("heading", name="Is this right").is_visible():
        asked = first_asked(guest)
        button(guest, "Next").click()
        expect(box(guest, asked)).to_have_count(0)
        wait_until_quiet(guest)
    button(guest, "Yes").click()
    expect(guest.get_by_text("Your drawing is saved.")).to_be_visible()
    guest.reload()
    heading(guest, "This link has already been used")
    expect_no_findings(guest)

    expect(page.get_by_text(f"{NAME} · Finished")).to_be_visible()
    button(page, "See the drawing").click()
    heading(page, "People")
    (line,) = [
        each
        for each in list_drawings(ports=practice.ports, person_id=practice.person_id)
        if each.id != practice.other_id
    ]
    assert (line.status, line.mark_count) == (Status.FINISHED, 1)


def test_a_device_that_is_handed_over_shows_the_drawing_alone_until_the_pin_is_entered(
    open_page: Opener, practice: Practice
) -> None:
    page = open_page()
    page.goto(f"{practice.server.url}/hand-over?person={practice.person_id}")
    page.get_by_label("PIN, 4 to 12 digits").fill("2468")
    button(page, "Hand over this device").click()
    expect(button(page, START)).to_be_visible()

    page.reload()
    expect(button(page, START)).to_be_visible()
    expect_no_findings(page)
    tab = open_page(width=390, height=844)
    for path in ("", "people", f"assess?draft={practice.other_id}", "explore", "hand-over"):
        tab.goto(f"{practice.server.url}/{path}")
        expect(button(tab, START)).to_be_visible()
        expect(tab.get_by_role("link", name=re.compile("People|Explore|Assess"))).to_have_count(0)
        expect(tab.get_by_text(NAME)).to_have_count(0)

    give_back(tab, "1357")
    expect(tab.get_by_text("This is not the PIN.")).to_be_visible()
    expect_no_findings(tab)
    tab.reload()
    give_back(tab, "2468")
    heading(tab, "People")
    page.reload()
    expect(page.get_by_role("link", name="People")).to_be_visible()


def give_back(page: Page, pin: str) -> None:
    button(page, "Give back to the therapist").click()
    page.get_by_label("PIN", exact=True).fill(pin)
    button(page, "Take this device back").click()


def test_a_link_opens_in_one_browser_and_its_code_is_read_again_there(
    open_page: Opener, practice: Practice, guest: Page
) -> None:
    page = open_page()
    page.goto(f"{practice.server.url}/hand-over")
    button(page, "Make a link").click()
    address = page.get_by_test_id("stCode").inner_text().strip()
    guest.goto(address)
    expect(guest.get_by_text("This connection is not encrypted")).to_be_visible()
    button(guest, "No pain today").click()
    heading(guest, "Is this right?")

    browser = guest.context.browser
    assert browser is not None
    other = browser.new_page()
    other.goto(address)
    heading(other, "This link is open in another browser")
    expect(button(other, START)).to_have_count(0)
    other.close()

    button(guest, "Yes").click()
    code = guest.get_by_text("Give this code to your therapist:").locator("strong").inner_text()
    guest.goto(address)
    heading(guest, "This link has already been used")
    expect(guest.get_by_text(f"Your code for your therapist is {code}")).to_be_visible()
