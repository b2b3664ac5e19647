"""The words pages use for values of the records; one table per kind of value."""

from datetime import date, datetime
from typing import Final

from bodymap.atlas import citing
from bodymap.exchange import record_words
from bodymap.records import (
    Assessment,
    Consent,
    Course,
    Depth,
    Handedness,
    Occasion,
    Person,
    ReferralFelt,
    Sign,
    State,
    Status,
)
from bodymap.ui.practice_clock import in_practice

SIGNS: Final = record_words.SIGNS
SIGN_HELP: Final = {
    Sign.TAUT_BAND: "A tight strand in the muscle that can be felt.",
    Sign.HYPERSENSITIVE_SPOT: "A small place in the strand, much more tender than around it.",
    Sign.TWITCH_RESPONSE: "A brief twitch of the strand when it is snapped.",
    Sign.REFERRED_SENSATION: "Pain or another feeling elsewhere when the place is pressed.",
    Sign.FAMILIAR_PAIN: "Pressing brings on, fully or in part, the pain this person knows.",
}
SIGN_VALUES: Final = record_words.SIGN_VALUES
STATES: Final = {
    State.ACTIVE: "Active",
    State.LATENT: "Latent",
    State.UNDECIDED: "Undecided",
}
CRITERIA: Final = record_words.CRITERIA
DEPTHS: Final = {
    Depth.SUPERFICIAL: "superficial",
    Depth.MIDDLE: "middle",
    Depth.DEEP: "deep",
}
REFERRALS_FELT: Final = {
    ReferralFelt.NOT_ASKED: "not asked",
    ReferralFelt.NONE: "none",
    ReferralFelt.AS_TYPICAL: "as typical",
    ReferralFelt.OTHER: "draw it",
}
PRESSURE_UNITS: Final = record_words.PRESSURE_UNITS
SEXES: Final = record_words.SEXES
HANDEDNESS: Final = {
    Handedness.RIGHT: "right-handed",
    Handedness.LEFT: "left-handed",
    Handedness.BOTH: "uses both hands",
}
LATERALITIES: Final = record_words.LATERALITIES
NOTES_OF_A_VISIT: Final = {
    "notes": "Notes",
    "subjective": "Subjective",
    "objective": "Objective",
    "conclusion": "Assessment",
    "plan": "Plan",
}
STATUSES: Final = {
    Status.DRAFT: "draft",
    Status.FINISHED: "finished",
    Status.AMENDED: "amended",
}
OCCASIONS: Final = {
    Occasion.BEFORE_TREATMENT: "before treatment",
    Occasion.AFTER_TREATMENT: "after treatment",
}
COURSES: Final = {
    Course.SAME: "Same",
    Course.BETTER: "Better",
    Course.WORSE: "Worse",
    Course.GONE: "Gone",
    Course.NOT_EXAMINED: "Not examined",
}
COURSES_TOLD: Final = {
    Course.SAME: "same as last time",
    Course.BETTER: "better than last time",
    Course.WORSE: "worse than last time",
    Course.GONE: "gone since last time",
    Course.NOT_EXAMINED: "not examined today",
}
CONSENTS: Final = {
    Consent.NOT_STATED: "",
    Consent.GIVEN: "asked and agreed",
    Consent.NOT_ASKED: "not asked",
}
TREATMENT_COURSES: Final = {
    Course.BETTER: "Better",
    Course.SAME: "Same",
    Course.WORSE: "Worse",
}
FIGURES: Final = {
    "neutral": "neutral",
    "female": "female",
    "male": "male",
    "child": "child",
    "broad": "broad build",
}
NOTICE: Final = citing.NOTICE

#: What is called what; the short form stands in lists and badges.
CALLED: Final = record_words.CALLED
ADVERSE_EFFECTS: Final = record_words.ADVERSE_EFFECTS
LASTED: Final = record_words.LASTED


def a_day(moment: datetime | date) -> str:
    """A day as people write it, that of the practice's clock: 22 November 2026."""
    if isinstance(moment, datetime):
        moment = in_practice(moment)
    return f"{moment.day} {moment:%B %Y}"


def a_time(moment: datetime) -> str:
    """A time of day on the practice's clock: 14:32."""
    return f"{in_practice(moment):%H:%M}"


def about_person(person: Person) -> str:
    """What is known about a person, in one line; empty if nothing is."""
    facts = [
        str(person.year_of_birth) if person.year_of_birth else "",
        SEXES[person.sex] if person.sex else "",
        f"{person.height_cm:g} cm" if person.height_cm else "",
        HANDEDNESS[person.handedness] if person.handedness else "",
        f"code {person.code}" if person.code and person.name else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def about_assessment(assessment: Assessment) -> str:
    """When it was and how it stands, in one line."""
    day = a_day(assessment.examined_at)
    reason = f"{assessment.reason}, " if assessment.reason else ""
    status = "being amended" if assessment.is_amendment else STATUSES[assessment.status]
    return f"{reason}{day} · {status}"


def plain(text: str) -> str:
    """Text of a user's for a place that reads Markdown: shown as typed, never as markup.

    Every character with a meaning in Markdown, HTML, formulas, colours or emoji short codes is
    escaped, and line ends become spaces.
    """
    escaped = "".join(f"\\{char}" if char in _MEANINGFUL else char for char in text)
    return " ".join(escaped.split())


_MEANINGFUL: Final = frozenset("\\`*_{}[]()<>#+-.!|~$:&@^=\"'")
