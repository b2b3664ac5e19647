"""A round of each exercise by keyboard, one by touch, and pages free of barriers."""

import csv
import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bodymap.records.practice import Exercise
from tests.analysis.practice.books import an_answer
from tests.browser.barriers import in_every_look
from tests.browser.conftest import Opener
from tests.browser.practise_page import PractisePage, a_learner, a_round, atlas, body, kept
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_recognise_by_keyboard_and_reload_goes_on_at_the_same_question(
    open_page: Opener, server: Server
) -> None:
    address = a_learner(server, a_round(Exercise.RECOGNISE))
    at = PractisePage(open_page())
    page = at.page
    at.open(address)
    at.expect_question(1)
    expect(page.locator(".zone.essential").first).to_be_attached()
    shown = page.locator(".bm").evaluate("root => root.outerHTML")
    assert "infraspinatus" not in shown.lower()

    at.answer("2", "Right. This is typical for Infraspinatus.")
    expect(page.get_by_role("button", name="Source: place and referral")).to_be_visible()
    at.go_on("Question 2 of 2")
    page.reload()
    at.canvas.wait_for_body()
    at.expect_question(2)

    at.answer("4", "This is typical for Teres minor, not for Rhomboids")
    said = page.locator(".st-key-card-practise-said")
    expect(said.get_by_role("heading", name="What you chose: Rhomboids")).to_be_visible()
    expect(said.locator(".zone.essential").first).to_be_attached()
    at.go_on("Round done: 1 of 2 right")
    assert [(a.said, a.right) for a in kept(server, address).answers] == [
        ("infraspinatus", True),
        ("rhomboids", False),
    ]
    page.get_by_role("button", name="Choose something else").click()
    with page.expect_download() as loading:
        page.get_by_role("button", name="My results (CSV)").click()
    told = loading.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(told, newline="")))
    assert [(row["learner"], row["answer"], row["right"]) for row in rows] == [
        ("Ada", "infraspinatus", "1"),
        ("Ada", "rhomboids", "0"),
    ]


def test_place_by_keyboard_and_the_distance_is_told(open_page: Opener, server: Server) -> None:
    address = a_learner(server, a_round(Exercise.PLACE))
    at = PractisePage(open_page())
    at.open(address)
    at.expect_question(1)
    for number, side in enumerate(("right", "left"), 1):
        at.tab_to_region("back", f"scapula_infraspinous.{side}")
        at.key("Shift+ArrowUp")
        at.key("Enter")
        expect(at.canvas.lines).to_contain_text(["Your answer"])
        at.canvas.wait_until_saved()
        expect(at.page.get_by_role("button", name="Check my answer")).to_be_enabled()
        at.answer("d", "away" if number == 1 else "left side of the body; the right one")
        expect(at.canvas.lines).to_have_count(2)
        at.page.locator(".st-key-practise-next button").focus()
        at.go_on("Question 2 of 2" if number == 1 else "Round done")
    near, wrong = kept(server, address).answers
    assert near.distance_cm is not None
    assert near.distance_cm < 8
    assert wrong.other_side


def test_draw_by_keyboard_and_see_what_was_found_missed_and_beyond(
    open_page: Opener, server: Server
) -> None:
    address = a_learner(server, a_round(Exercise.DRAW, ("infraspinatus_upper",)))
    at = PractisePage(open_page())
    at.open(address)
    at.expect_question(1, of=1)
    at.canvas.tool("Region").press("Enter")
    at.tab_to_region("front", "shoulder_front.right")
    at.key("Enter")
    at.canvas.tool("Draw").press("Enter")
    at.tab_to_region("front", "thigh_front.right")
    at.key("Enter")
    expect(at.page.locator(".stroke.brush")).to_have_count(1)
    at.canvas.wait_until_saved()
    at.answer("d", "of your drawing lies beyond the pattern")
    for words in ("found (plain)", "missed (dots)", "beyond the pattern (stripes)"):
        expect(at.page.get_by_text(words)).to_be_visible()
    picture = at.page.get_by_role("img", name="Front: ").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 100
    at.go_on("Round done")
    (answer,) = kept(server, address).answers
    assert answer.share_found
    assert answer.share_beyond


def test_a_round_by_finger_on_a_telephone(open_page: Opener, server: Server) -> None:
    address = a_learner(server, a_round(Exercise.PLACE, ("infraspinatus_upper",)))
    at = PractisePage(open_page(390, 844, has_touch=True, is_mobile=True))
    page = at.page
    at.open(address)
    at.expect_question(1, of=1)
    at.canvas.turn_to("Back")
    place = body().project(atlas().place_cell("infraspinatus_upper"), "back")
    assert place is not None
    at.canvas.view("back").scroll_into_view_if_needed()
    page.touchscreen.tap(*at.canvas.pixel("back", *place))
    expect(at.canvas.lines).to_have_count(1)
    check = page.get_by_role("button", name="Check my answer")
    expect(check).to_be_enabled()
    check.tap()
    at.expect_verdict("Right.")
    page.get_by_role("button", name="See how the round went").tap()
    at.expect_done("Round done: 1 of 1 right")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_page_leads_to_the_muscle_and_back_to_the_question(
    open_page: Opener, server: Server
) -> None:
    address = a_learner(server, a_round(Exercise.RECOGNISE))
    at = PractisePage(open_page())
    at.open(address)
    at.answer("1", "not for Teres minor")
    at.page.get_by_role("button", name="Read about this muscle").click()
    expect(at.page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    at.page.go_back()
    at.expect_verdict("not for Teres minor")


def a_question(page: Page, server: Server) -> None:
    PractisePage(page).open(a_learner(server, a_round(Exercise.RECOGNISE)))
    expect(page.locator(".zone.essential").first).to_be_attached()


def a_wrong_answer(page: Page, server: Server) -> None:
    a_question(page, server)
    PractisePage(page).answer("4", "not for Rhomboids")
    expect(page.locator(".st-key-card-practise-said .zone").first).to_be_attached()


def a_picture(page: Page, server: Server) -> None:
    at = PractisePage(page)
    at.open(a_learner(server, a_round(Exercise.DRAW)))
    at.canvas.click("back", (0.6, 0.3))
    at.canvas.wait_until_saved()
    at.answer("d", "You found")


def a_standing(page: Page, server: Server) -> None:
    answers = (an_answer(), an_answer("soleus_tp1", right=False)) * 6
    page.goto(a_learner(server, answers=answers))
    page.get_by_role("heading", name="What you miss most").wait_for()
    page.get_by_role("button", name="Start", exact=True).wait_for()


@pytest.mark.parametrize(
    "state", [a_question, a_wrong_answer, a_picture, a_standing], ids=lambda state: state.__name__
)
def test_axe_finds_nothing_at_any_width_in_light_and_dark(
    open_page: Opener, server: Server, state: Callable[[Page, Server], None]
) -> None:
    page = open_page()
    state(page, server)
    for width, theme, findings in in_every_look(page):
        assert (width, theme, findings) == (width, theme, [])
