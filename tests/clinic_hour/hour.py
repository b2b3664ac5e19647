"""The hour: what is done for each of four people, the same with whatever hands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.assess_page import INFRASPINOUS_FOSSA, RIGHT_SHOULDER_BLADE, AssessPage
from tests.clinic_hour.hands import Fingers, Hands, Keys
from tests.clinic_hour.people import AGAIN, DREW, PELVIC

NEW = "Anna New"


@dataclass(frozen=True)
class Counted:
    """What one person took.

    Attributes:
        who: Who came.
        actions: Things that were done.
        keys: Keys pressed.
        scrolls: Times the page was scrolled first.
        seconds: A therapist's time on the page.
    """

    who: str
    actions: int
    keys: int
    scrolls: int
    seconds: float


@dataclass
class Hour:
    """One therapist at one window."""

    hands: Hands
    url: str

    @property
    def page(self) -> Page:
        return self.hands.page

    @property
    def assess(self) -> AssessPage:
        return AssessPage(self.page)

    @property
    def panel(self) -> Locator:
        return self.assess.panel

    def all_four(self) -> Iterator[Counted]:
        """Each of the four, one after the other."""
        self.page.goto(f"{self.url}/people")
        self.page.on("dialog", self._agree)
        for who, what in (
            ("new, one full finding", self.somebody_new),
            ("third visit: last time, treatment", self.again),
            ("pelvic floor", self.pelvic),
            ("with a drawing from a telephone", self.drew),
        ):
            yield self.counted(who, what)

    def counted(self, who: str, what: Callable[[], None]) -> Counted:
        """Do something, and say what it took."""
        hands = self.hands
        before = (hands.actions, hands.keys, hands.scrolls, hands.seconds)
        what()
        now = (hands.actions, hands.keys, hands.scrolls, hands.seconds)
        actions, keys, scrolls, seconds = (b - a for a, b in zip(before, now, strict=True))
        return Counted(who, int(actions), int(keys), int(scrolls), seconds)

    def somebody_new(self) -> None:
        """Add, begin, one full finding, finish."""
        self.to_first_finding()
        self.hands.press(self.panel.get_by_role("button", name="Next point"))
        expect(self.panel.get_by_role("heading", name="Choose a mark")).to_be_visible()
        self.finish()
        expect(self.page.get_by_role("heading", name=NEW)).to_be_visible()

    def to_first_finding(self) -> None:
        """Somebody new up to their first full finding."""
        page, hands = self.page, self.hands
        hands.press(page.get_by_text("Add a person", exact=True).locator("xpath=ancestor::summary"))
        hands.fill(page.get_by_role("textbox", name="Name", exact=True), NEW)
        hands.key("Enter")
        self.begin()
        self.full_finding()

    def full_finding(self) -> None:
        """Place, muscle, signs, pain, referral, threshold and note."""
        hands, panel = self.hands, self.panel
        self.place()
        hands.press(panel.get_by_role("radio", name="Infraspinatus", exact=True))
        expect(panel.get_by_role("heading", name="1 · Infraspinatus")).to_be_visible()
        if isinstance(hands, Keys):
            hands.key(*"ppnpp7")
        else:
            hands.press(panel.get_by_role("button", name="Rest present"))
            twitch = panel.locator("[class*='st-key-sign-twitch']")
            hands.press(twitch.get_by_role("radio", name="not examined"))
            hands.press(panel.get_by_role("radio", name="7", exact=True))
        expect(panel.get_by_role("radio", name="7", exact=True)).to_be_checked()
        hands.press(panel.get_by_role("radio", name="as typical"))
        expect(panel.get_by_role("radio", name="as typical")).to_be_checked()
        hands.fill(panel.get_by_role("spinbutton"), "18.5")
        hands.fill(panel.get_by_role("textbox", name="Notes"), "Pinch grip.")
        expect(self.assess.lines.first).to_contain_text("Active")

    def again(self) -> None:
        """Last time's finding, its treatment, today's treatment; the time line afterwards."""
        page, hands = self.page, self.hands
        self.open(AGAIN)
        self.begin()
        last = page.locator(".st-key-card-last-time")
        hands.press(last.get_by_role("radio", name="Better").first)
        expect(self.assess.lines).to_have_count(1)
        hands.press(last.get_by_role("radio", name="Better").last)
        hands.press(last.get_by_role("radio", name="days", exact=True))
        hands.press(page.locator(".st-key-record-treatment summary"))
        hands.press(page.get_by_role("button", name="Manual pressure release"))
        hands.press(page.get_by_role("radio", name="asked and agreed"))
        expect(page.get_by_role("radio", name="asked and agreed")).to_be_checked()
        self.finish()
        expect(
            page.get_by_role("region", name="Visits over time").get_by_role("link")
        ).to_have_count(3)

    def pelvic(self) -> None:
        """A finding on the chart of the pelvic floor, which is shown after asking."""
        hands = self.hands
        self.open(PELVIC)
        self.begin()
        hands.press(self.assess.part("Pelvic floor"))
        view = "pelvic_floor_female"
        expect(self.assess.view(view)).to_be_visible()
        self.place(view, (0.42, 0.62))
        self.signs()
        self.finish()

    def drew(self) -> None:
        """Examine what the drawing from the telephone points to."""
        self.open(DREW)
        self.begin()
        self.hands.press(self.page.get_by_role("button", name="Examine", exact=True).first)
        self.signs()
        expect(self.page.get_by_text("The findings so far cover")).to_be_visible()
        self.finish()

    def open(self, name: str) -> None:
        """Open a person from the list."""
        line = self.page.locator("[class*='st-key-person-'] button").filter(has_text=name)
        self.hands.press(line)
        expect(self.page.get_by_role("heading", name=name)).to_be_visible()

    def begin(self) -> None:
        """Begin a visit of the person who is open."""
        self.hands.press(self.page.get_by_role("button", name="New visit"))
        self.assess.wait_for_body()

    def place(self, view: str = "back", share: tuple[float, float] = RIGHT_SHOULDER_BLADE) -> None:
        """Set a point on the body."""
        hands, assess = self.hands, self.assess
        if isinstance(hands, Keys):
            self._walk(hands, view)
        else:
            hands.press_at(assess.view(view), share)
        expect(assess.lines).to_have_count(1)
        expect(self.panel.get_by_role("heading", name="1 · ")).to_be_visible()

    def signs(self) -> None:
        """What was found at the finding at hand, and how much it hurts."""
        expect(self.panel.get_by_role("heading", name="1 · ")).to_be_visible()
        if isinstance(self.hands, Keys):
            self.hands.key(*"ppnpp7")
        else:
            self.hands.press(self.panel.get_by_role("button", name="Rest present"))
            self.hands.press(self.panel.get_by_role("radio", name="7", exact=True))
        expect(self.panel.get_by_role("radio", name="7", exact=True)).to_be_checked()

    def finish(self) -> None:
        """Finish the visit, and go back to the person."""
        page, hands = self.page, self.hands
        self.assess.wait_until_saved()
        hands.press(page.get_by_role("button", name="Finish", exact=True))
        hands.press(page.get_by_role("button", name=re.compile("^Finish (now|anyway)$")))
        expect(page.get_by_role("button", name="Amend", exact=True)).to_be_visible()
        hands.press(page.get_by_role("button", name="Close", exact=True))
        expect(page.get_by_role("button", name="New visit")).to_be_visible()

    def _walk(self, hands: Keys, view: str) -> None:
        hands.reach(self.page.locator(".view .region[tabindex='0']:visible").first)
        if view != "back":
            hands.key("Enter")
            return
        focused = self.page.locator(".region:focus")
        for key, until in (
            ("ArrowDown", "Clavicle, right"),
            ("PageDown", ""),
            ("ArrowDown", ""),
            ("ArrowRight", INFRASPINOUS_FOSSA),
        ):
            for _ in range(20 if until else 1):
                if until and focused.get_attribute("aria-label") == until:
                    break
                hands.key(key)
        hands.key("Enter")

    def _agree(self, dialog) -> None:  # noqa: ANN001 - of the browser
        self.hands.agree()
        dialog.accept()


def hands_of(name: str, page: Page) -> Hands:
    """Hands by their name."""
    kind = next(kind for kind in (Hands, Keys, Fingers) if kind.name == name)
    return kind(page)
