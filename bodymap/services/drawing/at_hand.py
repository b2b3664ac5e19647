"""Which pain drawings lie at hand while a person is assessed, and which of them comes first."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import Final

from bodymap.records import Assessment, DrawingSummary, Occasion
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position, every_line
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.maintaining.time_zone import same_day, time_zone_of

MOST_AT_HAND: Final = 12
"""So many drawings are offered; the older ones are found with the person."""


def drawings_at_hand(*, assessment: Assessment, ports: Ports) -> tuple[DrawingSummary, ...]:
    """Drawings to assess by, the one to begin with first.

    First come those attached to the assessment, then those of its day, then the others, the last
    drawn first; among the first two, one made after the treatment comes after the others, because
    it shows what was left. What is still being drawn is offered if it is attached, and what was
    drawn after a finished assessment only then.

    Args:
        assessment: The assessment.
        ports: Store, clock and ids.

    Raises:
        StoreError: they cannot be read.
    """
    with ports.store.reading() as unit:
        zone = time_zone_of(unit)
        lists = [tuple(_lines(unit, None, assessment.id))]
        if assessment.person_id:
            lists.append(tuple(_lines(unit, assessment.person_id, None)))
    found = {line.id: line for lines in lists for line in lines}
    offered = [line for line in found.values() if _is_offered(line, assessment, zone)]
    offered.sort(key=lambda line: line.drawn_at, reverse=True)
    offered.sort(key=lambda line: _rank(line, assessment, zone))
    return tuple(offered[:MOST_AT_HAND])


def _lines(
    unit: UnitOfWork, person_id: str | None, assessment_id: str | None
) -> Iterator[DrawingSummary]:
    def page(after: Position | None) -> Page[DrawingSummary]:
        return unit.drawings.summaries(
            person_id=person_id,
            assessment_id=assessment_id,
            only_waiting=False,
            sample=False,
            limit=MOST_ON_PAGE,
            after=after,
        )

    return every_line(page)


def _is_offered(line: DrawingSummary, assessment: Assessment, zone: tzinfo | None) -> bool:
    if line.assessment_id == assessment.id:
        return bool(line.editions or line.mark_count or line.no_pain)
    closed = assessment.finished_at
    later = not assessment.is_open and closed is not None and line.drawn_at > closed
    return line.editions > 0 and (
        not later or same_day(line.drawn_at, assessment.examined_at, zone)
    )


def _rank(line: DrawingSummary, assessment: Assessment, zone: tzinfo | None) -> tuple[int, bool]:
    after = line.occasion is Occasion.AFTER_TREATMENT
    if line.assessment_id == assessment.id:
        return 0, after
    if same_day(line.drawn_at, assessment.examined_at, zone):
        return 1, after
    return 2, False
