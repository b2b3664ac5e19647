"""What happened with a person over time: visits and drawings by day, the first first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import cached_property, reduce
from operator import or_

from bodymap.body import Body, SurfaceArea
from bodymap.errors import BodyError
from bodymap.records import Assessment, Occasion, PainDrawing
from bodymap.records.derived import Derived
from bodymap.services.drawing.deriving import kept_layers
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.transactions import is_id_or_none
from bodymap.services.maintaining.time_zone import same_day, time_zone_of

Layers = tuple[tuple[SurfaceArea, int | None], ...]


@dataclass(frozen=True)
class Event:
    """A day on which somebody was examined or drew.

    Attributes:
        at: When.
        visit: The examination, as it was last finished; None where there was only a drawing.
        drawing: The drawing of that day that shows the pain before a treatment, if there is one.
        layers: Its marks with their pain, 0 to 10 or None; empty also where nothing is marked.
    """

    at: datetime
    visit: Assessment | None = None
    drawing: PainDrawing | None = None
    layers: Layers = ()

    @cached_property
    def area(self) -> SurfaceArea | None:
        """All that is marked; None where nothing is, or this body cannot show it."""
        areas = [area for area, _ in self.layers]
        return reduce(or_, areas) if areas else None


def time_line(*, person_id: str, body: Body, ports: Ports) -> tuple[Event, ...]:
    """Finished visits and drawings of a person by day, the first first.

    A drawing belongs to the visit that it is attached to, else to one of the same day. Read in a
    number of statements that does not grow with the visits.

    Raises:
        StoreError: they cannot be read.
    """
    if not is_id_or_none(person_id):
        return ()
    with ports.store.reading() as unit:
        zone = time_zone_of(unit)
        visits = unit.assessments.finished_of(person_id)
        drawn = unit.drawings.finished_of(person_id)
    events = [Event(visit.examined_at, visit) for visit in visits]
    for drawing, derived in sorted(drawn, key=lambda each: _comes_late(each[0])):
        at = _place_of(drawing, events, zone)
        layers = _layers(drawing, derived, body)
        if at is None:
            events.append(Event(drawing.drawn_at, None, drawing, layers))
        elif events[at].drawing is None:
            events[at] = replace(events[at], drawing=drawing, layers=layers)
    return tuple(sorted(events, key=lambda event: event.at))


def _comes_late(drawing: PainDrawing) -> tuple[bool, datetime]:
    """One made after a treatment shows what was left, and comes last."""
    return drawing.occasion is Occasion.AFTER_TREATMENT, drawing.drawn_at


def _place_of(drawing: PainDrawing, events: Sequence[Event], zone: tzinfo | None) -> int | None:
    """Number of the event that a drawing belongs to; None where it is one of its own."""
    for number, event in enumerate(events):
        if event.visit is not None and event.visit.id == drawing.assessment_id:
            return number
    days: Iterable[int] = (
        number for number, event in enumerate(events) if same_day(event.at, drawing.drawn_at, zone)
    )
    return next(iter(days), None)


def _layers(drawing: PainDrawing, derived: Derived | None, body: Body) -> Layers:
    """The marks of a drawing; none where this body cannot show them."""
    try:
        return kept_layers(drawing, derived, body)
    except BodyError:
        return ()
