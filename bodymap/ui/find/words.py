"""A question in words."""

from typing import Final

from bodymap.atlas import Atlas
from bodymap.records.question import (
    Among,
    Condition,
    DrawnPain,
    FoundPoint,
    NotSeen,
    Question,
    Tagged,
    Treated,
)
from bodymap.records.signs import State
from bodymap.ui.wording import LATERALITIES, a_day

AMONG: Final = {
    Among.PEOPLE: "People",
    Among.ARCHIVED: "Archived people",
    Among.SAMPLES: "Sample people",
}
STATES: Final = {
    State.ACTIVE: "Active trigger point",
    State.LATENT: "Latent trigger point",
    State.UNDECIDED: "Trigger point, active or latent undecided",
}
ANY_STATE: Final = "Any trigger point"


def condition_in_words(condition: Condition, atlas: Atlas) -> str:
    """A condition as one line."""
    match condition:
        case FoundPoint():
            what = ANY_STATE if condition.state is None else STATES[condition.state]
            muscle = atlas.muscles.get(condition.muscle)
            name = condition.muscle if muscle is None else muscle.name
            return f"{what} in {name}{_side(condition)}"
        case DrawnPain():
            site = atlas.sites.get(condition.site)
            name = condition.site if site is None else site.label
            strong = f" of {condition.at_least} or more" if condition.at_least else ""
            return f"Pain{strong} drawn here: {name}{_side(condition)}"
        case Treated():
            option = atlas.treatments.get(condition.treatment or "")
            what = condition.treatment or "A treatment" if option is None else option.name
            return f"{what} with a reaction" if condition.with_reaction else f"{what} was done"
        case NotSeen():
            months = condition.months
            return f"Not seen for {months} month{'' if months == 1 else 's'}"
        case Tagged():
            return f"Tagged {condition.tag}"
    return "A finished visit"


def question_in_words(question: Question, atlas: Atlas) -> str:
    """A question as one line."""
    between = " or " if question.any_of else " and "
    said = between.join(condition_in_words(each, atlas) for each in question.conditions)
    days = [
        f"{word} {a_day(day)}"
        for word, day in (("from", question.since), ("to", question.until))
        if day is not None
    ]
    who = [f"examined by {question.examiner}"] if question.examiner else []
    among = [] if question.among is Among.PEOPLE else [f"among {AMONG[question.among].lower()}"]
    return ", ".join((said, *days, *who, *among))


def _side(condition: FoundPoint | DrawnPain) -> str:
    return "" if condition.laterality is None else f", {LATERALITIES[condition.laterality]}"
