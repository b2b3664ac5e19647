"""The two kinds of draft, assessments and drawings: where each lies and what differs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, Protocol, Self, TypeVar

from bodymap.errors import NotOpen, UndoBlocked
from bodymap.records import Assessment, DrawingEdition, Edition, PainDrawing
from bodymap.services.drawing.changes import apply_to_drawing
from bodymap.services.kernel.changes import AnyChange, DetailsChange, FindingChange, apply
from bodymap.services.kernel.ports import HistoryRepository, UnitOfWork
from bodymap.services.kernel.transactions import kept_assessment, kept_drawing


class Drafted(Protocol):
    """What both kinds of draft have."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def person_id(self) -> str | None:
        """Whose; None while it waits under its code."""

    @property
    def version(self) -> int:
        """Grows by one with each change."""

    @property
    def status(self) -> Any:
        """DRAFT while open."""

    @property
    def editions(self) -> int:
        """How many times it was finished."""

    @property
    def finished_by(self) -> str:
        """Name as typed at the last finishing."""

    @property
    def is_open(self) -> bool:
        """Whether it can be changed."""

    @property
    def is_amendment(self) -> bool:
        """Whether it was finished before and is open again."""

    def changed(self, /, **fields: Any) -> Self:
        """The same with some fields replaced."""


DraftT = TypeVar("DraftT", bound=Drafted)


@dataclass(frozen=True)
class DraftKind(Generic[DraftT]):
    """Where one kind of draft lies and how it changes.

    Attributes:
        name: "assessment" or "drawing".
        kept: Opens it, or raises that there is none.
        save: Keeps the second in place of the first, at a time.
        history: Its undo steps.
        apply: Carries out a change.
        keep_edition: Keeps what it says now as its last edition.
        last_edition: What it said when it was last finished.
        stays: Fields that belong to no edition: where it belongs outlives what it says.
        needs_name: Whether somebody must put their name to it.
    """

    name: str
    kept: Callable[[UnitOfWork, str], DraftT]
    save: Callable[[UnitOfWork, DraftT, DraftT, datetime], None]
    history: Callable[[UnitOfWork], HistoryRepository]
    apply: Callable[[DraftT, AnyChange, str], DraftT]
    keep_edition: Callable[[UnitOfWork, DraftT], None]
    last_edition: Callable[[UnitOfWork, str], DraftT]
    stays: tuple[str, ...]
    needs_name: bool

    def must_be_open(self, draft: DraftT) -> Self:
        """Raise `NotOpen` for a finished one."""
        if not draft.is_open:
            raise NotOpen(draft.id, draft.status, kind=self.name)
        return self


def _save_assessment(unit: UnitOfWork, before: Assessment, after: Assessment, at: datetime) -> None:
    unit.assessments.save(after, before=before, at=at)


def _save_drawing(unit: UnitOfWork, before: PainDrawing, after: PainDrawing, at: datetime) -> None:
    unit.drawings.save(after, before=before, at=at)


def _keep_assessment(unit: UnitOfWork, said: Assessment) -> None:
    unit.assessments.add_edition(Edition(number=said.editions, assessment=said))


def _keep_drawing(unit: UnitOfWork, said: PainDrawing) -> None:
    unit.drawings.add_edition(DrawingEdition(number=said.editions, drawing=said))


def _apply_to_drawing(drawing: PainDrawing, change: AnyChange, what: str) -> PainDrawing:
    if isinstance(change, FindingChange | DetailsChange):  # a step of an assessment, not of this
        raise UndoBlocked(what, finding_id=None)
    return apply_to_drawing(drawing, change, what=what)


ASSESSMENTS: Final = DraftKind(
    name="assessment",
    kept=kept_assessment,
    save=_save_assessment,
    history=lambda unit: unit.history,
    apply=lambda assessment, change, what: apply(assessment, change, what=what),
    keep_edition=_keep_assessment,
    last_edition=lambda unit, draft_id: unit.assessments.editions(draft_id)[-1].assessment,
    stays=("person_id",),
    needs_name=True,
)
DRAWINGS: Final = DraftKind(
    name="drawing",
    kept=kept_drawing,
    save=_save_drawing,
    history=lambda unit: unit.drawing_history,
    apply=_apply_to_drawing,
    keep_edition=_keep_drawing,
    last_edition=lambda unit, draft_id: unit.drawings.editions(draft_id)[-1].drawing,
    stays=("person_id", "assessment_id"),
    needs_name=False,
)
