"""What was found the last time a person was examined, to be looked at beside this time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bodymap.records import Assessment, AssessmentSummary, Course, TriggerPointFinding
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position, every_line
from bodymap.services.kernel.ports import Ports, UnitOfWork


@dataclass(frozen=True)
class EarlierFinding:
    """A finding of last time.

    Attributes:
        visit_id: The visit of last time.
        number: Its number there, from 1.
        finding: As it stood there.
        seen: As it was when somebody last examined it, which may be a visit before; `finding`
            itself where nobody ever did.
        seen_at: When that was.
    """

    visit_id: str
    number: int
    finding: TriggerPointFinding
    seen: TriggerPointFinding
    seen_at: datetime


@dataclass(frozen=True)
class LastTime:
    """The last finished visit before an assessment.

    Attributes:
        visit: The assessment, as it was last finished.
        findings: What can be looked for again, in the order of that visit.
        gone: What was gone already, so that nobody is asked about it.
    """

    visit: Assessment
    findings: tuple[EarlierFinding, ...]
    gone: tuple[EarlierFinding, ...]


def last_time(*, assessment: Assessment, ports: Ports) -> LastTime | None:
    """The last visit of the same person before this one; None where there is none.

    Raises:
        StoreError: it cannot be read.
    """
    if assessment.person_id is None:
        return None
    with ports.store.reading() as unit:
        lines = _before(unit, assessment)
        line = next(lines, None)
        visit = None if line is None else _finished(unit, line.id)
        if visit is None:
            return None
        found = [
            _earlier(unit, visit, number, finding, assessment.person_id)
            for number, finding in enumerate(visit.findings, start=1)
        ]
    is_gone = [each.finding.course is Course.GONE for each in found]
    return LastTime(
        visit=visit,
        findings=tuple(e for e, gone in zip(found, is_gone, strict=True) if not gone),
        gone=tuple(e for e, gone in zip(found, is_gone, strict=True) if gone),
    )


def _before(unit: UnitOfWork, assessment: Assessment) -> Iterator[AssessmentSummary]:
    """Finished visits of the same person before this one, the last first."""

    def page(after: Position | None) -> Page[AssessmentSummary]:
        return unit.assessments.summaries(
            person_id=assessment.person_id,
            only_open=False,
            only_waiting=False,
            sample=False,
            limit=MOST_ON_PAGE,
            after=after or Position(assessment.examined_at, assessment.id),
        )

    return (line for line in every_line(page) if line.editions)


def _finished(unit: UnitOfWork, assessment_id: str) -> Assessment | None:
    """A visit as it was last finished, also while it is being amended."""
    kept = unit.assessments.get(assessment_id)
    if kept is None or not kept.is_amendment:
        return kept
    last = unit.assessments.editions(assessment_id)[-1].record
    return last.changed(person_id=kept.person_id)


def _earlier(
    unit: UnitOfWork, visit: Assessment, number: int, finding: TriggerPointFinding, person_id: str
) -> EarlierFinding:
    """The finding, and the visit at which it was last examined."""
    seen, seen_at, passed = finding, visit.examined_at, {visit.id}
    while not seen.was_examined and seen.continues is not None:
        before = _finished(unit, seen.continues.assessment_id)
        at = before.finding(seen.continues.finding_id) if before else None
        if before is None or at is None or before.person_id != person_id or before.id in passed:
            break
        passed.add(before.id)
        seen, seen_at = at, before.examined_at
    if not seen.was_examined:
        seen, seen_at = finding, visit.examined_at
    return EarlierFinding(visit.id, number, finding, seen, seen_at)
