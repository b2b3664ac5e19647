"""How an open draft is changed: one step, compared with what was shown, kept with its undo."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from bodymap.records.draftable import DraftT
from bodymap.services.kernel.changes import ChangeT, Step
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import KeptStep, Ports, UnitOfWork
from bodymap.services.kernel.transactions import (
    checked_client,
    checked_request,
    is_done,
    must_be_as_shown,
    refused,
    written,
)


@dataclass(frozen=True)
class Editing:
    """Who changes which draft: a browser window, from the version that it was shown.

    Attributes:
        draft_id: The open assessment or drawing.
        client_id: The browser window, whose step a change will be.
        ports: Store, clock and ids.
        expected_version: Version that was shown; None where the newest may be changed.
        request_id: Of the operation, if it may be sent again; then it changes nothing.
    """

    draft_id: str
    client_id: str
    ports: Ports
    expected_version: int | None = None
    request_id: str | None = None

    def with_version(self) -> Self:
        """This, for a change that overwrites what is there.

        Raises:
            ValueError: it does not say which version was shown, so that a clash of two editors
                could not be seen.
        """
        if self.expected_version is None:
            message = "a change that overwrites names the version it started from: expected_version"
            raise ValueError(message)
        return self


def change(
    kind: DraftKind[DraftT, ChangeT],
    editing: Editing,
    plan: Callable[[DraftT], Step[ChangeT] | None],
) -> DraftT:
    """Apply the step that `plan` makes of the draft as it is kept. Writes.

    Args:
        kind: Kind of draft.
        editing: Which, and what the window was shown.
        plan: Makes the step; None changes nothing. May refuse.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none, or it or its person is deleted.
        NotOpen: it is finished.
        EditClash: it was changed since `expected_version` was shown; nothing was overwritten.
        InvalidRecord: the window's id cannot be one, or the change makes no valid record.
    """

    def work(unit: UnitOfWork, kept: DraftT) -> DraftT:
        step = plan(kept)
        if step is None:
            return kept
        yours = kind.apply(kept, step.change)
        must_be_as_shown(kept, yours, editing.expected_version)
        as_json = step.change.model_dump(mode="json")
        name = editing.request_id or editing.ports.ids.new()
        unit.undo.push(editing.draft_id, editing.client_id, KeptStep(step.what, as_json, name=name))
        return yours

    return edited(kind, editing, work)


def edited(
    kind: DraftKind[DraftT, ChangeT],
    editing: Editing,
    work: Callable[[UnitOfWork, DraftT], DraftT],
) -> DraftT:
    """Keep what `work` makes of an open draft, once for each request. Writes.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none, or it or its person is deleted.
        NotOpen: it is finished.
        InvalidRecord: the window's id cannot be one.
    """
    checked_client(editing.client_id)
    ports = editing.ports

    def once(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, editing.draft_id)
        if editing.request_id is not None and is_done(unit, editing.request_id):
            return kept
        kind.must_be_open(kept)
        yours = work(unit, kept)
        if editing.request_id is not None:
            unit.requests.add(editing.request_id, editing.draft_id, at=ports.clock.now())
        if yours is not kept:
            kind.records(unit).save(yours, before=kept, at=ports.clock.now())
        return yours

    return written(ports, once)


def was_done(editing: Editing) -> bool:
    """Whether the request was carried out.

    Raises:
        StoreError: it cannot be read.
    """
    with editing.ports.store.reading() as unit:
        return unit.requests.subject(checked_request(editing.request_id or "")) is not None


def remember_refused(editing: Editing) -> None:
    """Note that the request was refused. Writes.

    Sent again, by a browser that has not heard of it, it is refused again: it never happens later,
    when what stood in its way is gone. What was carried out stays so.

    Raises:
        StoreError: it cannot be noted; nothing was changed.
    """
    request_id, ports = checked_request(editing.request_id or ""), editing.ports

    def work(unit: UnitOfWork) -> None:
        known = (request_id, refused(request_id))
        if all(unit.requests.subject(each) is None for each in known):
            unit.requests.add(refused(request_id), editing.draft_id, at=ports.clock.now())

    written(ports, work)
