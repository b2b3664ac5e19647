"""How a draft as a whole is finished, amended and given away; the same for both kinds."""

from datetime import datetime
from typing import Any

from bodymap.errors import AlreadyAttached, InvalidRecord, NotOpen, Problem, StillOpen
from bodymap.records import Status
from bodymap.services.kernel.draft_kinds import DraftKind, DraftT
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import must_be_as_shown, written


def finish(
    kind: DraftKind[DraftT],
    draft_id: str,
    *,
    by: str,
    expected_version: int,
    ports: Ports,
    at: datetime | None,
    **more: Any,
) -> DraftT:
    """Close a draft and keep what it says as an edition; its undo steps are forgotten. Writes.

    Args:
        kind: Kind of draft.
        draft_id: The draft.
        by: Name as typed.
        expected_version: Version that was shown.
        ports: Store, clock and ids.
        at: When; now if not given.
        **more: Other fields that are known only now.

    Raises:
        InvalidRecord: the name is missing where one is needed, or a value is not allowed.
        EditClash: it was changed since it was shown.
        NotOpen: it is finished already, not by this very step.
    """

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if not kept.is_open:
            if kept.version == expected_version + 1 and kept.finished_by == " ".join(by.split()):
                return kept  # the same step sent twice
            raise NotOpen(draft_id, kept.status, kind=kind.name)
        yours = kept.changed(
            status=Status.AMENDED if kept.is_amendment else Status.FINISHED,
            finished_at=at or ports.clock.now(),
            finished_by=by,
            editions=kept.editions + 1,
            version=kept.version + 1,
            **more,
        )
        if kind.needs_name and not yours.finished_by:
            problem = Problem(field="by", reason="a name is needed", value=repr(by[:80]))
            raise InvalidRecord(f"finished {kind.name}", problems=(problem,))
        saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)
        kind.keep_edition(unit, yours)
        kind.history(unit).forget(draft_id)
        return yours

    return written(ports, work)


def amend(
    kind: DraftKind[DraftT], draft_id: str, *, because: str, expected_version: int, ports: Ports
) -> DraftT:
    """Open a finished one for amendment; the earlier editions stay readable. Writes.

    Raises:
        StillOpen: it is a draft, not opened by this very step.
        EditClash: it was changed since it was shown.
        InvalidRecord: the reason is too long.
    """

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if kept.is_open:
            if kept.is_amendment and kept.version == expected_version + 1:
                return kept  # the same step sent twice
            raise StillOpen(draft_id, kind=kind.name)
        yours = kept.changed(status=Status.DRAFT, amended_because=because, version=kept.version + 1)
        return saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)

    return written(ports, work)


def discard(
    kind: DraftKind[DraftT], draft_id: str, *, expected_version: int, ports: Ports
) -> DraftT:
    """Give up an amendment: the last edition stands again. Writes.

    Raises:
        NotOpen: nothing is being amended.
        EditClash: it was changed since it was shown.
    """

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if not kept.is_amendment:
            raise NotOpen(draft_id, kept.status, kind=kind.name)
        stays = {name: getattr(kept, name) for name in kind.stays}
        last = kind.last_edition(unit, draft_id)
        yours = last.changed(**stays, version=kept.version + 1)
        saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)
        kind.history(unit).forget(draft_id)
        return yours

    return written(ports, work)


def is_already_of(kind: DraftKind[DraftT], kept: DraftT, person_id: str) -> bool:
    """Whether it belongs to this person; raises `AlreadyAttached` if to somebody else."""
    if kept.person_id not in (None, person_id):
        raise AlreadyAttached(kept.id, kept.person_id, kind=kind.name)
    return kept.person_id == person_id


def saved(
    kind: DraftKind[DraftT],
    unit: UnitOfWork,
    kept: DraftT,
    yours: DraftT,
    *,
    expected_version: int,
    ports: Ports,
) -> DraftT:
    """`yours`, kept in place of `kept`; raises `EditClash` if that is not what was shown."""
    must_be_as_shown(kept, yours, expected_version)
    kind.save(unit, kept, yours, ports.clock.now())
    return yours
