"""What can be done with an assessment as a whole: start, open, list, attach, finish, amend."""

from datetime import datetime

from bodymap.records import Assessment, AssessmentSummary, DrawingSummary, Edition
from bodymap.services.assessing.deriving import derived_of
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.closing import amend, discard, editions, finish, given_to, saved
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position, every_line
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import (
    free_code,
    is_id_or_none,
    kept_assessment,
    kept_person,
    written,
    written_once,
)
from bodymap.services.people.searching import searched_words


def start_assessment(
    *,
    request_id: str,
    body_version: str,
    ports: Ports,
    person_id: str | None = None,
    examiner: str = "",
    reason: str = "",
    examined_at: datetime | None = None,
    figure: str | None = None,
) -> Assessment:
    """Start a draft. Writes; the same request again starts nothing and returns the same draft.

    Args:
        request_id: Made when the step begins.
        body_version: Version of the body's cells and views.
        ports: Store, clock and ids.
        person_id: Whose; without one it waits under its code.
        examiner: Name of who examines.
        reason: Why the person came.
        examined_at: When; now if not given.
        figure: Figure to show; the person's if not given, else "neutral".

    Raises:
        UnknownPerson: there is none, or it is deleted.
        InvalidRecord: a value is not allowed.
    """

    def make(unit: UnitOfWork) -> Assessment:
        person = None if person_id is None else kept_person(unit, person_id)
        assessment = Assessment.checked(
            {
                "id": ports.ids.new(),
                "person_id": person_id,
                "code": free_code(unit, ports),
                "examined_at": examined_at or ports.clock.now(),
                "examiner": examiner,
                "reason": reason,
                "figure": figure or (person.figure if person else "neutral"),
                "body_version": body_version,
            }
        )
        unit.assessments.add(assessment, at=ports.clock.now())
        return assessment

    return written_once(ports, request_id, kept=kept_assessment, make=make)


def open_assessment(*, assessment_id: str, ports: Ports) -> Assessment:
    """The assessment, open or finished.

    Raises:
        UnknownAssessment: there is none, or it or its person is deleted.
    """
    with ports.store.reading() as unit:
        return kept_assessment(unit, assessment_id)


def list_assessments(
    *,
    ports: Ports,
    person_id: str | None = None,
    only_open: bool = False,
    only_waiting: bool = False,
    sample: bool = False,
    limit: int = MOST_ON_PAGE,
    after: Position | None = None,
    leave_empty: bool = False,
    query: str = "",
) -> Page[AssessmentSummary]:
    """Assessments as lines of a list, last examined first.

    Args:
        ports: Store, clock and ids.
        person_id: Of this person, or of everybody.
        only_open: Drafts, also those that amend.
        only_waiting: Those that wait for their person.
        sample: Of sample people, and only of those; does not matter with `person_id`.
        limit: At most so many on the page.
        after: Where the page begins, as the page before says.
        leave_empty: Without those in which nothing stands and that are nobody's.
        query: Whose person's name, code or year begins so, each word of it, or whose own code.
    """
    if not is_id_or_none(person_id):
        return Page()
    with ports.store.reading() as unit:
        return unit.assessments.summaries(
            person_id=person_id,
            only_open=only_open,
            only_waiting=only_waiting,
            sample=sample,
            limit=min(limit, MOST_ON_PAGE),
            after=after,
            leave_empty=leave_empty,
            words=searched_words(query),
        )


def give_assessment_to_person(
    *, assessment_id: str, person_id: str, expected_version: int, ports: Ports
) -> Assessment:
    """Give a waiting assessment to its person. Writes; once attached, again changes nothing.

    Raises:
        AlreadyAttached: it belongs to somebody else.
        EditClash: it was changed since it was shown.
        UnknownAssessment: there is none.
        UnknownPerson: there is none.
    """

    def work(unit: UnitOfWork) -> Assessment:
        kept, yours = given_to(ASSESSMENTS, unit, assessment_id, person_id)
        if yours is kept:
            return kept
        saved(ASSESSMENTS, unit, kept, yours, expected_version=expected_version, ports=ports)
        _drawings_follow(unit, ports, yours)
        return yours

    return written(ports, work)


def finish_assessment(
    *,
    assessment_id: str,
    by: str,
    expected_version: int,
    ports: Ports,
    at: datetime | None = None,
) -> Assessment:
    """Close a draft under the name as typed. Writes; its undo steps are forgotten.

    What was said is kept as an edition that nothing changes any more.

    Raises:
        InvalidRecord: the name is empty or too long.
        EditClash: it was changed since it was shown.
        NotOpen: it is finished already, not by this very step.
        UnknownAssessment: there is none.
    """
    return finish(
        ASSESSMENTS,
        assessment_id,
        by=by,
        expected_version=expected_version,
        ports=ports,
        derive=derived_of,
        at=at,
    )


def amend_assessment(
    *, assessment_id: str, because: str, expected_version: int, ports: Ports
) -> Assessment:
    """Open a finished assessment for amendment. Writes; the earlier editions stay readable.

    Raises:
        StillOpen: it is a draft, not opened by this very step.
        EditClash: it was changed since it was shown.
        InvalidRecord: the reason is missing or too long.
        UnknownAssessment: there is none.
    """
    return amend(
        ASSESSMENTS,
        assessment_id,
        because=because,
        expected_version=expected_version,
        ports=ports,
    )


def discard_amendment(*, assessment_id: str, expected_version: int, ports: Ports) -> Assessment:
    """Give up an amendment: the last edition stands again. Writes.

    Raises:
        NotOpen: nothing is being amended.
        EditClash: it was changed since it was shown.
        UnknownAssessment: there is none.
    """
    return discard(ASSESSMENTS, assessment_id, expected_version=expected_version, ports=ports)


def list_editions(*, assessment_id: str, ports: Ports) -> tuple[Edition[Assessment], ...]:
    """What the assessment said each time it was finished, first finished first.

    Raises:
        UnknownAssessment: there is none.
    """
    return editions(ASSESSMENTS, assessment_id, ports=ports)


def _drawings_follow(unit: UnitOfWork, ports: Ports, attached: Assessment) -> None:
    """Drawings that wait with an assessment go to its person with it."""

    def waiting(after: Position | None) -> Page[DrawingSummary]:
        return unit.drawings.summaries(
            person_id=None,
            assessment_id=attached.id,
            only_waiting=True,
            sample=False,
            limit=MOST_ON_PAGE,
            after=after,
        )

    for line in tuple(every_line(waiting)):
        drawing = unit.drawings.get(line.id)
        if drawing is not None:
            given = drawing.changed(person_id=attached.person_id, version=drawing.version + 1)
            unit.drawings.save(given, before=drawing, at=ports.clock.now())
