"""One finding followed over the visits of a person: a row for each, as said or by the rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bodymap.analysis.over_time.matching import MatchedBy, matched
from bodymap.body import Figure
from bodymap.records import Assessment, TriggerPointFinding


@dataclass(frozen=True)
class Seen:
    """A finding at one visit.

    Attributes:
        visit: Number of the visit among those followed, from 0.
        number: Its number within the visit, from 1.
        finding: As it was recorded.
        by: Why it is taken for the one before it; None for the first of a row.
    """

    visit: int
    number: int
    finding: TriggerPointFinding
    by: MatchedBy | None = None


@dataclass(frozen=True)
class Row:
    """One finding over visits, the first first; at visits in between nothing was recorded of it."""

    seen: tuple[Seen, ...]

    @property
    def last(self) -> TriggerPointFinding:
        """As it was recorded last."""
        return self.seen[-1].finding

    def at(self, visit: int) -> Seen | None:
        """What was recorded of it at a visit, or None."""
        return next((each for each in self.seen if each.visit == visit), None)


def followed(visits: Sequence[Assessment], body: Figure) -> tuple[Row, ...]:
    """All findings of some visits as rows, in the order in which they were first recorded.

    Every finding is in exactly one row, and at most once at each visit.

    Args:
        visits: Of one person, the first first.
        body: Figure on which distances are measured.
    """
    rows: list[Row] = []
    for number, visit in enumerate(visits):
        claimed = _continued(rows, visits, number, visit, body)
        for place, finding in enumerate(visit.findings, start=1):
            seen = Seen(number, place, finding)
            if finding.id in claimed:
                row, by = claimed[finding.id]
                rows[row] = Row((*rows[row].seen, replace(seen, by=by)))
            else:
                rows.append(Row((seen,)))
    return tuple(rows)


def _continued(
    rows: Sequence[Row],
    visits: Sequence[Assessment],
    number: int,
    visit: Assessment,
    body: Figure,
) -> dict[str, tuple[int, MatchedBy]]:
    """Findings of a visit that go on a row: which, and why. What was said comes first."""
    ends = {
        (visits[seen.visit].id, seen.finding.id): row
        for row, each in enumerate(rows)
        for seen in each.seen
    }
    found: dict[str, tuple[int, MatchedBy]] = {}
    taken: set[int] = set()
    for finding in visit.findings:
        said = finding.continues
        row = None if said is None else ends.get((said.assessment_id, said.finding_id))
        if row is not None and row not in taken:
            taken.add(row)
            found[finding.id] = row, MatchedBy.SAID
    left = [row for row in range(len(rows)) if row not in taken]
    # Ids are unique within a visit alone; here each row goes by its number.
    earlier = [rows[row].last.changed(id=f"row-{row}") for row in left]
    others = [each for each in visit.findings if each.id not in found]
    for match in matched(earlier, others, visit_id=f"not said {number}", body=body):
        found[match.later.id] = int(match.earlier.id.removeprefix("row-")), match.by
    return found
