"""What docs/validation.md says of the described cases."""

import math
import textwrap
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.analysis.looking_up.fit import fits
from bodymap.analysis.looking_up.referral_matrix import ReferralMatrix, matrix_of
from bodymap.atlas import Atlas
from bodymap.body import Body
from tools.validation.described import TOPS, Described, Half, cases, ranks, share

GOALS: Final = {3: 0.80, 5: 0.90}
"""Wanted of the half set aside, by places in the list."""

COVERS_SOME: Final = 0.10
"""A muscle whose zones and mark lie over a smaller part of the pain hardly could come first."""

COVERS_NOTHING: Final = 0.005

Told = tuple[Described, int | None]


def section(atlas: Atlas, body: Body) -> list[str]:
    """The section, in lines."""
    told = [(case, place) for case, place, _ in ranks(atlas, body)]
    aside = [(case, place) for case, place in told if case.half is Half.SET_ASIDE]
    tuning = [(case, place) for case, place in told if case.half is Half.TUNING]
    one = [(case, place) for case, place in aside if len(case.muscles) == 1]
    return [
        "## Does the look-up find the muscle of a described case?",
        "",
        *_what_they_are(),
        "",
        "| cases | number | 1st | top 3 | top 5 | top 8 |",
        "| --- | --- | --- | --- | --- | --- |",
        _row("tuning", tuning),
        _row("set aside", aside),
        _row("set aside, of one muscle only", one),
        "",
        *_goals([place for _, place in aside]),
        "",
        *_limits(atlas, body),
        "",
    ]


def each(atlas: Atlas, body: Body) -> list[str]:
    """A line for each case: its half, the place of its muscle, what was said."""
    return [
        f"{case.half.value:9}  {place or '-':>2}  {', '.join(case.muscles)}  <-  {case.words}"
        for case, place, _ in ranks(atlas, body)
    ]


def _what_they_are() -> list[str]:
    works = {case.citation for case in cases()}
    incomplete = {case.citation for case in cases() if case.incomplete}
    several = sum(len(case.muscles) > 1 for case in cases())
    return textwrap.wrap(
        f"{len(cases())} cases of {len(works)} works (reports, series and trials, two of them only "
        "registered) that say where it hurt and in which muscle the trigger point was found or "
        "treated: `tools/validation/described_cases.yaml`, each with its citation and what was "
        "read of it, mostly the abstract. None is a source of the atlas. They were collected by "
        "searching and are no sample of anything; a muscle that is treated often stands there "
        f"often. Of {len(incomplete)} works a part of the citation was not seen, as the file says. "
        "The words of a work become whole regions by one list, made before anything was measured; "
        "whole regions are a coarse drawing. Half of the cases, by a hash of the citation, served "
        "for tuning and were read one by one; the others were set aside and only ever counted as a "
        "whole, before and after each of two changes, and nothing was changed for their sake. "
        f"Counted is the place of the muscle in the list; {several} cases name several muscles, of "
        "which any counts.",
        100,
    )


def _row(name: str, told: Sequence[Told]) -> str:
    places = [place for _, place in told]
    return f"| {name} | {len(places)} | {' | '.join(f'{share(places, k):.1%}' for k in TOPS)} |"


def _goals(places: Sequence[int | None]) -> list[str]:
    goals = "; ".join(
        f"top {most} at least {goal:.0%}: {share(places, most):.1%} "
        f"(95% interval {_interval(places, most)}), "
        + ("met" if share(places, most) >= goal else "**not met**")
        for most, goal in GOALS.items()
    )
    return textwrap.wrap(
        f"Goal for those set aside: {goals}. The intervals are Wilson's: with so few cases one "
        f"more is {1 / len(places):.1%}. Before pain round the mark and how often a muscle is "
        "affected counted, and a muscle stood once, the places of the same cases were 25.0%, "
        "50.0%, 71.4%, 82.1% (tuning) and 12.1%, 45.5%, 63.6%, 81.8% (set aside); before "
        "regions that are marked whole and the trigger points of a muscle together counted, "
        "32.1%, 64.3%, 78.6%, 85.7% and 18.2%, 51.5%, 72.7%, 81.8%.",
        100,
    )


def _limits(atlas: Atlas, body: Body) -> list[str]:
    """How much of the described pain the patterns cover at all, the wanted and the others."""
    wanted, others = [], []
    for case in cases():
        fit, matrix = fits(matrix_of(atlas), case.area(atlas, body)), matrix_of(atlas)
        best = _most_covered(matrix, fit.pain_covered + fit.pain_round_mark)
        wanted.append(max(best[muscle] for muscle in case.muscles))
        others.append(sum(covered >= COVERS_SOME for covered in best.values()))
    little = sum(covered < COVERS_SOME for covered in wanted)
    none = sum(covered < COVERS_NOTHING for covered in wanted)
    return textwrap.wrap(
        f"What limits it is not the order alone. In {little} of all {len(wanted)} cases the "
        f"zones and the mark of the muscle that was found lie over less than {COVERS_SOME:.0%} "
        f"of the pain that was described, in {none} of these over nothing of it: iliopsoas for "
        "a painful knee, trapezius for an earache. No order of typical patterns can bring "
        f"these up. And words are coarse: over {COVERS_SOME:.0%} or more of a described pain "
        f"lie those of {np.median(others):.0f} muscles (median; at most {max(others)}), so that "
        "*down the leg*, *neck* or *shoulder* fit many about as well, while a report names the "
        "one that its authors treated. The list says where to look first, not what it is.",
        100,
    )


def _most_covered(matrix: ReferralMatrix, covered: npt.NDArray[np.float64]) -> dict[str, float]:
    """Largest part of the pain that a trigger point of each muscle covers."""
    best: dict[str, float] = {}
    for muscle, part in zip(matrix.muscles, covered, strict=True):
        best[muscle.id] = max(best.get(muscle.id, 0.0), float(part))
    return best


def _interval(places: Sequence[int | None], most: int) -> str:
    """Wilson's 95 % interval of a share."""
    found = sum(place is not None and place <= most for place in places)
    low, high = wilson(found, len(places))
    return f"{low:.0%} to {high:.0%}"


def wilson(found: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share (Wilson EB. J Am Stat Assoc 1927;22:209-212)."""
    z, part = 1.96, found / of
    middle = part + z * z / (2 * of)
    half = z * math.sqrt(part * (1 - part) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)
