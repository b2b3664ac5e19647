"""What a report of a visit needs: the assessment, whose it is, its drawings and the one before."""

from dataclasses import dataclass

from bodymap.records import Assessment, PainDrawing, Person
from bodymap.services.kernel.pages import MOST_ON_PAGE
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import kept_assessment


@dataclass(frozen=True)
class VisitRecords:
    """One assessment and what belongs to it.

    Attributes:
        person: Whose; None while it waits.
        assessment: The assessment.
        drawings: Those attached to it, first drawn first.
        before: The person's last finished drawing before these; None if there is none.
    """

    person: Person | None
    assessment: Assessment
    drawings: tuple[PainDrawing, ...]
    before: PainDrawing | None


def visit_records(*, assessment_id: str, ports: Ports) -> VisitRecords:
    """Read what a report of a visit needs.

    Raises:
        UnknownAssessment: there is none, or it is deleted.
    """
    with ports.store.reading() as unit:
        assessment = kept_assessment(unit, assessment_id)
        person_id = assessment.person_id
        person = unit.persons.get(person_id) if person_id else None
        drawn = _drawings(unit, assessment_id=assessment.id)
        drawn.sort(key=lambda drawing: (drawing.drawn_at, drawing.id))
        begun = min([assessment.examined_at, *(each.drawn_at for each in drawn)])
        earlier = [
            each
            for each in (_drawings(unit, person_id=person_id) if person_id else [])
            if each.drawn_at < begun and each.editions and each.assessment_id != assessment.id
        ]
    before = max(earlier, key=lambda drawing: drawing.drawn_at, default=None)
    return VisitRecords(person, assessment, tuple(drawn), before)


def _drawings(
    unit: UnitOfWork, *, person_id: str | None = None, assessment_id: str | None = None
) -> list[PainDrawing]:
    lines = unit.drawings.summaries(
        person_id=person_id,
        assessment_id=assessment_id,
        only_waiting=False,
        sample=False,
        limit=MOST_ON_PAGE,
        after=None,
    )
    found = (unit.drawings.get(line.id) for line in lines)
    return [drawing for drawing in found if drawing is not None]
