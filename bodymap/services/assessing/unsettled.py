"""What a finished assessment would leave open: findings without a muscle, undecided, and so on."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.records import Assessment, Called, Course, TriggerPointFinding


class Unsettled(StrEnum):
    """Why a finding is not settled."""

    NO_MUSCLE = "NO_MUSCLE"
    CONTRADICTORY = "CONTRADICTORY"
    COPIED = "COPIED"
    NOT_EXAMINED = "NOT_EXAMINED"
    UNDECIDED = "UNDECIDED"


@dataclass(frozen=True)
class UnsettledFinding:
    """A finding that is not settled.

    Attributes:
        number: In the order of the assessment, from 1.
        finding: The finding.
        reasons: At least one.
    """

    number: int
    finding: TriggerPointFinding
    reasons: tuple[Unsettled, ...]


def unsettled(assessment: Assessment) -> tuple[UnsettledFinding, ...]:
    """Findings that finishing the assessment would close though they are not settled."""
    looked_at = (
        UnsettledFinding(number, finding, reasons_of(finding))
        for number, finding in enumerate(assessment.findings, start=1)
    )
    return tuple(each for each in looked_at if each.reasons)


def reasons_of(finding: TriggerPointFinding) -> tuple[Unsettled, ...]:
    """Why a finding is not settled; empty if it is."""
    undecided = finding.called in {Called.TENDER_PLACE_SO_FAR, Called.TRIGGER_POINT}
    is_said = finding.course in {Course.GONE, Course.NOT_EXAMINED}
    holds = {
        Unsettled.NO_MUSCLE: finding.muscle is None,
        Unsettled.CONTRADICTORY: finding.contradicts_itself,
        Unsettled.COPIED: finding.copied_from is not None,
        Unsettled.NOT_EXAMINED: not finding.is_examined and not is_said,
        Unsettled.UNDECIDED: finding.is_examined and undecided and not is_said,
    }
    return tuple(reason for reason, is_so in holds.items() if is_so)
