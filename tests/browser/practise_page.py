"""The Practise page as a learner handles it; rounds are laid out beforehand, to repeat."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from playwright.sync_api import Locator, Page, expect

from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.records.practice import Answer, Difficulty, Exercise, Learner, Question, Round
from bodymap.services.kernel.ids import SystemIds
from bodymap.store import LearnerFiles
from tests.browser.assess_page import AssessPage
from tests.conftest import PATIENCE_MS
from tests.serving import Server

IDS = SystemIds()
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CHOICES = ("teres_minor", "infraspinatus", "supraspinatus", "rhomboids")
POINTS = ("infraspinatus_upper", "teres_minor_belly")


@cache
def body() -> Body:
    return Body.load()


@cache
def atlas() -> Atlas:
    return Atlas.load(body=body())


def a_round(exercise: Exercise, points: tuple[str, ...] = POINTS) -> Round:
    choices = CHOICES if exercise is Exercise.RECOGNISE else ()
    return Round(
        id=IDS.new(),
        exercise=exercise,
        difficulty=Difficulty.ALL,
        questions=tuple(
            Question(trigger_point=point, laterality=Laterality.RIGHT, choices=choices)
            for point in points
        ),
        started_at=NOW,
        shown_at=NOW,
    )


def a_learner(server: Server, round_: Round | None = None, answers: tuple[Answer, ...] = ()) -> str:
    """Keep a learner for the running app; returns the address of the page."""
    learner = Learner(
        id=IDS.new(), name="Ada", made_at=NOW, used_at=NOW, answers=answers, round=round_
    )
    LearnerFiles(server.log_file.parent).add(learner)
    return f"{server.url}/practise?learner={learner.id}"


def kept(server: Server, address: str) -> Learner:
    """The learner as it is on the disk now."""
    learner_id = address.rsplit("=", 1)[1]
    return next(e for e in LearnerFiles(server.log_file.parent).all() if e.id == learner_id)


@dataclass
class PractisePage:
    """One browser window on the page."""

    page: Page

    @property
    def canvas(self) -> AssessPage:
        return AssessPage(self.page)

    def open(self, address: str) -> None:
        self.page.goto(address)
        # The first page of a server that has just started opens body and atlas.
        self.page.locator(".region").first.wait_for(state="attached", timeout=3 * PATIENCE_MS)
        self.canvas.wait_for_body()

    def expect_question(self, number: int, of: int = 2) -> None:
        expect(self.page.get_by_text(f"Question {number} of {of}")).to_be_visible()
        expect(self.page.locator(".stApp[data-test-script-state='notRunning']")).to_be_attached()

    def expect_verdict(self, words: str) -> None:
        expect(self.page.locator(".st-key-practise-verdict")).to_contain_text(words)

    def expect_done(self, words: str) -> None:
        expect(self.page.get_by_role("heading", name=words)).to_be_visible()

    def key(self, key: str) -> None:
        self.page.keyboard.press(key)

    def shortcut(self, key: str, until: Locator) -> None:
        """Press a button's key; again if the page had not yet bound it to the button just shown.

        A second press of the same key changes nothing once the first was heard.
        """
        for _ in range(10):
            self.key(key)
            with suppress(AssertionError):
                expect(until).to_be_visible(timeout=2_000)
                return
        expect(until).to_be_visible()

    def answer(self, key: str, words: str) -> None:
        verdict = self.page.locator(".st-key-practise-verdict")
        self.shortcut(key, verdict)
        expect(verdict).to_contain_text(words)

    def go_on(self, to: str) -> None:
        """By Enter to the next question, or to the end, which shows these words."""
        self.shortcut("Enter", self.page.get_by_text(to).first)

    def tab_to_region(self, view: str, region: str) -> None:
        """Into the body by Tab, and on to a region of a view."""
        focused = self.page.locator(".region:focus")
        for _ in range(80):
            if focused.count():
                break
            self.key("Tab")
        expect(focused).to_have_count(1)
        self.page.locator(f".view[data-view='{view}'] [data-region='{region}']").focus()
        expect(focused).to_have_attribute("data-region", region)
