"""How much a measure changes by itself, by the study nearest to what was measured.

Every figure names who was studied and where it is published; `docs/measures.md` has the table. A
change is judged against the error of its measure, and nothing here says why something changed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bodymap.records import PressurePainThreshold


class Measure(StrEnum):
    """What was measured."""

    PAIN = "PAIN"
    THRESHOLD = "THRESHOLD"
    EXTENT = "EXTENT"


class Verdict(StrEnum):
    """A change beside the error of its measure."""

    WITHIN = "WITHIN"
    UNSURE = "UNSURE"
    BEYOND = "BEYOND"
    NOT_COMPARABLE = "NOT_COMPARABLE"


@dataclass(frozen=True)
class Band:
    """The least change that is more than the error of a measure.

    Attributes:
        measure: Of what.
        least: A smaller change is within the error; points, kPa, or a part of the mean.
        most: This change or a larger one is beyond it. Both are the same where one study gives one
            figure.
        who: Who was studied.
        source: Where it is published.
        fits: Whether the study is of this place; else it is the nearest that was found.
    """

    measure: Measure
    least: float
    most: float
    who: str
    source: str
    fits: bool = True


KOVACS: Final = "Kovacs 2008, BMC Musculoskelet Disord 9:43"
CHILDS: Final = "Childs 2005, Spine 30:1331"
BACK_INPATIENTS: Final = "doi 10.1055/a-1304-3677"
TRAPEZIUS: Final = "Rev Assoc Med Bras 2021;67(5):708"
HEALTHY: Final = "Korean J Pain 2023;36:173"
LEONI: Final = "Leoni 2013"

PAIN_NECK: Final = Band(Measure.PAIN, 4.0, 4.0, "658 people with neck pain", KOVACS)
PAIN_NECK_REFERRED: Final = Band(
    Measure.PAIN, 4.2, 4.2, "487 people with neck pain that is referred", KOVACS
)
PAIN_LOW_BACK: Final = Band(
    Measure.PAIN,
    1.77,
    2.0,
    "people with low back pain, in two studies",
    f"{CHILDS}; {BACK_INPATIENTS}",
)
PAIN_ELSEWHERE: Final = Band(
    Measure.PAIN,
    1.77,
    4.0,
    "people with pain of the back or the neck; none was found for this part of the body",
    f"{CHILDS}; {BACK_INPATIENTS}; {KOVACS}",
    fits=False,
)
THRESHOLD_TRAPEZIUS: Final = Band(
    Measure.THRESHOLD,
    44.0,
    61.0,
    "30 women with chronic neck pain, trigger points of the upper trapezius, a week apart",
    TRAPEZIUS,
)
THRESHOLD_WEEKS: Final = Band(
    Measure.THRESHOLD,
    22.0,
    55.0,
    "20 healthy women, neck, upper back and leg, two weeks apart",
    HEALTHY,
)
THRESHOLD_MONTHS: Final = Band(
    Measure.THRESHOLD,
    47.0,
    91.0,
    "20 healthy women, neck, upper back and leg, six months apart",
    HEALTHY,
)
THRESHOLD_ELSEWHERE: Final = Band(
    Measure.THRESHOLD,
    22.0,
    91.0,
    "women, at neck, upper back and leg; none was found for this place",
    f"{TRAPEZIUS}; {HEALTHY}",
    fits=False,
)
EXTENT: Final = Band(
    Measure.EXTENT, 0.38, 0.38, "52 people who drew their pain twice, a minute apart", LEONI
)
BANDS: Final = (
    PAIN_NECK,
    PAIN_NECK_REFERRED,
    PAIN_LOW_BACK,
    PAIN_ELSEWHERE,
    THRESHOLD_TRAPEZIUS,
    THRESHOLD_WEEKS,
    THRESHOLD_MONTHS,
    THRESHOLD_ELSEWHERE,
    EXTENT,
)
"""All of them, in the order of `docs/measures.md`."""
MONTHS_FROM_DAYS: Final = 60
"""From this many days on, readings are judged by the study over six months; our choice."""
_NECK: Final = frozenset({"neck"})
_LOW_BACK: Final = frozenset({"lower_back"})
_THRESHOLD_STUDIED: Final = frozenset({"neck", "upper_back", "leg"})


def pain_band(groups: Collection[str], *, referred: bool) -> Band:
    """The study of pain ratings nearest to a part of the body.

    Args:
        groups: Ids of the outermost groups of the atlas that the place belongs to.
        referred: Whether pressing it is felt elsewhere too.
    """
    if not _NECK.isdisjoint(groups):
        return PAIN_NECK_REFERRED if referred else PAIN_NECK
    return PAIN_ELSEWHERE if _LOW_BACK.isdisjoint(groups) else PAIN_LOW_BACK


def threshold_band(muscle: str | None, groups: Collection[str], *, days: float) -> Band:
    """The study of pressure pain thresholds nearest to a place and to the time in between."""
    if muscle == "trapezius_upper" and days < MONTHS_FROM_DAYS:
        return THRESHOLD_TRAPEZIUS
    if _THRESHOLD_STUDIED.isdisjoint(groups):
        return THRESHOLD_ELSEWHERE
    return THRESHOLD_WEEKS if days < MONTHS_FROM_DAYS else THRESHOLD_MONTHS


def judged(before: float, after: float, band: Band) -> Verdict:
    """A change of points or kPa, or of an extent in relation to the mean of both, beside its band.

    Exact at the border: a change as large as `most` is beyond, one smaller than `least` within.
    """
    moved = abs(after - before)
    if band.measure is Measure.EXTENT:
        mean = (before + after) / 2
        moved = moved / mean if mean else 0.0
    moved = round(moved, 9)  # 0.1 + 0.2 is no larger than 0.3
    if moved >= band.most:
        return Verdict.BEYOND
    return Verdict.WITHIN if moved < band.least else Verdict.UNSURE


def judged_threshold(
    before: PressurePainThreshold, after: PressurePainThreshold, band: Band
) -> Verdict:
    """A change of a threshold; readings with another probe, or in another unit, do not compare.

    Another unit says that another device may have been read.
    """
    with_which = [(each.probe_area_cm2, each.entered_in) for each in (before, after)]
    if with_which[0] != with_which[1]:
        return Verdict.NOT_COMPARABLE
    return judged(before.kilopascals, after.kilopascals, band)


def around(values: Sequence[float | None], band: Band) -> tuple[float, float] | None:
    """The band round the first value there is: what lies inside may be the error alone."""
    first = next((value for value in values if value is not None), None)
    if first is None:
        return None
    reach = band.most * first if band.measure is Measure.EXTENT else band.most
    return max(0.0, first - reach), first + reach
