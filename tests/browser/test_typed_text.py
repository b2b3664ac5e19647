"""What is typed is kept while it is typed; what was drawn outlives another address."""

import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from bodymap.records import Assessment
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, MarkPage
from tests.browser.test_mark_by_touch import SHOULDER, THIGH, strokes_of
from tests.serving import Server, free_port, running_app

pytestmark = pytest.mark.browser
PATIENCE_S = 20


def recorded(assess: AssessPage, server: Server) -> Assessment:
    (draft,) = parse_qs(urlsplit(assess.page.url).query)["draft"]
    store = open_store(Path(server.log_file).parent)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    return open_assessment(assessment_id=draft, ports=ports)


def wait_for_note(assess: AssessPage, server: Server, note: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while (kept := recorded(assess, server).findings[0].notes) != note:
        assert time.monotonic() < until, f"the note stayed {kept!r}"
        assess.page.wait_for_timeout(100)


def test_a_note_is_kept_while_it_is_typed_and_the_field_keeps_the_focus(
    open_page: Opener, server: Server
) -> None:
    assess = AssessPage(open_page())
    assess.start(server.url)
    assess.click("back", RIGHT_SHOULDER_BLADE)
    note = assess.panel.get_by_role("textbox", name="Notes")
    note.click()

    note.press_sequentially("deep band ")
    wait_for_note(assess, server, "deep band")
    expect(note).to_be_focused()
    assess.page.keyboard.type("at the edge")

    wait_for_note(assess, server, "deep band at the edge")
    expect(note).to_have_value("deep band at the edge")
    expect(note).to_be_focused()


def test_strokes_that_no_server_heard_of_outlive_another_address_and_the_way_back(
    open_page: Opener, data_folder: Path
) -> None:
    port = free_port()
    with running_app(data_folder, port=port) as server:
        mark = MarkPage(open_page(**PHONE), server)
        mark.begin_to_draw()
        mark.rub("front", *SHOULDER)
        address = mark.page.url
        server.process.kill()
        server.process.wait()
        mark.finger(*mark.pixels("front", *THIGH))
        expect(mark.body.view("front").locator(".stroke")).to_have_count(2)
        mark.page.goto("about:blank")

    with running_app(data_folder, port=port) as server:
        mark.server = server
        mark.page.goto(address)
        mark.body.wait_for_body()
        expect(mark.body.view("front").locator(".stroke")).to_have_count(2)
        mark.body.wait_until_saved()
        assert strokes_of(mark.recorded()) == [2]
        kept = mark.page.evaluate("() => Object.values(sessionStorage).join()")
        assert '"points"' not in kept
