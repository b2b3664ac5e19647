"""What changed between two editions of an assessment: facts, in the order of the later one."""

from dataclasses import dataclass
from typing import Final

from bodymap.records import Assessment, TriggerPointFinding

DETAILS: Final = ("examined_at", "examiner", "reason", "notes", "figure")
"""Fields of the assessment as a whole that are compared."""


@dataclass(frozen=True)
class FindingDifference:
    """One finding that is not the same in both.

    Attributes:
        before: As it was; None if it was added.
        after: As it is; None if it was removed.
        number: Its number in the later edition, in the earlier one if it was removed.
    """

    before: TriggerPointFinding | None
    after: TriggerPointFinding | None
    number: int

    @property
    def finding(self) -> TriggerPointFinding:
        """As it is, or as it was if it was removed."""
        finding = self.after or self.before
        if finding is None:
            message = "a difference has a finding before or after"
            raise ValueError(message)
        return finding

    @property
    def fields(self) -> tuple[str, ...]:
        """Fields that differ; empty where it was added or removed."""
        if self.before is None or self.after is None:
            return ()
        names = type(self.after).model_fields
        return tuple(n for n in names if getattr(self.before, n) != getattr(self.after, n))


@dataclass(frozen=True)
class Differences:
    """What differs between two editions.

    Attributes:
        findings: Changed and added ones in the order of the later edition, then removed ones.
        details: Fields of `DETAILS` that differ.
    """

    findings: tuple[FindingDifference, ...]
    details: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.findings or self.details)


def differences(before: Assessment, after: Assessment) -> Differences:
    """What changed from an earlier state of an assessment to a later one."""
    changed = (
        FindingDifference(before.finding(finding.id), finding, number)
        for number, finding in enumerate(after.findings, start=1)
    )
    removed = (
        FindingDifference(finding, None, number)
        for number, finding in enumerate(before.findings, start=1)
        if after.finding(finding.id) is None
    )
    return Differences(
        findings=(*(each for each in changed if each.before != each.after), *removed),
        details=tuple(n for n in DETAILS if getattr(before, n) != getattr(after, n)),
    )
