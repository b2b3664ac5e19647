"""Everyday words for what a person says of their pain; short enough to read on a phone."""

from collections.abc import Iterable, Sequence
from typing import Final

from bodymap.analysis.read_back import NamedPlace
from bodymap.body import Laterality
from bodymap.records import PainDepth, PainMark, PainQuality, PainSince, PainTiming

QUALITIES: Final = {
    PainQuality.ACHING: "aching",
    PainQuality.BURNING: "burning",
    PainQuality.STABBING: "stabbing",
    PainQuality.THROBBING: "throbbing",
    PainQuality.TINGLING: "tingling",
    PainQuality.NUMB: "numb",
    PainQuality.ELECTRIC: "electric",
    PainQuality.CRAMPING: "cramping",
    PainQuality.OTHER: "other",
}
DEPTHS: Final = {
    PainDepth.SKIN: "on the skin",
    PainDepth.MUSCLE: "in the muscle",
    PainDepth.DEEP: "deep, at the bone or joint",
    PainDepth.INSIDE: "inside the body",
}
TIMINGS: Final = {
    PainTiming.CONSTANT: "all the time",
    PainTiming.COMES_AND_GOES: "comes and goes",
    PainTiming.ON_MOVEMENT: "when I move",
    PainTiming.AT_NIGHT: "at night",
}
SINCE: Final = {
    PainSince.TODAY: "today",
    PainSince.UNDER_A_WEEK: "less than a week",
    PainSince.UNDER_SIX_WEEKS: "less than 6 weeks",
    PainSince.UNDER_THREE_MONTHS: "less than 3 months",
    PainSince.UNDER_A_YEAR: "less than a year",
    PainSince.OVER_A_YEAR: "a year or more",
}
_SIDES: Final = {
    Laterality.LEFT: "left",
    Laterality.RIGHT: "right",
    Laterality.BILATERAL: "both sides",
    Laterality.MIDLINE: "",
}


def place_in_words(place: NamedPlace) -> str:
    """A place with its side, such as "Front of the shoulder, right"."""
    side = _SIDES[place.laterality]
    return f"{place.label}, {side}" if side else place.label


def places_in_words(places: Sequence[NamedPlace], most: int = 8) -> str:
    """Places in one line; those beyond `most` are counted."""
    named = [place_in_words(place) for place in places[:most]]
    more = len(places) - len(named)
    return "; ".join(named + ([_counted(more, "more place")] if more else [])) or "nothing marked"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


_YOURS: Final = {
    Laterality.RIGHT: "Your right",
    Laterality.LEFT: "Your left",
    Laterality.BILATERAL: "Both sides",
    Laterality.MIDLINE: "In the middle",
}


def sides_in_words(places: Sequence[NamedPlace]) -> tuple[tuple[str, str], ...]:
    """For each side its name and all its places, the side of the largest place first."""
    return tuple(
        (
            _YOURS[side],
            "; ".join(_joined(place.label for place in places if place.laterality is side)),
        )
        for side in dict.fromkeys(place.laterality for place in places)
    )


def folded_in_words(more: Sequence[NamedPlace], edges: Sequence[NamedPlace]) -> str:
    """How many places stand behind a fold, such as "12 more places, 3 only at the edge"."""
    told = [_counted(len(more), "more place")] if more else []
    if edges:
        told.append(
            f"{len(edges)} only at the edge" if more else f"Edge: {_counted(len(edges), 'place')}"
        )
    return ", ".join(told)


def _joined(labels: Iterable[str]) -> list[str]:
    """Parts of one thing in one breath: "front and side of the shoulder"."""
    parts: dict[str, list[str]] = {}
    for label in labels:
        part, of_the, whole = (label[:1].lower() + label[1:]).partition(" of the ")
        parts.setdefault(of_the + whole or part, []).append(part)
    return [
        whole if not whole.startswith(" of the ") else " and ".join(named) + whole
        for whole, named in parts.items()
    ]


def answers_in_words(mark: PainMark) -> str:
    """What was said of a pain, in one line; what was not asked or answered is left out."""
    said = []
    if mark.intensity is not None:
        said.append(f"{mark.intensity.nrs} of 10")
    said += [
        mark.other_quality if quality is PainQuality.OTHER and mark.other_quality else word
        for quality, word in QUALITIES.items()
        if quality in mark.qualities
    ]
    if mark.depth is not None:
        said.append(DEPTHS[mark.depth])
    said += [word for timing, word in TIMINGS.items() if timing in mark.timing]
    if mark.since is not None:
        said.append(
            f"since {SINCE[mark.since]}"
            if mark.since is PainSince.TODAY
            else f"for {SINCE[mark.since]}"
        )
    return ", ".join(said)
