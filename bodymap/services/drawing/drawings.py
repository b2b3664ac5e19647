"""What can be done with a pain drawing as a whole: start, open, list, give, finish, amend."""

from datetime import datetime

from bodymap.body import Body, SurfaceArea
from bodymap.errors import EmptyPain, NotTheSamePerson
from bodymap.records import (
    DrawingSummary,
    DrawnBy,
    Edition,
    Occasion,
    PainDrawing,
)
from bodymap.records.derived import Derived
from bodymap.services.drawing.deriving import derived_if_paintable
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.closing import amend, editions, finish, given_to, saved
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position, every_line
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import (
    free_code,
    is_id_or_none,
    kept_assessment,
    kept_drawing,
    kept_person,
    written,
    written_once,
)

_CODE_LENGTHS = range(1, 101)


def start_drawing(
    *,
    request_id: str,
    body_version: str,
    ports: Ports,
    person_id: str | None = None,
    assessment_id: str | None = None,
    drawn_by: DrawnBy = DrawnBy.SELF,
    occasion: Occasion | None = None,
    figure: str | None = None,
    like: str | None = None,
) -> PainDrawing:
    """Start a draft. Writes; the same request again starts nothing and returns the same draft.

    Args:
        request_id: Made when the step begins.
        body_version: Version of the body's cells and views.
        ports: Store, clock and ids.
        person_id: Whose; that of the assessment if one is given, else it waits under its code.
        assessment_id: The assessment it belongs to.
        drawn_by: Whose hand it is.
        occasion: Before or after a treatment, or neither.
        figure: Figure to show; the person's if not given, else "neutral".
        like: Id of an earlier drawing whose marks to begin with, to change what changed.

    Raises:
        UnknownPerson, UnknownAssessment, UnknownDrawing: there is none, or it is deleted.
        NotTheSamePerson: the assessment, or the earlier drawing, is somebody else's.
        InvalidRecord: a value is not allowed.
    """

    def make(unit: UnitOfWork) -> PainDrawing:
        drawing_id, whose = ports.ids.new(), person_id
        if assessment_id is not None:
            whose = _same_person(unit, drawing_id, whose, assessment_id)
        person = None if whose is None else kept_person(unit, whose)
        earlier = None if like is None else kept_drawing(unit, like)
        if earlier is not None and earlier.person_id != whose:
            raise NotTheSamePerson(earlier.id, assessment_id or "none")
        drawing = PainDrawing.checked(
            {
                "id": drawing_id,
                "person_id": whose,
                "assessment_id": assessment_id,
                "code": free_code(unit, ports),
                "drawn_at": ports.clock.now(),
                "drawn_by": drawn_by,
                "occasion": occasion,
                "figure": figure or (person.figure if person else "neutral"),
                "body_version": body_version,
                "marks": earlier.marks if earlier else (),
                "arrows": earlier.arrows if earlier else (),
            }
        )
        unit.drawings.add(drawing, at=ports.clock.now())
        return drawing

    return written_once(ports, request_id, kept=kept_drawing, make=make)


def open_drawing(*, drawing_id: str, ports: Ports) -> PainDrawing:
    """The drawing, open or finished.

    Raises:
        UnknownDrawing: there is none, or it or its person is deleted.
    """
    with ports.store.reading() as unit:
        return kept_drawing(unit, drawing_id)


def find_waiting_drawing(*, code: str, ports: Ports) -> PainDrawing | None:
    """The drawing that waits for its person under a code as spoken or written, or None."""
    plain = "".join(code.split()).upper()
    if len(plain) not in _CODE_LENGTHS:
        return None
    with ports.store.reading() as unit:
        found = unit.drawings.by_code(plain)
        return None if found is None else unit.drawings.get(found)


def list_drawings(
    *,
    ports: Ports,
    person_id: str | None = None,
    assessment_id: str | None = None,
    only_waiting: bool = False,
    sample: bool = False,
    limit: int = MOST_ON_PAGE,
    after: Position | None = None,
) -> Page[DrawingSummary]:
    """Drawings as lines of a list, last drawn first.

    Args:
        ports: Store, clock and ids.
        person_id: Of this person, or of everybody.
        assessment_id: Attached to this assessment, or all.
        only_waiting: Those that wait for their person.
        sample: Of sample people, and only of those; does not matter with an id.
        limit: At most so many on the page.
        after: Where the page begins, as the page before says.
    """
    if not (is_id_or_none(person_id) and is_id_or_none(assessment_id)):
        return Page()
    with ports.store.reading() as unit:
        return unit.drawings.summaries(
            person_id=person_id,
            assessment_id=assessment_id,
            only_waiting=only_waiting,
            sample=sample,
            limit=min(limit, MOST_ON_PAGE),
            after=after,
        )


def last_drawing(*, person_id: str, ports: Ports, but: str | None = None) -> PainDrawing | None:
    """The person's last finished drawing, or None; `but` is left out."""

    def theirs(after: Position | None) -> Page[DrawingSummary]:
        return list_drawings(ports=ports, person_id=person_id, after=after)

    for line in every_line(theirs):
        if line.editions and line.id != but:
            return open_drawing(drawing_id=line.id, ports=ports)
    return None


def give_drawing_to_person(
    *, drawing_id: str, person_id: str, expected_version: int, ports: Ports
) -> PainDrawing:
    """Give a waiting drawing to its person. Writes; once given, again changes nothing.

    Raises:
        AlreadyAttached: it belongs to somebody else.
        NotTheSamePerson: it is attached to an assessment of somebody else.
        EditClash: it was changed since it was shown.
        UnknownDrawing, UnknownPerson: there is none.
    """

    def work(unit: UnitOfWork) -> PainDrawing:
        kept, yours = given_to(DRAWINGS, unit, drawing_id, person_id)
        if yours is kept:
            return kept
        if kept.assessment_id is not None:
            _same_person(unit, drawing_id, person_id, kept.assessment_id)
        return saved(DRAWINGS, unit, kept, yours, expected_version=expected_version, ports=ports)

    return written(ports, work)


def attach_drawing_to_assessment(
    *, drawing_id: str, assessment_id: str, expected_version: int, ports: Ports
) -> PainDrawing:
    """Attach a drawing to an assessment of the same person. Writes; again changes nothing.

    A drawing that waits for its person goes to the person of the assessment, if it has one.

    Raises:
        NotTheSamePerson: they belong to different people.
        EditClash: it was changed since it was shown.
        UnknownDrawing, UnknownAssessment: there is none.
    """

    def work(unit: UnitOfWork) -> PainDrawing:
        kept = kept_drawing(unit, drawing_id)
        if kept.assessment_id == assessment_id:
            return kept
        whose = _same_person(unit, drawing_id, kept.person_id, assessment_id)
        yours = kept.changed(person_id=whose, assessment_id=assessment_id, version=kept.version + 1)
        return saved(DRAWINGS, unit, kept, yours, expected_version=expected_version, ports=ports)

    return written(ports, work)


def finish_drawing(
    *,
    drawing_id: str,
    expected_version: int,
    body: Body,
    ports: Ports,
    by: str = "",
    seconds: float | None = None,
    at: datetime | None = None,
) -> PainDrawing:
    """Close a draft. Writes; its undo steps are forgotten.

    What was drawn is kept as an edition that nothing changes any more. No mark at all without "no
    pain" is allowed: the person may have had nothing to say, and that is told as it is.

    Args:
        drawing_id: The draft.
        expected_version: Version that was shown.
        body: Any figure; the cells of the marks are kept beside their strokes.
        ports: Store, clock and ids.
        by: Name as typed; may be empty.
        seconds: Time spent drawing, as the browser counted it.
        at: When; now if not given.

    Raises:
        EmptyPain: all of a pain was rubbed out.
        InvalidRecord: the name is too long, or the time none.
        EditClash: it was changed since it was shown.
        NotOpen: it is finished already, not by this very step.
        UnknownDrawing: there is none.
    """
    timed = {} if seconds is None else {"seconds": seconds}
    return finish(
        DRAWINGS,
        drawing_id,
        by=by,
        expected_version=expected_version,
        ports=ports,
        derive=lambda drawing: _derived(drawing, body),
        at=at,
        **timed,
    )


def _derived(drawing: PainDrawing, body: Body) -> Derived | None:
    derived = derived_if_paintable(drawing, body)
    for number, mark in enumerate(derived.cells if derived else (), start=1):
        if not SurfaceArea.from_bytes(mark.cells, body):
            raise EmptyPain(number)
    return derived


def amend_drawing(
    *, drawing_id: str, because: str, expected_version: int, ports: Ports
) -> PainDrawing:
    """Open a finished drawing for amendment. Writes; the earlier editions stay readable.

    Raises:
        StillOpen: it is a draft, not opened by this very step.
        EditClash: it was changed since it was shown.
        InvalidRecord: the reason is too long.
        UnknownDrawing: there is none.
    """
    return amend(
        DRAWINGS, drawing_id, because=because, expected_version=expected_version, ports=ports
    )


def list_drawing_editions(*, drawing_id: str, ports: Ports) -> tuple[Edition[PainDrawing], ...]:
    """What the drawing was each time it was finished, first finished first.

    Raises:
        UnknownDrawing: there is none.
    """
    return editions(DRAWINGS, drawing_id, ports=ports)


def _same_person(
    unit: UnitOfWork, drawing_id: str, person_id: str | None, assessment_id: str
) -> str | None:
    """The person of an assessment that a drawing may be attached to."""
    assessment = kept_assessment(unit, assessment_id)
    if person_id is not None and assessment.person_id != person_id:
        raise NotTheSamePerson(drawing_id, assessment_id)
    return assessment.person_id
