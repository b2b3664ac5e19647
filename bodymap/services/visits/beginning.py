"""An empty visit of today: gone on with, so that a person has no two of them."""

from bodymap.records import Assessment
from bodymap.records.assessment import NOTE_FIELDS
from bodymap.services.kernel.pages import MOST_ON_PAGE
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.maintaining.time_zone import same_day, time_zone_of


def empty_visit_today(*, person_id: str, ports: Ports) -> Assessment | None:
    """The open visit of a person of today in which nothing stands yet, or None."""
    now = ports.clock.now()
    with ports.store.reading() as unit:
        zone = time_zone_of(unit)
        lines = unit.assessments.summaries(
            person_id=person_id,
            only_open=True,
            only_waiting=False,
            sample=False,
            limit=MOST_ON_PAGE,
            after=None,
        )
        for line in lines:
            if same_day(line.examined_at, now, zone) and not line.finding_count:
                visit = unit.assessments.get(line.id)
                if visit is not None and _is_empty(visit, unit):
                    return visit
    return None


def _is_empty(visit: Assessment, unit: UnitOfWork) -> bool:
    said = (visit.editions, visit.reason, visit.findings, visit.treatments, visit.responses)
    written = (getattr(visit, name) for name in NOTE_FIELDS)
    if any(said) or visit.measures or any(written):
        return False
    drawn = unit.drawings.summaries(
        person_id=None,
        assessment_id=visit.id,
        only_waiting=False,
        sample=False,
        limit=1,
        after=None,
    )
    return not drawn
