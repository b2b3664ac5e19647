"""A fresh patient's way from the start page to the end: how much human time it takes.

It was forty seconds while signs of danger were asked in a dozen labels that one tap cleared. In
whole questions, a few at a time, it takes twice as long; that is what it honestly takes.

The way is gone by touch on a telephone, and what a person does on it is counted from the page
itself, then weighed by fixed times. The constants are those of the keystroke-level model (Card,
Moran and Newell, "The keystroke-level model for user performance time with interactive systems",
Communications of the ACM 23, 1980), as used for touch (Rice and Lartigue, "Touch-level model",
HCI International 2014), rounded as this project has stated them; so is the speed of reading, 240
words a minute. What the machine takes is not in it.

What counts:

* a tap: a finger set on something that is on the screen already; a thing that would have to be
  scrolled to fails the test;
* a stroke: its length as the finger goes on a telephone whose screen is 7 cm wide;
* a decision: before each answer and each stroke, and before each choice of a way; none before
  "Next", where nothing is left to choose;
* reading: every visible word in the page's column, headings, questions, all alternatives and all
  buttons, whether they are taken or not. Not counted is what is no part of the way: "Step 2 of 4",
  "Settings", "Back" and the therapist's "Hand over", the names of tools and views on the picture,
  the numbers 0 to 10, and a line that stood on an earlier page word for word.
"""

import sys
from dataclasses import dataclass, field
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bodymap.records import Status
from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.browser.mark_page import PHONE, SAFETY, MarkPage, Point, middle_of
from tests.browser.quiet import wait_until_quiet
from tests.browser.safety import box, first_asked
from tests.serving import Server

pytestmark = pytest.mark.browser

DOCUMENT = Path(__file__).parents[2] / "docs" / "mark.md"
MOST_S = 90.0
TAP_S = 1.2
STROKE_S = 1.5
STROKE_S_PER_CM = 0.1
DECISION_S = 1.4
WORDS_PER_S = 4.0
SCREEN_CM = 7.0

LINES = """() => {
  const aside = ".bm, style, [data-testid='stCaptionContainer'], .st-key-mark-settings,"
    + " [class*='st-key-mark-back'], .st-key-mark-hand-over,"
    + " [class*='st-key-mark-language'],"
    + " [data-testid='stIconMaterial'], [data-testid='stAlertDynamicIcon'],"
    + " [class*='st-key-nrs'] button";
  const walker = document.createTreeWalker(
    document.querySelector(".st-key-mark-page"), NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const { parentElement: around, textContent: text } = walker.currentNode;
    if (text.trim() && around.checkVisibility({ visibilityProperty: true })
        && !around.closest(aside)) lines.push(text.trim());
  }
  return lines;
}"""


@dataclass
class Way:
    """What is done and read, row by row."""

    mark: MarkPage
    rows: list[tuple[str, float]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @property
    def page(self) -> Page:
        return self.mark.page

    def read(self) -> None:
        wait_until_quiet(self.page)
        lines = [line for line in self.page.evaluate(LINES) if line not in self.seen]
        self.seen.update(lines)
        words = " · ".join(lines)
        count = sum(len(line.replace("·", " ").split()) for line in lines)
        self.rows.append((f"read {count} words: {words}", count / WORDS_PER_S))

    def decide(self, what: str) -> None:
        self.rows.append((f"decide {what}", DECISION_S))

    def tap(self, target: Locator) -> None:
        expect(target).to_be_visible()
        wait_until_quiet(self.page)
        box = target.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        assert 0 < x < PHONE["width"], f"{target} is cut off"
        assert 0 < y < PHONE["height"], f"{target} must be scrolled to"
        self.page.touchscreen.tap(x, y)
        self.rows.append((f"tap {target.inner_text().strip()}", TAP_S))

    def stroke(self, *points: Point) -> None:
        assert all(0 < y < PHONE["height"] for _, y in points)
        self.mark.finger(*points)
        pixels = sum(dist(here, there) for here, there in pairwise(points))
        cm = round(pixels * SCREEN_CM / PHONE["width"], 1)
        self.rows.append((f"stroke of {cm:.1f} cm", STROKE_S + STROKE_S_PER_CM * cm))

    @property
    def seconds(self) -> float:
        return sum(seconds for _, seconds in self.rows)

    def table(self) -> str:
        lines = [f"| {what} | {seconds:.2f} |" for what, seconds in self.rows]
        total = f"| **in all** | **{self.seconds:.1f}** |"
        return "\n".join(["| what | s |", "| --- | ---: |", *lines, total])


def over_the_right_shoulder(canvas: AssessPage) -> list[Point]:
    """To and fro over the front of the shoulder, in steps as fine as a screen tells them."""
    x, y = middle_of("shoulder_front.right")
    corners = [(x - 12, y - 12), (x + 12, y - 14), (x - 12, y), (x + 12, y), (x - 12, y + 14)]
    points = [
        (a[0] + (b[0] - a[0]) * step / 5, a[1] + (b[1] - a[1]) * step / 5)
        for a, b in pairwise(corners)
        for step in range(5)
    ]
    return [canvas.pixel("front", *point) for point in [*points, corners[-1]]]


def test_a_fresh_patient_is_done_in_ninety_seconds(
    open_page: Opener, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_page(**PHONE)
    mark = MarkPage(page, server)
    way = Way(mark)
    canvas = mark.body
    page.goto(f"{server.url}/mark")
    mark.button("Draw it").wait_for()
    way.read()
    way.decide("how to show it")
    way.tap(mark.button("Draw it"))

    canvas.wait_for_body()
    way.decide("where it hurts")
    wait_until_quiet(page)
    way.stroke(*over_the_right_shoulder(canvas))
    canvas.wait_until_saved()
    expect(mark.button("Next")).to_be_enabled()
    way.read()
    way.tap(mark.button("Next"))

    expect(page.get_by_role("heading", name="How does it feel?")).to_be_visible()
    way.read()
    way.decide("how it feels")
    way.tap(mark.button("aching"))
    way.decide("how strong it is")
    way.tap(page.get_by_role("radio", name="6", exact=True))
    way.tap(mark.button("Next"))

    expect(page.get_by_role("heading", name=SAFETY)).to_be_visible()
    read_back = page.get_by_role("heading", name="Is this right?")
    while not read_back.is_visible():
        way.read()
        way.decide("whether one of these is so")
        none = box(page, "None of these")
        way.tap(page.locator("label").filter(has=none))
        expect(none).to_be_checked()
        asked = first_asked(page)
        way.tap(mark.button("Next"))
        expect(box(page, asked)).to_have_count(0)
        wait_until_quiet(page)

    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    way.read()
    way.decide("whether it is right")
    way.tap(mark.button("Yes"))
    expect(page.get_by_text("Your drawing is saved.")).to_be_visible()

    with capsys.disabled():
        sys.stdout.write(f"\n{way.table()}\n")
    drawing = mark.recorded()
    (pain,) = drawing.marks
    assert drawing.status is Status.FINISHED
    assert (pain.intensity and pain.intensity.nrs, len(pain.qualities)) == (6, 1)
    assert len(drawing.red_flags) > 5
    assert way.seconds <= MOST_S
    assert way.table() in DOCUMENT.read_text("utf-8"), f"{DOCUMENT} tells another way"
