"""What drawing one drawing needs of the store, and nothing beyond it."""

from datetime import datetime
from typing import Any, Final

from bodymap.errors import NotAllowed
from bodymap.records import Edition, PainDrawing
from bodymap.records.derived import Derived
from bodymap.services.kernel.ports import (
    ComingStep,
    DrawingRepository,
    KeptStep,
    RequestRepository,
    UndoRepository,
)

DRAWN: Final = frozenset(
    {"marks", "arrows", "no_pain", "severity", "red_flags", "figure", "drawn_by"}
)
"""Fields of a drawing that say what the person it was handed to has drawn and answered."""
COUNTED: Final = frozenset({"actions", "version"})
"""Fields that grow with what is done."""
CLOSED: Final = frozenset({"status", "editions", "finished_at", "finished_by", "seconds"})
"""Fields that change when the drawing is finished, and only then."""


class OneDrawing:
    """What drawing one drawing needs of the port `DrawingRepository`; no other name exists."""

    def __init__(self, drawings: DrawingRepository, drawing_id: str) -> None:
        self._drawings, self._id = drawings, drawing_id

    def __getattr__(self, name: str) -> Any:
        raise NotAllowed(f"drawings ({name})")

    def get(self, drawing_id: str) -> PainDrawing | None:
        """The drawing, or None."""
        return self._drawings.get(_own(drawing_id, self._id, "drawing"))

    def deleted_at(self, drawing_id: str) -> datetime | None:
        """When it, or its person, was deleted, or None."""
        return self._drawings.deleted_at(_own(drawing_id, self._id, "drawing"))

    def save(self, drawing: PainDrawing, *, before: PainDrawing, at: datetime) -> None:
        """Replace `before` by `drawing`, if that only draws, answers or finishes."""
        _own(drawing.id, self._id, "drawing")
        kept = self._drawings.get(self._id)
        if kept is None or not kept.is_open or not _only_draws(kept, drawing):
            raise NotAllowed("a change that is not drawing")
        self._drawings.save(drawing, before=before, at=at)

    def add_edition(self, edition: Edition[PainDrawing]) -> None:
        """Keep the drawing as it was just finished."""
        kept = self._drawings.get(self._id)
        if edition.record != kept or kept.is_open or edition.number != kept.editions:
            raise NotAllowed("an edition")
        self._drawings.add_edition(edition)

    def keep_derived(self, drawing_id: str, derived: Derived) -> None:
        """Keep the cells of the drawing that was just finished."""
        own = _own(drawing_id, self._id, "drawing")
        kept = self._drawings.get(own)
        if kept is None or kept.is_open or self._drawings.derived(own) is not None:
            raise NotAllowed("cells")
        self._drawings.keep_derived(own, derived)

    def derived(self, drawing_id: str) -> Derived | None:
        """The cells of the drawing."""
        return self._drawings.derived(_own(drawing_id, self._id, "drawing"))


def _only_draws(kept: PainDrawing, yours: PainDrawing) -> bool:
    changed = {
        name for name in PainDrawing.model_fields if getattr(kept, name) != getattr(yours, name)
    }
    allowed = DRAWN | COUNTED
    if not yours.is_open:
        if yours.editions != kept.editions + 1 or yours.finished_by:
            return False
        allowed |= CLOSED
    return changed <= allowed


class UndoOfOne:
    """The port `UndoRepository`, for one drawing."""

    def __init__(self, undo: UndoRepository, drawing_id: str) -> None:
        self._undo, self._id = undo, drawing_id

    def push(self, draft_id: str, client_id: str, step: KeptStep) -> None:
        """Add a step."""
        self._undo.push(self._own(draft_id), client_id, step)

    def next_undo(self, draft_id: str, client_id: str) -> KeptStep | None:
        """The window's last step that is not taken back."""
        return self._undo.next_undo(self._own(draft_id), client_id)

    def next_redo(self, draft_id: str, client_id: str) -> KeptStep | None:
        """The window's first step that is taken back."""
        return self._undo.next_redo(self._own(draft_id), client_id)

    def coming(
        self, draft_id: str, client_id: str, *, undone: bool, most: int
    ) -> tuple[ComingStep, ...]:
        """The steps that are taken back next, or repeated next."""
        return self._undo.coming(self._own(draft_id), client_id, undone=undone, most=most)

    def set_undone(self, draft_id: str, client_id: str, number: int, *, undone: bool) -> None:
        """Say whether a step is taken back."""
        self._undo.set_undone(self._own(draft_id), client_id, number, undone=undone)

    def forget(self, draft_id: str) -> None:
        """Forget all steps of the drawing."""
        self._undo.forget(self._own(draft_id))

    def _own(self, draft_id: str) -> str:
        return _own(draft_id, self._id, "steps")


class RequestsOfOne:
    """The port `RequestRepository`, for requests about one drawing."""

    def __init__(self, requests: RequestRepository, drawing_id: str) -> None:
        self._requests, self._id = requests, drawing_id

    def subject(self, request_id: str) -> str | None:
        """The drawing, if the request was about it, or None if it is new."""
        subject = self._requests.subject(request_id)
        return None if subject is None else _own(subject, self._id, "request")

    def add(self, request_id: str, subject_id: str, *, at: datetime) -> None:
        """Remember a request."""
        self._requests.add(request_id, _own(subject_id, self._id, "request"), at=at)

    def forget(self, *, before: datetime) -> None:
        """Refuse: other people's requests would go with it."""
        raise NotAllowed(f"requests before {before:%Y-%m-%d}")


def _own(asked: str, own: str, what: str) -> str:
    if asked != own:
        raise NotAllowed(f"another {what}")
    return own
