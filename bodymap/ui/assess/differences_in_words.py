"""What changed between two editions of an assessment, in words."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from bodymap.analysis.comparing.editions import FindingDifference, differences
from bodymap.atlas import Atlas
from bodymap.records import Assessment, Referral, Sign, Signs, TriggerPointFinding
from bodymap.ui.assess.naming import numbered
from bodymap.ui.wording import (
    COURSES_TOLD,
    DEPTHS,
    FIGURES,
    LATERALITIES,
    NOTES_OF_A_VISIT,
    PRESSURE_UNITS,
    REFERRALS_FELT,
    SIGN_VALUES,
    SIGNS,
    a_day,
    a_time,
)

_NONE: Final = "none"
_DETAILS: Final[dict[str, tuple[str, Callable[[Any], str]]]] = {
    "examined_at": (
        "Examined on",
        lambda when: f"{a_day(when)} {a_time(when)}",
    ),
    "examiner": ("Examined by", str),
    "reason": ("Reason", str),
    **{name: (label, str) for name, label in NOTES_OF_A_VISIT.items()},
    "figure": ("Figure", FIGURES.__getitem__),
}


def lines(atlas: Atlas, before: Assessment, after: Assessment) -> tuple[str, ...]:
    """One line for each finding and each detail that differs; empty if nothing does."""
    found = differences(before, after)
    details = (
        f"{label}: {_from_to(getattr(before, name), getattr(after, name), words)}"
        for name, (label, words) in _DETAILS.items()
        if name in found.details
    )
    return (*(_of_finding(atlas, each) for each in found.findings), *details)


def mark(difference: FindingDifference, other: str) -> str:
    """How a finding of one edition stands to the other, in a few words for its line in the list."""
    in_both = difference.before is not None and difference.after is not None
    return f"{'different' if in_both else 'not'} in {other}"


def _of_finding(atlas: Atlas, difference: FindingDifference) -> str:
    name = numbered(atlas, difference.finding, difference.number)
    before, after = difference.before, difference.after
    if before is None:
        return f"Added: {name}"
    if after is None:
        return f"Removed: {name}"
    told = [part for field in difference.fields for part in _field(atlas, field, before, after)]
    return f"Changed: {name}: {'; '.join(told)}"


def _field(
    atlas: Atlas, field: str, before: TriggerPointFinding, after: TriggerPointFinding
) -> Iterator[str]:
    """What changed in one field of a finding."""
    one, other = getattr(before, field), getattr(after, field)
    if isinstance(one, Signs):
        for sign in Sign:
            if one[sign] is not other[sign]:
                yield f"{SIGNS[sign].lower()} {_from_to(one[sign], other[sign], SIGN_VALUES.get)}"
    elif isinstance(one, Referral):
        if one.felt is not other.felt:
            yield f"referral felt {_from_to(one.felt, other.felt, REFERRALS_FELT.get)}"
        elif one.drawing != other.drawing:
            yield "the drawn referral"
    elif field in _TOLD:
        yield _TOLD[field](other)
    else:
        label, words = _FIELDS[field]
        yield f"{label} {_from_to(one, other, lambda value: words(atlas, value))}"


def _from_to(one: object, other: object, words: Callable[[Any], str | None]) -> str:
    """Such as "absent → present"."""
    return " → ".join(
        _NONE if each in (None, "") else words(each) or _NONE for each in (one, other)
    )


def _muscle(atlas: Atlas, muscle: str) -> str:
    return atlas.muscles[muscle].name if muscle in atlas.muscles else muscle


def _point(atlas: Atlas, point: str) -> str:
    if point not in atlas.trigger_points:
        return "elsewhere in the muscle"
    return atlas.trigger_points[point].name


_TOLD: Final[dict[str, Callable[[Any], str]]] = {
    "place": lambda _: "the place",
    "copied_from": lambda now: "copied from another finding" if now else "examined here",
    "continues": lambda now: (
        COURSES_TOLD[now.course] if now and now.course else "what it continues of last time"
    ),
    "is_new": lambda now: "said to be new" if now else "no longer said to be new",
}
_FIELDS: Final[dict[str, tuple[str, Callable[[Atlas, Any], str]]]] = {
    "laterality": ("side", lambda _, side: LATERALITIES[side]),
    "muscle": ("muscle", _muscle),
    "trigger_point": ("closest typical trigger point", _point),
    "pain_on_pressure": ("pain on pressure", lambda _, pain: f"{pain.nrs} of 10"),
    "pressure_pain_threshold": (
        "pressure pain threshold",
        lambda _, ppt: f"{ppt.in_unit(ppt.entered_in):.3g} {PRESSURE_UNITS[ppt.entered_in]}",
    ),
    "depth": ("depth", lambda _, depth: DEPTHS[depth]),
    "notes": ("note", lambda _, note: f"“{note}”"),
}
