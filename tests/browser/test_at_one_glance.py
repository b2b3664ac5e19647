"""Body and form in sight together at 1280x800; what a full finding costs is counted."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.browser.therapist import SPOTS
from tests.serving import Server

pytestmark = pytest.mark.browser
HEIGHT = 800
MOST_OF_A_FINDING = 8
MOST_FOR_SOMEBODY_NEW = 12


@dataclass
class Counted:
    """Acts on the page; everything that is acted on must be in sight as it is."""

    assess: AssessPage
    actions: list[str] = field(default_factory=list)

    def click(self, what: Locator, name: str) -> None:
        box = shown(what)
        assert box["y"] >= 0, name
        assert box["y"] + box["height"] <= HEIGHT, name
        what.click()
        self.actions.append(name)

    def fill(self, what: Locator, text: str, name: str) -> None:
        self.click(what, name)
        self.assess.page.keyboard.type(text)

    def full_finding(self, number: int, place: tuple[float, float], muscle: str) -> None:
        """Place, muscle, four signs, pain, referral, threshold and note."""
        assess, panel = self.assess, self.assess.panel
        box = shown(assess.view("back"))
        assert box["y"] + box["height"] <= HEIGHT
        assess.page.mouse.click(
            round(box["x"] + box["width"] * place[0]), round(box["y"] + box["height"] * place[1])
        )
        self.actions.append("place")
        expect(assess.lines).to_have_count(number)
        expect(panel.get_by_role("heading", name=f"{number} · ")).to_be_visible()
        self.click(panel.get_by_role("radio", name=muscle, exact=True), "muscle")
        expect(panel.get_by_role("heading", name=f"{number} · {muscle}")).to_be_visible()
        self.click(panel.get_by_role("button", name="Rest present"), "signs")
        twitch = panel.locator("[class*='st-key-sign-twitch']")
        expect(twitch.get_by_role("radio", name="present", exact=True)).to_be_checked()
        self.click(twitch.get_by_role("radio", name="not examined"), "twitch")
        expect(twitch.get_by_role("radio", name="not examined")).to_be_checked()
        self.click(panel.get_by_role("radio", name="7", exact=True), "pain")
        expect(panel.get_by_role("radio", name="7", exact=True)).to_be_checked()
        self.click(panel.get_by_role("radio", name="as typical"), "referral")
        expect(panel.get_by_role("radio", name="as typical")).to_be_checked()
        self.fill(panel.get_by_role("spinbutton"), "18.5", "threshold")
        self.fill(panel.get_by_role("textbox", name="Notes"), "Pinch grip.", "note")


def shown(what: Locator) -> FloatRect:
    expect(what).to_be_visible()
    box = what.bounding_box()
    assert box is not None
    return box


def test_somebody_new_and_two_full_findings_are_few_actions_and_no_scrolling(
    server: Server, open_page: Opener, capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_page(1280, HEIGHT)
    assess = AssessPage(page)
    assess.start_for_a_sample(server.url, "Alma")  # somebody is there already, so the list is full
    page.goto(f"{server.url}/people")
    by_mouse = Counted(assess)

    by_mouse.click(page.get_by_text("Add a person", exact=True), "add a person")
    name = page.get_by_role("textbox", name="Name", exact=True)
    by_mouse.fill(name, "Glance Counted", "name")
    page.keyboard.press("Enter")
    by_mouse.actions.append("enter")
    by_mouse.click(page.get_by_role("button", name="New visit"), "new visit")
    assess.wait_for_body()
    by_mouse.full_finding(1, RIGHT_SHOULDER_BLADE, "Infraspinatus")
    for_somebody_new = len(by_mouse.actions)
    by_mouse.full_finding(2, (0.57, 0.37), "Quadratus lumborum")

    finding = by_mouse.actions[for_somebody_new:]
    with capsys.disabled():
        print(  # noqa: T201 - the figures that this test is about
            f"\nnew person to first full finding: {for_somebody_new} actions; the next full "
            f"finding: {len(finding)} ({', '.join(finding)}); no scrolling"
        )
    assert for_somebody_new <= MOST_FOR_SOMEBODY_NEW
    assert len(finding) <= MOST_OF_A_FINDING
    assert page.locator(".stMain").evaluate("main => main.scrollTop") == 0
    assess.lines.first.click()
    expect(assess.panel.get_by_role("textbox", name="Notes")).to_have_value("Pinch grip.")
    expect(assess.panel.get_by_role("spinbutton")).to_have_value("18.5")
    expect(assess.lines.first).to_contain_text("Active")


def test_the_form_is_no_longer_than_the_window_and_choosing_a_muscle_moves_nothing(
    server: Server, open_page: Opener
) -> None:
    assess = AssessPage(open_page(1280, HEIGHT))
    assess.start(server.url)
    for number, (x, y, muscle, _) in enumerate(SPOTS, start=1):
        assess.click("back", (x, y))
        expect(assess.lines).to_have_count(number)
        expect(assess.panel.get_by_role("heading", name=f"{number} · ")).to_be_visible()
        expect(assess.panel.get_by_role("radio", name=muscle, exact=True)).to_be_visible()
        wait_until_quiet(assess.page)
        before = places(assess)

        assess.choose_muscle(muscle)
        expect(assess.panel.get_by_text("Needling hazards")).to_be_visible()
        wait_until_quiet(assess.page)

        assert places(assess) == before
        form, body = shown(assess.panel), shown(assess.view("back"))
        assert form["y"] + form["height"] <= HEIGHT
        assert body["y"] + body["height"] <= HEIGHT


def test_the_body_stays_in_sight_while_the_page_is_scrolled(
    server: Server, open_page: Opener
) -> None:
    page = open_page(1280, HEIGHT)
    assess = AssessPage(page)
    assess.start(server.url)
    card = page.locator(".st-key-screens")
    card.locator("summary").click()
    expect(card.get_by_role("radio", name="Nothing found")).to_have_count(10)

    wait_until_quiet(page)
    card.get_by_text("Our own choice of common points").scroll_into_view_if_needed()

    expect(page.locator(".stMain")).not_to_have_js_property("scrollTop", 0)
    body = shown(assess.view("back"))
    assert body["y"] >= 0
    assert body["y"] + body["height"] <= HEIGHT


def places(assess: AssessPage) -> list[tuple[str, int]]:
    """Where what is about to be pressed lies: signs, pain, referral, notes and the next point."""
    parts = ("sign-taut_band", "sign-familiar_pain", "nrs", "referral", "notes", "typical", "next")
    rows = [assess.panel.locator(f"[class*='st-key-{part}-']").first for part in parts]
    return [(part, round(shown(row)["y"])) for part, row in zip(parts, rows, strict=True)]
