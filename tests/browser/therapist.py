"""A therapist at the Assess page, and how long a person would take for what they do there.

The times are a person's, not the machine's: the page answers faster than anybody can act.

- A tap is 1.2 s: pointing 1.1 s and a press of the button 0.1 s; a key 0.28 s (somebody who does
  not type for a living); from mouse to keyboard 0.4 s; a decision 1.4 s (mental preparation,
  1.35 s). Card SK, Moran TP, Newell A. The keystroke-level model for user performance time with
  interactive systems. Communications of the ACM 1980;23(7):396-410.
- Reading is 4 words a second (238 words a minute, silent, English non-fiction). Brysbaert M. How
  many words do we read per minute? A review and meta-analysis of reading rate. Journal of Memory
  and Language 2019;109:104047.

As in that model, this is somebody who knows the page: there is a decision before every action, and
read is what differs from finding to finding: the place in words, the muscles offered up to the one
that is meant, and what follows from the signs, each line in full when it first appears. Palpating
is not counted. `seconds_reading_all` is the first time with the page: every line of the panel as
well, with headings, labels, referral, hazards and buttons.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, expect

from tests.browser.assess_page import AssessPage

TAP_S = 1.2
KEY_S = 0.28
HOMING_S = 0.4
DECISION_S = 1.4
WORDS_PER_S = 4.0

#: Five findings that are often made in one sitting: share of the back view to the right and
#: downward, the muscle, and the patient's side.
SPOTS = (
    (0.60, 0.165, "Upper trapezius", "right"),
    (0.44, 0.175, "Levator scapulae", "left"),
    (0.62, 0.215, "Infraspinatus", "right"),
    (0.57, 0.370, "Quadratus lumborum", "right"),
    (0.38, 0.420, "Gluteus medius", "left"),
)
ANSWERS = {
    "taut_band": "p",
    "hypersensitive_spot": "p",
    "twitch_response": "n",
    "referred_sensation": "a",
    "familiar_pain": "p",
}
VALUES = {"p": "present", "a": "absent", "n": "not examined"}
PAIN = 7


@dataclass
class Therapist:
    """Acts on a page and adds up what a person would need for it."""

    assess: AssessPage
    acting_s: float = 0.0
    actions: int = 0
    words: int = 0
    all_words: int = 0
    _read: set[str] = field(default_factory=set)
    _all: set[str] = field(default_factory=set)

    def decide(self) -> None:
        self.acting_s += DECISION_S

    def taps(self) -> None:
        """Decide and tap; what is tapped, the caller does on the page."""
        self.decide()
        self.acting_s += TAP_S
        self.actions += 1

    def answers_by_key(self, answers: dict[str, str], pain: int) -> None:
        """Decide on each sign and the pain and press the key, the hand coming from the mouse."""
        self.acting_s += HOMING_S
        for sign, key in answers.items():
            self._presses(key)
            self.sees(sign, VALUES[key])
        self._presses(str(pain))

    def _presses(self, key: str) -> None:
        self.decide()
        self.acting_s += KEY_S
        self.actions += 1
        self.assess.page.keyboard.press(key)

    def sees(self, sign: str, value: str) -> None:
        """Nobody acts faster than they see what came of the last action."""
        row = self.assess.page.locator(f"[class*='st-key-sign-'][class*='{sign}']")
        expect(row.get_by_role("radio", name=value, exact=True)).to_have_attribute(
            "aria-checked", "true"
        )

    def reads(self, *parts: Locator) -> None:
        """Read what is new in some parts of the panel."""
        for part in parts:
            self.words += _new_words(part, self._read)
        self.all_words += _new_words(self.assess.panel, self._all)

    @property
    def seconds(self) -> float:
        return self.acting_s + self.words / WORDS_PER_S

    @property
    def seconds_reading_all(self) -> float:
        return self.acting_s + self.all_words / WORDS_PER_S


def _new_words(part: Locator, known: set[str]) -> int:
    lines = {line for line in part.inner_text().splitlines() if line.strip()} - known
    known |= lines
    return sum(len(line.split()) for line in lines)


def record_five(assess: AssessPage, url: str, *, by_keys: bool) -> Therapist:
    """Start without a person and record five findings, each with muscle, signs and pain.

    By keys all five signs are answered; by mouse the three that are not as they stand anyway.
    """
    therapist = Therapist(assess)
    therapist.taps()
    assess.start(url)
    therapist.reads()
    for number, (x, y, muscle, _) in enumerate(SPOTS, start=1):
        therapist.taps()
        assess.click("back", (x, y))
        expect(assess.lines).to_have_count(number)
        expect(assess.panel).to_contain_text("Lies here")
        expect(assess.panel.get_by_role("heading")).to_contain_text(f"{number} ·")
        expect(assess.page.locator("[class*='st-key-sign-']")).to_have_count(len(ANSWERS))
        therapist.reads(assess.panel.get_by_test_id("stCaptionContainer").first)
        therapist.reads(*_offers_up_to(assess, muscle))
        _answer(therapist, by_keys=by_keys)
        therapist.taps()
        assess.choose_muscle(muscle)
        therapist.reads()
    return therapist


def _answer(therapist: Therapist, *, by_keys: bool) -> None:
    """Signs and pain of the finding at hand."""
    assess = therapist.assess
    if by_keys:
        therapist.answers_by_key(ANSWERS, PAIN)
    else:
        for sign in ("taut_band", "hypersensitive_spot", "familiar_pain"):
            therapist.taps()
            assess.sign(sign, VALUES[ANSWERS[sign]])
            therapist.sees(sign, VALUES[ANSWERS[sign]])
        therapist.taps()
        assess.rate_pain(PAIN)
    expect(assess.panel.get_by_role("radio", name=str(PAIN), exact=True)).to_have_attribute(
        "aria-checked", "true"
    )
    expect(assess.panel).to_contain_text("Meets the 2018 Delphi criteria")
    therapist.reads(assess.panel.get_by_text("Delphi criteria").first)


def _offers_up_to(assess: AssessPage, muscle: str) -> list[Locator]:
    """The offered muscles that are read until the one that is meant is found."""
    offers = assess.panel.get_by_test_id("stButtonGroup").first.locator("button")
    # The offers of the finding before stand until the panel is drawn for this one.
    expect(offers.filter(has_text=muscle).first).to_be_visible()
    names = offers.all_inner_texts()
    meant = next(n for n, name in enumerate(names) if name.startswith(muscle))
    return offers.all()[: meant + 1]
