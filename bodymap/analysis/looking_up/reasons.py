"""Why a trigger point stands in a look-up's list: numbers with their sentence."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bodymap.analysis.looking_up.referral_matrix import PRIOR
from bodymap.atlas import FrequencyLevel, TriggerPoint
from bodymap.body import Laterality


class ReasonKind(StrEnum):
    """What a reason is about."""

    COVERS = "covers"
    ROUND_MARK = "round_mark"
    PRESENT = "present"
    SIDE = "side"
    FREQUENCY = "frequency"
    MORE_POINTS = "more_points"
    SAME_PATTERN = "same_pattern"
    ALSO_FITS = "also_fits"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    Attributes:
        kind: What it is about.
        value: Its number, 0 to 1; None where it has none.
        text: One sentence.
    """

    kind: ReasonKind
    value: float | None
    text: str


_ROUNDING: Final = 1e-9
"""Shares of areas summed in another order differ by less than this."""

HOW_COMMON: Final = {
    FrequencyLevel.VERY_COMMON: "very commonly",
    FrequencyLevel.COMMON: "commonly",
    FrequencyLevel.LESS_COMMON: "less commonly",
    FrequencyLevel.RARE: "rarely",
}


def percent(share: float) -> str:
    """A share in whole percent; what is not quite nothing or all is never told as such."""
    whole = round(100 * share)
    if whole == 0 and share > _ROUNDING:
        return "less than 1 %"
    if whole == 100 and share < 1 - _ROUNDING:  # noqa: PLR2004 - percent
        return "99 %"
    return f"{whole} %"


def covers(pain_covered: float, in_essential: float) -> Reason:
    """How much of the pain lies within the pattern."""
    text = (
        f"Its typical zones cover {percent(pain_covered)} of the marked pain: "
        f"{percent(in_essential)} in the essential zone, "
        f"{percent(max(pain_covered - in_essential, 0.0))} in the spillover."
    )
    return Reason(ReasonKind.COVERS, pain_covered, text)


def round_mark(pain_round_mark: float) -> Reason:
    """How much of the pain lies round the trigger point itself."""
    text = f"Another {percent(pain_round_mark)} lies round the trigger point itself."
    return Reason(ReasonKind.ROUND_MARK, pain_round_mark, text)


def present(pattern_present: float, essential_present: float) -> Reason:
    """How much of the pattern is felt."""
    text = (
        f"{percent(pattern_present)} of its typical pattern is marked, "
        f"{percent(essential_present)} of the essential zone."
    )
    return Reason(ReasonKind.PRESENT, pattern_present, text)


def on_side(laterality: Laterality, own_side: float | None, point: TriggerPoint) -> Reason:
    """Whether the pain lies on the muscle's own side; `own_side` is its part there."""
    if laterality is Laterality.BILATERAL:
        text = "The muscle of either side fits, or both together."
    elif own_side is None:
        text = f"For the muscle on the {laterality.lower()}."
    else:
        where = f"the muscle's side, the {laterality.lower()}"
        text = f"{percent(own_side)} of the marked pain lies on {where}."
    if point.only_on:
        text += f" This trigger point is known on the {point.only_on} only."
    return Reason(ReasonKind.SIDE, own_side, text)


def how_common(level: FrequencyLevel) -> Reason:
    """How often trigger points are found in the muscle, and what that counts."""
    counts = PRIOR[level]
    so = f"; its fit counts {percent(counts)}" if counts < 1 else ""
    text = f"Trigger points are {HOW_COMMON[level]} found in this muscle (a rank by experts{so})."
    return Reason(ReasonKind.FREQUENCY, counts, text)


def more_points(names: tuple[str, ...]) -> Reason:
    """Other trigger points of the muscle that reach there as well."""
    return Reason(ReasonKind.MORE_POINTS, None, f"Of the same muscle also: {_listed(names)}.")


def same_pattern(names: tuple[str, ...]) -> Reason:
    """Others that no drawing can tell from this one."""
    text = f"No drawing can tell it from {_listed(names)}: the typical zones are the same."
    return Reason(ReasonKind.SAME_PATTERN, None, text)


def also_fits(names: tuple[str, ...]) -> Reason:
    """Others that fit about as well."""
    return Reason(ReasonKind.ALSO_FITS, None, f"About as well fits: {_listed(names)}.")


def near() -> Reason:
    """Said where a pattern only lies beside the marked place."""
    text = "Its typical zones lie nearby, but not where the pain was marked."
    return Reason(ReasonKind.NEAR, 0.0, text)


def _listed(names: tuple[str, ...]) -> str:
    """Names in one line."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
