"""Say on which day an examination took place."""

from datetime import date
from typing import Final

from bodymap.errors import InvalidRecord, Problem
from bodymap.records import Assessment
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.assessing.findings import edit_assessment
from bodymap.services.kernel.editing import Editing
from bodymap.services.maintaining.time_zone import get_time_zone, today

FIRST_DAY: Final = date(1900, 1, 2)
"""The day before can lie in 1899 elsewhere, where no record can."""


def date_assessment(editing: Editing, *, day: date) -> Assessment:
    """Set the day of an open assessment, by the practice's clock; the time of day stays. Writes.

    Raises:
        InvalidRecord: the day lies before 1900 or ahead.
    """
    ports = editing.ports
    last = today(ports=ports)
    if not FIRST_DAY <= day <= last:
        allowed = f"a day from {FIRST_DAY.year} to today, {last.isoformat()}, is needed"
        problem = Problem(field="date", reason=allowed, value=day.isoformat())
        raise InvalidRecord("assessment", problems=(problem,))
    zone = get_time_zone(ports=ports)
    kept = open_assessment(assessment_id=editing.draft_id, ports=ports)
    there = kept.examined_at.astimezone(zone)
    moved = there.replace(year=day.year, month=day.month, day=day.day)
    if zone is None:  # a fixed distance from UTC, which may be another one on that day
        moved = moved.replace(tzinfo=None).astimezone()
    return edit_assessment(editing, changes={"examined_at": moved})
