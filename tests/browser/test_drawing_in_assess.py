"""The patient's drawing while they are examined: under the findings, and telling where to look."""

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server

pytestmark = pytest.mark.browser


def frames_of(page: Page) -> list[object]:
    """What the page sends to the server from now on."""
    sent: list[object] = []

    def keep(frame: object) -> None:
        sent.append(frame)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", keep)

    page.on("websocket", listen)
    return sent


def test_it_lies_under_the_findings_and_fades_without_asking_the_server(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    sent = frames_of(page)
    assess = AssessPage(page)
    assess.start_for_a_sample(server.url, "Alma")
    under = page.locator(".view[data-view='front'] .under path")
    expect(under).to_have_count(1)
    wait_until_quiet(page)
    before = len(sent)

    fade = page.get_by_role("slider", name="Patient's drawing")
    faded = page.locator(".view[data-view='front'] .faded")
    fade.press("Home")
    expect(faded).to_have_css("opacity", "0")
    expect(fade).to_have_attribute("aria-valuetext", "not shown")
    fade.press("ArrowRight")
    expect(faded).to_have_css("opacity", "0.09")
    wait_until_quiet(page)
    assert len(sent) == before

    assess.click("front", (0.29, 0.25))
    expect(assess.marks).to_have_count(1)
    assert (
        under.evaluate(
            "path => path.compareDocumentPosition(path.ownerSVGElement.querySelector('.marks'))"
        )
        & 4
    ), "the marks come after it, so they lie above"
    assess.wait_until_saved()
    assess.reload()
    expect(faded).to_have_css("opacity", "0.09")
    expect(under).to_have_count(1)


def test_a_candidate_is_examined_and_what_is_explained_rises(
    open_page: Opener, server: Server
) -> None:
    assess = AssessPage(open_page(390, 844))
    assess.start_for_a_sample(server.url, "Alma")
    page = assess.page
    assess.turn_to("Back")

    page.get_by_role("button", name="Examine", exact=True).first.click()

    expect(assess.panel.get_by_role("heading", name="1 · ")).to_be_visible()
    on_the_body = page.locator(".view.front-most .mark.selected")
    expect(on_the_body).to_be_in_viewport()
    covered = page.get_by_text("No finding counts yet for the drawn pain.")
    expect(covered).to_be_visible()
    assess.sign("hypersensitive_spot", "present")
    expect(page.locator(".fade .note")).to_contain_text("findings cover")
    expect(page.get_by_text("The findings so far cover")).to_be_visible()
    assess.tool("Undo").click()
    assess.tool("Undo").click()
    expect(assess.marks).to_have_count(0)


def test_a_drawing_is_made_for_the_assessment_and_one_comes_back(
    open_page: Opener, server: Server
) -> None:
    assess = AssessPage(open_page())
    assess.start(server.url)
    page = assess.page

    page.get_by_role("button", name="Draw now").click()
    page.locator(".st-key-mark-none button").click()
    page.locator(".st-key-mark-finish button").click()
    page.get_by_role("button", name="Back to the assessment").click()

    assess.wait_for_body()
    expect(page.get_by_text("No pain that day.")).to_be_visible()
