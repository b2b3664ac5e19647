"""Which finding of a visit continues which finding of an earlier one: as said, else by a rule.

The rule is ours and is shown wherever it is used: the same muscle, trigger point and side; else
within 2 cm on the same side, unless they are of two different muscles.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from bodymap.body import Figure
from bodymap.records import OTHER_TRIGGER_POINT, Place, TriggerPointFinding

NEAR_CM: Final = 2.0
"""As far as two marks may lie apart, on the figure at hand, to be taken for the same place."""


class MatchedBy(StrEnum):
    """Why two findings are taken for the same one."""

    SAID = "SAID"
    TRIGGER_POINT = "TRIGGER_POINT"
    PLACE = "PLACE"


@dataclass(frozen=True)
class Match:
    """A finding and the earlier one that it continues.

    Attributes:
        earlier: As it was.
        later: As it is.
        by: Why.
    """

    earlier: TriggerPointFinding
    later: TriggerPointFinding
    by: MatchedBy


def matched(
    earlier: Sequence[TriggerPointFinding],
    later: Sequence[TriggerPointFinding],
    *,
    visit_id: str,
    body: Figure,
) -> tuple[Match, ...]:
    """Pairs of findings that continue each other, each finding in at most one, as in `later`.

    What was said comes first. What is said to be new, or to continue a finding of another visit,
    is matched by no rule. Of several that the rule allows, the nearest are paired.

    Args:
        earlier: Findings of the earlier visit.
        later: Findings of the later one.
        visit_id: The earlier visit.
        body: Figure on which distances are measured.
    """
    open_ones = [each for each in later if each.continues is None and not each.is_new]
    ruled = sorted(
        (_RULES.index(by), away, e, open_l)
        for e, one in enumerate(earlier)
        for open_l, other in enumerate(open_ones)
        for by, away in _rule(one, other, body)
    )
    pairs = (
        *_as_said(earlier, later, visit_id),
        *(Match(earlier[e], open_ones[i], _RULES[rule]) for rule, _, e, i in ruled),
    )
    found = {match.later.id: match for match in _each_once(pairs)}
    return tuple(found[each.id] for each in later if each.id in found)


_RULES: Final = (MatchedBy.TRIGGER_POINT, MatchedBy.PLACE)


def _as_said(
    earlier: Sequence[TriggerPointFinding], later: Sequence[TriggerPointFinding], visit_id: str
) -> Iterator[Match]:
    known = {each.id: each for each in earlier}
    for each in later:
        said = each.continues
        if said is not None and said.assessment_id == visit_id and said.finding_id in known:
            yield Match(known[said.finding_id], each, MatchedBy.SAID)


def _each_once(pairs: Iterable[Match]) -> Iterator[Match]:
    """Pairs of which neither finding was in one before."""
    seen_earlier: set[str] = set()
    seen_later: set[str] = set()
    for match in pairs:
        if match.earlier.id not in seen_earlier and match.later.id not in seen_later:
            seen_earlier.add(match.earlier.id)
            seen_later.add(match.later.id)
            yield match


def _rule(
    one: TriggerPointFinding, other: TriggerPointFinding, body: Figure
) -> Iterator[tuple[MatchedBy, float]]:
    """By which rule two findings may be the same one, and how far they lie apart."""
    if one.laterality is not other.laterality:
        return
    away = distance_cm(one.place, other.place, body)
    is_typical = one.trigger_point not in {None, OTHER_TRIGGER_POINT}
    same_point = (one.muscle, one.trigger_point) == (other.muscle, other.trigger_point)
    if is_typical and same_point:
        yield MatchedBy.TRIGGER_POINT, away
    elif away <= NEAR_CM and len({one.muscle, other.muscle} - {None}) < _TWO_MUSCLES:
        yield MatchedBy.PLACE, away


_TWO_MUSCLES: Final = 2


def distance_cm(one: Place, other: Place, body: Figure) -> float:
    """Straight distance between two places on the skin; infinite where none can be told.

    Places inside the body and on charts have none, but that the same place is 0 away.
    """
    if one.body_version != other.body_version:
        return float("inf")
    if one.cell == other.cell:
        return 0.0
    if max(one.cell, other.cell) >= body.cell_table.mesh_count or one.body_version != body.version:
        return float("inf")
    return float(np.linalg.norm(body.xyz_cm[one.cell] - body.xyz_cm[other.cell]))
