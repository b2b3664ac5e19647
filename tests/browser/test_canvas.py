"""The clickable body as it is used on the Assess page, down to what is found after a reload."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server

pytestmark = pytest.mark.browser

WITHIN = 0.5  # view units
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


@pytest.fixture
def assess(open_page: Opener, server: Server) -> AssessPage:
    started = AssessPage(open_page())
    started.start(server.url)
    return started


@pytest.fixture
def phone(open_page: Opener, server: Server) -> AssessPage:
    started = AssessPage(open_page(**PHONE))
    started.start(server.url)
    return started


@pytest.fixture
def marked(assess: AssessPage) -> AssessPage:
    """One mark on the right shoulder blade, kept."""
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.panel).to_contain_text("Infraspinatus")
    assess.wait_until_saved()
    return assess


def near(expected: tuple[float, float]) -> object:
    return pytest.approx(expected, abs=WITHIN)


def test_twenty_quick_clicks_are_all_kept_where_they_were_made(assess: AssessPage) -> None:
    page = assess.page
    shares = [(0.40 + 0.05 * (i % 5), 0.22 + 0.045 * (i // 5)) for i in range(20)]
    pixels = [assess.point("back", share) for share in shares]
    made = [assess.units("back", pixel) for pixel in pixels]

    for pixel in pixels:
        page.mouse.click(*pixel)

    expect(assess.marks).to_have_count(20)
    assess.wait_until_saved()
    assess.reload()
    expect(assess.lines).to_have_count(20)
    assert assess.positions() == [near(point) for point in made]


def test_a_click_is_recorded_exactly_where_it_was_made_at_any_zoom(assess: AssessPage) -> None:
    whole = assess.view("back").get_attribute("viewBox") or ""
    middle = assess.point("back", (0.56, 0.36))
    assess.page.mouse.move(*middle)
    assess.page.keyboard.down("Control")
    for _ in range(5):
        assess.page.mouse.wheel(0, -300)
    assess.page.keyboard.up("Control")
    expect(assess.view("back")).not_to_have_attribute("viewBox", whole)
    pixels = [(middle[0] + dx, middle[1] + dy) for dx, dy in ((0, 0), (-40, 35), (25, 60))]
    made = [assess.units("back", pixel) for pixel in pixels]

    for pixel in pixels:
        assess.page.mouse.click(*pixel)

    expect(assess.marks).to_have_count(len(made))
    assess.wait_until_saved()
    assess.reload()
    expect(assess.marks).to_have_count(len(made))
    assert assess.positions() == [near(point) for point in made]


def test_a_mark_is_dragged_to_another_place(marked: AssessPage) -> None:
    start = marked.pixel("back", *marked.positions()[0])
    goal = (round(start[0]) - 9, round(start[1]) + 60)
    wanted = marked.units("back", goal)
    words = marked.panel.locator("[data-testid='stCaptionContainer']").first
    before = words.inner_text()

    marked.drag(start, goal)

    expect(words).not_to_have_text(before)
    marked.wait_until_saved()
    marked.reload()
    expect(marked.marks).to_have_count(1)
    assert marked.positions() == [near(wanted)]


def test_a_mark_with_the_focus_is_moved_by_arrow_keys(marked: AssessPage) -> None:
    (x, y) = marked.positions()[0]
    marked.marks.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowLeft", "Shift+ArrowDown"):
        marked.page.keyboard.press(key)
    expect(marked.said).to_have_text(re.compile("^Moved to "))
    marked.wait_until_saved()
    marked.reload()
    assert marked.positions() == [near((x - 1, y + 6))]


def test_steps_are_taken_back_and_done_again_also_after_a_reload(marked: AssessPage) -> None:
    marked.click("back", (0.40, 0.42))
    expect(marked.lines).to_have_count(2)
    marked.wait_until_saved()
    marked.reload()

    marked.tool("Undo").click()
    expect(marked.lines).to_have_count(1)
    marked.tool("Redo").click()
    expect(marked.lines).to_have_count(2)
    marked.tool("Undo").click()
    expect(marked.lines).to_have_count(1)
    marked.tool("Undo").click()
    expect(marked.lines).to_have_count(0)
    expect(marked.tool("Undo")).to_be_disabled()


def test_undo_never_takes_back_what_another_tab_did(marked: AssessPage, open_page: Opener) -> None:
    other = AssessPage(open_page())
    other.open(marked.page.url)
    expect(other.lines).to_have_count(1)
    expect(other.tool("Undo")).to_be_disabled()
    other.click("back", (0.40, 0.42))
    expect(other.lines).to_have_count(2)

    other.tool("Undo").click()

    expect(other.lines).to_have_count(1)
    expect(other.lines.first).to_contain_text("right")
    expect(other.tool("Undo")).to_be_disabled()
    expect(marked.tool("Undo")).to_be_enabled()


FORGED = (
    {"op": "add", "id": "forged-nan-0001", "view": "back", "x": None, "y": 10},
    {"op": "add", "id": "forged-view-0001", "view": "inside", "x": 10, "y": 10},
    {"op": "move", "id": "of-another-person", "view": "back", "x": 250, "y": 300},
    {"op": "stroke", "id": "forged-long-0001", "view": "back", "kind": "brush", "radius": 5,
     "points": [[1, 1]] * 10_000},
    {"op": "stroke", "id": "forged-region-01", "view": "back", "kind": "region",
     "region": "third_arm.left"},
    {"op": "run", "id": "forged-verb-0001"},
)  # fmt: skip


def test_forged_operations_are_refused_with_a_message_and_nothing_else_changes(
    marked: AssessPage,
) -> None:
    (place,) = marked.positions()
    forged = json.dumps([{"figure": "neutral", **each} for each in FORGED])
    # Before the page opens its log: a page that is left writes down what it holds itself.
    marked.page.add_init_script(
        f"""(() => {{
          const key = Object.keys(sessionStorage).find((name) => name.startsWith("bodymap:"));
          if (!key || sessionStorage.getItem("forged")) return;
          sessionStorage.setItem("forged", "once");
          const kept = JSON.parse(sessionStorage.getItem(key));
          const forged = {forged};
          kept.pending = forged.map((op, index) => ({{ ...op, seq: kept.seq + 1 + index }}));
          kept.seq += forged.length;
          sessionStorage.setItem(key, JSON.stringify(kept));
        }})()"""
    )
    marked.reload()

    expect(marked.alert).to_be_visible()
    expect(marked.alert).to_contain_text("a view of this figure")
    expect(marked.alert).to_contain_text("third_arm.left")
    marked.wait_until_saved()
    expect(marked.lines).to_have_count(1)
    assert marked.positions() == [place]
    marked.alert.click()  # it lies over the picture until it is tapped away
    marked.click("back", (0.40, 0.42))
    expect(marked.lines).to_have_count(2)


def test_a_referral_that_was_felt_elsewhere_is_drawn_and_kept(marked: AssessPage) -> None:
    marked.choose_muscle("Infraspinatus")
    expect(marked.zone("essential", "back")).to_be_attached()
    marked.feel("draw it")
    marked.tool("Draw").first.click()
    marked.drag(*(marked.point("back", (0.70, y)) for y in (0.26, 0.32, 0.38)))

    stroke = marked.page.locator(".view[data-view='back'] .stroke.brush")
    expect(stroke).to_have_count(1)
    expect(marked.zone("essential", "back")).to_be_attached()  # to compare with
    marked.wait_until_saved()
    drawn = stroke.get_attribute("d")
    expect(marked.lines).to_have_count(1)
    marked.reload()
    expect(stroke).to_have_count(1)
    assert stroke.get_attribute("d") == drawn


def swipe_up(page: Page, at: tuple[float, float], distance: float) -> None:
    """A finger put down, moved up, and lifted, as the browser gets it from a touch screen."""
    session = page.context.new_cdp_session(page)
    x, y = at

    def touch(kind: str, dy: float = 0.0) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y - dy}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart")
    for step in range(1, 11):
        touch("touchMove", distance * step / 10)
    touch("touchEnd")


SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def test_a_finger_draws_without_scrolling(phone: AssessPage) -> None:
    phone.tap("front", (0.5, 0.35))
    expect(phone.lines).to_have_count(1)
    phone.feel("draw it")
    phone.tool("Draw").first.tap()
    at = phone.point("front", (0.46, 0.5))
    before = phone.page.evaluate(SCROLLED)

    swipe_up(phone.page, at, 100)

    expect(phone.page.locator(".view[data-view='front'] .stroke.brush")).to_have_count(1)
    phone.wait_until_saved()
    assert phone.page.evaluate(SCROLLED) == before


def test_on_a_phone_one_view_stands_alone_and_is_turned(phone: AssessPage) -> None:
    shown = phone.page.locator(".view:visible")
    for name, view in (("Back", "back"), ("Left side", "left"), ("Front", "front")):
        phone.turn_to(name)
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("data-view", view)
    phone.turn_to("Back")
    phone.tap("back", RIGHT_SHOULDER_BLADE)
    expect(phone.page.locator(".choose button.has")).not_to_have_count(0)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert phone.page.evaluate(overflow) == 0


INSETS = (
    ("Head", "head_left", (0.5, 0.4)),
    ("Hands", "hand_palm.left", (0.5, 0.6)),
    ("Feet", "foot_sole.right", (0.5, 0.4)),
)


def test_a_mark_in_an_inset_is_kept_there(assess: AssessPage) -> None:
    made = []
    for number, (inset, view, share) in enumerate(INSETS, 1):
        assess.part(inset).click()
        made.append(assess.units(view, assess.point(view, share)))
        assess.click(view, share)
        expect(assess.lines).to_have_count(number)
        expect(assess.panel).to_contain_text("Lies here")
    assess.wait_until_saved()

    assess.reload()

    for (inset, view, _), point in zip(INSETS, made, strict=True):
        assess.part(inset).click()
        own = assess.page.locator(f".view[data-view='{view}'] .mark.own")
        expect(own).to_have_count(1)
        place = re.findall(r"-?[\d.]+", own.get_attribute("transform") or "")
        assert (float(place[0]), float(place[1])) == near(point)


@pytest.fixture
def asked(assess: AssessPage) -> Iterator[list[str]]:
    """What the page asked; the first question is answered with no, the others with yes."""
    questions: list[str] = []

    def answer(dialog: Dialog) -> None:
        questions.append(dialog.message)
        if len(questions) == 1:
            dialog.dismiss()
        else:
            dialog.accept()

    assess.page.on("dialog", answer)
    yield questions
    assess.page.remove_listener("dialog", answer)


def test_the_pelvic_floor_is_shown_only_after_asking(assess: AssessPage, asked: list[str]) -> None:
    chart = assess.page.locator(".view[data-view^='pelvic_floor']")
    assess.part("Pelvic floor").click()
    expect(chart).to_have_count(0)
    assert asked == ["Show a drawing of the pelvic floor and the area between the legs?"]
    assess.part("Pelvic floor").click()
    expect(chart.first).to_be_visible()
    assess.click("pelvic_floor_female", (0.42, 0.62))
    expect(assess.lines).to_have_count(1)
    assess.part("Body").click()
    expect(chart.first).to_be_hidden()
    assert len(asked) == 2


def test_list_and_marks_are_linked_both_ways(marked: AssessPage) -> None:
    marked.click("back", (0.40, 0.42))
    expect(marked.lines).to_have_count(2)
    first, second = marked.lines.nth(0), marked.lines.nth(1)
    expect(second).to_have_attribute("aria-current", "true")

    first.hover()
    marked.wait_until_saved()
    expect(marked.page.locator(".mark.own.hot text")).to_have_text("1")
    marked.marks.nth(1).hover()
    expect(second).to_have_class(re.compile("hot"))
    first.focus()
    expect(marked.page.locator(".mark.own.hot text")).to_have_text("1")

    first.click()
    expect(marked.page.locator(".mark.own.selected text")).to_have_text("1")
    expect(marked.panel.get_by_role("heading")).to_contain_text("1 ·")
    marked.page.mouse.click(*marked.pixel("back", *marked.positions()[1]))
    expect(second).to_have_attribute("aria-current", "true")
    expect(marked.panel.get_by_role("heading")).to_contain_text("2 ·")
    expect(marked.lines).to_have_count(2)


def test_the_chart_prints_without_its_tools(marked: AssessPage) -> None:
    marked.page.emulate_media(media="print")
    expect(marked.page.locator(".bar")).to_be_hidden()
    expect(marked.view("back")).to_be_visible()
    expect(marked.lines).to_be_visible()
    assert marked.page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("look", [{"forced_colors": "active"}, {"contrast": "more"}])
def test_the_body_is_used_with_colours_of_the_systems_own(
    marked: AssessPage, look: dict[str, str]
) -> None:
    marked.page.emulate_media(**look)
    lines = marked.page.locator(".view[data-view='back'] .lines")
    assert lines.evaluate("line => getComputedStyle(line).stroke") != "none"
    marked.click("back", (0.40, 0.42))
    expect(marked.lines).to_have_count(2)


def test_what_is_typed_into_a_note_is_no_answer_to_a_sign(marked: AssessPage) -> None:
    note = marked.panel.get_by_role("textbox", name="Notes")
    note.fill("pan 7")
    note.press("Control+Enter")
    expect(note).to_have_value("pan 7")
    marked.expect_state("Not decided yet")
    assert json.dumps(marked.lines.all_inner_texts()).count("Not decided yet") == 1
