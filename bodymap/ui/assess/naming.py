"""A finding by its number, muscle and side."""

from bodymap.atlas import Atlas
from bodymap.records import Assessment, TriggerPointFinding
from bodymap.ui.wording import LATERALITIES


def muscle_of(atlas: Atlas, finding: TriggerPointFinding) -> str | None:
    """Name of the muscle; None where none is chosen, or one that this atlas does not know."""
    known = finding.muscle is not None and finding.muscle in atlas.muscles
    return atlas.muscles[finding.muscle].name if known and finding.muscle else None


def named(atlas: Atlas, finding: TriggerPointFinding, unknown: str) -> str:
    """Such as "Infraspinatus, right"."""
    return f"{muscle_of(atlas, finding) or unknown}, {LATERALITIES[finding.laterality]}"


def numbered(atlas: Atlas, finding: TriggerPointFinding, number: int) -> str:
    """Such as "2 · Infraspinatus, right", or "2 · right" where no muscle is chosen."""
    parts = (muscle_of(atlas, finding), LATERALITIES[finding.laterality])
    return f"{number} · {', '.join(part for part in parts if part)}"


def in_assessment(atlas: Atlas, assessment: Assessment, finding: TriggerPointFinding) -> str:
    """As `numbered`, with its number in the assessment."""
    return numbered(atlas, finding, assessment.findings.index(finding) + 1)
