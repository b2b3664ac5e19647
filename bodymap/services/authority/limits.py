"""A store that gives a visitor what they may have and refuses the rest.

Every service reads and writes through units of work, so that the check stands in one place and no
service can forget it. What a visit may do is looked up anew in each transaction: a link that
expires, or a device that is handed over, counts from that moment on, also in windows opened before.
"""

from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Self, TypeVar, cast

from bodymap.errors import NotAllowed
from bodymap.records.practice import Learner
from bodymap.services.authority.access import Access, Scope, Visit, access_of, access_within
from bodymap.services.authority.one_drawing import OneDrawing, RequestsOfOne, UndoOfOne
from bodymap.services.kernel.came_and_went import (
    ErasedRepository,
    HandOverRepository,
    OriginRepository,
    TransferRepository,
)
from bodymap.services.kernel.ports import (
    AssessmentRepository,
    Clock,
    DrawingRepository,
    PersonRepository,
    Ports,
    RequestRepository,
    SettingsRepository,
    Store,
    UndoRepository,
    UnitOfWork,
)
from bodymap.services.practising.practice import Practice, Shelf, Unreadable
from bodymap.services.questions.wanted import QuestionRepository

_Repository = TypeVar("_Repository")

WhoAsks = Callable[[], Visit]
"""Says whose visit it is; asked in every transaction."""


def limited(ports: Ports, who_asks: WhoAsks) -> Ports:
    """Ports whose store gives what the visit may have; anything else raises `NotAllowed`."""
    return replace(ports, store=LimitedStore(ports.store, ports.clock, who_asks))


def limited_practice(practice: Practice, ports: Ports, who_asks: WhoAsks) -> Practice:
    """Practice whose learners only those reach who may do everything.

    Args:
        practice: Without limits.
        ports: Without limits, to find out what the visit may do.
        who_asks: Whose visit it is.
    """
    shelf = LimitedShelf(practice.shelf, lambda: access_of(who_asks(), ports))
    return replace(practice, shelf=shelf)


class LimitedStore:
    """The port `Store`, for one visit."""

    def __init__(self, store: Store, clock: Clock, who_asks: WhoAsks) -> None:
        self._store, self._clock, self._who_asks = store, clock, who_asks

    def reading(self) -> "LimitedUnitOfWork":
        """A unit of work that only reads what may be read."""
        return LimitedUnitOfWork(self._store.reading(), self._clock, self._who_asks)

    def writing(self) -> "LimitedUnitOfWork":
        """A unit of work that writes what may be written."""
        return LimitedUnitOfWork(self._store.writing(), self._clock, self._who_asks)


class LimitedUnitOfWork:
    """The port `UnitOfWork`: what may be done is found out on entering, in the same transaction."""

    def __init__(self, unit: UnitOfWork, clock: Clock, who_asks: WhoAsks) -> None:
        self._unit, self._clock, self._who_asks = unit, clock, who_asks
        self._access = Access(Scope.PUBLIC)

    def __enter__(self) -> Self:
        self._unit.__enter__()
        try:
            self._access = access_within(self._unit, self._who_asks(), self._clock.now())
        except BaseException as error:
            self._unit.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._unit.__exit__(kind, error, trace)

    def commit(self) -> None:
        """Keep what was done."""
        self._unit.commit()

    @property
    def persons(self) -> PersonRepository:
        """People, for those who may do everything."""
        return self._all_or_nothing("people", lambda unit: unit.persons)

    @property
    def assessments(self) -> AssessmentRepository:
        """Assessments, for those who may do everything."""
        return self._all_or_nothing("assessments", lambda unit: unit.assessments)

    @property
    def drawings(self) -> DrawingRepository:
        """All drawings, or the one."""
        if self._access.drawing_id is None:
            return self._all_or_nothing("drawings", lambda unit: unit.drawings)
        return cast("DrawingRepository", OneDrawing(self._unit.drawings, self._access.drawing_id))

    @property
    def transfers(self) -> TransferRepository:
        """What went from one person to another, for those who may do everything."""
        return self._all_or_nothing("people", lambda unit: unit.transfers)

    @property
    def hand_overs(self) -> HandOverRepository:
        """Drawings handed over, for those who may do everything."""
        return self._all_or_nothing("hand-overs", lambda unit: unit.hand_overs)

    @property
    def undo(self) -> UndoRepository:
        """Steps of all drafts, or of the one drawing."""
        if self._access.drawing_id is None:
            return self._all_or_nothing("undo steps", lambda unit: unit.undo)
        return UndoOfOne(self._unit.undo, self._access.drawing_id)

    @property
    def requests(self) -> RequestRepository:
        """All requests, or those of the one drawing."""
        if self._access.drawing_id is None:
            return self._all_or_nothing("requests", lambda unit: unit.requests)
        return RequestsOfOne(self._unit.requests, self._access.drawing_id)

    @property
    def settings(self) -> SettingsRepository:
        """Settings, for those who may do everything."""
        return self._all_or_nothing("settings", lambda unit: unit.settings)

    @property
    def origins(self) -> OriginRepository:
        """Where imported records came from, for those who may do everything."""
        return self._all_or_nothing("imports", lambda unit: unit.origins)

    @property
    def erased(self) -> ErasedRepository:
        """The register of what was removed, for those who may do everything."""
        return self._all_or_nothing("imports", lambda unit: unit.erased)

    @property
    def questions(self) -> QuestionRepository:
        """Questions over everybody, for those who may do everything."""
        return self._all_or_nothing("people", lambda unit: unit.questions)

    def _all_or_nothing(
        self, what: str, repository: Callable[[UnitOfWork], _Repository]
    ) -> _Repository:
        if self._access.is_whole:
            return repository(self._unit)
        raise NotAllowed(what)


class LimitedShelf:
    """The port `Shelf`, for those who may do everything."""

    def __init__(self, shelf: Shelf, access: Callable[[], Access]) -> None:
        self._whole, self._access = shelf, access

    def all(self) -> tuple[Learner, ...]:
        """Every learner that can be read, last used first."""
        return self._shelf.all()

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Files that could not be read since the program started."""
        return self._shelf.unreadable()

    def add(self, learner: Learner) -> None:
        """Keep a new learner."""
        self._shelf.add(learner)

    def change(self, learner_id: str, step: Callable[[Learner], Learner]) -> Learner:
        """Replace a learner by what `step` makes of it."""
        return self._shelf.change(learner_id, step)

    def remove(self, learner_id: str) -> None:
        """Remove a learner for good."""
        self._shelf.remove(learner_id)

    @property
    def _shelf(self) -> Shelf:
        if not self._access().is_whole:
            raise NotAllowed("learners")
        return self._whole
