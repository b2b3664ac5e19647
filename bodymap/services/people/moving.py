"""Move a record that was made for the wrong person; the histories of both tell of it."""

from collections.abc import Callable, Iterable

from bodymap.errors import NotOnePerson
from bodymap.records import Assessment, DrawingSummary, PainDrawing
from bodymap.records.draftable import DraftT
from bodymap.records.transfer import Transfer, TransferKind, Transferred
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.changes import ChangeT
from bodymap.services.kernel.closing import saved
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position, every_line
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import is_id_or_none, kept_person, written
from bodymap.services.people.merging import must_differ


def move_assessment(
    *, assessment_id: str, person_id: str, expected_version: int, ports: Ports
) -> Assessment:
    """Move an assessment to another person, with the drawings attached to it. Writes.

    What it says stays as it is, in every edition too. Moved there already, again changes nothing.

    Raises:
        NotOnePerson: one of the people is made up and the other is not, or it waits for its
            person and is given, not moved.
        EditClash: it was changed since it was shown.
        UnknownAssessment, UnknownPerson: there is none, or it is deleted.
    """

    def along(unit: UnitOfWork, kept: Assessment) -> list[Transferred]:
        attached = [line.id for line in every_line(lambda after: _attached(unit, kept, after))]
        went = unit.drawings.give(
            attached, from_id=kept.person_id or "", to_id=person_id, at=ports.clock.now()
        )
        return [Transferred(kind="drawing", id=drawing_id) for drawing_id in went]

    def work(unit: UnitOfWork) -> Assessment:
        kept = ASSESSMENTS.kept(unit, assessment_id)
        yours = kept.changed(person_id=person_id, version=kept.version + 1)
        return _moved(
            ASSESSMENTS, unit, kept, yours, along, expected_version=expected_version, ports=ports
        )

    return written(ports, work)


def move_drawing(
    *, drawing_id: str, person_id: str, expected_version: int, ports: Ports
) -> PainDrawing:
    """Move a drawing to another person; it leaves the assessment it was attached to. Writes.

    What it shows stays as it is, in every edition too. Moved there already, again changes nothing.

    Raises:
        NotOnePerson: one of the people is made up and the other is not, or it waits for its
            person and is given, not moved.
        EditClash: it was changed since it was shown.
        UnknownDrawing, UnknownPerson: there is none, or it is deleted.
    """

    def work(unit: UnitOfWork) -> PainDrawing:
        kept = DRAWINGS.kept(unit, drawing_id)
        yours = kept.changed(person_id=person_id, assessment_id=None, version=kept.version + 1)
        return _moved(DRAWINGS, unit, kept, yours, expected_version=expected_version, ports=ports)

    return written(ports, work)


def last_move(*, record_id: str, person_id: str | None, ports: Ports) -> Transfer | None:
    """How an assessment or drawing of a person came to them from another one, or None.

    Both what was moved and what came along when two people were merged; where they were parted
    again, what had come along is with them no more.
    """
    if person_id is None or not is_id_or_none(person_id):
        return None
    with ports.store.reading() as unit:
        history = unit.transfers.of_person(person_id)
    came = (each for each in history if each.to_id == person_id)
    return next((each for each in came if any(one.id == record_id for one in each.records)), None)


def _moved(
    kind: DraftKind[DraftT, ChangeT],
    unit: UnitOfWork,
    kept: DraftT,
    yours: DraftT,
    along: Callable[[UnitOfWork, DraftT], Iterable[Transferred]] = lambda *_: (),
    *,
    expected_version: int,
    ports: Ports,
) -> DraftT:
    """`yours` in place of `kept`, with what goes along; both histories say so."""
    from_id, to_id = kept.person_id, yours.person_id or ""
    if from_id == to_id:
        return kept
    to = kept_person(unit, to_id)
    if from_id is None:
        raise NotOnePerson("none", to_id, why="what waits under its code is given to its person")
    must_differ(kept_person(unit, from_id), to)
    saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)
    unit.transfers.add(
        Transfer(
            id=ports.ids.new(),
            kind=TransferKind.MOVED,
            from_id=from_id,
            to_id=to_id,
            at=ports.clock.now(),
            records=(Transferred.checked({"kind": kind.name, "id": kept.id}), *along(unit, kept)),
        )
    )
    return yours


def _attached(
    unit: UnitOfWork, assessment: Assessment, after: Position | None
) -> Page[DrawingSummary]:
    return unit.drawings.summaries(
        person_id=None,
        assessment_id=assessment.id,
        only_waiting=False,
        sample=False,
        limit=MOST_ON_PAGE,
        after=after,
    )
