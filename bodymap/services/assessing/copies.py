"""What a copy of a finding takes with it, so that no measurement is invented. Pure functions."""

from typing import Any

from bodymap.analysis.mirrored import other_side
from bodymap.body import Body
from bodymap.records import Assessment, TriggerPointFinding
from bodymap.services.assessing.one_answer import agreeing


def unexamined(finding: TriggerPointFinding, **changes: Any) -> TriggerPointFinding:
    """A finding of the same muscle at the same place, or as changed, with nothing examined."""
    kept = {name: getattr(finding, name) for name in ("place", "laterality", "muscle")}
    return TriggerPointFinding.checked(kept | {"trigger_point": finding.trigger_point} | changes)


def with_findings_of(
    source: TriggerPointFinding, finding: TriggerPointFinding, body: Body
) -> TriggerPointFinding:
    """The finding with what was found at the source, marked as copied.

    A drawn referral is mirrored where the source lies on the other side.

    Raises:
        ReferralContradicted: the source contradicts itself.
    """
    beside = other_side(source, body) if _are_mirrored(source, finding) else source
    return agreeing(finding.changed(**beside.found, copied_from=source.id))


def same_findings_source(
    assessment: Assessment, finding: TriggerPointFinding
) -> TriggerPointFinding | None:
    """The finding from which an unexamined one may copy what was found; None if there is none.

    That is the last examined one of the same trigger point on the other side, or of another muscle
    at the same place.
    """
    if finding.is_examined or finding.muscle is None:
        return None
    candidates = (
        other
        for other in reversed(assessment.findings)
        if other.is_examined and (_are_mirrored(other, finding) or _are_beside(other, finding))
    )
    return next(candidates, None)


def _are_mirrored(one: TriggerPointFinding, other: TriggerPointFinding) -> bool:
    """Whether they are of the same trigger point, one on the left and one on the right."""
    sides = one.laterality, other.laterality
    same = (one.muscle, one.trigger_point) == (other.muscle, other.trigger_point)
    return same and sides[0] is not sides[1] and sides[0].mirrored() is sides[1]


def _are_beside(one: TriggerPointFinding, other: TriggerPointFinding) -> bool:
    """Whether they are at the same place."""
    return (one.place.cell, one.laterality) == (other.place.cell, other.laterality)
